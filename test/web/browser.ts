/// <reference lib="dom" />
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, jest } from '@jest/globals';
import puppeteer, { type Browser, type ElementHandle, type Page } from 'puppeteer-core';

/** How long a page may take for one thing, in milliseconds: enough on a machine that is five times slower than ours. */
export const patience = 45_000;

// A test is many such things, one after the other.
jest.setTimeout(300_000);

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

/** The browsers of this file. */
const browsers = new Set<Browser>();

// A page that is left open goes on asking the server for news.
afterEach(async () => {
  const contexts = [...browsers].flatMap((browser) =>
    browser.browserContexts().filter((context) => context !== browser.defaultBrowserContext()),
  );
  await Promise.all(contexts.map((context) => context.close()));
});

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
      // All pages are of one site: a process for each site would only be started and thrown away.
      '--disable-site-isolation-trials',
      '--disable-features=IsolateOrigins,site-per-process',
      '--lang=en-GB',
    ],
  });
  browsers.add(browser);
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
      page.setDefaultTimeout(patience);
      await page.setViewport({ width, height });
      await page.setJavaScriptEnabled(scripts);
      await page.evaluateOnNewDocument(countAsked);
      await page.emulateMediaFeatures([
        { name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' },
        { name: 'prefers-reduced-motion', value: 'reduce' },
      ]);
      return { page, problems };
    },
    async close() {
      browsers.delete(browser);
      await browser.close();
      rmSync(userDataDir, { recursive: true, force: true });
    },
  };
};

/** In every document: how much of what it has asked the server for is still to come. What a page leaves goes with it. */
const countAsked = () => {
  const { fetch } = window;
  let asked = 0;
  Object.defineProperty(window, 'asked', { get: () => asked });
  performance.setResourceTimingBufferSize(10_000);
  window.fetch = async (...question) => {
    asked += 1;
    try {
      const answer = await fetch(...question);
      // All of it, not only its head.
      await answer.clone().arrayBuffer();
      return answer;
    } finally {
      asked -= 1;
    }
  };
};

/**
 * What the page still waits for, or an empty list once that is so for a moment; the server's own HTML has no announcer.
 * The program is made of files that are asked for while it runs: each has a link, and an entry when it has come.
 */
const missing = () => {
  const look = () => {
    const links = document.querySelectorAll<HTMLLinkElement>('link[rel="modulepreload"], link[rel="stylesheet"]');
    const files = [...links].filter(({ href }) => performance.getEntriesByName(href).length === 0);
    const { asked } = window as unknown as { asked: number };
    return [
      ...['[data-announcer]', 'h1'].filter((selector) => !document.querySelector(selector)),
      ...[...document.querySelectorAll('[aria-busy="true"]')].map(({ className }) => `busy: ${className}`),
      ...files.map(({ href }) => href),
      ...(asked === 0 ? [] : [`${asked} answers`]),
    ];
  };
  const idle = () => new Promise<unknown>((resolve) => requestIdleCallback(resolve, { timeout: 2_000 }));
  const looks = async () => {
    // What comes makes the program draw, and what it draws may ask for more.
    for (const pause of [idle, () => new Promise((resolve) => setTimeout(resolve, 50)), idle, idle]) {
      const found = look();
      if (found.length > 0) return found;
      await pause();
    }
    return look();
  };
  return looks();
};

/** Resolves when the page has its heading and nothing of it is on its way. */
export const settled = async (page: Page): Promise<void> => {
  let last: string[] = [];
  for (const until = Date.now() + patience; Date.now() < until; await new Promise((wake) => setTimeout(wake, 25))) {
    // A page that is being left has no answer.
    last = await page.evaluate(missing).catch((error: Error) => [error.message]);
    if (last.length === 0) return;
  }
  throw new Error(`${page.url()} does not come to rest: ${last.join(', ')}`);
};

/** Resolves when what has changed is on the screen. */
export const drawn = (page: Page): Promise<void> =>
  page.evaluate(() => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))));

/** Reads until what is read is what is wanted; in the end Jest says where they differ. */
export const becomes = async <Value>(read: () => Promise<Value>, wanted: unknown): Promise<void> => {
  for (const until = Date.now() + patience; ; await new Promise((resolve) => setTimeout(resolve, 50))) {
    try {
      return expect(await read()).toEqual(wanted);
    } catch (error) {
      if (Date.now() > until) throw error;
    }
  }
};

/** Waits until what `selector` finds says this. */
export const reads = (page: Page, selector: string, text: string | RegExp): Promise<void> =>
  becomes(
    () => page.$eval(selector, (element) => element.textContent ?? ''),
    typeof text === 'string' ? expect.stringContaining(text) : expect.stringMatching(text),
  );

/** Presses what `selector` finds, wherever it stands by then: a pointer would miss what moves. */
export const click = async (page: Page, selector: string): Promise<void> => {
  const found = await page.waitForSelector(selector);
  await found?.evaluate((element) => (element as HTMLElement).click());
};

/** Writes into an empty field, as often as it takes: what comes up beside it may take the focus or the text away. */
export const fill = async (page: Page, selector: string, text: string): Promise<void> => {
  const field = (await page.waitForSelector(selector)) as ElementHandle<HTMLInputElement>;
  for (let attempt = 1; attempt <= 3; attempt += 1) {
    await field.evaluate((element) => {
      element.focus();
      element.select();
    });
    if (await field.evaluate(({ value }) => value !== '')) await page.keyboard.press('Backspace');
    await page.keyboard.type(text);
    if ((await field.evaluate(({ value }) => value)) === text) return;
  }
  throw new Error(`${selector} does not keep what is written into it at ${page.url()}`);
};

/** Opens the palette with the key for it, ready to be written into. */
export const openPalette = async (page: Page): Promise<void> => {
  await page.keyboard.press('/');
  await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'combobox');
};

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe-core finds wrong by WCAG 2.0 to 2.2, A and AA: a line for each element. */
export const axe = async (page: Page): Promise<string[]> => {
  // A checker of half a megabyte is read once a document.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource);
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
      // Nobody reads what is right.
      resultTypes: ['violations'],
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
export const press = async (page: Page, selector: string, text: string | RegExp): Promise<void> => {
  const found = await page.waitForFunction(
    (among: string, exactly: string | null, pattern: string) =>
      [...document.querySelectorAll<HTMLElement>(among)].find((one) => {
        const said = one.textContent?.trim() ?? '';
        return (
          !(one as HTMLButtonElement).disabled && (exactly === null ? new RegExp(pattern).test(said) : said === exactly)
        );
      }),
    {},
    selector,
    typeof text === 'string' ? text : null,
    typeof text === 'string' ? '' : text.source,
  );
  await found.asElement()?.evaluate((element) => (element as HTMLElement).click());
};
