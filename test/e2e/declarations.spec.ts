import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { DECLARATION_JOBS } from '#declarations';
import { type Actor, type Benchside, startBenchside } from '../support/benchside.js';

let benchside: Benchside;
let ada: Actor;
let sam: Actor;
let ines: Actor;
let stranger: Actor;
let company: string;
let hospital: string;
let profile: string;
let collaboration: string;
let worlds = 0;

const rowOf = async (sql: string, parameters: unknown[] = []) =>
  (await benchside.database.row<{ id: string }>(sql, parameters))?.id ?? '';
const key = () => randomUUID();

const interestFields = `id version role actions nothing situation counterparty state confirmBy mitigation mitigationNote ownerName
  history { action by fields { field before after } }`;
interface Interest {
  id: string;
  version: number;
  role: string;
  actions: string[];
  state: string;
  confirmBy: string | null;
  mitigationNote: string | null;
  history: { action: string; by: string; fields: { field: string; before: string; after: string }[] }[];
}

const declare = async (who: Actor, input: object = {}) =>
  (
    await who.ask<{ made: Interest }>(
      `mutation ($input: DeclareInterestInput!) { made: declareInterest(input: $input) { ${interestFields} } }`,
      {
        input: {
          category: 'financial',
          situation: 'outside-employment',
          organisationId: company,
          description: 'Advisory board on inhalers, two days a year',
          valueBand: 'up-to-500',
          idempotencyKey: key(),
          ...input,
        },
      },
    )
  ).made;
const interest = async (who: Actor, id: string) =>
  (await who.ask<{ found: Interest }>(`query ($id: ID!) { found: interest(id: $id) { ${interestFields} } }`, { id }))
    .found;
const noInterest = (who: Actor, id: string) =>
  who.refused('NOT_FOUND', 'query ($id: ID!) { interest(id: $id) { id } }', { id });

interface Suggestion {
  organisationId: string;
  situation: string;
  evidence: { kind: string; text: string }[];
}
const suggestions = async (who: Actor) =>
  (
    await who.ask<{ found: Suggestion[] }>(
      '{ found: interestSuggestions { organisationId counterparty category situation evidence { kind label text } } }',
    )
  ).found;

beforeAll(async () => {
  benchside = await startBenchside({ RATE_LIMIT: 'false' });
}, 60_000);
afterAll(() => benchside?.stop());

/** Each test has people, a company, a hospital and a collaboration of its own; organisations of others are called otherwise. */
beforeEach(async () => {
  const { database } = benchside;
  worlds += 1;
  await database.affected(`UPDATE organisation SET name = 'Former ' || slug`);
  const person = (mailbox: string, name: string, more: object = {}) =>
    benchside.person({ email: `${mailbox}.${worlds}@example.org`, name, ...more });
  ada = await person('ada', 'Ada Nwosu');
  sam = await person('sam', 'Sam Okafor');
  ines = await person('ines', 'Ines Marsh');
  stranger = await person('lee', 'Lee Ferris', { platformRole: 'platform-admin' });
  const organisation = (name: string, type: string) =>
    rowOf(`INSERT INTO organisation (slug, name, type, verification) VALUES ($1, $2, $3, 'verified') RETURNING id`, [
      key(),
      name,
      type,
    ]);
  company = await organisation('Breathe Devices Ltd', 'company');
  hospital = await organisation('Moorside Teaching Hospital', 'nhs-organisation');
  const belongs = (id: string, who: Actor, role: string) =>
    database.affected('INSERT INTO account_membership (organisation_id, account_id, role) VALUES ($1, $2, $3)', [
      id,
      who.accountId,
      role,
    ]);
  await belongs(company, sam, 'admin');
  await belongs(hospital, ines, 'office');
  profile = await rowOf(
    `INSERT INTO academic (given_name, family_name, profession, account_id, employer_id) VALUES ('Ada', 'Nwosu', 'nurse', $1, $2) RETURNING id`,
    [ada.accountId, hospital],
  );
  const sent = await sam.ask<{ sendRequest: { request: { id: string } } }>(
    'mutation ($input: SendRequestInput!) { sendRequest(input: $input) { ... on RequestSent { request { id } } } }',
    {
      input: {
        toAcademicId: profile,
        asOrganisationId: company,
        type: 'consultancy',
        reason:
          'We have built an inhaler sensor and look for somebody who knows severe asthma to try it with patients.',
        idempotencyKey: key(),
      },
    },
  );
  await ada.ask('mutation ($id: ID!) { acceptRequest(id: $id) { state } }', { id: sent.sendRequest.request.id });
  collaboration = await rowOf('SELECT id FROM collaboration WHERE request_id = $1', [sent.sendRequest.request.id]);
});

