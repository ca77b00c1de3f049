import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { nobody, type Viewer } from '#accounts';
import type { RequestsArgs } from './request.inputs.js';
import { requestRules } from './request.rules.js';
import { type RequestsForTests, requestsForTests } from './testing.js';

let world: RequestsForTests;
let company: string;
let mel: Viewer;
let ids: string[];
const none: ReadonlySet<string> = new Set();
const all: ReadonlySet<string> = new Set(['academic', 'organisation', 'opportunity', 'employer', 'university']);

beforeAll(async () => {
  world = await requestsForTests();
  company = await world.organisation();
  mel = await world.member(company);
  ids = [];
  for (let index = 0; index < 30; index += 1) {
    const ada = await world.academic(`Ada ${index}`);
    const { id } = await world.send(ada, { toOrganisationId: company });
    ids.unshift(id);
  }
});
afterAll(() => world?.close());

const list = (args: Partial<RequestsArgs>, fields = none) =>
  world.requests.list(mel, { box: 'received', first: 10, ...args }, fields);
const idsOf = (page: Awaited<ReturnType<typeof list>>) => page.nodes.map(({ id }) => id);

describe('a list of requests', () => {
  it('is read page by page, newest first, none twice and none left out, while new ones come in', async () => {
    const read: string[] = [];
    let after: string | null | undefined;
    do {
      const page = await list({ first: 7, after });
      read.push(...idsOf(page));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
      const late = await world.academic('Late Lea');
      const { id } = await world.send(late, { toOrganisationId: company });
      await world.answering.withdraw(late, id, null, none);
      await world.database.affected('DELETE FROM collaboration_request WHERE id = $1', [id]);
    } while (after);
    expect(read).toEqual(ids);
    expect((await list({})).totalCount).toBe(30);
  });

  it('refuses cursors that are not its own', async () => {
    const { pageInfo } = await list({});
    for (const [box, after] of [
      ['sent', pageInfo.endCursor],
      ['received', 'nonsense'],
      ['received', Buffer.from(`received:99:${'-'.repeat(36)}`).toString('base64url')],
      ['received', Buffer.from(`received:9e9:${randomUUID()}`).toString('base64url')],
    ] as const) {
      await expect(list({ box, after })).rejects.toMatchObject({ code: 'BAD_INPUT', details: { field: 'after' } });
    }
  });

  it('is filtered by state', async () => {
    await world.answering.decline(mel, ids[3] ?? '', 'timing', null, none);
    await world.answering.ask(mel, ids[5] ?? '', 'Why?', none);
    expect(idsOf(await list({ states: ['declined', 'asked'] }))).toEqual([ids[3], ids[5]]);
    expect((await list({ states: [] })).totalCount).toBe(0);
  });

  it('takes the same few statements for a page of 2 and of 30', async () => {
    const statements = async (first: number, fields: ReadonlySet<string>) => {
      const counted = world.counted();
      const page = await list({ first }, fields);
      await Promise.all(
        page.nodes.map(async (node) => {
          await Promise.all([world.records.events(mel, node), world.records.messages(mel, node)]);
        }),
      );
      return counted.stop();
    };
    expect(await statements(30, none)).toBe(4);
    expect(await statements(2, all)).toBe(await statements(30, all));
    expect(await statements(30, all)).toBeLessThanOrEqual(7);
  });

  it('is for signed-in people, and empty for a stranger', async () => {
    await expect(world.requests.list(nobody, { box: 'sent', first: 1 }, none)).rejects.toMatchObject({
      code: 'SIGN_IN_NEEDED',
    });
    const eve = await world.academic('Eve Else');
    expect(await world.requests.list(eve, { box: 'received', first: 10 }, none)).toMatchObject({
      totalCount: 0,
      nodes: [],
    });
  });
});

it('the counts of the boxes agree with the lists', async () => {
  await world.thread.read(mel, ids[0] ?? '', null, none);
  await world.thread.archive(mel, [ids[1] ?? ''], true, none);
  const counts = await world.requests.counts(mel);
  const page = await list({ first: 100 });
  expect(counts.received).toEqual({
    total: page.totalCount,
    unread: page.nodes.filter(({ unread }) => unread > 0).length,
    replyDue: page.nodes.filter(({ replyDue }) => replyDue).length,
  });
  expect(counts.archived).toEqual({ total: 1, unread: 1, replyDue: 1 });
  expect(counts.sent).toEqual({ total: 0, unread: 0, replyDue: 0 });
});

describe('drafts', () => {
  it('are saved over under the id that their writer made, and are nobody else’s', async () => {
    const [ada, eve] = [await world.academic('Ada Adams'), await world.academic('Eve Else')];
    const id = randomUUID();
    await world.drafts.save(ada, { id, reason: 'We coul' });
    const saved = await world.drafts.save(ada, {
      id,
      reason: 'We could',
      toOrganisationId: company,
      terms: { fte: 0.5 },
      mayBeReferred: false,
      acknowledgeMismatch: true,
    });
    expect(saved).toMatchObject({
      id,
      reason: 'We could',
      toOrganisationId: company,
      toAcademicId: null,
      terms: { fte: 0.5 },
      mayBeReferred: false,
      acknowledgeMismatch: true,
    });
    expect(await world.drafts.mine(ada)).toEqual([saved]);
    expect(await world.drafts.mine(eve)).toEqual([]);
    await expect(world.drafts.save(eve, { id, reason: 'Mine' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect([await world.drafts.remove(eve, id), await world.drafts.remove(ada, 'no-id')]).toEqual([false, false]);
    expect([await world.drafts.remove(ada, id), await world.drafts.remove(ada, id)]).toEqual([true, false]);
  });

  it('are limited, also when many are saved at the same moment', async () => {
    const ada = await world.academic('Ada Adams');
    const saves = await Promise.allSettled(
      Array.from({ length: requestRules.draftsPerPerson + 5 }, () => world.drafts.save(ada, { id: randomUUID() })),
    );
    expect(saves.filter(({ status }) => status === 'fulfilled')).toHaveLength(requestRules.draftsPerPerson);
    expect(await world.drafts.mine(ada)).toHaveLength(requestRules.draftsPerPerson);
  });
});
