import type { JSHandle, Page } from 'puppeteer-core';
import { fill } from './browser.js';

/** Waits for text to be on the page. */
export const sees = async (page: Page, text: string): Promise<void> => {
  try {
    await page.waitForFunction((wanted: string) => (document.body.textContent ?? '').includes(wanted), {}, text);
  } catch {
    const said = await page.evaluate(() => document.querySelector('main')?.textContent?.slice(0, 1_500));
    throw new Error(`"${text}" does not come up at ${page.url()}, but:\n${said}`);
  }
};

/** As if it were pressed where it stands by now: a pointer would miss what moves. */
const pressed = (handle: JSHandle<Element | null>) =>
  handle.evaluate((element) => {
    (element as HTMLElement).focus();
    (element as HTMLElement).click();
  });

/** Presses the button or link with this name. */
export const press = async (page: Page, name: string): Promise<void> => {
  const find = (wanted: string) => {
    const nameOf = (element: Element) => (element.getAttribute('aria-label') ?? element.textContent ?? '').trim();
    const all = [...document.querySelectorAll('main button, main a, [role="dialog"] button, header button, header a')];
    return all.find((element) => nameOf(element) === wanted && !(element as HTMLButtonElement).disabled) ?? null;
  };
  try {
    await page.waitForFunction(find, {}, name);
  } catch {
    const names = await page.evaluate(() =>
      [...document.querySelectorAll('main button, main a')].map((element) => element.textContent?.trim()),
    );
    throw new Error(`There is no "${name}" at ${page.url()}, but: ${names.join(' | ')}`);
  }
  const handle = await page.evaluateHandle(find, name);
  await pressed(handle);
};

/** Chooses the radio button or box with this label. */
export const choose = async (page: Page, label: string): Promise<void> => {
  const find = (wanted: string) =>
    [...document.querySelectorAll('main label')].find((element) => element.textContent?.startsWith(wanted)) ?? null;
  await page.waitForFunction(find, {}, label);
  await pressed(await page.evaluateHandle(find, label));
};

/** Writes over what is in a field. */
export const write = (page: Page, id: string, text: string): Promise<void> => fill(page, `[id="${id}"]`, text);

/** What is in a field that is there. */
export const written = (page: Page, id: string): Promise<string> =>
  page.$eval(`[id="${id}"]`, (element) => (element as HTMLInputElement).value);

/** Goes on with Tab until the focus is on what is called this. */
export const tabTo = async (page: Page, name: RegExp, most = 80): Promise<void> => {
  const seen: string[] = [];
  for (let step = 0; step < most; step += 1) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      const element = document.activeElement;
      const label =
        element instanceof HTMLElement && 'labels' in element ? (element as HTMLInputElement).labels?.[0] : null;
      return (element?.getAttribute('aria-label') ?? label?.textContent ?? element?.textContent ?? '')
        .trim()
        .slice(0, 80);
    });
    if (name.test(focused)) return;
    seen.push(focused);
  }
  throw new Error(`Nothing named ${name} can be reached with Tab, only: ${seen.join(' | ')}`);
};

/** Sets the day of a date field, whatever the order of its parts in this language. */
export const setDay = async (page: Page, id: string, day: string): Promise<void> => {
  await page.waitForSelector(`[id="${id}"]`);
  await page.$eval(
    `[id="${id}"]`,
    (field, value) => {
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, value);
      field.dispatchEvent(new Event('input', { bubbles: true }));
    },
    day,
  );
};
