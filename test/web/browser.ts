/// <reference lib="dom" />
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe } from '@jest/globals';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The browser of this machine; Debian and Ubuntu have it as the package `chromium`. */
export const chromium = places.find((path) => existsSync(path));

/** Describes what is tried in a browser; where there is none, a plain line says so and the rest goes on. */
export const describeInBrowser: typeof describe | typeof describe.skip = (() => {
  if (chromium) return describe;
  console.log(
    `Skipped: there is no Chromium at ${places.join(', ')}. Install the package chromium to run these tests.`,
  );
  return describe.skip;
})();

export interface TestBrowser {
  browser: Browser;
  /** A page of its own, with the errors that its scripts and its policy report. */
  open(options?: PageOptions): Promise<{ page: Page; problems: string[] }>;
  close(): Promise<void>;
}

export interface PageOptions {
  width?: number;
  height?: number;
  dark?: boolean;
  scripts?: boolean;
}

export const openBrowser = async (): Promise<TestBrowser> => {
  const userDataDir = mkdtempSync(join(tmpdir(), 'benchside-chromium-'));
  const browser = await puppeteer.launch({
    executablePath: chromium,
    userDataDir,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--lang=en-GB',
    ],
  });
  return {
    browser,
    async open({ width = 1280, height = 900, dark = false, scripts = true } = {}) {
      const context = await browser.createBrowserContext();
      const page = await context.newPage();
      const problems: string[] = [];
      page.on('pageerror', (error) =>
        problems.push(`${page.url()}: ${error instanceof Error ? error.message : error}`),
      );
      page.on('console', (message) => {
        // A refusal that a page asked for on purpose is told by the network too.
        if (message.type() === 'error' && !/Failed to load resource/.test(message.text()))
          problems.push(message.text());
      });
      page.setDefaultTimeout(20_000);
      await page.setViewport({ width, height });
      await page.setJavaScriptEnabled(scripts);
      await page.emulateMediaFeatures([
        { name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' },
        { name: 'prefers-reduced-motion', value: 'reduce' },
      ]);
      return { page, problems };
    },
    async close() {
      await browser.close();
      rmSync(userDataDir, { recursive: true, force: true });
    },
  };
};

/** Resolves when the page has its heading and nothing of it is on its way. */
export const settled = async (page: Page): Promise<void> => {
  await page.waitForSelector('h1');
  await page.waitForNetworkIdle({ idleTime: 150 });
  await page.waitForFunction(() => !document.querySelector('[aria-busy="true"]'));
};

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe-core finds wrong by WCAG 2.0 to 2.2, A and AA: a line for each element. */
export const axe = async (page: Page): Promise<string[]> => {
  await page.evaluate(axeSource);
  return page.evaluate(async () => {
    interface Axe {
      run(
        context: Document,
        options: object,
      ): Promise<{ violations: { id: string; nodes: { target: unknown; failureSummary?: string }[] }[] }>;
    }
    const { axe: checker } = window as unknown as { axe: Axe };
    const { violations } = await checker.run(document, {
      runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
    });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} ${JSON.stringify(target)}: ${failureSummary ?? ''}`),
    );
  });
};

/** What has the focus, in a few words: a whole page's text tells nobody anything. */
export const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return 'nothing';
    return `${element.tagName.toLowerCase()} ${element.getAttribute('aria-label') ?? element.textContent ?? ''}`.slice(
      0,
      80,
    );
  });

/** Presses what bears this text: it is found first, because a press may lead to another page. */
export const press = async (page: Page, selector: string, text: string): Promise<void> => {
  const found = await page.waitForFunction(
    (among: string, wanted: string) =>
      [...document.querySelectorAll<HTMLElement>(among)].find((one) => one.textContent?.trim() === wanted),
    {},
    selector,
    text,
  );
  await found.asElement()?.evaluate((element) => (element as HTMLElement).click());
};
