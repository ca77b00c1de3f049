import { Writable } from 'node:stream';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { RequestContexts } from '#feedback';
import { runEvaluation } from '../../apps/eval/evaluate.js';
import { type Actor, type Benchside, startBenchside } from '../support/benchside.js';

let benchside: Benchside;
let member: Actor;
let academic: Actor;
let company: { kind: string; id: string };
let people: string[];

const judge = `mutation ($input: JudgeMatchInput!) { judgeMatch(input: $input) { id relevant reasons remark score rank } }`;
const mine = `query ($for: MatchSubject!, $with: MatchSubject!) { myMatchJudgement(for: $for, with: $with) { relevant reasons remark } }`;
const remove = `mutation ($for: MatchSubject!, $with: MatchSubject!) { removeMatchJudgement(for: $for, with: $with) }`;
const matches = `query ($for: MatchSubject!, $leaveOut: Boolean!) {
  matches(for: $for, find: "academics", first: 10, leaveOutNotRelevant: $leaveOut) { totalCount nodes { rank academic { id } } } }`;

interface Matches {
  matches: { totalCount: number; nodes: { rank: number; academic: { id: string } }[] };
}

const withAcademic = (id = '') => ({ kind: 'academic', id });
const listed = async (leaveOut: boolean) =>
  (await member.ask<Matches>(matches, { for: company, leaveOut })).matches.nodes.map((one) => one.academic.id);

beforeAll(async () => {
  benchside = await startBenchside({ RATE_LIMIT: 'false' });
  const { database } = benchside;
  member = await benchside.person({ email: 'mel@example.org', name: 'Mel Member' });
  academic = await benchside.person({ email: 'ada@example.org', name: 'Ada Nwosu' });
  const organisation = await database.row<{ id: string }>(
    `INSERT INTO organisation (slug, name, type, verification, topics, looking_for)
     VALUES ('novara', 'Novara', 'company', 'verified', '{asthma}', 'People who know severe asthma.') RETURNING id`,
  );
  company = { kind: 'organisation', id: organisation?.id ?? '' };
  await database.affected(
    `INSERT INTO account_membership (organisation_id, account_id, role) VALUES ($1, $2, 'member')`,
    [company.id, member.accountId],
  );
  const rows = await database.rows<{ id: string }>(
    `INSERT INTO academic (given_name, family_name, profession, topics, summary, account_id)
     SELECT 'Person', 'Number ' || n, 'nurse', '{asthma}', 'I study severe asthma.', CASE WHEN n = 4 THEN $1::uuid END
     FROM generate_series(1, 4) AS n RETURNING id`,
    [academic.accountId],
  );
  people = rows.map(({ id }) => id);
  await benchside.indexed();
});
afterAll(() => benchside?.stop());
// Nobody has judged anything yet.
beforeEach(() => benchside.database.affected('DELETE FROM match_judgement'));

