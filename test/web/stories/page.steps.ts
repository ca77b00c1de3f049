import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import type { Page } from 'puppeteer-core';
import { type Stage, thisDay } from '../../e2e/stories/working.steps.js';
import type { Actor } from '../../support/benchside.js';
import { firstDayComes, letters } from '../../support/collaborating.js';
import { becomes, click, fill, type TestBrowser } from '../browser.js';
import { choose, press, sees, setDay, write } from '../working.js';

/** The product, who verifies organisations, and the browser that everybody uses. */
export interface PageStage extends Stage {
  browser: TestBrowser;
}

/** Somebody in front of the pages. */
export interface Visitor {
  actor: Actor;
  page: Page;
  /** What went wrong on their pages. */
  problems: string[];
  /** Opens a page of the product. */
  opens(path: string): Promise<void>;
  /** Saves a file with `press`, and answers what is in it. */
  saves(name: RegExp, press: () => Promise<void>): Promise<Buffer>;
}

const password = 'a long enough phrase for tests';

const named = (pattern: RegExp, folder: string) => readdirSync(folder).find((name) => pattern.test(name));

/** Lets the files of a page come into a folder that nobody else's come into, and reads them there. */
const saving = async (page: Page): Promise<Visitor['saves']> => {
  const folder = mkdtempSync(join(tmpdir(), 'benchside-downloads-'));
  const session = await page.browser().target().createCDPSession();
  const browserContextId = page.browserContext().id;
  await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder, browserContextId });
  page.browser().once('disconnected', () => rmSync(folder, { recursive: true, force: true }));
  return async (name, act) => {
    await act();
    await becomes(async () => named(name, folder), expect.any(String));
    const path = join(folder, named(name, folder) ?? '');
    const content = readFileSync(path);
    // The next one of this name is not this one.
    rmSync(path);
    return content;
  };
};

/**
 * Waits until the program runs and shows what it has loaded. The network is not asked: what leaving a page has cut off may
 * count as on its way for ever.
 */
const shown = async (page: Page): Promise<void> => {
  await page.waitForSelector('[data-announcer]');
  await page.waitForFunction(() => document.querySelector('h1') && !document.querySelector('[aria-busy="true"]'));
};

/** Somebody who has an account signs in on the page for it. */
export const signsIn = async (
  { benchside, browser }: PageStage,
  { email, name }: { email: string; name: string },
): Promise<Visitor> => {
  const actor = await benchside.person({ email, name, password });
  const { page, problems } = await browser.open();
  const opens = async (path: string) => {
    await page.goto(`${benchside.url}${path}`);
    await shown(page);
  };
  await opens('/sign-in');
  await fill(page, 'input[name="email"]', email);
  await fill(page, 'input[name="password"]', password);
  await click(page, 'main form button[type="submit"]');
  await page.waitForSelector(`header [aria-label^="Your account: ${name}"]`);
  return { actor, page, problems, opens, saves: await saving(page) };
};

/** Looks for something on one of the pages for it, and opens what is found under this name. */
export const finds = async ({ page, opens }: Visitor, path: string, words: string, name: string): Promise<void> => {
  await opens(path);
  await fill(page, 'main input[name="q"]', words);
  await page.waitForFunction((wanted: string) => new URL(location.href).searchParams.get('q') === wanted, {}, words);
  await press(page, name);
  await heading(page, name);
};

export const heading = async (page: Page, text: string): Promise<void> => {
  await page.waitForFunction((wanted: string) => document.querySelector('h1')?.textContent?.includes(wanted), {}, text);
};

/** Waits until a text is gone. */
export const misses = async (page: Page, text: string): Promise<void> => {
  await page.waitForFunction((gone: string) => !document.body.textContent?.includes(gone), {}, text);
};

/** Loads the page again, where the other side has done something. */
export const reloads = async ({ page }: Visitor): Promise<void> => {
  await page.reload();
  await shown(page);
};

/** Types into a field that finds things, and picks what is called this. */
export const picks = async (page: Page, id: string, words: string, name: string): Promise<void> => {
  await write(page, id, words);
  const option = await page.waitForFunction(
    (wanted: string) =>
      [...document.querySelectorAll<HTMLElement>('[role="option"]')].find((each) => each.textContent?.includes(wanted)),
    {},
    name,
  );
  await option.asElement()?.evaluate((element) => (element as HTMLElement).click());
  await page.waitForSelector(`main [aria-label*="${name}"]`);
};

/** Goes through the wizard of a request, from its first page to the one that says that it is on its way. */
export const asks = async (
  { page }: Visitor,
  { type, reason, terms }: { type: string; reason: string; terms?: () => Promise<void> },
): Promise<void> => {
  await choose(page, type);
  await press(page, 'Continue');
  await sees(page, 'Say what you know already');
  await terms?.();
  await press(page, 'Continue');
  // The reason is begun by the page, from how the two match; it is the sender's to change.
  await page.waitForFunction(
    () => ((document.getElementById('reason') as HTMLTextAreaElement | null)?.value.length ?? 0) >= 20,
  );
  await write(page, 'reason', reason);
  await press(page, 'Continue');
  await sees(page, reason);
  await press(page, 'Send the request');
  await heading(page, 'Your request is on its way');
};