describe('interests', () => {
  it('are pointed out where somebody works with a company and has declared nothing about it', async () => {
    await benchside.database.affected('UPDATE academic SET industry_experience = $2 WHERE id = $1', [
      profile,
      'In 2022 I advised Breathe Devices, then a small company, on inhaler technique.',
    ]);
    const [found, ...others] = await suggestions(ada);
    expect(others).toEqual([]);
    expect(found).toMatchObject({ organisationId: company, situation: 'outside-employment' });
    expect(found?.evidence.map(({ kind }) => kind)).toEqual(['industry-experience', 'collaboration']);
    expect(found?.evidence[0]?.text).toContain('“In 2022 I advised Breathe Devices, then a small company');
    expect(await suggestions(sam)).toEqual([]);
  });

  it('that are none do not come back, but with evidence of another kind', async () => {
    const dismiss =
      'mutation ($id: ID!, $reason: String!) { left: dismissInterestSuggestion(organisationId: $id, reason: $reason) { organisationId } }';
    await ada.refused('BAD_INPUT', dismiss, { id: company, reason: ' ' });
    const { left } = await ada.ask<{ left: object[] }>(dismiss, { id: company, reason: 'Unpaid, and long over' });
    expect(left).toEqual([]);
    expect(await suggestions(ada)).toEqual([]);
    await benchside.database.affected(
      `INSERT INTO academic_work (academic_id, kind, title, abstract, year)
       VALUES ($1, 'trial', 'A trial of an inhaler sensor', 'Sponsored by Breathe Devices Ltd.', 2024)`,
      [profile],
    );
    const [again] = await suggestions(ada);
    expect(again?.evidence).toEqual([
      expect.objectContaining({ kind: 'work', text: 'Your trial “A trial of an inhaler sensor” (2024) names it.' }),
    ]);
  });

  it('are seen by their owner, the employer’s office and who works with both, and by nobody else', async () => {
    const open = await declare(ada, { visibility: 'register' });
    const partners = await declare(ada, { visibility: 'parties', situation: 'patents' });
    const office = await declare(ada, { visibility: 'approver', situation: 'shareholdings' });
    expect(await suggestions(ada)).toEqual([]);
    for (const { id } of [open, partners, office]) {
      expect((await interest(ada, id)).role).toBe('owner');
      expect((await interest(ines, id)).role).toBe('office');
      await noInterest(stranger, id);
    }
    expect((await interest(sam, open.id)).role).toBe('party');
    expect((await interest(sam, partners.id)).history).toEqual([]);
    await noInterest(sam, office.id);
    const attached = 'query ($id: ID!) { found: declarationsFor(collaborationId: $id) { id role } }';
    const seenBy = async (who: Actor) =>
      (await who.ask<{ found: { id: string }[] }>(attached, { id: collaboration })).found.map(({ id }) => id).sort();
    expect(await seenBy(ada)).toEqual([open.id, partners.id, office.id].sort());
    expect(await seenBy(sam)).toEqual([open.id, partners.id].sort());
    await stranger.refused('NOT_FOUND', attached, { id: collaboration });
  });

  it('are looked at by the check before contact, of the one who asks and of nobody else', async () => {
    const check = 'query ($input: PreCheckInput!) { check: preCheck(input: $input) { lines { code text } } }';
    const about = async (who: Actor, organisationId: string) => {
      const input = { academicId: profile, organisationId, engagementType: 'consultancy', daysPerYear: 5 };
      const found = await who.ask<{ check: { lines: { code: string; text: string }[] } }>(check, { input });
      return found.check.lines.filter(({ code }) => code.includes('interest'));
    };
    await declare(ada);
    const [known] = await about(ada, company);
    expect(known).toMatchObject({ code: 'check-interest', text: expect.stringContaining('On record: financial') });
    expect((await about(ada, hospital)).map(({ code }) => code)).toEqual(['check-no-interest']);
    expect((await about(sam, company)).map(({ code }) => code)).toEqual(['check-interests-unknown']);
  });

  it('are declared once for a key, however often it is sent', async () => {
    const idempotencyKey = key();
    const again = await Promise.all(
      [1, 2, 3].map(() => declare(ines, { idempotencyKey, organisationId: null, counterparty: 'Inhale' })),
    );
    expect(new Set(again.map(({ id }) => id)).size).toBe(1);
  });

  it('keep every change, and a stale one changes nothing', async () => {
    const { id, version } = await declare(ada, { organisationId: null, counterparty: 'Asthma Society' });
    const change = `mutation ($input: ChangeInterestInput!) { changed: changeInterest(input: $input) { ${interestFields} } }`;
    const content = {
      category: 'non-financial-professional',
      situation: 'loyalty',
      counterparty: 'Asthma Society',
      description: 'Trustee',
    };
    await ada.ask(change, { input: { id, version, ...content } });
    await ada.refused('CHANGED_MEANWHILE', change, { input: { id, version, ...content } });
    await ines.ask('mutation ($input: MitigateInterestInput!) { mitigateInterest(input: $input) { id } }', {
      input: { id, mitigation: 'restrict', note: 'Takes no part in grants to it.' },
    });
    await ada.ask('mutation ($id: ID!) { endInterest(id: $id, endsOn: "2026-06-01") { state } }', { id });
    const { history, state } = await interest(ada, id);
    expect(state).toBe('ended');
    expect(history.map(({ action, by }) => `${by} ${action}`)).toEqual([
      'owner declared',
      'owner changed',
      'office mitigated',
      'owner ended',
    ]);
    expect(history[1]?.fields).toContainEqual({ field: 'situation', before: 'outside-employment', after: 'loyalty' });
    await ada.refused('WRONG_STATE', change, { input: { id, version: version + 3, ...content } });
    await expect(
      benchside.database.affected('DELETE FROM interest_change WHERE declaration_id = $1', [id]),
    ).rejects.toThrow('is a record');
  });

  it('may be none, which ends with the first one that is declared', async () => {
    const nothing = 'mutation { made: declareNoInterests { id state nothing confirmBy } }';
    await declare(ada);
    await ada.refused('HAS_INTERESTS', nothing);
    const all = await Promise.all([1, 2, 3].map(() => sam.ask<{ made: { id: string } }>(nothing)));
    expect(new Set(all.map(({ made }) => made.id)).size).toBe(1);
    await declare(sam);
    const id = all[0]?.made.id ?? '';
    expect((await interest(sam, id)).state).toBe('ended');
  });

  it('are confirmed again each year, as they were read, and people are reminded of it once', async () => {
    const { database, app } = benchside;
    for (const situation of ['outside-employment', 'patents', 'shareholdings']) await declare(ada, { situation });
    const remind = async () => {
      const [handler] = app.get<{ run(payload: object): Promise<void> }[]>(DECLARATION_JOBS, { strict: false });
      await handler?.run({});
      const rows = await database.rows<{ id: string }>(
        `SELECT account_id AS id FROM notification WHERE kind = 'interests-due' AND account_id = ANY($1)`,
        [[ada.accountId, sam.accountId, ines.accountId]],
      );
      return rows.map(({ id }) => id);
    };
    expect(await remind()).toEqual([]);
    await database.affected(`UPDATE interest_declaration SET confirmed_on = current_date - 360 WHERE account_id = $1`, [
      ada.accountId,
    ]);
    expect(await remind()).toEqual([ada.accountId]);
    expect(await remind()).toEqual([ada.accountId]);
    const standing = '{ standing: interestStanding { current due confirmBy } }';
    expect(await ada.ask(standing)).toMatchObject({ standing: { current: 3, due: true } });
    const { notifications } = await ada.ask<{
      notifications: { nodes: { kind: string; title: string; path: string }[] };
    }>('{ notifications(first: 5) { nodes { kind title path } } }');
    expect(notifications.nodes.find(({ kind }) => kind === 'interests-due')).toMatchObject({ path: '/me/interests' });
    const { mine } = await ada.ask<{ mine: { nodes: { id: string }[] } }>(
      '{ mine: myInterests(first: 100, states: ["current"]) { nodes { id } } }',
    );
    const ids = mine.nodes.map(({ id }) => id);
    const confirm = 'mutation ($ids: [ID!]!) { standing: confirmInterests(ids: $ids) { due } }';
    await ada.refused('CHANGED_MEANWHILE', confirm, { ids: ids.slice(1) });
    expect(await ada.ask(confirm, { ids })).toEqual({ standing: { due: false } });
  });

  it('become the employer’s register: named, withheld, and nothing that a spreadsheet runs', async () => {
    await declare(ada, { visibility: 'register', situation: 'patents' });
    await declare(ada, { visibility: 'parties', situation: 'patents' });
    await declare(ada, { visibility: 'approver', situation: 'shareholdings' });
    await declare(ada, { description: '=HYPERLINK("http://evil.example")' });
    const file = 'query ($id: ID!) { file: interestRegisterFile(organisationId: $id) { name text } }';
    const {
      file: { name, text },
    } = await ines.ask<{ file: { name: string; text: string } }>(file, { id: hospital });
    expect(name).toMatch(/^register-of-interests-\d{4}-\d{2}-\d{2}\.csv$/);
    const lines = text.trim().split('\r\n');
    expect(lines.filter((line) => line.startsWith('Interest,Ada Nwosu'))).toHaveLength(2);
    expect(lines.filter((line) => line.startsWith('Withheld,'))).toEqual([
      'Withheld,,,,,,,,,,,',
      'Withheld,,,,,,,,,,,',
    ]);
    expect(text).toContain(`"'=HYPERLINK(""http://evil.example"")"`);
    await sam.refused('NOT_FOUND', file, { id: hospital });
  });
});

