import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { readSettings } from '#config';
import { NearCandidates, NearIndex, TextReading } from '#search';
import { Encoder, nearness } from '#texts';
import { runEvaluation } from '../../apps/eval/evaluate.js';
import { type Actor, type Benchside, startBenchside } from '../support/benchside.js';
import { type Manner, startEmbedder } from '../support/embedder.js';

const dimensions = 256;
let embedder: Awaited<ReturnType<typeof startEmbedder>>;
let benchside: Benchside;
let member: Actor;
let organisationId: string;
let folder: string;

beforeAll(async () => {
  embedder = await startEmbedder(dimensions);
  benchside = await startBenchside({
    RATE_LIMIT: 'false',
    EMBEDDER_URL: embedder.url,
    EMBEDDER_DIMENSIONS: String(dimensions),
    EMBEDDER_TOKEN: 'secret-of-the-encoder',
    EMBEDDER_TIMEOUT_MS: '400',
  });
  folder = mkdtempSync(join(tmpdir(), 'benchside-encoder-'));
  const { database } = benchside;
  member = await benchside.person({ email: 'mel@example.org', name: 'Mel Member' });
  const organisation = await database.row<{ id: string }>(
    `INSERT INTO organisation (slug, name, type, verification, topics, looking_for)
     VALUES ('novara', 'Novara', 'company', 'verified', '{asthma}', 'Cardiac infarction') RETURNING id`,
  );
  organisationId = organisation?.id ?? '';
  await database.affected(
    `INSERT INTO account_membership (organisation_id, account_id, role) VALUES ($1, $2, 'member')`,
    [organisationId, member.accountId],
  );
  await database.affected(
    `INSERT INTO academic (given_name, family_name, profession, topics, summary)
     SELECT 'Person', 'Number ' || n, 'nurse', '{asthma}', (ARRAY['The heart.', 'Teeth and gums', 'Kidney dialysis', 'Retina imaging', 'Eczema creams', 'Hip fracture', 'Midwifery', 'Dementia care', 'Sepsis alarms', 'Hearing aids', 'Speech therapy', 'Burn wounds'])[n]
     FROM generate_series(1, 12) AS n`,
  );
  await benchside.indexed();
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await benchside?.stop();
  await embedder?.stop();
});
beforeEach(async () => {
  // Nothing is read yet, and there are no works.
  await benchside.database.affected('DELETE FROM text_meaning');
  await benchside.database.affected('DELETE FROM academic_work');
  await benchside.indexed();
  Object.assign(embedder.state, { manner: 'well', asked: 0, texts: [], tokens: [] });
});

interface Answer {
  matches: {
    nodes: {
      score: number;
      academic: { name: string };
      parts: { part: string; value: number; evidence: { text: string }[] }[];
    }[];
  };
}

const asked = async () =>
  (
    await member.ask<Answer>(
      `{ matches(for: { kind: "organisation", id: "${organisationId}" }, find: "academics", first: 20) {
         nodes { score sentence academic { name } parts { part value evidence { text } } } } }`,
    )
  ).matches.nodes;
const reading = () => benchside.app.get(TextReading);
const kept = () => benchside.database.rows<{ owner: string }>('SELECT owner FROM text_meaning');

