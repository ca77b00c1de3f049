import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { projectPath } from '#config';
import { type Benchside, startBenchside } from '../support/benchside.js';
import { describeInBrowser, openBrowser, settled, type TestBrowser } from './browser.js';
import { signInAs } from './people.js';
import { notShown, type Shot, shotsOf } from './picture.list.js';
import { type Pictured, picturedWorld } from './pictured.js';
import { builtPages } from './served.js';

/** `npm run screenshots`: pictures of every page with the demonstration directory, in var/screenshots; with `readme`, those of the README. */
const folder = projectPath('var', 'screenshots');

const sizes = [
  { width: 1280, height: 900, schemes: ['light', 'dark'] },
  { width: 320, height: 800, schemes: ['light', 'dark'] },
];

/** What the README shows, by the name of its file: the top of a page, small. */
const ofReadme = {
  'find-academics': 'academics-signed-in',
  'how-you-match': 'academic',
  collaboration: 'collaboration',
};
const small = { width: 1280, height: 780, deviceScaleFactor: 760 / 1280 };

let benchside: Benchside;
let browser: TestBrowser;
let world: Pictured;
let shots: Shot[];

/** Parts of names, with commas between them; nothing is everything. */
const only = (process.env.SCREENSHOTS ?? '').split(',');

const take = async ({ name, path, as, before }: Shot): Promise<string[]> => {
  const { page, problems } = await browser.open();
  await page.emulateTimezone('Europe/London');
  if (as) await signInAs(page, benchside.url, world.people[as]);
  const wide: string[] = [];
  for (const { width, height, schemes } of sizes) {
    await page.setViewport({ width, height });
    // A fragment alone would not load the page again.
    if (width !== 1280) await page.goto('about:blank');
    await page.goto(`${benchside.url}${path}`);
    await settled(page);
    await before?.(page);
    // A picture is longer than a screen: what is below is drawn too.
    await page.addStyleTag({ content: '* { content-visibility: visible !important }' });
    await settled(page);
    await page.evaluate(() => window.scrollTo(0, 0));
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    if (over > 0) wide.push(`${over} px wider than ${width}`);
    for (const scheme of schemes) {
      await page.emulateMediaFeatures([
        { name: 'prefers-color-scheme', value: scheme },
        { name: 'prefers-reduced-motion', value: 'reduce' },
      ]);
      const file = join(folder, `${name}-${width}-${scheme}.png`) as `${string}.png`;
      await page.screenshot({ path: file, fullPage: true });
    }
  }
  await page.close();
  return [...problems, ...wide].map((problem) => `${name}: ${problem}`);
};

describeInBrowser('pictures', () => {
  beforeAll(async () => {
    await builtPages();
    benchside = await startBenchside({ RATE_LIMIT: 'false' });
    world = await picturedWorld(benchside);
    shots = shotsOf(world);
    browser = await openBrowser();
    if (only.includes('')) rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
  }, 600_000);
  afterAll(async () => {
    await browser?.close();
    await benchside?.stop();
  });

  it('show every page', () => {
    const pages = JSON.parse(readFileSync(projectPath('apps', 'web', 'pages.json'), 'utf8')) as object;
    expect(notShown(Object.keys(pages), shots)).toEqual([]);
  });

  it('of the README are taken where they are asked for', async () => {
    if (!only.includes('readme')) return;
    for (const [file, name] of Object.entries(ofReadme)) {
      const { path, as } = shots.find((shot) => shot.name === name) as Shot;
      const { page } = await browser.open();
      if (as) await signInAs(page, benchside.url, world.people[as]);
      await page.setViewport(small);
      await page.goto(`${benchside.url}${path}`);
      await settled(page);
      await page.screenshot({ path: projectPath('docs', 'images', `${file}.png`) as `${string}.png` });
      await page.close();
    }
  }, 300_000);

  it('of every page are taken', async () => {
    const complaints: string[] = [];
    for (const shot of shots.filter(({ name }) => only.some((part) => name.includes(part)))) {
      complaints.push(...(await take(shot).catch((error: Error) => [`${shot.name}: ${error.message}`])));
    }
    expect(complaints).toEqual([]);
  }, 1_200_000);
});
