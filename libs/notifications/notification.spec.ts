import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { nobody, type Viewer } from '#accounts';
import { Database, type TestDatabase, testDatabase } from '#database';
import { migrateJobs } from '#jobs';
import { FileMailer } from '#mail';
import { Notification } from './notification.entity.js';
import { NotificationLetters } from './notification.letters.js';
import { NotificationService } from './notification.service.js';
import { type Notice, type NoticeWords, NotificationSubjects } from './notification.subjects.js';
import { notify, readAbout, unsay } from './notify.js';

let testing: TestDatabase;
let database: Database;
let folder: string;
let service: NotificationService;
let letters: NotificationLetters;
let ada: Viewer;

/** Kettles: a thing that people may be told of, and that may be gone. */
const gone = new Set<string>();
let asked = 0;
const kettles = {
  kind: 'kettle',
  words: async (_: unknown, notices: readonly Notice[]) => {
    asked += 1;
    return new Map<string, NoticeWords>(
      notices
        .filter(({ subjectId }) => !gone.has(subjectId))
        .map(({ id, kind, subjectId, details }) => [
          id,
          {
            title: `${details.colour ?? 'A'} kettle: ${kind}`,
            paragraphs: ['Mind the steam.'],
            action: 'Open the kettle',
            path: `/kettles/${subjectId}`,
            current: details.cold !== 'yes',
          },
        ]),
    );
  },
};

const account = async (name: string, email = `${randomUUID()}@example.org`, verified = true): Promise<Viewer> => {
  const row = await database.row<{ id: string }>(
    'INSERT INTO account_holder (name, email, email_verified) VALUES ($1, $2, $3) RETURNING id',
    [name, email, verified],
  );
  return { ...nobody, accountId: row?.id ?? null, sessionId: 'session', name, email };
};

const kettle = (
  viewer: Viewer,
  kind = 'kettle-boils',
  details: Record<string, string> = {},
  subjectId = randomUUID(),
) => ({
  accountId: viewer.accountId ?? '',
  kind,
  subjectKind: 'kettle',
  subjectId,
  details,
});
const tell = (...notifications: ReturnType<typeof kettle>[]) =>
  database.transaction((tx) => notify(tx, notifications, { letterAt: new Date() }));
const list = (viewer: Viewer, first = 10, after?: string | null, unreadOnly = false) =>
  service.list(viewer, { first, after, unreadOnly });
const jobs = () => database.rows(`SELECT FROM graphile_worker.jobs WHERE task_identifier = 'notification-letters'`);
const mailed = async () =>
  Promise.all(
    (await readdir(folder)).filter((file) => file.endsWith('.txt')).map((file) => readFile(join(folder, file), 'utf8')),
  );

beforeAll(async () => {
  testing = await testDatabase({ entities: [Notification] });
  database = new Database(testing.dataSource);
  await migrateJobs(database);
  folder = await mkdtemp(join(tmpdir(), 'benchside-notices-'));
  const subjects = new NotificationSubjects();
  subjects.add(kettles);
  service = new NotificationService(database, subjects);
  const mailer = new FileMailer(folder, 'Benchside <no-reply@benchside.example>');
  letters = new NotificationLetters(database, subjects, mailer, { baseUrl: 'https://benchside.example' });
});
afterAll(async () => {
  await testing?.drop();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  ada = await account('Ada Adams');
});

