import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { statementsOf } from '../hardening/statements.js';
import { type Actor, type Benchside, startBenchside } from '../support/benchside.js';
import { type Collaborating, collaborating, inserting } from '../support/collaborating.js';

let benchside: Benchside;
let pair: Collaborating;

interface Thing {
  key: string;
  title: string;
  detail: string | null;
  dueAt: string | null;
  path: string;
}

const waitingFor = async (who: Actor) =>
  (await who.ask<{ waitingForMe: Thing[] }>('{ waitingForMe { key title detail dueAt since path } }')).waitingForMe;
const titles = async (who: Actor) => (await waitingFor(who)).map(({ title }) => title);
const moves = (who: Actor, action: string) =>
  who.ask('mutation ($input: MoveCollaborationInput!) { moveCollaboration(input: $input) { id } }', {
    input: { id: pair.collaborationId, action },
  });
const approves = (where: string) =>
  benchside.database.affected(
    `UPDATE sign_off SET state = 'approved', approver_email = 'dean@example.org', approver_name = 'The dean', decided_at = now(),
       terms_number = 1 WHERE collaboration_id = $1 AND ${where}`,
    [pair.collaborationId],
  );

describe('what waits for somebody', () => {
  beforeAll(async () => {
    benchside = await startBenchside({ RATE_LIMIT: 'false' });
    pair = await collaborating(benchside, {
      ...{ type: 'secondment-part-time', terms: { startsOn: '2027-08-04' } },
      values: { profession: 'nurse', training_status: 'not-applicable' },
    });
  }, 120_000);
  afterAll(() => benchside?.stop());

  it('follows a collaboration from its terms to its begin, the soonest due first, then the oldest, for its reader alone', async () => {
    const { academic, company, collaborationId } = pair;
    expect(await titles(academic)).toEqual(['Agree the terms with Breathe Devices']);
    await moves(academic, 'start-governance');
    const [first] = await waitingFor(academic);
    expect(first).toMatchObject({
      title: 'Ask for an approval: Employer',
      path: `/collaborations/${collaborationId}#sign-offs`,
    });
    expect(await titles(pair.company)).toEqual(['Ask for an approval: Company']);
    await approves(`code = 'company'`);
    expect(await titles(pair.company)).toEqual([]);
    await approves('necessary');
    expect(await titles(academic)).toEqual(['Go on to the agreement with Breathe Devices']);
    await moves(academic, 'start-agreement');
    expect(await titles(academic)).toEqual(['Find the agreement for the work with Breathe Devices']);
    await academic.ask('mutation ($input: DraftAgreementInput!) { draftAgreement(input: $input) { id } }', {
      input: { collaborationId, agreementKind: 'consultancy', answers: [], idempotencyKey: randomUUID() },
    });
    expect(await titles(academic)).toEqual([expect.stringMatching(/^Finish the draft of “.*”$/)]);
    await benchside.database.affected(`UPDATE agreement SET state = 'in-review'`);
    const signs = (side: string) =>
      benchside.database.affected(
        `INSERT INTO agreement_signature (agreement_id, side, signatory, role, signed_on)
         SELECT id, $1, 'Somebody', 'Director', current_date FROM agreement`,
        [side],
      );
    expect(await titles(pair.company)).toEqual([expect.stringMatching(/^Have “.*” signed for your side$/)]);
    await signs('sender');
    expect(await titles(pair.company)).toEqual([]);
    await signs('receiver');
    await benchside.database.affected(`UPDATE agreement SET state = 'signed', signed_on = current_date`);
    expect(await titles(academic)).toEqual(['Begin the work with Breathe Devices']);

    const insert = inserting(benchside);
    const task = (title: string, due_on: string | null) =>
      insert('collaboration_task', { collaboration_id: collaborationId, title, due_on, owner_id: academic.accountId });
    await task('Whenever it suits', null);
    await task('In three years', '2029-11-30');
    await task('Next year', '2027-11-30');
    const question = (kind: 'advice', expires_at: string) =>
      insert('meeting', {
        kind,
        asker_account_id: company.accountId,
        asked_account_id: academic.accountId,
        message: 'What would you settle before you said yes to a year at a company?',
        expires_at,
      });
    await question('advice', '2028-01-01');
    expect(await titles(academic)).toEqual([
      'Next year',
      'Answer Sam Okafor, who asks you for advice',
      'In three years',
      'Begin the work with Breathe Devices',
      'Whenever it suits',
    ]);
    expect(await titles(company)).toEqual(['Begin the work with Ada Nwosu']);
    const stranger = await benchside.person({ email: 'lee@example.org', name: 'Lee Ferris' });
    expect(await waitingFor(stranger)).toEqual([]);
  });

  it('is read with as many statements however much it is', async () => {
    const { academic, collaborationId } = pair;
    const watch = statementsOf(benchside);
    const read = () => watch.during(() => waitingFor(academic));
    // Once to warm what is kept for minutes.
    await read();
    const before = await read();
    await benchside.database.affected(
      `INSERT INTO collaboration_task (collaboration_id, title, owner_id)
       SELECT $1, 'Task ' || n, $2 FROM generate_series(1, 60) AS n`,
      [collaborationId, academic.accountId],
    );
    expect(await read()).toEqual(before);
    await benchside.database.affected(`DELETE FROM collaboration_task WHERE title LIKE 'Task %'`);
  });
});