/** Opens the one request from somebody in the inbox, says yes to it, and goes on to the collaboration. */
export const accepts = async ({ page, opens }: Visitor, from: string, words: string): Promise<string> => {
  await opens('/inbox');
  await press(page, from);
  await heading(page, `${from} asks`);
  await press(page, 'Accept');
  await write(page, 'step-text', words);
  await press(page, 'Accept the request');
  await press(page, 'Open the collaboration');
  await sees(page, 'Where it stands: exploring');
  return new URL(page.url()).pathname;
};

/** Opens the collaboration with somebody from the list of them. */
export const opensWork = async ({ page, opens }: Visitor, other: string): Promise<void> => {
  await opens('/collaborations');
  await press(page, other);
  await heading(page, `With ${other}`);
};

/** Takes a step: its button asks once more, and there a word may go with it. */
export const takes = async ({ page }: Visitor, step: string, leadsTo: string): Promise<void> => {
  await press(page, step);
  await page.waitForSelector('#step-note');
  await press(page, step);
  await sees(page, `Where it stands: ${leadsTo}`);
};

interface Answer {
  by: Visitor;
  label: string;
  name: string;
  /** As a radio button says it. */
  answer?: string;
  reason?: string;
  /** What the approver must be able to read before they answer. */
  reads?: string[];
}

/** Asks somebody for an approval by e-mail. They have no account: they follow the link, give the code, read, and answer. */
export const isAnswered = async (
  { benchside, browser }: PageStage,
  { by, label, name, answer = 'I approve it', reason, reads = [] }: Answer,
): Promise<void> => {
  const email = `${name.toLowerCase().replaceAll(/\W+/g, '.')}@signs.example`;
  const mine = async () => (await letters(benchside)).filter(({ to }) => to === email);
  const before = (await mine()).length;
  const again = await by.page.$(`main button[aria-label="Ask again: ${label}"]`);
  await press(by.page, `${again ? 'Ask again' : 'Ask'}: ${label}`);
  const field = await by.page.waitForSelector('form[aria-label^="Ask for the approval"] input[id$="-email"]');
  const id = await field?.evaluate((input) => input.id.replace(/-email$/, ''));
  await write(by.page, `${id}-name`, name);
  await write(by.page, `${id}-email`, email);
  await press(by.page, 'Send the link');
  await sees(by.page, `${name} was asked`);

  await becomes(async () => (await mine()).length, before + 1);
  const address = /http\S+\/sign-off#\S+/.exec((await mine()).at(-1)?.text ?? '')?.[0] ?? '';
  const { page, problems } = await browser.open();
  await page.goto(address);
  await press(page, 'Send me the code');
  await sees(page, 'Six digits');
  await becomes(async () => (await mine()).length, before + 2);
  await write(page, 'code', (await mine()).at(-1)?.subject.slice(0, 6) ?? '');
  await press(page, 'Read what is proposed');
  await sees(page, 'Your answer');
  for (const text of reads) await sees(page, text);
  await choose(page, answer);
  if (reason) await write(page, 'reason', reason);
  await press(page, 'Send my answer');
  await sees(page, answer === 'I approve it' ? 'You have approved it' : 'You have asked for changes');
  expect(problems).toEqual([]);
  await page.browserContext().close();
  await reloads(by);
};

/** Chooses an answer to one of several questions. */
export const answers = async (page: Page, question: string, answer: string): Promise<void> => {
  const found = await page.waitForFunction(
    (id: string, wanted: string) =>
      [...document.querySelectorAll<HTMLElement>(`fieldset[id="${id}"] label`)].find(({ textContent }) =>
        textContent?.startsWith(wanted),
      ),
    {},
    question,
    answer,
  );
  await found.asElement()?.evaluate((label) => (label as HTMLElement).click());
};

/** Drafts the agreement that some answers lead to, for the collaboration on the page, and sends it to review. */
export const drafts = async ({ page }: Visitor, said: Record<string, string>, kind: string): Promise<void> => {
  await press(page, 'Find the agreement that fits');
  for (const [question, answer] of Object.entries(said)) await answers(page, question, answer);
  await sees(page, kind);
  await press(page, 'Draft it for this collaboration');
  await press(page, 'Send to review');
};

/** Records in the open agreement that one's own side has signed. */
export const signs = async ({ page }: Visitor, signatory: string): Promise<void> => {
  await sees(page, 'Record that your side has signed');
  const id = await page.$eval('[id$="-signatory"]', (field) => {
    field.closest('details')?.querySelector('summary')?.click();
    return field.id.replace(/-signatory$/, '');
  });
  await write(page, `${id}-signatory`, signatory);
  await write(page, `${id}-role`, 'Director');
  await setDay(page, `${id}-day`, thisDay);
  await press(page, 'Record the signature');
  await sees(page, `${signatory}, Director, on`);
};

/** The first day of the work on the page comes, and one side completes it. */
export const completes = async ({ benchside }: PageStage, visitor: Visitor): Promise<void> => {
  await firstDayComes(benchside, new URL(visitor.page.url()).pathname.split('/').at(-1) ?? '');
  await takes(visitor, 'Complete it', 'completed');
  await misses(visitor.page, 'End this agreement');
};

/** Says what one's own side makes of the work. */
export const says = async ({ page }: Visitor, text: string): Promise<void> => {
  await write(page, 'review', text);
  await answers(page, 'again', 'Yes');
  await press(page, 'Save what you say');
  await sees(page, text);
};
