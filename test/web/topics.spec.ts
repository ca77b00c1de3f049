import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { JobHandler } from '#jobs';
import { STEWARDSHIP_JOBS } from '#stewardship';
import { axe, becomes, describeInBrowser, openBrowser, settled, type TestBrowser } from './browser.js';
import { type People, seedPeople, signInAs } from './people.js';
import { type Served, serve } from './served.js';
import { press, sees, write } from './working.js';

let served: Served;
let browser: TestBrowser;
let people: People;
let url: string;

const open = async (name: keyof People['actors'] | null, path: string) => {
  const opened = await browser.open();
  if (name) await signInAs(opened.page, url, people.actors[name]);
  await opened.page.goto(`${url}${path}`);
  await settled(opened.page);
  return opened;
};

describeInBrowser('the topics, for those who look after them', () => {
  beforeAll(async () => {
    served = await serve();
    url = served.benchside.url;
    people = await seedPeople(served.benchside);
    const { database } = served.benchside;
    await database.affected(
      `INSERT INTO academic (given_name, family_name, topics) VALUES ('Gwen', 'Goutworth', '{gout}')`,
    );
    await database.affected(
      `INSERT INTO search_gap (kind, week, term, count)
       VALUES ('academics', date_trunc('week', now())::date, 'podagra', 7)`,
    );
    await served.benchside.indexed();
    browser = await openBrowser();
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await served?.benchside.stop();
  });

  it('a word that nobody found becomes a name, a topic is retired, and old links lead to its successor', async () => {
    const { page, problems } = await open('administrator', '/admin?part=topics');
    await sees(page, 'podagra');
    await page.select('[id="topic-podagra"]', 'gout');
    await press(page, 'Add podagra as a name');
    await sees(page, 'None. New ones appear here.');

    await page.type('main input[type="text"], main input:not([type])', 'podagra');
    await sees(page, '1 of ');
    await press(page, 'Gout');
    await sees(page, 'Searched for on Benchside 7 times');
    expect(await axe(page)).toEqual([]);
    await press(page, 'Retire Gout');
    await sees(page, 'Choose the topic that stands in its place');
    await page.select('#topic-successor', 'psoriasis');
    await write(page, 'topic-reason', 'Nobody tells the two apart');
    await press(page, 'Retire Gout');
    await sees(page, 'Gout into Psoriasis');
    await sees(page, 'Retired topics: 1');
    expect(await axe(page)).toEqual([]);

    await served.benchside.indexed();
    const visitor = await open(null, '/academics?topics=gout');
    await sees(visitor.page, 'Gwen Goutworth');
    await visitor.page.waitForFunction(() => location.search === '?topics=psoriasis');
    await sees(visitor.page, 'Psoriasis');
    expect(visitor.problems).toEqual([]);

    await press(page, 'Undo: Gout into Psoriasis');
    await sees(page, 'Undone on');
    await sees(page, 'Retired topics: 0');
    expect(problems).toEqual([]);
  });

  it('whom matches show is measured when somebody asks, and read as tables', async () => {
    const { page, problems } = await open('administrator', '/admin?part=exposure');
    await sees(page, 'Not measured yet');
    await press(page, 'Measure now');
    await sees(page, 'A measurement is being made');
    const { app, database } = served.benchside;
    const waiting = await database.row<{ id: string }>('SELECT id FROM exposure_measurement');
    await app
      .get<JobHandler[]>(STEWARDSHIP_JOBS)
      .find(({ name }) => name === 'measure-exposure')
      ?.run({ id: waiting?.id });
    await sees(page, 'Measured on');
    await sees(page, 'Career stage');
    expect(await axe(page)).toEqual([]);
    expect(await page.$('section[aria-label="Shares over time"]')).toBeNull();

    await database.affected(
      `INSERT INTO exposure_measurement (state, weights_edition, result, created_at, ended_at)
       SELECT state, weights_edition, result, created_at - make_interval(weeks => n), ended_at
       FROM exposure_measurement, generate_series(1, 2) AS n`,
    );
    await page.reload();
    await sees(page, 'Over time: furthest from even shares is');
    await becomes(() => page.$$eval('section[aria-label="Shares over time"] thead th', (cells) => cells.length), 4);
    for (const width of [1280, 320]) {
      await page.setViewport({ width, height: 900 });
      await settled(page);
      expect(await axe(page)).toEqual([]);
      const fits = () => document.documentElement.scrollWidth <= document.documentElement.clientWidth;
      await becomes(() => page.evaluate(fits), true);
    }
    expect(problems).toEqual([]);
  });
});