describe('a match that somebody judges', () => {
  it('is kept with what it was, one judgement a person, and can be changed and taken back', async () => {
    const pair = { for: company, with: withAcademic(people[0]) };
    expect(await member.ask(mine, pair)).toEqual({ myMatchJudgement: null });
    const said = {
      ...pair,
      relevant: false,
      reasons: ['wrong-stage'],
      remark: ' Too junior. ',
      rank: 2,
      query: 'asthma',
    };
    const { judgeMatch } = await member.ask<{ judgeMatch: { id: string; score: number } }>(judge, { input: said });
    expect(judgeMatch).toMatchObject({ relevant: false, reasons: ['wrong-stage'], remark: 'Too junior.', rank: 2 });
    expect(judgeMatch.score).toBeGreaterThan(0);
    const kept = await benchside.database.row<{ parts: { part: string; value: number }[]; weights_edition: string }>(
      'SELECT parts, weights_edition FROM match_judgement WHERE id = $1',
      [judgeMatch.id],
    );
    expect(kept?.parts.map(({ part }) => part)).toEqual(expect.arrayContaining(['topics', 'text', 'place']));
    expect(kept?.weights_edition).toMatch(/^\d{4}\./);

    const changed = await member.ask<{ judgeMatch: { id: string } }>(judge, { input: { ...pair, relevant: true } });
    expect(changed.judgeMatch.id).toBe(judgeMatch.id);
    expect(await member.ask(mine, pair)).toEqual({ myMatchJudgement: { relevant: true, reasons: [], remark: null } });
    // What one person thinks is not another's to read.
    expect(await academic.ask(mine, pair)).toEqual({ myMatchJudgement: null });
    expect(await member.ask(remove, pair)).toEqual({ removeMatchJudgement: true });
    expect(await member.ask(remove, pair)).toEqual({ removeMatchJudgement: false });
  });

  it('says which field is wrong', async () => {
    const pair = { for: company, with: withAcademic(people[0]) };
    for (const [wrong, field] of [
      [{ relevant: false }, 'reasons'],
      [{ relevant: true, reasons: ['wrong-topic'] }, 'reasons'],
      [{ relevant: false, reasons: ['no-such-reason'] }, 'reasons'],
      [{ relevant: false, reasons: ['other'], remark: 'x'.repeat(301) }, 'remark'],
      [{ relevant: true, with: company }, 'with'],
    ] as const) {
      const details = await member.refused('BAD_INPUT', judge, { input: { ...pair, ...wrong } });
      expect(JSON.stringify(details)).toContain(field);
    }
  });

  it('is left out of their best matches where it is not relevant, for them alone, until they take it back', async () => {
    const all = await listed(true);
    expect(all).toHaveLength(4);
    const pair = { for: company, with: withAcademic(all[1]) };
    await member.ask(judge, { input: { ...pair, relevant: false, reasons: ['already-known'] } });
    expect(await listed(true)).toEqual([all[0], all[2], all[3]]);
    expect(await listed(false)).toEqual(all);
    await member.ask(remove, pair);
    expect(await listed(true)).toEqual(all);
  });

  it('is forgotten with the account that judged it', async () => {
    const other = await benchside.person({ email: 'gone@example.org', name: 'Gone Soon' });
    await benchside.database.affected(
      `INSERT INTO account_membership (organisation_id, account_id, role) VALUES ($1, $2, 'member')`,
      [company.id, other.accountId],
    );
    await other.ask(judge, { input: { for: company, with: withAcademic(people[1]), relevant: true } });
    const count = () =>
      benchside.database.rows('SELECT id FROM match_judgement WHERE account_id = $1', [other.accountId]);
    expect(await count()).toHaveLength(1);
    await benchside.database.affected('DELETE FROM account_holder WHERE id = $1', [other.accountId]);
    expect(await count()).toHaveLength(0);
  });
});

describe('npm run eval -- --from-feedback', () => {
  it('reads what people said and what came of their requests, and says that it is too little', async () => {
    await member.ask(judge, { input: { for: company, with: withAcademic(people[0]), relevant: true } });
    await member.ask(judge, {
      input: { for: company, with: withAcademic(people[1]), relevant: false, reasons: ['not-available'] },
    });
    const reason = 'Our inhaler sensor needs somebody who has taught inhaler technique to people with severe asthma.';
    const sent = await member.ask<{ sendRequest: { request: { id: string } } }>(
      `mutation ($input: SendRequestInput!) { sendRequest(input: $input) { ... on RequestSent { request { id } } } }`,
      {
        input: {
          toAcademicId: people[3],
          asOrganisationId: company.id,
          type: 'consultancy',
          reason,
          idempotencyKey: 'feedback-request-1',
        },
      },
    );
    const { id } = sent.sendRequest.request;
    const jobs = await benchside.database.rows<{ payload: { requestId: string } }>(
      `SELECT payload FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id
       WHERE t.identifier = 'feedback-request-context'`,
    );
    expect(jobs.map(({ payload }) => payload.requestId)).toEqual([id]);
    const contexts = benchside.app.get(RequestContexts);
    await contexts.keep(id);
    await contexts.keep(id);
    await academic.ask(`mutation ($id: ID!) { declineRequest(id: $id, reason: "not-a-fit-topic") { state } }`, { id });

    let out = '';
    const to = new Writable({
      write(chunk, _, done) {
        out += chunk;
        done();
      },
    });
    const quiet = new Writable({ write: (_, __, done) => done() });
    expect(await runEvaluation(['--from-feedback'], () => benchside.settings, { out: to, error: quiet })).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      collection: 'feedback',
      judgements: { said: 2, requested: 1, accepted: 0, declined: 1, withoutGrade: 1 },
      judged: 2,
      questions: 1,
      pairs: 1,
      enough: false,
    });
  });
});
