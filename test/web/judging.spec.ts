import { Writable } from 'node:stream';
import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import type { Page } from 'puppeteer-core';
import { runEvaluation } from '../../apps/eval/evaluate.js';
import { axe, becomes, describeInBrowser, openBrowser, settled, type TestBrowser } from './browser.js';
import { type People, seedPeople, signInAs } from './people.js';
import { type Served, serve } from './served.js';
import { press, sees, write } from './working.js';

let served: Served;
let browser: TestBrowser;
let people: People;

const open = async (name: keyof People['actors'], path: string) => {
  const opened = await browser.open();
  const { url } = served.benchside;
  await signInAs(opened.page, url, people.actors[name]);
  await opened.page.goto(`${url}${path}`);
  await settled(opened.page);
  return opened;
};

/** What is kept of what somebody said, oldest first. */
const kept = (name: keyof People['actors']) =>
  served.benchside.database.rows<{ forKind: string; withId: string; relevant: boolean; reasons: string[] }>(
    `SELECT for_kind AS "forKind", with_id AS "withId", relevant, reasons, remark FROM match_judgement
     WHERE account_id = $1 ORDER BY created_at`,
    [people.actors[name].accountId],
  );

const beside = 'section[aria-labelledby="how-you-match"]';

/** Matches for another side of the viewer's own. */
const asking = async (page: Page, side: string) => {
  await page.waitForFunction(
    (selector: string, wanted: string) =>
      [...document.querySelectorAll<HTMLOptionElement>(`${selector} option`)].some(({ text }) => text === wanted),
    {},
    `${beside} label`,
    side,
  );
  const value = await page.$$eval(
    `${beside} label option`,
    (options, wanted) => (options as HTMLOptionElement[]).find(({ text }) => text === wanted)?.value ?? '',
    side,
  );
  await page.select(`${beside} label select`, value);
};

describeInBrowser('judging matches on the pages', () => {
  beforeAll(async () => {
    served = await serve();
    people = await seedPeople(served.benchside);
    browser = await openBrowser();
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    await served?.benchside.stop();
  });
  // Nobody has judged anything yet.
  beforeEach(() => served.benchside.database.affected('DELETE FROM match_judgement'));

  it('what is not relevant is kept with its reason, read again, and taken back', async () => {
    const { academicId } = people.ids;
    const { page, problems } = await open('scientist', `/academics/${academicId}`);
    await press(page, 'Not relevant because …');
    await press(page, 'Save');
    await sees(page, 'Choose a reason');
    await page.select(`#not-relevant-${academicId}-reason`, 'wrong-stage');
    await write(page, `not-relevant-${academicId}-remark`, 'We look for somebody more senior.');
    await press(page, 'Save');
    await sees(page, 'You said that it is not relevant: ');
    const said = { forKind: 'organisation', withId: academicId, relevant: false, reasons: ['wrong-stage'] };
    await becomes(() => kept('scientist'), [{ ...said, remark: 'We look for somebody more senior.' }]);
    await page.reload();
    await sees(page, 'You said that it is not relevant: ');
    await press(page, 'Take it back');
    await becomes(() => kept('scientist'), []);
    await sees(page, 'Not relevant because …');
    expect(problems).toEqual([]);
  });

  it('a match of one’s own brief is judged beside a profile, and where it is worked out', async () => {
    const { academicId, opportunityId } = people.ids;
    const { page, problems } = await open('scientist', `/academics/${academicId}`);
    await asking(page, 'Nurse adviser for an inhaler sensor');
    await settled(page);
    await press(page, 'Yes');
    await sees(page, 'You said that it is relevant.');
    await becomes(() => kept('scientist'), [expect.objectContaining({ forKind: 'opportunity', relevant: true })]);
    await press(page, 'How this was worked out');
    await sees(page, 'How the points add up');
    expect(new URL(page.url()).searchParams.get('a')).toBe(`opportunity:${opportunityId}`);
    await sees(page, 'You said that it is relevant.');
    await press(page, 'Take it back');
    await becomes(() => kept('scientist'), []);
    await press(page, 'Yes');
    await sees(page, 'You said that it is relevant.');
    expect(problems).toEqual([]);
  });

  it('who fits one’s own brief is listed with it, is set aside for a reason, and comes back', async () => {
    const { page, problems } = await open('scientist', `/opportunities/${people.ids.opportunityId}`);
    await sees(page, 'People who fit this');
    const names = () =>
      page.$$eval('section[aria-labelledby^="matches-"] li h3', (all) => all.map(({ textContent }) => textContent));
    await becomes(names, expect.arrayContaining(['Ada Nwosu']));
    const [first = ''] = (await names()).filter((name) => name !== 'Ada Nwosu');
    const setsAside = async () => {
      await press(page, `Not relevant: ${first}`);
      const field = await page.waitForSelector('select[id^="not-relevant-"]');
      await page.select(`#${await field?.evaluate(({ id }) => id)}`, 'wrong-topic');
    };
    await setsAside();
    expect(await axe(page)).toEqual([]);
    await press(page, 'Save');
    await sees(page, `${first} is no longer shown here.`);
    await becomes(names, expect.not.arrayContaining([first]));
    await press(page, 'Undo');
    await becomes(names, expect.arrayContaining([first]));
    await setsAside();
    await press(page, 'Save');
    await sees(page, `${first} is no longer shown here.`);
    expect(problems).toEqual([]);
  });

  it('an academic judges an opportunity, and others’ opportunities are nobody else’s to ask for', async () => {
    const { opportunityId } = people.ids;
    const { page, problems } = await open('nurse', `/opportunities/${opportunityId}`);
    await press(page, 'Yes');
    await becomes(
      () => kept('nurse'),
      [expect.objectContaining({ forKind: 'academic', withId: opportunityId, relevant: true })],
    );
    await sees(page, 'You said that it is relevant.');
    expect(await page.$eval('main', (main) => main.textContent)).not.toContain('People who fit');
    expect(problems).toEqual([]);
  });

  it('what was said is what the evaluation of the weights reads', async () => {
    const { nurse, scientist } = people.actors;
    const brief = { kind: 'opportunity', id: people.ids.opportunityId };
    const ada = { kind: 'academic', id: people.ids.academicId };
    const { matches } = await scientist.ask<{ matches: { nodes: { academic: { id: string } }[] } }>(
      'query ($for: MatchSubject!) { matches(for: $for, find: "academics", first: 10) { nodes { academic { id } } } }',
      { for: brief },
    );
    const other = { kind: 'academic', id: matches.nodes.find(({ academic }) => academic.id !== ada.id)?.academic.id };
    const judge = 'mutation ($input: JudgeMatchInput!) { judgeMatch(input: $input) { id } }';
    await scientist.ask(judge, { input: { for: brief, with: ada, relevant: true } });
    await scientist.ask(judge, { input: { for: brief, with: other, relevant: false, reasons: ['wrong-topic'] } });
    await nurse.ask(judge, { input: { for: ada, with: brief, relevant: true } });
    let out = '';
    const to = new Writable({
      write(chunk, _, done) {
        out += chunk;
        done();
      },
    });
    const quiet = new Writable({ write: (_, __, done) => done() });
    const { settings } = served.benchside;
    expect(await runEvaluation(['--from-feedback'], () => settings, { out: to, error: quiet })).toBe(0);
    // Of the scientist's brief two people, one relevant and one not; of the nurse's profile one brief.
    expect(JSON.parse(out)).toMatchObject({ collection: 'feedback', judgements: { said: 3 }, judged: 3, pairs: 1 });
  });
});
