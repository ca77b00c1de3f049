import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { nobody } from '#accounts';
import { type TopicRoom, topicRoom } from './testing.js';

const source = 'Asked for by the respiratory network';

describe('looking after the topics', () => {
  let room: TopicRoom;
  beforeAll(async () => {
    room = await topicRoom();
  });
  afterAll(() => room.drop());

  const found = (text: string) => room.taxonomy.current.extractTopics(text).map(({ term }) => term.code);
  const add = (topic: string, synonym: string) => room.topics.addSynonym(room.admin, { topic, synonym, source });
  const inTree = async (code: string) => (await room.topics.tree(room.admin)).find((topic) => topic.code === code);

  it('shows the tree from the top, with how many use each topic', async () => {
    await room.academic(['asthma']);
    await room.academic(['asthma', 'stroke']);
    await room.organisation(['asthma']);
    const tree = await room.topics.tree(room.admin);
    expect(tree).toHaveLength(room.taxonomy.current.terms('topic').length);
    for (const [at, { depth }] of tree.entries()) expect(depth).toBeLessThanOrEqual((tree[at - 1]?.depth ?? -1) + 1);
    expect(await inTree('asthma')).toMatchObject({ academics: 2, organisations: 1, opportunities: 0, depth: 1 });
    await expect(room.topics.tree(nobody)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
  });

  it('finds a topic by a name that was added, until it is taken away', async () => {
    const academic = await room.academic(['asthma']);
    await room.outbox();
    expect(found('wheezy bronchitis in children')).not.toContain('asthma');
    const added = await add('asthma', ' Wheezy bronchitis ');
    expect(added).toMatchObject({ synonym: 'Wheezy bronchitis', source, addedBy: 'Ada Admin' });
    expect(found('wheezy bronchitis in children')).toContain('asthma');
    expect(await room.outbox()).toContain(academic);
    expect(await inTree('asthma')).toMatchObject({ added: [{ id: added.id }] });
    await room.topics.removeSynonym(room.admin, added.id);
    expect(found('wheezy bronchitis in children')).not.toContain('asthma');
    await expect(room.topics.removeSynonym(room.admin, added.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('keeps the names of topics apart', async () => {
    await expect(add('asthma', 'Strokes')).rejects.toMatchObject({ code: 'TAKEN', details: { topic: 'stroke' } });
    await expect(add('asthma', 'asthma')).rejects.toMatchObject({
      code: 'TAKEN',
      message: 'Asthma is called “asthma” already.',
    });
    await expect(add('asthma', '--')).rejects.toMatchObject({ code: 'BAD_INPUT' });
    await expect(add('no-such-topic', 'Anything')).rejects.toMatchObject({ code: 'BAD_INPUT' });
  });

  it('lists what several searched for in vain, until it is a name or set aside', async () => {
    const inVain = (term: string, count: number) =>
      room.database.affected(
        `INSERT INTO search_gap (kind, week, term, count) VALUES ('academics', date_trunc('week', now())::date, $1, $2)`,
        [term, count],
      );
    await inVain('bronchitis wheezy', 40);
    await inVain('somewhere', 30);
    await inVain('lonely', 1);
    const words = async () => (await room.topics.words(room.admin)).map(({ term }) => term);
    expect(await words()).toEqual(['bronchitis wheezy', 'somewhere']);
    await add('asthma', 'Wheezy bronchitis');
    expect(await words()).toEqual(['somewhere']);
    await room.topics.setWordAside(room.admin, 'somewhere');
    await room.topics.setWordAside(room.admin, 'somewhere');
    expect(await words()).toEqual([]);
    await expect(room.topics.setWordAside(room.admin, 'never typed')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
