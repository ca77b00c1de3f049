import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Downloads, FileReaders, writeCsv } from '#files';
import { notFound } from '#graphql';
import { type Actor, type Benchside, startBenchside } from '../support/benchside.js';
import { pdf, type Sent, uploads } from './uploading.js';

let benchside: Benchside;
let ada: Actor;
let ben: Actor;

beforeAll(async () => {
  benchside = await startBenchside();
  ada = await benchside.person({ email: 'ada@example.org' });
  ben = await benchside.person({ email: 'ben@example.org' });
  // Of a purpose of its own: Ben reads what is attached for it.
  benchside.app.get(FileReaders).register('story', async ({ accountId }) => accountId === ben.accountId);
  benchside.app.get(Downloads).register('story', ['csv'], async ({ accountId }, { id, query }) => {
    if (accountId !== ben.accountId) throw notFound('story');
    return { name: `Story ${id}`, bytes: writeCsv([['year'], [query.year ?? null]]) };
  });
});
afterAll(() => benchside?.stop());

const upload = (as: Actor, sent?: Sent) => uploads(benchside, as, sent);
const refusal = async (as: Actor, sent: Sent = {}) => {
  const { status, body } = await upload(as, sent);
  const [error] = (body.errors ?? []) as {
    message: string;
    extensions: { code: string; field?: string; requestId: string };
  }[];
  expect(error?.extensions.requestId).toMatch(/^[0-9a-f-]{36}$/);
  return [status, error?.extensions.code, error?.extensions.field];
};
const read = (as: Actor, id: string) => as.get(`/files/${id}`);
const rows = async () => (await benchside.database.rows('SELECT id FROM stored_file')).length;

describe('a file over HTTP', () => {
  it('is taken from somebody signed in, and handed out as an attachment that no page can be', async () => {
    const { status, body } = await upload(ada, { name: 'Zoë’s terms – 张伟.pdf' });
    expect([status, body]).toEqual([
      201,
      { id: expect.any(String), name: 'Zoë’s terms – 张伟.pdf', mediaType: 'application/pdf', size: pdf.length },
    ]);
    const answer = await read(ada, body.id ?? '');
    expect(answer.status).toBe(200);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': expect.stringMatching(/^attachment; .*filename\*=UTF-8''Zo%C3%AB/),
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
      'content-security-policy': "sandbox; default-src 'none'",
    });
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(pdf);
  });

  it('is not there for anybody else, until it is attached and its room lets them read it', async () => {
    const { body } = await upload(ada);
    const id = body.id ?? '';
    expect((await read(ben, id)).status).toBe(404);
    await benchside.database.affected('UPDATE stored_file SET attached_at = now() WHERE id = $1', [id]);
    expect((await read(ben, id)).status).toBe(200);
    expect((await read(ada, id)).status).toBe(404);
    expect((await read(benchside.nobody, id)).status).toBe(401);
    for (const guess of ['..%2f..%2fpackage.json', 'x', '%00', `${id}'`, id.slice(0, -1)]) {
      expect([guess, (await read(ben, guess)).status]).toEqual([guess, 404]);
    }
    const views = await benchside.database.rows('SELECT account_id FROM file_view WHERE file_id = $1', [id]);
    expect(views).toEqual([{ account_id: ben.accountId }]);
  });

  it('is refused with what is wrong, and nothing of it is kept', async () => {
    const before = await rows();
    const program = Buffer.from('MZ\x90\0\x03\0\0\0 This program cannot be run in DOS mode.', 'latin1');
    expect(await refusal(benchside.nobody)).toEqual([401, 'SIGN_IN_NEEDED', undefined]);
    expect(await refusal(ada, { purpose: 'anything' })).toEqual([400, 'BAD_INPUT', 'purpose']);
    expect(await refusal(ada, { bytes: program })).toEqual([400, 'BAD_INPUT', 'file']);
    expect(await refusal(ada, { name: 'tool.exe', bytes: program })).toEqual([400, 'BAD_INPUT', 'name']);
    expect(await refusal(ada, { name: '<script>.html', bytes: Buffer.from('<script>') })).toEqual([
      400,
      'BAD_INPUT',
      'name',
    ]);
    expect(await refusal(ada, { bytes: Buffer.alloc(0) })).toEqual([400, 'BAD_INPUT', 'file']);
    expect(await refusal(ada, { bytes: Buffer.alloc(10 * 1024 * 1024 + 1) })).toEqual([400, 'BAD_INPUT', 'file']);
    expect(await refusal(ada, { headers: { 'x-file-name': '%ff' } })).toEqual([400, 'BAD_INPUT', 'name']);
    expect(await rows()).toBe(before);
  });

  it('is not taken from a form or a page of another site', async () => {
    const before = await rows();
    expect((await refusal(ada, { headers: { origin: 'https://evil.example' } })).slice(0, 2)).toEqual([
      403,
      'NOT_ALLOWED',
    ]);
    expect((await refusal(ada, { headers: { 'sec-fetch-site': 'cross-site' } })).slice(0, 2)).toEqual([
      403,
      'NOT_ALLOWED',
    ]);
    for (const type of [
      'multipart/form-data; boundary=x',
      'text/plain',
      'application/x-www-form-urlencoded',
      'application/json',
    ]) {
      expect([type, (await refusal(ada, { headers: { 'content-type': type } }))[0]]).toEqual([type, 415]);
    }
    expect((await upload(ada, { headers: { origin: benchside.url } })).status).toBe(201);
    expect(await rows()).toBe(before + 1);
  });

  it('is written when somebody asks for it who may read it', async () => {
    const asks = (as: Actor, path: string) => as.get(`/downloads/${path}`);
    const answer = await asks(ben, 'story/7.csv?year=2026');
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8']);
    expect(answer.headers.get('content-disposition')).toContain('filename="Story 7.csv"');
    expect(answer.headers.get('content-security-policy')).toBe("sandbox; default-src 'none'");
    expect(Buffer.from(await answer.arrayBuffer()).toString()).toBe('\ufeffyear\r\n2026\r\n');
    const others = ['story/7.pdf', 'story/7', 'story/%2e%2e.csv', 'nothing/7.csv', '__proto__/7.csv'];
    expect(await Promise.all(others.map(async (path) => (await asks(ben, path)).status))).toEqual(
      others.map(() => 404),
    );
    expect((await asks(ada, 'story/7.csv')).status).toBe(404);
    expect((await asks(benchside.nobody, 'story/7.csv')).status).toBe(401);
  });

  it('costs its sender something: a minute has room for a hundred', async () => {
    const greedy = await benchside.person({ email: 'greedy@example.org' });
    const ids = Array.from({ length: 110 }, () => '00000000-0000-4000-8000-000000000000');
    const answers = await Promise.all(ids.map((id) => read(greedy, id)));
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused).toHaveLength(10);
    expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await read(ben, 'x')).status).toBe(404);
  });
});
