import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Actor, type Benchside, startBenchside } from '../support/benchside.js';
import { declares, declaringPeople, key } from './declaring.js';

let benchside: Benchside;
let ada: Actor;
let sam: Actor;
let ines: Actor;
let stranger: Actor;
let company: string;
let hospital: string;
let profile: string;
let collaboration: string;

beforeAll(async () => {
  benchside = await startBenchside({ RATE_LIMIT: 'false' });
});
afterAll(() => benchside?.stop());
beforeEach(async () => {
  ({ ada, sam, ines, stranger, company, hospital, profile, collaboration } = await declaringPeople(benchside));
});

const declare = (who: Actor, input: object = {}) => declares(who, company, input);

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
  const returnOf = (who: Actor, year = '2026') => who.get(`/downloads/transfers-of-value/${company}.csv?year=${year}`);
  const returned = async () => (await returnOf(sam)).text();

  it('are returned by the company, for a year, and by nobody else', async () => {
    expect((await returnOf(sam)).headers.get('content-disposition')).toContain(
      'filename="Transfers of value 2026.csv"',
    );
    expect((await returnOf(ada)).status).toBe(404);
    expect((await returnOf(benchside.nobody)).status).toBe(401);
    for (const year of ['', '1999', '2026.5', 'then'])
      expect([year, (await returnOf(sam, year)).status]).toEqual([year, 400]);
  });

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
    await sam.refused('NOT_ALLOWED', consent, { id, consent: 'given' });
    await ines.refused('NOT_ALLOWED', consent, { id, consent: 'given' });
    await stranger.refused('NOT_FOUND', consent, { id, consent: 'given' });
  });

  it('are told by a few letters a day, however many are recorded and corrected, and all of them on the page', async () => {
    const letters = async () => {
      const jobs = await benchside.database.rows<{ ids: string[] }>(
        `SELECT payload -> 'ids' AS ids FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id
         WHERE t.identifier = 'notification-letters'`,
      );
      const own = await benchside.database.rows<{ id: string }>(
        `SELECT id FROM notification WHERE account_id = $1 AND subject_kind = 'transfer'`,
        [ada.accountId],
      );
      const ids = own.map(({ id }) => id);
      return { told: ids.length, written: jobs.flatMap((job) => job.ids).filter((id) => ids.includes(id)).length };
    };
    for (let at = 0; at < 8; at += 1) await record({});
    expect(await letters()).toEqual({ told: 8, written: 5 });
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