describe('an encoder that is set', () => {
  it.each<[Manner, RegExp]>([
    ['late', /^The encoder did not answer in 400 ms\.$/],
    ['failing', /status 503/],
    ['short', /gave 0 vectors for 1 texts/],
    ['nonsense', /must answer \{"vectors"/],
  ])('is refused by name where it answers %s', async (manner, problem) => {
    embedder.state.manner = manner;
    await expect(benchside.app.get(Encoder).meanings(['The heart.'])).rejects.toThrow(problem);
  });

  it('is refused where its vectors have another size than the settings say', async () => {
    const settings = { ...benchside.settings, embedder: { ...benchside.settings.embedder, dimensions: 128 } };
    await expect(new Encoder(settings as typeof benchside.settings).meanings(['x'])).rejects.toThrow(
      'The encoder gave a vector of 256 numbers, EMBEDDER_DIMENSIONS says 128. Set it to what the encoder gives.',
    );
    expect(() => readSettings({ DATABASE_URL: 'postgres://x', EMBEDDER_URL: embedder.url })).toThrow(
      /EMBEDDER_DIMENSIONS is missing/,
    );
  });

  it('is sent its token, and many texts in parts', async () => {
    const meanings = await benchside.app.get(Encoder).meanings(Array.from({ length: 70 }, (_, n) => `Text ${n}`));
    expect([meanings.length, embedder.state.asked]).toEqual([70, 3]);
    expect(new Set(embedder.state.tokens)).toEqual(new Set(['Bearer secret-of-the-encoder']));
    const [heart, cardiac, teeth] = await benchside.app.get(Encoder).meanings(['heart', 'cardiac', 'teeth']);
    if (!heart || !cardiac || !teeth) throw new Error('Not read');
    expect(nearness(heart, cardiac)).toBeCloseTo(1, 3);
    expect(nearness(heart, teeth)).toBeLessThan(0.5);
  });

  it('leaves matches as they are while it has read nothing, is away, or is forgotten', async () => {
    const before = await asked();
    expect(before).toHaveLength(12);
    embedder.state.manner = 'failing';
    expect(await reading().catchUp()).toBe(0);
    expect(await kept()).toHaveLength(0);
    expect(JSON.stringify(await asked())).toBe(JSON.stringify(before));

    embedder.state.manner = 'well';
    await reading().catchUp();
    expect(JSON.stringify(await asked())).not.toBe(JSON.stringify(before));
    // Matches are asked for without it: what was read stays, whatever has become of the service.
    embedder.state.manner = 'failing';
    embedder.state.asked = 0;
    await asked();
    expect(embedder.state.asked).toBe(0);
    await benchside.database.affected('DELETE FROM text_meaning');
    expect(JSON.stringify(await asked())).toBe(JSON.stringify(before));
  });

  it('finds who means the same in other words, and says so', async () => {
    const text = (nodes: Awaited<ReturnType<typeof asked>>, name: string) =>
      nodes.find(({ academic }) => academic.name === name)?.parts.find(({ part }) => part === 'text');
    expect(text(await asked(), 'Person Number 1')?.value).toBe(0);
    expect(await reading().catchUp()).toBe(13);
    const found = await asked();
    expect(found[0]?.academic.name).toBe('Person Number 1');
    expect(text(found, 'Person Number 1')?.value).toBeGreaterThan(0.1);
    expect(text(found, 'Person Number 1')?.evidence[0]?.text).toMatch(/^Nearness of meaning: \d+ %$/);
    // All is read: nothing is read again.
    embedder.state.asked = 0;
    expect(await reading().catchUp()).toBe(0);
    expect(embedder.state.asked).toBe(0);
  });

  it('finds who shares no word and no topic, where vectors can be looked through', async () => {
    const { database, app } = benchside;
    await database.affected(
      `INSERT INTO academic (given_name, family_name, profession, summary) VALUES ('Person', 'Apart', 'nurse', 'A heart')`,
    );
    await benchside.indexed();
    const isFound = async () => (await asked()).some(({ academic }) => academic.name === 'Person Apart');
    expect(await isFound()).toBe(false);
    await reading().catchUp();
    const canLook = app.get(NearIndex).name !== null;
    if (!canLook) process.stdout.write('Nobody is found by meaning here: this PostgreSQL has no pgvector.\n');
    expect(await isFound()).toBe(canLook);
    const health = await (await fetch(`${benchside.url}/health/ready`)).json();
    expect(health).toMatchObject({ search: { byMeaning: canLook ? 'pgvector' : null } });

    // Whoever has withdrawn is found by nothing, and what was lost is put back.
    if (canLook) await database.affected('TRUNCATE text_vector');
    expect(await isFound()).toBe(false);
    expect(await app.get(NearCandidates).settle()).toBe(canLook ? 14 : 0);
    expect(await isFound()).toBe(canLook);
    await database.affected(`DELETE FROM academic WHERE family_name = 'Apart'`);
    expect(await isFound()).toBe(false);
    await benchside.indexed();
    expect(await app.get(NearCandidates).settle()).toBe(0);
  });

  it('reads again only the texts that have changed', async () => {
    expect(await reading().catchUp()).toBe(13);
    embedder.state.texts = [];
    await benchside.database.affected(
      `INSERT INTO academic_work (academic_id, kind, title) SELECT id, 'publication', 'A new work' FROM academic
       WHERE family_name = 'Number 2'`,
    );
    await benchside.database.affected(`UPDATE academic SET city = 'Leeds' WHERE family_name = 'Number 2'`);
    await benchside.indexed();
    expect(await reading().catchUp()).toBe(1);
    expect(embedder.state.texts).toEqual(['A new work']);
  });
});

describe('npm run eval -- --embedder', () => {
  it('measures the words alone as ever, and what the encoder brings beside them', async () => {
    const path = join(folder, 'hearts.json');
    const texts = [
      'Cardiac infarction',
      'The heart',
      'Teeth',
      'Gums',
      ...Array.from({ length: 12 }, (_, n) => `Limb ${n}`),
    ];
    const people = Object.fromEntries(texts.map((_, index) => [`p${index}`, [index]]));
    writeFileSync(path, JSON.stringify({ texts, people, queries: [{ text: 0, relevant: ['p1'] }] }));
    const run = async (parameters: string[]) => {
      let [out, error] = ['', ''];
      const to = (add: (text: string) => void) =>
        new Writable({
          write(chunk, _, done) {
            add(String(chunk));
            done();
          },
        });
      const settings = () => ({ ...benchside.settings, embedder: null });
      const terminal = { out: to((text) => (out += text)), error: to((text) => (error += text)) };
      return { code: await runEvaluation([path, ...parameters], settings, terminal), out, error: () => error };
    };
    const alone = await run([]);
    const both = await run(['--embedder', embedder.url]);
    expect([alone.code, both.code]).toEqual([0, 0]);
    const { withEmbedder, ...words } = JSON.parse(both.out);
    expect(words).toEqual(JSON.parse(alone.out));
    expect(withEmbedder).toMatchObject({ dimensions, metrics: { meanAveragePrecision: { value: 1 } } });
    expect(words.metrics.meanAveragePrecision.value).toBeLessThan(1);

    embedder.state.manner = 'failing';
    const failed = await run(['--embedder', embedder.url]);
    expect(failed.code).toBe(1);
    expect(failed.error()).toContain('The encoder answered with status 503.');

    // No encoder is set; how long one may take, and its token, are read all the same.
    embedder.state.manner = 'late';
    expect((await run(['--embedder', embedder.url])).error()).toContain('The encoder did not answer in 400 ms.');
    expect(embedder.state.tokens.at(-1)).toBe('Bearer secret-of-the-encoder');
  }, 60_000);
});
