import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { DECLARATION_JOBS } from '#declarations';
import { type Actor, type Benchside, startBenchside } from '../support/benchside.js';
import { declares, declaringPeople, interestOf, key } from './declaring.js';

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
      expect((await interestOf(ada, id)).role).toBe('owner');
      expect((await interestOf(ines, id)).role).toBe('office');
      await noInterest(stranger, id);
    }
    expect((await interestOf(sam, open.id)).role).toBe('party');
    expect((await interestOf(sam, partners.id)).history).toEqual([]);
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
    const change = `mutation ($input: ChangeInterestInput!) { changed: changeInterest(input: $input) { id } }`;
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
    const { history, state } = await interestOf(ada, id);
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
    await ada.refused('STILL_NEEDED', nothing);
    const all = await Promise.all([1, 2, 3].map(() => sam.ask<{ made: { id: string } }>(nothing)));
    expect(new Set(all.map(({ made }) => made.id)).size).toBe(1);
    await declare(sam);
    const id = all[0]?.made.id ?? '';
    expect((await interestOf(sam, id)).state).toBe('ended');
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
    const path = `/downloads/register-of-interests/${hospital}.csv`;
    const answer = await ines.get(path);
    expect(answer.headers.get('content-disposition')).toMatch(
      /filename="Register of interests \d{4}-\d{2}-\d{2}\.csv"/,
    );
    const text = await answer.text();
    const lines = text.trim().split('\r\n');
    expect(lines.filter((line) => line.startsWith('Interest,Ada Nwosu'))).toHaveLength(2);
    expect(lines.filter((line) => line.startsWith('Withheld,'))).toEqual([
      'Withheld,,,,,,,,,,,',
      'Withheld,,,,,,,,,,,',
    ]);
    expect(text).toContain(`"'=HYPERLINK(""http://evil.example"")"`);
    expect((await sam.get(path)).status).toBe(404);
    expect((await benchside.nobody.get(path)).status).toBe(401);
  });
});