describe('notifications', () => {
  it('are read newest first, page by page, in the words of what they are about, asked for once a page', async () => {
    for (let index = 0; index < 7; index += 1) await tell(kettle(ada, 'kettle-boils', { colour: `${index}` }));
    asked = 0;
    const titles: string[] = [];
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof list>> = await list(ada, 3, after);
      expect(page.totalCount).toBe(7);
      titles.push(...page.nodes.map(({ title }) => title));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after);
    expect(titles.map((title) => title[0]).join('')).toBe('6543210');
    expect(asked).toBe(3);
  });

  it('are nobody else’s to read or to mark', async () => {
    const eve = await account('Eve Else');
    await tell(kettle(ada));
    const [notification] = (await list(ada)).nodes;
    expect(await list(eve)).toMatchObject({ totalCount: 0, nodes: [] });
    expect(await service.markRead(eve, [notification?.id ?? '', 'not-an-id'])).toBe(0);
    expect(await service.unread(ada)).toBe(1);
    await expect(service.unread(nobody)).rejects.toMatchObject({ code: 'SIGN_IN_NEEDED' });
  });

  it('are marked as read one by one, or all at once', async () => {
    for (let index = 0; index < 3; index += 1) await tell(kettle(ada));
    const [first] = (await list(ada)).nodes;
    expect(await service.markRead(ada, [first?.id ?? ''])).toBe(2);
    expect((await list(ada, 10, null, true)).totalCount).toBe(2);
    expect(await service.markRead(ada, null)).toBe(0);
    expect((await list(ada)).nodes.every(({ readAt }) => readAt instanceof Date)).toBe(true);
    await expect(service.markRead(ada, Array(101).fill(randomUUID()))).rejects.toMatchObject({ code: 'BAD_INPUT' });
  });

  it('refuse a cursor of another list', async () => {
    await tell(kettle(ada), kettle(ada));
    const { pageInfo } = await list(ada, 1);
    await expect(list(ada, 1, pageInfo.endCursor, true)).rejects.toMatchObject({ details: { field: 'after' } });
    await expect(list(ada, 1, 'nonsense')).rejects.toMatchObject({ details: { field: 'after' } });
  });

  it('say so where what they were about is gone', async () => {
    const about = kettle(ada);
    await tell(about);
    gone.add(about.subjectId);
    expect((await list(ada)).nodes).toMatchObject([
      { title: 'This is about something that is no longer here.', path: null },
    ]);
  });

  it('are not repeated before they are read, also when two tell the same at the same moment', async () => {
    const about = kettle(ada);
    await Promise.all([tell(about), tell(about), tell(about)]);
    expect(await service.unread(ada)).toBe(1);
    await database.transaction((tx) => readAbout(tx, ada.accountId ?? '', 'kettle', [about.subjectId]));
    expect(await service.unread(ada)).toBe(0);
    await tell(about);
    expect((await list(ada)).totalCount).toBe(2);
  });

  it('can be taken back until somebody has read them', async () => {
    const ben = await account('Ben Brown');
    const subjectId = randomUUID();
    const take = () => database.transaction((tx) => unsay(tx, ['kettle-boils'], subjectId));
    await tell(kettle(ada, 'kettle-boils', {}, subjectId), kettle(ben, 'kettle-boils', {}, subjectId));
    expect(await take()).toBe(true);
    expect([await service.unread(ada), await service.unread(ben)]).toEqual([0, 0]);
    await tell(kettle(ada, 'kettle-boils', {}, subjectId), kettle(ben, 'kettle-boils', {}, subjectId));
    await service.markRead(ben, null);
    expect(await take()).toBe(false);
  });
});

describe('letters', () => {
  it('are asked for in the transaction that tells, or not at all', async () => {
    const before = (await jobs()).length;
    const failed = database.transaction(async (tx) => {
      await notify(tx, [kettle(ada)], { letterAt: new Date() });
      throw new Error('The power is gone');
    });
    await expect(failed).rejects.toThrow('The power is gone');
    expect([(await jobs()).length, await service.unread(ada)]).toEqual([before, 0]);
    await tell(kettle(ada), kettle(ada, 'kettle-whistles'));
    expect((await jobs()).length).toBe(before + 1);
  });

  it('go out once each; one address that refuses holds up no other, and is tried again', async () => {
    const broken = await account('Broken', 'two..addresses@@example.org');
    const unproved = await account('Unproved', undefined, false);
    const ben = await account('Ben Brown');
    const people = [broken, unproved, ada, ben];
    for (const viewer of people) await tell(kettle(viewer, 'kettle-boils', { colour: '<b>Red</b>' }));
    const ids = (await Promise.all(people.map((viewer) => list(viewer)))).flatMap(({ nodes }) =>
      nodes.map(({ id }) => id),
    );
    const before = (await mailed()).length;
    const send = () => letters.handlers()[0]?.run({ ids });
    await expect(send()).rejects.toThrow('its to is not acceptable');
    await expect(send()).rejects.toThrow('its to is not acceptable');
    const sent = (await mailed()).slice(before);
    expect(sent).toHaveLength(2);
    expect(sent.join()).toContain(`To: ${ada.email}`);
    expect(sent.join()).toContain('https://benchside.example/kettles/');
    await database.affected(`UPDATE account_holder SET email = 'mended@example.org' WHERE id = $1`, [broken.accountId]);
    await send();
    expect((await mailed()).length).toBe(before + 3);
  });

  it('are not sent of what was read, has been dealt with or is gone', async () => {
    const about = [kettle(ada), kettle(ada, 'kettle-boils', { cold: 'yes' }), kettle(ada)];
    await tell(...about);
    const ids = (await list(ada)).nodes.map(({ id }) => id);
    gone.add(about[2]?.subjectId ?? '');
    await database.transaction((tx) => readAbout(tx, ada.accountId ?? '', 'kettle', [about[0]?.subjectId ?? '']));
    const before = (await mailed()).length;
    await letters.send([...ids, randomUUID()]);
    expect((await mailed()).length).toBe(before);
  });
});
