import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Downloads, FileReaders, writeCsv } from '#files';
import { notFound } from '#graphql';
import { type Actor, type Benchside, startBenchside } from '../support/benchside.js';

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
}, 60_000);
afterAll(() => benchside?.stop());

const pdf = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');

interface Sent {
  name?: string;
  bytes?: Buffer;
  purpose?: string;
  headers?: Record<string, string>;
}

const upload = async (as: Actor, { name = 'terms.pdf', bytes = pdf, purpose = 'story', headers = {} }: Sent = {}) => {
  const response = await fetch(`${benchside.url}/files?purpose=${purpose}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/octet-stream',
      'x-file-name': encodeURIComponent(name),
      ...(as.cookie ? { cookie: as.cookie } : {}),
      ...headers,
    },
    body: new Uint8Array(bytes),
  });
  return { status: response.status, body: (await response.json()) as Record<string, never> };
};
const refusal = async (as: Actor, sent: Sent = {}) => {
  const { status, body } = await upload(as, sent);
  const [error] = (body.errors ?? []) as {
    message: string;
    extensions: { code: string; field?: string; requestId: string };
  }[];
  expect(error?.extensions.requestId).toMatch(/^[0-9a-f-]{36}$/);
  return [status, error?.extensions.code, error?.extensions.field];
};
const read = (as: Actor, id: string) =>
  fetch(`${benchside.url}/files/${id}`, { headers: as.cookie ? { cookie: as.cookie } : {} });
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
    const asks = (as: Actor, path: string) =>
      fetch(`${benchside.url}/downloads/${path}`, { headers: { cookie: as.cookie } });
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

const heads = (format: string, id: string, as: Actor) =>
  fetch(`${benchside.url}/downloads/heads-of-terms/${id}.${format}`, { headers: { cookie: as.cookie } });

describe('an agreement', () => {
  let cleo: Actor;
  let dan: Actor;
  let collaborationId: string;

  const fields =
    '{ id version state kind { code } actions termsChanged sections { code title text } steps { code dueOn } signatures { side } file { id } }';
  interface Agreement {
    id: string;
    version: number;
    state: string;
    actions: string[];
    sections: { code: string; title: string; text: string }[];
    steps: { code: string; dueOn: string | null }[];
    signatures: { side: string }[];
    file: { id: string } | null;
  }
  const mutate = (name: string, type: string) =>
    `mutation ($input: ${type}!) { result: ${name}(input: $input) ${fields} }`;
  const drafting = mutate('draftAgreement', 'DraftAgreementInput');
  const moving = mutate('moveAgreement', 'MoveAgreementInput');
  const signing = mutate('recordSignature', 'RecordSignatureInput');
  const draft = async (as: Actor, agreementKind: string) =>
    (
      await as.ask<{ result: Agreement }>(drafting, {
        input: { idempotencyKey: randomUUID(), collaborationId, agreementKind, answers: [] },
      })
    ).result;
  const submit = async (as: Actor, { id, version }: Agreement) =>
    (await as.ask<{ result: Agreement }>(moving, { input: { id, version, action: 'submit' } })).result;
  const signature = (of: Agreement, more: object = {}) => ({
    input: {
      id: of.id,
      version: of.version,
      signatory: 'Sam Signatory',
      signatoryRole: 'Director',
      signedOn: '2026-01-05',
      ...more,
    },
  });
  const sign = async (as: Actor, of: Agreement, more: object = {}) =>
    (await as.ask<{ result: Agreement }>(signing, signature(of, more))).result;
  const step = 'mutation ($input: MoveCollaborationInput!) { moveCollaboration(input: $input) { state } }';

  const listed = `query ($id: ID!) { collaborationDocuments(collaborationId: $id) {
    id title restricted opens mine number file { id } views { person } } }`;
  interface Listed {
    id: string;
    title: string;
    opens: boolean;
    mine: boolean;
    number: number;
    file: { id: string } | null;
    views: { person: string }[];
  }
  const documents = async (as: Actor) =>
    (await as.ask<{ collaborationDocuments: Listed[] }>(listed, { id: collaborationId })).collaborationDocuments;
  const adding = 'mutation ($input: AddDocumentInput!) { addDocument(input: $input) { id number file { id } } }';
  const add = async (as: Actor, more: object) => {
    const { body } = await upload(as, { purpose: 'document' });
    const input = {
      idempotencyKey: randomUUID(),
      collaborationId,
      fileId: body.id,
      title: 'Protocol of study 7',
      restricted: false,
      ...more,
    };
    return (await as.ask<{ addDocument: { id: string; file: { id: string } } }>(adding, { input })).addDocument;
  };

  /** Each test has a collaboration of its own. */
  beforeEach(async () => {
    const { database } = benchside;
    const mark = randomUUID().slice(0, 8);
    cleo = await benchside.person({ email: `cleo.${mark}@example.org`, name: 'Cleo Clinician' });
    dan = await benchside.person({ email: `dan.${mark}@example.org`, name: 'Dan Director' });
    const one = async (sql: string, values: unknown[]) => (await database.row<{ id: string }>(sql, values))?.id ?? '';
    const academic = await one(
      `INSERT INTO academic (given_name, family_name, profession, account_id) VALUES ('Cleo', 'Clinician', 'doctor', $1) RETURNING id`,
      [cleo.accountId],
    );
    const company = await one(
      `INSERT INTO organisation (slug, name, type, verification) VALUES ($1, 'Novara Żabka 张', 'company', 'verified') RETURNING id`,
      [`novara-${mark}`],
    );
    await database.affected(
      `INSERT INTO account_membership (organisation_id, account_id, role) VALUES ($1, $2, 'admin')`,
      [company, dan.accountId],
    );
    collaborationId = await one(
      `INSERT INTO collaboration (title, sender_organisation_id, receiver_academic_id) VALUES ('Inhaler study', $1, $2) RETURNING id`,
      [company, academic],
    );
    await database.affected(
      `INSERT INTO engagement_terms (collaboration_id, number, type, starts_on) VALUES ($1, 1, 'collaborative-research', '2027-09-01')`,
      [collaborationId],
    );
  });

  it('opens what is restricted once both sides have signed confidentiality, and closes it when that ends', async () => {
    const { id, file } = await add(dan, { restricted: true });
    expect((await read(dan, file.id)).status).toBe(200);
    expect((await read(cleo, file.id)).status).toBe(404);
    expect(await documents(cleo)).toMatchObject([{ title: 'Restricted document', opens: false, file: null }]);
    expect(
      await cleo.refused('NOT_FOUND', adding, {
        input: {
          idempotencyKey: randomUUID(),
          collaborationId,
          fileId: randomUUID(),
          title: 'x',
          restricted: false,
          replacesId: id,
        },
      }),
    ).toBeTruthy();

    let nda = await submit(dan, await draft(dan, 'nda'));
    nda = await sign(dan, nda);
    expect([nda.state, nda.actions]).toEqual(['in-review', ['reopen', 'end']]);
    expect((await read(cleo, file.id)).status).toBe(404);
    expect(await dan.refused('SIGNED_ALREADY', signing, signature(nda))).toBeTruthy();
    nda = await sign(cleo, nda);
    expect([nda.state, nda.signatures.map(({ side }) => side).sort()]).toEqual(['signed', ['receiver', 'sender']]);
    expect((await read(cleo, file.id)).status).toBe(200);
    const [shown] = await documents(cleo);
    expect([shown?.title, shown?.views.map(({ person }) => person)]).toEqual([
      'Protocol of study 7',
      ['Cleo Clinician', 'Dan Director'],
    ]);
    expect((await read(ben, file.id)).status).toBe(404);

    await dan.ask(moving, { input: { id: nda.id, version: nda.version, action: 'end' } });
    expect((await read(cleo, file.id)).status).toBe(404);
  });

  it('is read by an office that looks on where it is not restricted, and that is written down', async () => {
    const { database } = benchside;
    const fay = await benchside.person({ email: `fay.${randomUUID().slice(0, 8)}@example.org`, name: 'Fay Office' });
    const trust = await database.row<{ id: string }>(
      `INSERT INTO organisation (slug, name, type) VALUES ($1, 'Tyne Hospitals', 'nhs-organisation') RETURNING id`,
      [`tyne-${randomUUID().slice(0, 8)}`],
    );
    await database.affected(
      `INSERT INTO account_membership (organisation_id, account_id, role) VALUES ($1, $2, 'office')`,
      [trust?.id, fay.accountId],
    );
    const plain = await add(cleo, { title: 'Plan' });
    const secret = await add(cleo, { title: 'Formula', restricted: true });
    expect((await read(fay, plain.file.id)).status).toBe(404);
    await database.affected(
      `INSERT INTO collaboration_office (collaboration_id, organisation_id, side) VALUES ($1, $2, 'receiver')`,
      [collaborationId, trust?.id],
    );
    expect((await read(fay, plain.file.id)).status).toBe(200);
    expect((await read(fay, secret.file.id)).status).toBe(404);
    expect((await documents(fay)).map(({ title, opens, mine }) => [title, opens, mine])).toEqual([
      ['Restricted document', false, false],
      ['Plan', true, false],
    ]);
    const shown = await documents(cleo);
    expect(shown.find(({ title }) => title === 'Plan')?.views).toEqual([{ person: 'Fay Office' }]);
  });

  it('keeps versions of documents, and lets only the side that added one take it away', async () => {
    const first = await add(cleo, { title: 'Plan' });
    const second = await add(dan, { title: 'Plan, with remarks', replacesId: first.id });
    const plans = (await documents(cleo)).filter(({ title }) => title.startsWith('Plan'));
    expect(plans.map(({ number }) => number)).toEqual([2, 1]);
    const { body } = await upload(cleo, { purpose: 'document' });
    const stale = {
      idempotencyKey: randomUUID(),
      collaborationId,
      fileId: body.id,
      title: 'Plan',
      restricted: false,
      replacesId: first.id,
    };
    await cleo.refused('STALE', adding, { input: stale });
    const removing = 'mutation ($id: ID!) { removeDocument(id: $id) }';
    await cleo.refused('NOT_ALLOWED', removing, { id: second.id });
    await dan.ask(removing, { id: second.id });
    expect((await read(cleo, second.file.id)).status).toBe(404);
    // The upload that was refused above is not lost, and what was taken away is in nobody's way.
    const input = { ...stale, idempotencyKey: randomUUID() };
    expect(await cleo.ask(adding, { input })).toMatchObject({ addDocument: { number: 3 } });
  });

  it('is not drafted without end, also where those before it have ended', async () => {
    await benchside.database.affected(
      `INSERT INTO agreement (collaboration_id, kind, state, terms_number)
       SELECT $1, 'loan', 'ended', 1 FROM generate_series(1, 100)`,
      [collaborationId],
    );
    await dan.refused('TOO_MANY_AGREEMENTS', drafting, {
      input: { idempotencyKey: randomUUID(), collaborationId, agreementKind: 'nda', answers: [] },
    });
    await benchside.database.affected(`DELETE FROM agreement WHERE kind = 'loan'`);
  });

  it('must be signed by both sides before the work begins', async () => {
    // What must be right before is another story: here the two are as far as the agreement.
    for (const state of ['governance', 'agreement']) {
      await benchside.database.affected('UPDATE collaboration SET state = $2 WHERE id = $1', [collaborationId, state]);
    }
    const obstacles = async () => {
      const error = await cleo.refused('NOT_READY', step, { input: { id: collaborationId, action: 'activate' } });
      return (error.obstacles as { code: string }[]).map(({ code }) => code);
    };
    expect(await obstacles()).toContain('agreement-missing');
    const drafted = await draft(cleo, 'lambert-2');
    expect(drafted.steps.at(-1)).toEqual({ code: 'record', dueOn: '2027-08-11' });
    expect(drafted.sections.find(({ code }) => code === 'parties')?.text).toContain('Novara');
    expect(await obstacles()).toContain('agreement-open');

    const saving = mutate('saveHeadsOfTerms', 'SaveHeadsOfTermsInput');
    const sections = drafted.sections.map((each) =>
      each.code === 'law' ? { ...each, text: 'England and Wales' } : each,
    );
    const save = { input: { id: drafted.id, version: drafted.version, sections } };
    const { result: saved } = await cleo.ask<{ result: Agreement }>(saving, save);
    expect(await dan.refused('STALE', saving, save)).toMatchObject({ version: saved.version });

    const review = await submit(dan, saved);
    const copy = await upload(dan, { purpose: 'agreement', name: 'signed.pdf' });
    const once = await sign(dan, review, { fileId: copy.body.id });
    await cleo.refused('BAD_INPUT', signing, signature(once, { signedOn: '2999-01-01' }));
    const racers = await Promise.all(Array.from({ length: 4 }, () => cleo.send(signing, signature(once))));
    expect(racers.filter(({ errors }) => !errors)).toHaveLength(1);
    expect((await read(cleo, once.file?.id ?? '')).status).toBe(200);
    expect((await read(ben, once.file?.id ?? '')).status).toBe(404);
    await cleo.refused('WRONG_STATE', saving, { input: { ...save.input, version: 99 } });

    for (const [format, beginning] of [
      ['pdf', '%PDF-'],
      ['docx', 'PK\x03\x04'],
    ] as const) {
      const answer = await heads(format, drafted.id, dan);
      expect([format, answer.status]).toEqual([format, 200]);
      expect(Buffer.from(await answer.arrayBuffer()).toString('latin1')).toMatch(new RegExp(`^${beginning}`));
    }
    expect((await heads('pdf', drafted.id, ben)).status).toBe(404);
    const left = (await cleo.send<never>(step, { input: { id: collaborationId, action: 'activate' } })).errors ?? [];
    expect(JSON.stringify(left)).not.toContain('agreement-');
  });
});
