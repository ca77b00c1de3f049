import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { projectPath, readSettings } from '#config';
import { type TestDatabase, testDatabase } from '#database';
import { runEvaluation, type Stop } from './evaluate.js';

let database: TestDatabase;
let folder: string;
jest.setTimeout(120_000);
beforeAll(async () => {
  database = await testDatabase();
  folder = mkdtempSync(join(tmpdir(), 'benchside-eval-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await database.drop();
});

class Written extends Writable {
  text = '';
  override _write(chunk: Buffer, _: string, done: () => void) {
    this.text += chunk.toString();
    done();
  }
}

const run = async (parameters: string[], stop?: Stop, url = database.url) => {
  const out = new Written();
  const error = new Written();
  const settings = () => readSettings({ DATABASE_URL: url, BENCHSIDE_STATE: join(folder, 'state') });
  const code = await runEvaluation(parameters, settings, { out, error }, stop);
  return { code, out: out.text, error: error.text };
};

const fixture = (name: string) => projectPath('apps/eval/fixtures', name);
const written = (name: string, content: unknown) => {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
};
const scratchDatabases = () =>
  database.dataSource.query<{ datname: string }[]>(
    `SELECT datname FROM pg_database WHERE datname LIKE 'benchside_eval_${process.pid}_%'`,
  );

/** The figures and the scores of a collection. */
const measure = async (path: string, more: string[] = []) => {
  const scores = join(folder, 'scores.json');
  const { code, out, error } = await run([path, '--scores', scores, ...more]);
  if (code !== 0) throw new Error(error);
  return { figures: JSON.parse(out), scores: JSON.parse(readFileSync(scores, 'utf8')) };
};

const certain = { value: 1, interval: [1, 1] };

describe('npm run eval', () => {
  it('orders items by the works of each person, in every version', async () => {
    const { figures, scores } = await measure(fixture('expertise.json'));
    expect(scores).toHaveLength(2);
    for (const { airways, limbs } of scores) {
      expect(airways.spacer).toBeGreaterThan(airways.robot);
      expect(limbs.robot).toBeGreaterThan(limbs.spacer);
      // Nobody here writes about teeth.
      expect([airways.teeth, limbs.teeth]).toEqual([0, 0]);
    }
    // airways: right but for a tie of robot and teeth where both are 0 (weight 1 of 8). limbs: teeth (4) ties with
    // spacer (1), weight 3 of 8, and stands below the robot (5), weight 1, as it should. Of four easy pairs that tie is lost.
    expect(figures).toMatchObject({ collection: 'expertise-ratings', people: 2, versions: 2 });
    expect(figures.metrics.loss.value).toBeCloseTo((0.5 + 1.5) / 16, 4);
    expect(figures.metrics.easyAccuracy.value).toBeCloseTo(3 / 4, 4);
    expect(figures.metrics.hardAccuracy).toEqual(certain);
  });

  it('finds documents for short and for long questions, and leaves out those without an answer', async () => {
    const { figures, scores } = await measure(fixture('graded.json'));
    expect(figures).toEqual({
      collection: 'graded-retrieval',
      questions: 2,
      documents: 4,
      metrics: {
        longNdcgAt10: certain,
        longNdcgAt10AmongGraded: certain,
        shortNdcgAt10: certain,
        shortNdcgAt10AmongGraded: certain,
      },
    });
    for (const form of ['short', 'long']) {
      expect(Object.keys(scores[form])).toEqual(['treatment', 'face', 'unanswered']);
      expect(scores[form].treatment['asthma-treatment']).toBeGreaterThan(scores[form].treatment['asthma-signs']);
      expect(Object.keys(scores[form].face)).toHaveLength(4);
    }
  });

  it('finds people for a text as if they had not written it', async () => {
    const { figures, scores } = await measure(fixture('people.json'));
    const [inhaler, robot] = scores;
    // Who has written nothing else is found by nothing.
    expect(inhaler).toMatchObject({ once: 0, limbs: 0, snoring: 0 });
    expect(inhaler.airways).toBeGreaterThan(0);
    expect(robot.limbs).toBeGreaterThan(robot.airways);
    // The first question finds one of its two at once, and the other behind one of equal score: (1 + 2/3) / 2 and 1.
    expect(figures).toMatchObject({ collection: 'people-retrieval', people: 4, questions: 2 });
    expect(figures.metrics.meanAveragePrecision.value).toBeCloseTo(((1 + 2 / 3) / 2 + 1) / 2, 4);
  });

  it('finds people exactly as where nobody ever wrote the text that is asked', async () => {
    const words = 'asthma stroke sleep inhaler robot airway walking memory kidney heart lung nurse trial cohort'.split(
      ' ',
    );
    const text = (index: number) => ({
      title: `Study ${index} of ${words[index % 14]} and ${words[(index * 5 + 3) % 14]}`,
      abstract: [1, 3, 7, 11].map((step) => words[(index * step + step) % 14]).join(' in '),
    });
    // The text asked has words that nobody else has, one of them a slip away from one that others have.
    const texts = [
      ...Array.from({ length: 36 }, (_, index) => text(index)),
      { title: 'Asthna', abstract: 'quixotic asthna of the lung and heart' },
    ];
    const others = Array.from({ length: 6 }, (_, person) =>
      Array.from({ length: 6 }, (_, index) => person * 6 + index),
    );
    const people = (own: number[]) =>
      Object.fromEntries(others.map((works, at) => [`p${at}`, at === 0 ? [...works, ...own] : works]));
    const queries = [{ text: 36, relevant: ['p0'] }];
    const [left] = (await measure(written('left.json', { texts, people: people([36]), queries }))).scores;
    const [never] = (await measure(written('never.json', { texts, people: people([]), queries }))).scores;
    for (const person of Object.keys(never)) expect(left[person]).toBeCloseTo(never[person], 12);
    expect(Math.max(...(Object.values(never) as number[]))).toBeGreaterThan(0);
  });

  it('finds nobody where the text that is asked is all that was ever written', async () => {
    const only = {
      texts: ['An inhaler for asthma'],
      people: { a: [0], b: [0], c: [] },
      queries: [{ text: 0, relevant: ['a'] }],
    };
    const { figures, scores } = await measure(written('only.json', only));
    expect(scores).toEqual([{ a: 0, b: 0, c: 0 }]);
    expect(figures.questions).toBe(1);
  });

  it('compares only whom an engine finds, as matches do, where it is told to', async () => {
    const { figures, scores } = await measure(fixture('graded.json'), ['--engine', 'postgresql']);
    expect(figures).toMatchObject({ collection: 'graded-retrieval', engine: 'postgresql' });
    expect(scores.short.treatment['asthma-treatment']).toBeGreaterThan(0);
    expect(figures.metrics.shortNdcgAt10.value).toBeGreaterThan(0);
  });

  it('says that Meilisearch is left out where there is none, and refuses other engines', async () => {
    const { code, out, error } = await run([fixture('graded.json'), '--engine', 'meilisearch']);
    expect([code, error]).toEqual([0, 'Meilisearch is left out: MEILISEARCH_URL is not set.\n']);
    expect(JSON.parse(out)).toMatchObject({ engine: 'meilisearch', metrics: {} });
    expect(await run([fixture('graded.json'), '--engine', 'other'])).toMatchObject({
      code: 1,
      error: expect.stringContaining('--engine is postgresql or meilisearch.'),
    });
  });

  it('measures the same every time, and leaves no database behind', async () => {
    const first = await measure(fixture('people.json'));
    expect(await measure(fixture('people.json'))).toEqual(first);
    expect(await scratchDatabases()).toEqual([]);
  });

  it('reads texts without an abstract, with a long title, and as plain strings', async () => {
    const long = 'Inhaler technique '.repeat(200);
    const path = written('odd.json', {
      texts: [
        { title: long, abstract: null },
        'An inhaler for asthma',
        { title: '', abstract: '' },
        { title: 'Asthma' },
      ],
      people: { a: [0, 1, 2], b: [3], c: [] },
      queries: [{ text: 3, relevant: ['a'] }],
    });
    const { scores } = await measure(path);
    expect(scores).toEqual([{ a: expect.any(Number), b: 0, c: 0 }]);
    expect(scores[0].a).toBeGreaterThan(0);
  });

  it.each<[string, unknown, string]>([
    ['no-json.json', '{"texts": [', 'no-json.json is not JSON'],
    ['list.json', [1], 'it is not a JSON object'],
    [
      'other.json',
      { rows: [], name: 'x' },
      'it has rows, name. Known shapes: expertise-ratings (texts, versions, ratings)',
    ],
    ['empty.json', {}, 'it has nothing in it'],
    [
      'half.json',
      { documents: { a: 3 }, queries: {}, grades: {} },
      'half.json looks like graded-retrieval, but documents.a is wrong',
    ],
    [
      'missing-text.json',
      { texts: ['a'], people: { p: [0, 4] }, queries: [{ text: 0, relevant: [] }] },
      'missing-text.json names text 4, but has 1 texts.',
    ],
  ])('says what is wrong with %s', async (name, content, problem) => {
    const { code, out, error } = await run([written(name, content)]);
    expect([code, out]).toEqual([1, '']);
    expect(error).toContain(problem);
    expect(error).not.toContain('    at ');
  });

  it('says how it is used, and what it cannot reach', async () => {
    for (const parameters of [[], ['a.json', 'b.json'], ['a.json', '--own'], ['--unknown']]) {
      expect(await run(parameters)).toMatchObject({
        code: 1,
        out: '',
        error: expect.stringContaining('Usage: npm run'),
      });
    }
    expect(await run(['--help'])).toMatchObject({ code: 0, out: expect.stringContaining('--own'), error: '' });
    expect(await run([join(folder, 'none.json')])).toMatchObject({
      code: 1,
      error: expect.stringContaining('none.json'),
    });
    const nowhere = await run([fixture('people.json')], undefined, 'postgres://nobody@127.0.0.1:1/none');
    expect(nowhere).toMatchObject({ code: 1, error: expect.stringMatching(/^The database cannot be reached: .*\n$/) });
  });

  it.each(['--from-feedback', '--exposure'])('says where %s finds no product in the database', async (task) => {
    const url = new URL(database.url);
    url.pathname = `/benchside_empty_${process.pid}`;
    await database.dataSource.query(`CREATE DATABASE ${url.pathname.slice(1)} TEMPLATE template0`);
    try {
      const { code, error } = await run([task], undefined, url.href);
      expect([code, error]).toEqual([
        1,
        'The database has no directory of this version: start the product on it once (npm start).\n',
      ]);
    } finally {
      await database.dataSource.query(`DROP DATABASE ${url.pathname.slice(1)} WITH (FORCE)`);
    }
  });

  it('stops when it is asked to, and leaves no database behind', async () => {
    const { code, out } = await run([fixture('expertise.json')], { requested: true });
    expect([code, out]).toEqual([130, '']);
    expect(await scratchDatabases()).toEqual([]);
  });
});

/** A judged collection that the project does not hold; undefined where there is none on this machine. */
const reference = (name: string): string | undefined => {
  const path = join(process.env.BENCHSIDE_DATA ?? projectPath('../shared/data'), 'matching', name);
  if (existsSync(path)) return path;
  console.log(`Skipped: ${path} is not there. BENCHSIDE_DATA names the folder of the judged collections.`);
  return undefined;
};

describe('the judged collections', () => {
  it('are matched as well as the published systems do, on the expertise of researchers', async () => {
    const path = reference('expertise.json');
    if (!path) return;
    // One version of ten: all take half a minute or more, and differ by .01 or so.
    const whole = JSON.parse(readFileSync(path, 'utf8'));
    const { figures } = await measure(
      written('expertise-one.json', { ...whole, versions: whole.versions.slice(0, 1) }),
    );
    expect(figures.metrics.loss.value).toBeLessThan(0.27);
    expect(figures.metrics.easyAccuracy.value).toBeGreaterThan(0.82);
    expect(figures.metrics.hardAccuracy.value).toBeGreaterThan(0.59);
  }, 300_000);

  it('are matched better than by plain TF-IDF, on medical questions', async () => {
    const path = reference('medical-questions.json');
    if (!path) return;
    const { figures } = await measure(path);
    expect(figures.metrics.shortNdcgAt10.value).toBeGreaterThan(0.7);
    expect(figures.metrics.longNdcgAt10.value).toBeGreaterThan(0.62);
  }, 300_000);
});
