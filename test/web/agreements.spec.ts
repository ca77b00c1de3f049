import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { axe, describeInBrowser, openBrowser, settled, type TestBrowser } from './browser.js';
import { type People, seedPeople, signInAs } from './people.js';
import { type Served, serve } from './served.js';
import { choose, press, sees } from './working.js';

let served: Served;
let browser: TestBrowser;
let people: People;
let url: string;
let collaborationId: string;

describeInBrowser('the pages of agreements', () => {
  beforeAll(async () => {
    served = await serve();
    url = served.benchside.url;
    people = await seedPeople(served.benchside);
    const { organisationId, academicId } = people.ids;
    const row = await served.benchside.database.row<{ id: string }>(
      `WITH begun AS (
         INSERT INTO collaboration (title, sender_organisation_id, receiver_academic_id) VALUES ('Inhaler study', $1, $2) RETURNING id
       ), agreed AS (
         INSERT INTO engagement_terms (collaboration_id, number, type, starts_on) SELECT id, 1, 'consultancy', '2027-09-01' FROM begun
       ) SELECT id FROM begun`,
      [organisationId, academicId],
    );
    collaborationId = row?.id ?? '';
    browser = await openBrowser();
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await served?.benchside.stop();
  });

  it('lead from questions to an agreement that is drafted', async () => {
    const { page, problems } = await browser.open();
    await signInAs(page, url, people.actors.nurse);
    await page.goto(`${url}/agreements/navigator?collaboration=${collaborationId}&start=2027-09-01`);
    await settled(page);
    await choose(page, 'Give or take expert advice for a fee');
    await sees(page, 'Consultancy agreement');
    await sees(page, 'by 11 August 2027');
    const navigator = page.url();
    expect(navigator).toContain('a=purpose.advice');
    const passes = async (path: string, there: string) => {
      await page.goto(path);
      for (const [width, value] of [
        [1280, 'light'],
        [320, 'dark'],
      ] as const) {
        await page.setViewport({ width, height: 900 });
        await page.emulateMediaFeatures([
          { name: 'prefers-color-scheme', value },
          { name: 'prefers-reduced-motion', value: 'reduce' },
        ]);
        await sees(page, there);
        await settled(page);
        expect((await axe(page)).map((line) => `${width} ${value} ${line}`)).toEqual([]);
        const wide = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect({ path, width, wide: Math.max(0, wide) }).toEqual({ path, width, wide: 0 });
      }
    };
    await passes(navigator, 'Consultancy agreement');
    await press(page, 'Draft it for this collaboration');
    await sees(page, 'Send to review');
    await sees(page, 'There are no documents yet');
    await passes(`${url}/collaborations/${collaborationId}`, 'Send to review');
    await press(page, 'Send to review');
    await sees(page, 'Record that your side has signed');
    expect(problems).toEqual([]);
  }, 120_000);
});
