import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { nobody } from '#accounts';
import { questionKey } from '#alerts';
import { TaxonomyService } from '#taxonomy';
import { type TopicRoom, topicRoom } from './testing.js';

const copd = 'chronic-obstructive-pulmonary-disease';
const reason = 'Nobody tells the two apart';

describe('retiring a topic into another', () => {
  let room: TopicRoom;
  beforeAll(async () => {
    room = await topicRoom();
  });
  afterAll(() => room.drop());

  const merge = (topic: string, successor: string) => room.merging.merge(room.admin, { topic, successor, reason });
  const undoAll = async () => {
    for (const { id, undoneAt } of await room.merging.list(room.admin)) {
      if (!undoneAt) await room.merging.undo(room.admin, id);
    }
  };
  const term = (code: string) => room.taxonomy.current.term('topic', code);

  it('moves everything that names it, each once and in its place, and tells the index', async () => {
    const academic = await room.academic(['stroke', 'asthma', copd]);
    const other = await room.academic(['stroke']);
    const organisation = await room.organisation(['asthma']);
    const opportunity = await room.insert('opportunity', {
      side: 'company',
      organisation_id: organisation,
      opportunity_type: 'advisory',
      title: 'A brief',
      topics: ['asthma'],
      must_have: JSON.stringify([
        { facet: 'topic', code: 'asthma' },
        { facet: 'nation', code: 'england' },
      ]),
    });
    const event = await room.insert('event', {
      organisation_id: organisation,
      name: 'A fair',
      kind: 'showcase',
      place: 'Leeds',
      starts_at: '2027-03-01T09:00:00Z',
      ends_at: '2027-03-01T17:00:00Z',
      topics: ['asthma', 'stroke'],
    });
    const search = await room.insert('saved_search', {
      account_id: await room.person('Sam Saver'),
      kind: 'academics',
      name: 'Asthma',
      filter: JSON.stringify({ topics: ['asthma', 'stroke'] }),
      question_key: questionKey('academics', null, { topics: ['asthma', 'stroke'] }),
      cadence: 'off',
    });
    const texts = await room.academic(['stroke']);
    await room.database.affected(
      `INSERT INTO academic_work (academic_id, kind, title, mesh_headings) VALUES ($1, 'publication', 'A work', '{Asthma}')`,
      [texts],
    );
    await room.outbox();

    const done = await merge('asthma', copd);
    expect(done).toMatchObject({
      ...{ topic: 'asthma', label: 'Asthma', successor: copd, reason, mergedBy: 'Ada Admin', moved: 5 },
      undoneAt: null,
    });
    expect(await room.topicsOf('academic', academic)).toEqual(['stroke', copd]);
    expect(await room.topicsOf('academic', other)).toEqual(['stroke']);
    expect(await room.topicsOf('organisation', organisation)).toEqual([copd]);
    expect(await room.topicsOf('opportunity', opportunity)).toEqual([copd]);
    expect(await room.topicsOf('event', event)).toEqual([copd, 'stroke']);
    const criteria = () => room.database.row('SELECT must_have FROM opportunity WHERE id = $1', [opportunity]);
    expect(await criteria()).toEqual({
      must_have: [
        { facet: 'topic', code: copd },
        { facet: 'nation', code: 'england' },
      ],
    });
    const saved = () => room.database.row('SELECT filter, question_key FROM saved_search WHERE id = $1', [search]);
    expect(await saved()).toEqual({
      filter: { topics: [copd, 'stroke'] },
      question_key: questionKey('academics', null, { topics: [copd, 'stroke'] }),
    });
    expect((await room.outbox()).sort()).toEqual([academic, organisation, opportunity, texts].sort());

    await room.merging.undo(room.admin, done.id);
    expect(await room.topicsOf('academic', academic)).toEqual(['stroke', 'asthma', copd]);
    expect(await room.topicsOf('organisation', organisation)).toEqual(['asthma']);
    expect(await room.topicsOf('event', event)).toEqual(['asthma', 'stroke']);
    expect(await criteria()).toMatchObject({ must_have: [{ code: 'asthma' }, { code: 'england' }] });
    expect(await saved()).toMatchObject({ filter: { topics: ['asthma', 'stroke'] } });
    expect((await room.outbox()).sort()).toEqual([academic, organisation, opportunity, texts].sort());
  });

  it('hands its names, its headings and what is below it to the successor', async () => {
    const children = room.taxonomy.current.children('topic', 'asthma').map(({ code }) => code);
    const [heading = ''] = term('asthma')?.attributes.meshHeadings ?? [];
    const { current } = room.taxonomy;
    await merge('asthma', copd);
    const { current: later } = room.taxonomy;
    expect(later.extractTopics('Adults with asthma').map((mention) => mention.term.code)).toEqual([copd]);
    expect(later.suggestTopics('asthma').map(({ code }) => code)).toContain(copd);
    expect(later.topicsOfHeading(heading).map(({ code }) => code)).toContain(copd);
    expect(later.terms('topic')).toHaveLength(current.terms('topic').length - 1);
    expect(later.term('topic', 'asthma')).toMatchObject({ label: 'Asthma', retired: true });
    expect(later.currentCode('topic', 'asthma')).toBe(copd);
    for (const child of children) expect(later.term('topic', child)?.parent).toBe(copd);
    await undoAll();
    expect(room.taxonomy.current.extractTopics('asthma').map((mention) => mention.term.code)).toEqual(['asthma']);
  });

  it('is followed by writers who still know the old topic, and along a line of merges', async () => {
    await merge('asthma', copd);
    await merge(copd, 'respiratory-disease');
    const late = await room.academic(['asthma', 'stroke', copd]);
    expect(await room.topicsOf('academic', late)).toEqual(['respiratory-disease', 'stroke']);
    expect(room.taxonomy.current.currentCode('topic', 'asthma')).toBe('respiratory-disease');
    await undoAll();
  });

  it('is known to another process when it looks', async () => {
    const worker = new TaxonomyService(room.database.dataSource);
    await worker.onModuleInit();
    const held = worker.current;
    expect(await worker.refresh()).toBe(held);
    await merge('asthma', copd);
    expect(worker.current.term('topic', 'asthma')?.retired).toBe(false);
    expect((await worker.refresh()).term('topic', 'asthma')?.retired).toBe(true);
    await undoAll();
  });

  it('is won by one of twenty', async () => {
    const academic = await room.academic(['asthma']);
    const successors = room.taxonomy.current
      .terms('topic')
      .filter(({ parent }) => parent === null)
      .map(({ code }) => code);
    const tries = await Promise.allSettled(
      Array.from({ length: 20 }, (_, at) => merge('asthma', successors[at % successors.length] ?? 'cancer')),
    );
    const won = tries.filter(({ status }) => status === 'fulfilled');
    expect(won).toHaveLength(1);
    for (const one of tries) if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'WRONG_STATE' });
    const inForce = (await room.merging.list(room.admin)).filter(({ undoneAt }) => !undoneAt);
    expect(await room.topicsOf('academic', academic)).toEqual([inForce[0]?.successor]);
    await undoAll();
  });

  it('leaves no row behind that is written at the same time', async () => {
    const writing = Array.from({ length: 20 }, () => room.academic(['asthma', 'stroke']));
    await Promise.all([...writing, merge('asthma', copd)]);
    const row = await room.database.row(`SELECT FROM academic WHERE topics && '{asthma}'`);
    expect(row).toBeUndefined();
    await undoAll();
  });

  it('refuses what would lead nowhere, and says what would do', async () => {
    const refused = (topic: string, successor: string) => expect(merge(topic, successor)).rejects;
    await refused('no-such-topic', copd).toMatchObject({ code: 'BAD_INPUT', details: { field: 'topic' } });
    await refused(copd, 'no-such-topic').toMatchObject({ code: 'BAD_INPUT', details: { field: 'successor' } });
    await refused(copd, copd).toMatchObject({ code: 'BAD_INPUT', details: { field: 'successor' } });
    await refused('respiratory-disease', copd).toMatchObject({ code: 'NOT_POSSIBLE' });
    await merge('asthma', copd);
    await refused('asthma', 'stroke').toMatchObject({
      code: 'WRONG_STATE',
      message: expect.stringMatching(/^Asthma is retired into .+ already\.$/),
    });
    await refused(copd, 'asthma').toMatchObject({ code: 'NOT_POSSIBLE' });
    await undoAll();
    await expect(room.merging.merge(nobody, { topic: 'asthma', successor: copd, reason })).rejects.toMatchObject({
      code: 'NOT_ALLOWED',
    });
  });

  it('is undone once, the last first, not after a month, and leaves what has changed since', async () => {
    const changed = await room.academic(['asthma']);
    const first = await merge('asthma', copd);
    await room.database.affected(`UPDATE academic SET topics = '{${copd},stroke}' WHERE id = $1`, [changed]);
    const second = await merge(copd, 'stroke');
    await expect(room.merging.undo(room.admin, first.id)).rejects.toMatchObject({ code: 'NOT_POSSIBLE' });
    await room.merging.undo(room.admin, second.id);
    expect(await room.topicsOf('academic', changed)).toEqual([copd, 'stroke']);
    const undone = await room.merging.undo(room.admin, first.id);
    expect(undone.kept).toBe(1);
    expect(await room.topicsOf('academic', changed)).toEqual([copd, 'stroke']);
    await expect(room.merging.undo(room.admin, first.id)).rejects.toMatchObject({ code: 'WRONG_STATE' });
    await expect(room.merging.undo(room.admin, 'not-an-id')).rejects.toMatchObject({ code: 'NOT_FOUND' });

    const old = await merge('asthma', copd);
    await room.database.affected(`UPDATE topic_merge SET created_at = now() - interval '31 days' WHERE id = $1`, [
      old.id,
    ]);
    await expect(room.merging.undo(room.admin, old.id)).rejects.toMatchObject({ code: 'TOO_LATE' });
    await room.merging.forget();
    expect(await room.database.rows('SELECT FROM topic_move')).toEqual([]);
  });
});
