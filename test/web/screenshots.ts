import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'puppeteer-core';
import { projectPath } from '#config';
import { Indexer } from '#search';
import { loadDemonstration } from '../../apps/api/demonstration.js';
import { type Benchside, startBenchside } from '../support/benchside.js';
import { describeInBrowser, openBrowser, settled, type TestBrowser } from './browser.js';
import { builtPages } from './served.js';

/** `npm run screenshots`: pictures of the pages with the demonstration directory, in var/screenshots. */
const folder = projectPath('var', 'screenshots');

interface Shot {
  name: string;
  path: string;
  /** The address of the account that looks; left out, nobody is signed in. */
  as?: string;
  /** What is done on the page before the picture is taken. */
  before?: (page: Page) => Promise<void>;
}

const sizes = [
  { width: 1280, height: 900, schemes: ['light', 'dark'] },
  { width: 390, height: 844, schemes: ['light'] },
];

let benchside: Benchside;
let browser: TestBrowser;
let password: string;
let shots: Shot[];

const only = process.env.SCREENSHOTS ?? '';

const idOf = async (query: string) => {
  const answer = await benchside.nobody.ask<{ found: { nodes: { id: string }[] } }>(
    `{ found: ${query} { nodes { id } } }`,
  );
  return answer.found.nodes[0]?.id ?? '';
};

const idsOf = async (query: string) => {
  const answer = await benchside.nobody.ask<{ found: { nodes: { id: string }[] } }>(
    `{ found: ${query} { nodes { id } } }`,
  );
  return answer.found.nodes.map(({ id }) => id);
};

const signIn = async (page: Page, email: string) => {
  await page.goto(`${benchside.url}/sign-in`);
  await settled(page);
  await page.type('input[name="email"]', email);
  await page.type('input[name="password"]', password);
  await page.keyboard.press('Enter');
  await page.waitForSelector('button[aria-label^="Your account"]');
  await settled(page);
};

describeInBrowser('pictures', () => {
  beforeAll(async () => {
    await builtPages();
    benchside = await startBenchside({ RATE_LIMIT: 'false' });
    await loadDemonstration(benchside.app, benchside.settings);
    await benchside.app.get(Indexer).refresh();
    browser = await openBrowser();
    const accounts = readFileSync(join(benchside.settings.stateDir, 'demonstration-accounts.txt'), 'utf8');
    password = /the password of all is ([a-z-]+)/.exec(accounts)?.[1] ?? '';
    const academic = await idOf('academics(query: "asthma", first: 1)');
    const company = await idOf('organisations(filter: { types: ["company"], topics: ["asthma"] }, first: 1)');
    const opportunity = await idOf('opportunities(query: "asthma", first: 1)');
    const compared = (await idsOf('academics(query: "asthma", first: 3)')).map((id) => `ids=${id}`).join('&');
    const own = await benchside.database.row<{ id: string }>(
      `SELECT o.id FROM organisation o JOIN account_membership m ON m.organisation_id = o.id
       JOIN account_holder h ON h.id = m.account_id WHERE h.email = 'freya.lindqvist@ostrevane-biologics.example' LIMIT 1`,
    );
    shots = [
      { name: 'home', path: '/' },
      {
        name: 'home-brief',
        path: '/',
        before: async (page) => {
          await page.type(
            'textarea',
            'We look for a respiratory nurse who treats severe asthma and can advise on a sensor.',
          );
          await page.waitForSelector('button[aria-pressed="true"]');
          await page.waitForSelector('#first-results');
        },
      },
      { name: 'academics', path: '/academics?q=severe+asthma' },
      {
        name: 'academics-signed-in',
        path: '/academics?q=severe+asthma',
        as: 'freya.lindqvist@ostrevane-biologics.example',
      },
      { name: 'academics-nothing', path: '/academics?q=severe+asthma&professions=dentist&regions=wales' },
      { name: 'organisations', path: '/organisations?sectors=medical-technology' },
      { name: 'opportunities', path: '/opportunities?sort=closing' },
      { name: 'academic', path: `/academics/${academic}`, as: 'freya.lindqvist@ostrevane-biologics.example' },
      { name: 'organisation', path: `/organisations/${company}` },
      { name: 'opportunity', path: `/opportunities/${opportunity}` },
      { name: 'compare', path: `/compare?${compared}` },
      {
        name: 'match',
        path: `/match?a=organisation:${own?.id}&b=academic:${academic}`,
        as: 'freya.lindqvist@ostrevane-biologics.example',
      },
      { name: 'sign-in', path: '/sign-in' },
      { name: 'sign-up', path: '/sign-up' },
      { name: 'accessibility', path: '/accessibility' },
      { name: 'not-found', path: '/nowhere' },
    ];
    mkdirSync(folder, { recursive: true });
    if (!only) for (const { name } of shots) rmSync(join(folder, `${name}-1280-light.png`), { force: true });
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    await benchside?.stop();
  });

  it('of every page are taken', async () => {
    const complaints: string[] = [];
    for (const { name, path, as, before } of shots) {
      if (only && !name.includes(only)) continue;
      const { page, problems } = await browser.open();
      if (as) await signIn(page, as);
      for (const { width, height, schemes } of sizes) {
        await page.setViewport({ width, height });
        await page.goto(`${benchside.url}${path}`);
        await settled(page);
        await before?.(page);
        for (const scheme of schemes) {
          await page.emulateMediaFeatures([
            { name: 'prefers-color-scheme', value: scheme },
            { name: 'prefers-reduced-motion', value: 'reduce' },
          ]);
          await page.screenshot({
            path: join(folder, `${name}-${width}-${scheme}.png`) as `${string}.png`,
            fullPage: true,
          });
        }
      }
      complaints.push(...problems.map((problem) => `${name}: ${problem}`));
      await page.close();
    }
    expect(complaints).toEqual([]);
  }, 600_000);
});
