import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Actor, type Benchside, startBenchside } from '../support/benchside.js';
import { uploads } from './uploading.js';

let benchside: Benchside;
let ben: Actor;

beforeAll(async () => {
  benchside = await startBenchside();
  ben = await benchside.person({ email: 'ben@example.org' });
});
afterAll(() => benchside?.stop());

const read = (as: Actor, id: string) => as.get(`/files/${id}`);
const heads = (as: Actor, format: string, id: string) => as.get(`/downloads/heads-of-terms/${id}.${format}`);

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
    const { body } = await uploads(benchside, as, { purpose: 'document' });
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
    expect(await dan.refused('WRONG_STATE', signing, signature(nda))).toBeTruthy();
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
    const { body } = await uploads(benchside, cleo, { purpose: 'document' });
    const stale = {
      idempotencyKey: randomUUID(),
      collaborationId,
      fileId: body.id,
      title: 'Plan',
      restricted: false,
      replacesId: first.id,
    };
    await cleo.refused('CHANGED_MEANWHILE', adding, { input: stale });
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
    await dan.refused('LIMIT_REACHED', drafting, {
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
    expect(await dan.refused('CHANGED_MEANWHILE', saving, save)).toMatchObject({ version: saved.version });

    const review = await submit(dan, saved);
    const copy = await uploads(benchside, dan, { purpose: 'agreement', name: 'signed.pdf' });
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
      const answer = await heads(dan, format, drafted.id);
      expect([format, answer.status]).toEqual([format, 200]);
      expect(Buffer.from(await answer.arrayBuffer()).toString('latin1')).toMatch(new RegExp(`^${beginning}`));
    }
    expect((await heads(ben, 'pdf', drafted.id)).status).toBe(404);
    const left = (await cleo.send<never>(step, { input: { id: collaborationId, action: 'activate' } })).errors ?? [];
    expect(JSON.stringify(left)).not.toContain('agreement-');
  });
});