describe('transfers of value', () => {
  const record = async (input: object) =>
    (
      await sam.ask<{ made: { id: string; version: number; consent: string } }>(
        'mutation ($input: RecordTransferInput!) { made: recordTransfer(input: $input) { id version consent named } }',
        {
          input: {
            organisationId: company,
            toAcademicId: profile,
            category: 'fees',
            amountPence: 125_050,
            paidOn: '2026-05-01',
            description: 'Advisory board',
            idempotencyKey: key(),
            ...input,
          },
        },
      )
    ).made;
  const consent =
    'mutation ($id: ID!, $consent: String!) { transfer: setNamingConsent(id: $id, consent: $consent) { consent named } }';
  const returned = async (year = 2026) =>
    (
      await sam.ask<{ file: { text: string } }>(
        'query ($id: ID!, $year: Int!) { file: transferReturnFile(organisationId: $id, year: $year) { text } }',
        { id: company, year },
      )
    ).file.text;

  it('are named only while the recipient agrees', async () => {
    const { id } = await record({ collaborationId: collaboration });
    expect(await returned()).toContain(
      'Aggregate,2026,Fees for service and consultancy,Healthcare professional,,1,1,1250.50,0',
    );
    expect(await ada.ask(consent, { id, consent: 'given' })).toEqual({ transfer: { consent: 'given', named: true } });
    expect(await returned()).toContain(
      'Named,2026,Fees for service and consultancy,Healthcare professional,Ada Nwosu,1,1,1250.50,0',
    );
    await ada.ask(consent, { id, consent: 'withdrawn' });
    expect(await returned()).not.toContain('Ada');
    await ada.refused('WRONG_STATE', consent, { id, consent: 'refused' });
    await sam.refused('NOT_YOURS_TO_CHANGE', consent, { id, consent: 'given' });
    await ines.refused('NOT_YOURS_TO_CHANGE', consent, { id, consent: 'given' });
    await stranger.refused('NOT_FOUND', consent, { id, consent: 'given' });
  });

  it('are disputed by the one who got them, and put right by the company', async () => {
    const { id, version } = await record({ amountPence: 99_900 });
    await ada.ask('mutation ($id: ID!) { disputeTransfer(id: $id, reason: "It was £99.90") { state } }', { id });
    const { notifications } = await sam.ask<{ notifications: { nodes: { title: string; path: string }[] } }>(
      '{ notifications(first: 1) { nodes { title path } } }',
    );
    expect(notifications.nodes[0]).toEqual({
      title: 'Ada Nwosu says that a transfer of value is wrong: £999.00 on 1 May 2026.',
      path: `/organisations/${company}/transfers`,
    });
    const correct =
      'mutation ($input: CorrectTransferInput!) { transfer: correctTransfer(input: $input) { state amountPence disputeReason } }';
    const input = { id, category: 'fees', amountPence: 9_990, paidOn: '2026-05-01' };
    await sam.refused('CHANGED_MEANWHILE', correct, { input: { ...input, version } });
    expect(await sam.ask(correct, { input: { ...input, version: version + 1 } })).toEqual({
      transfer: { state: 'corrected', amountPence: 9_990, disputeReason: null },
    });
  });

  it('are refused where they cannot be: to nobody, of the future, for another’s collaboration, in a category for organisations', async () => {
    const input = {
      organisationId: company,
      category: 'fees',
      amountPence: 100,
      paidOn: '2026-05-01',
      idempotencyKey: key(),
    };
    const send = 'mutation ($input: RecordTransferInput!) { recordTransfer(input: $input) { id } }';
    const fieldOf = async (more: object) =>
      (await sam.refused('BAD_INPUT', send, { input: { ...input, ...more } })).field;
    expect(await fieldOf({})).toBe('toAcademicId');
    expect(await fieldOf({ toAcademicId: profile, paidOn: '2099-01-01' })).toBe('paidOn');
    expect(await fieldOf({ toAcademicId: profile, collaborationId: key() })).toBe('collaborationId');
    expect(await fieldOf({ toAcademicId: profile, category: 'hco-donation-grant' })).toBe('category');
    expect(await fieldOf({ toOrganisationId: company })).toBe('toOrganisationId');
    await ada.refused('NOT_FOUND', send, { input: { ...input, toAcademicId: profile } });
  });

  it('are seen by the office of the employer, also those to the organisation itself', async () => {
    await record({ paidOn: '2026-04-01' });
    await record({ paidOn: '2026-04-01', collaborationId: collaboration });
    await record({ toAcademicId: null, toOrganisationId: hospital, category: 'hco-donation-grant' });
    const list =
      'query ($id: ID!) { list: transfersToPeople(organisationId: $id, first: 10, year: 2026) { totalCount nodes { recipientName roles actions } } }';
    const {
      list: { totalCount, nodes },
    } = await ines.ask<{
      list: { totalCount: number; nodes: { recipientName: string; roles: string[]; actions: string[] }[] };
    }>(list, { id: hospital });
    expect(totalCount).toBe(3);
    expect(nodes[0]).toEqual({
      recipientName: 'Moorside Teaching Hospital',
      roles: ['recipient'],
      actions: ['consent', 'dispute'],
    });
    expect(nodes[1]).toEqual({ recipientName: 'Ada Nwosu', roles: ['office'], actions: [] });
    await stranger.refused('NOT_FOUND', list, { id: hospital });
  });

  it('and interests go with an erased account: no interest, no name, no consent is left', async () => {
    const { database } = benchside;
    await declare(ada);
    await record({ amountPence: 9_990 });
    await record({});
    const { id } = await record({});
    await ada.ask(consent, { id, consent: 'given' });
    expect(await returned()).toContain('Ada Nwosu');
    await database.affected('DELETE FROM account_holder WHERE id = $1', [ada.accountId]);
    const left = await database.row<{ interests: number; changes: number }>(
      `SELECT (SELECT count(*)::int FROM interest_declaration WHERE account_id = $1) AS interests,
         (SELECT count(*)::int FROM interest_change c WHERE NOT EXISTS (SELECT FROM interest_declaration d WHERE d.id = c.declaration_id)
            OR account_id = $1) AS changes`,
      [ada.accountId],
    );
    expect(left).toEqual({ interests: 0, changes: 0 });
    expect(await returned()).not.toContain('Ada Nwosu');
    await database.affected('DELETE FROM academic WHERE id = $1', [profile]);
    expect(await returned()).toContain(
      'Aggregate,2026,Fees for service and consultancy,Healthcare professional,,3,3,2600.90,0',
    );
  });
});
