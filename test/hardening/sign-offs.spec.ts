import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Benchside, startBenchside } from '../support/benchside.js';
import { type Collaborating, collaborating, letters } from '../support/collaborating.js';

let benchside: Benchside;
beforeAll(async () => {
  benchside = await startBenchside({ RATE_LIMIT: 'false' });
});
afterAll(() => benchside?.stop());

interface Listed {
  id: string;
  code: string;
  state: string;
  necessary: boolean;
  waitsFor: string[];
  approverEmail: string | null;
  termsNumber: number | null;
}

const listOf = async (actor: Collaborating['academic'], collaborationId: string): Promise<Listed[]> => {
  const { signOffs } = await actor.ask<{ signOffs: Listed[] }>(
    'query ($id: ID!) { signOffs(collaborationId: $id) { id code state necessary waitsFor approverEmail termsNumber } }',
    { id: collaborationId },
  );
  return signOffs;
};
const move = 'mutation ($input: MoveCollaborationInput!) { moveCollaboration(input: $input) { state } }';
const askFor = 'mutation ($input: AskSignOffInput!) { askSignOff(input: $input) { id state linkUntil } }';
const look = 'query ($token: String!) { signOffLink(token: $token) { state label sentTo needsCode } }';
const sendCode = 'mutation ($token: String!) { sendSignOffCode(token: $token) }';
const open =
  'mutation ($token: String!, $code: String) { openSignOff(token: $token, code: $code) { label who withWhom termsNumber terms { label value } } }';
const decide = 'mutation ($input: DecideSignOffInput!) { decideSignOff(input: $input) }';
const changeTerms = 'mutation ($input: ChangeTermsInput!) { changeTerms(input: $input) { number } }';
const newest =
  'query ($id: ID!) { collaboration(id: $id) { state termsNumber obstacles { code sentence fix } events { action note } } }';

const askedIn = (signOffId: string, email: string) => ({
  input: { signOffId, name: 'Dr Pat Lead', email, idempotencyKey: randomUUID() },
});

/** The token of the newest letter to somebody, and their newest code. */
const tokenFor = async (email: string): Promise<string> => {
  const mine = (await letters(benchside)).filter(({ to, text }) => to === email && text.includes('/sign-off#'));
  return /\/sign-off#([\w-]+)/.exec(mine.at(-1)?.text ?? '')?.[1] ?? '';
};
const codeFor = async (email: string, token: string): Promise<string> => {
  await benchside.nobody.ask(sendCode, { token });
  const mine = (await letters(benchside)).filter(({ to, subject }) => to === email && /^\d{6} is/.test(subject));
  return mine.at(-1)?.subject.slice(0, 6) ?? '';
};

/** A collaboration in governance whose sign-off by the employer can be asked for at once. */
const inGovernance = async () => {
  const both = await collaborating(benchside, {
    values: { training_status: 'post-cct', profession: 'nurse' },
    type: 'secondment-part-time',
  });
  await both.academic.ask(move, { input: { id: both.collaborationId, action: 'start-governance' } });
  const list = await listOf(both.academic, both.collaborationId);
  const first = list.find(({ necessary, waitsFor }) => necessary && waitsFor.length === 0);
  if (!first) throw new Error('No sign-off can be asked for');
  return { ...both, list, first };
};

const askedOf = async (email = `lead.${randomUUID().slice(0, 8)}@trust.example`) => {
  const world = await inGovernance();
  await world.academic.ask(askFor, askedIn(world.first.id, email));
  return { ...world, email, token: await tokenFor(email) };
};

describe('a sign-off', () => {
  it('goes to one person, shows the terms word for word, and is recorded once', async () => {
    const { email, token, academic, company, collaborationId, first } = await askedOf();
    expect(await benchside.nobody.ask(look, { token })).toMatchObject({
      signOffLink: { state: 'open', needsCode: true, sentTo: `${email.slice(0, 1)}•••@trust.example` },
    });
    const code = await codeFor(email, token);
    const { openSignOff } = await benchside.nobody.ask<{ openSignOff: { terms: object[] } }>(open, { token, code });
    expect(openSignOff).toMatchObject({ who: 'Ada Nwosu', withWhom: 'Breathe Devices', termsNumber: 1 });
    expect(openSignOff.terms).toContainEqual({ label: 'Way of working together', value: 'Part-time secondment' });
    await benchside.nobody.refused('BAD_INPUT', decide, { input: { token, code, decision: 'refused' } });
    expect(await benchside.nobody.ask(decide, { input: { token, code, decision: 'approved' } })).toEqual({
      decideSignOff: 'approved',
    });
    await benchside.nobody.refused('LINK_CLOSED', decide, {
      input: { token, code, decision: 'refused', reason: 'No.' },
    });
    const mine = (await listOf(academic, collaborationId)).find(({ id }) => id === first.id);
    expect(mine).toMatchObject({ state: 'approved', termsNumber: 1, approverEmail: email });
    const theirs = (await listOf(company, collaborationId)).find(({ id }) => id === first.id);
    expect(theirs).toMatchObject({ state: 'approved', approverEmail: null });
    const told = (await letters(benchside)).filter(({ text }) => text.includes('has approved'));
    expect(told.length).toBeGreaterThan(0);
  });

  it('leaves no secret in the database: neither token nor code', async () => {
    const { email, token } = await askedOf();
    const code = await codeFor(email, token);
    const tables = ['sign_off_link', 'sign_off', 'collaboration_event', 'graphile_worker._private_jobs'];
    for (const table of tables) {
      const rows = await benchside.database.rows<{ text: string }>(
        `SELECT row_to_json(t)::text AS text FROM ${table} t`,
      );
      expect(rows.filter(({ text }) => text.includes(token) || text.includes(`"${code}"`))).toEqual([]);
    }
  });

  it('holds the work back until everybody who must has approved, and opens again when the terms change', async () => {
    const { academic, collaborationId, list } = await inGovernance();
    await academic.refused('NOT_READY', move, { input: { id: collaborationId, action: 'start-agreement' } });
    for (const { id, necessary } of list) {
      if (!necessary) continue;
      const email = `signs.${id.slice(0, 8)}@trust.example`;
      await academic.ask(askFor, askedIn(id, email));
      const token = await tokenFor(email);
      await benchside.nobody.ask(decide, {
        input: { token, code: await codeFor(email, token), decision: 'approved' },
      });
    }
    await academic.ask(changeTerms, {
      input: { id: collaborationId, basedOn: 1, terms: { type: 'secondment-part-time', fte: 0.4 } },
    });
    expect((await listOf(academic, collaborationId)).filter(({ state }) => state === 'approved')).toEqual([]);
    const { collaboration } = await academic.ask<{ collaboration: { obstacles: object[] } }>(newest, {
      id: collaborationId,
    });
    expect(collaboration.obstacles.length).toBeGreaterThan(0);
    await academic.refused('NOT_READY', move, { input: { id: collaborationId, action: 'start-agreement' } });
  });

  it('is asked for again before work on hold goes on, where its terms have changed meanwhile', async () => {
    const { academic, collaborationId } = await inGovernance();
    await benchside.database.affected(
      `UPDATE sign_off SET state = 'approved', approver_email = 'pat@trust.example', decided_at = now(), terms_number = 1
       WHERE collaboration_id = $1`,
      [collaborationId],
    );
    for (const state of ['agreement', 'active', 'on-hold']) {
      await benchside.database.affected('UPDATE collaboration SET state = $2 WHERE id = $1', [collaborationId, state]);
    }
    await academic.ask(changeTerms, {
      input: { id: collaborationId, basedOn: 1, terms: { type: 'secondment-part-time', fte: 0.8 } },
    });
    await academic.refused('NOT_READY', move, { input: { id: collaborationId, action: 'resume' } });
  });

  it('waits for those who come before it', async () => {
    const trainee = await collaborating(benchside, { type: 'out-of-programme-year' });
    await trainee.academic.ask(changeTerms, {
      input: {
        id: trainee.collaborationId,
        basedOn: 1,
        terms: { type: 'out-of-programme-year', oopType: 'OOPC', startsOn: '2027-08-04', endsOn: '2028-08-01' },
      },
    });
    await trainee.academic.ask(move, { input: { id: trainee.collaborationId, action: 'start-governance' } });
    const list = await listOf(trainee.academic, trainee.collaborationId);
    expect(list.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['educational-supervisor', 'training-programme-director', 'dean', 'employer']),
    );
    const dean = list.find(({ code }) => code === 'dean');
    const refusal = await trainee.academic.refused(
      'NOT_READY',
      askFor,
      askedIn(dean?.id ?? '', 'dean@deanery.example'),
    );
    expect(refusal.waitsFor).toContain('Training programme director or head of school');
  });
});

describe('a link in the wrong hands', () => {
  it.each([
    ['guessed', () => `${randomUUID().replaceAll('-', '')}abcdefghijk`],
    ['of another form', () => '../../etc/passwd'],
    ['empty', () => ''],
    ['with a letter changed', (token: string) => `${token.slice(0, -2)}${token.endsWith('AA') ? 'BB' : 'AA'}`],
  ])('that is %s is not found', async (_, forge) => {
    const { token } = await askedOf();
    for (const [query, variables] of [
      [look, { token: forge(token) }],
      [sendCode, { token: forge(token) }],
      [open, { token: forge(token), code: '000000' }],
      [decide, { input: { token: forge(token), code: '000000', decision: 'approved' } }],
    ] as const) {
      await benchside.nobody.refused('NOT_FOUND', query, variables);
    }
  });

  it('that was forwarded opens nothing without the code, nor for somebody else who is signed in', async () => {
    const { token, company, collaborationId, academic, first } = await askedOf();
    await company.refused('BAD_INPUT', open, { token });
    await company.refused('BAD_INPUT', decide, { input: { token, decision: 'approved' } });
    expect((await listOf(academic, collaborationId)).find(({ id }) => id === first.id)?.state).toBe('asked');
  });

  it('opens without a code for whoever is signed in with the address it was sent to', async () => {
    const email = `lead.${randomUUID().slice(0, 8)}@trust.example`;
    const lead = await benchside.person({ email, name: 'Dr Pat Lead' });
    const { token } = await askedOf(email);
    expect(await lead.ask(look, { token })).toMatchObject({ signOffLink: { needsCode: false } });
    expect(await lead.ask(decide, { input: { token, decision: 'approved' } })).toEqual({ decideSignOff: 'approved' });
  });

  it('is closed after five wrong codes, also where they come at once; it can then be asked for again', async () => {
    const { email, token, academic, collaborationId, first } = await askedOf();
    const code = await codeFor(email, token);
    const wrong = code === '111111' ? '222222' : '111111';
    await Promise.all(Array.from({ length: 12 }, () => benchside.nobody.send(open, { token, code: wrong })));
    await benchside.nobody.refused('LINK_CLOSED', decide, { input: { token, code, decision: 'approved' } });
    expect((await listOf(academic, collaborationId)).find(({ id }) => id === first.id)?.state).toBe('to-ask');
    await academic.ask(askFor, askedIn(first.id, email));
    const again = await tokenFor(email);
    expect(again).not.toBe(token);
    await benchside.nobody.ask(decide, {
      input: { token: again, code: await codeFor(email, again), decision: 'approved' },
    });
  });

  it.each([
    ['expired', `UPDATE sign_off_link SET expires_at = now() - interval '1 minute' WHERE sign_off_id = $1`],
    ['revoked', 'UPDATE sign_off_link SET revoked_at = now() WHERE sign_off_id = $1'],
  ])('that has %s says so, and shows nothing else', async (state, sql) => {
    const { email, token, first } = await askedOf();
    const code = await codeFor(email, token);
    await benchside.database.affected(sql, [first.id]);
    expect(await benchside.nobody.ask(look, { token })).toMatchObject({
      signOffLink: { state, label: null, sentTo: null },
    });
    await benchside.nobody.refused('LINK_CLOSED', open, { token, code });
    await benchside.nobody.refused('LINK_CLOSED', decide, { input: { token, code, decision: 'approved' } });
  });

  it('cannot be sent to somebody who takes part', async () => {
    const { academic, first } = await inGovernance();
    const { viewer } = await academic.ask<{ viewer: { email: string } }>('{ viewer { email } }');
    await academic.refused('BAD_INPUT', askFor, askedIn(first.id, viewer.email));
  });

  it('opens nothing once the collaboration is over: nobody reads, decides or is told any more', async () => {
    const { email, token, company, collaborationId } = await askedOf();
    const code = await codeFor(email, token);
    await company.ask(move, { input: { id: collaborationId, action: 'withdraw' } });
    expect(await benchside.nobody.ask(look, { token })).toMatchObject({
      signOffLink: { state: 'revoked', label: null },
    });
    for (const [query, variables] of [
      [sendCode, { token }],
      [open, { token, code }],
      [decide, { input: { token, code, decision: 'approved' } }],
    ] as const) {
      await benchside.nobody.refused('LINK_CLOSED', query, variables);
    }
  });

  it('is not sent to one address, nor by one person, more often than anybody needs in a day', async () => {
    const { academic, first } = await inGovernance();
    const email = `flood.${randomUUID().slice(0, 8)}@trust.example`;
    const flood = (to: () => string, times: number) =>
      Promise.all(Array.from({ length: times }, () => academic.send(askFor, askedIn(first.id, to()))));
    await flood(() => email, 12);
    expect((await letters(benchside)).filter(({ to }) => to === email).length).toBeLessThanOrEqual(10);
    expect(await benchside.database.rows('SELECT FROM sign_off_link WHERE email = $1', [email])).toHaveLength(10);
    await academic.refused('TOO_MANY', askFor, askedIn(first.id, email));
    await flood(() => `other.${randomUUID().slice(0, 8)}@trust.example`, 22);
    expect(await benchside.database.rows('SELECT FROM sign_off_link WHERE sign_off_id = $1', [first.id])).toHaveLength(
      30,
    );
    await academic.refused('TOO_MANY', askFor, askedIn(first.id, 'one.more@trust.example'));
  });

  it('is decided once by however many who press at once', async () => {
    const { email, token } = await askedOf();
    const code = await codeFor(email, token);
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, at) =>
        benchside.nobody.send<{ decideSignOff?: string }>(decide, {
          input: { token, code, decision: at % 2 ? 'approved' : 'refused', reason: 'Because.' },
        }),
      ),
    );
    expect(answers.filter(({ data }) => data?.decideSignOff)).toHaveLength(1);
  });
});

describe('approvals and terms, in whatever order people act', () => {
  it('never let work begin on terms that were not approved', async () => {
    const step = fc.constantFrom('ask', 'approve', 'refuse', 'change', 'revoke', 'move on', 'race');
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 9 }), async (steps) => {
        const { academic, collaborationId, first } = await inGovernance();
        const email = `model.${randomUUID().slice(0, 8)}@trust.example`;
        /** What must hold: the state of the first sign-off, and the terms. */
        const model = { state: 'to-ask', terms: 1, token: '' };
        const change = () =>
          academic.send(changeTerms, {
            input: { id: collaborationId, basedOn: model.terms, terms: { type: 'secondment-part-time' } },
          });
        const say = async (decision: string) => {
          if (!model.token) return;
          const code = model.state === 'asked' ? await codeFor(email, model.token) : '000000';
          const { data } = await benchside.nobody.send<{ decideSignOff?: string } | null>(decide, {
            input: { token: model.token, code, decision, reason: 'Because.' },
          });
          expect(Boolean(data?.decideSignOff)).toBe(model.state === 'asked');
          if (data?.decideSignOff) model.state = decision;
        };
        for (const what of steps) {
          if (what === 'ask') {
            const { errors } = await academic.send(askFor, askedIn(first.id, email));
            expect(errors === undefined).toBe(model.state !== 'approved');
            if (!errors) Object.assign(model, { state: 'asked', token: await tokenFor(email) });
          } else if (what === 'approve') await say('approved');
          else if (what === 'refuse') await say('refused');
          else if (what === 'change') {
            await change();
            Object.assign(model, { state: 'to-ask', terms: model.terms + 1 });
          } else if (what === 'revoke') {
            await academic.send('mutation ($id: ID!) { revokeSignOff(id: $id) { state } }', { id: first.id });
            if (model.state === 'asked') model.state = 'to-ask';
          } else if (what === 'race' && model.state === 'asked') {
            // Somebody approves at the moment in which the terms change: either it was on the old terms, or it is refused.
            const code = await codeFor(email, model.token);
            await Promise.all([
              change(),
              benchside.nobody.send(decide, { input: { token: model.token, code, decision: 'approved' } }),
            ]);
            Object.assign(model, { state: 'to-ask', terms: model.terms + 1 });
          } else {
            // The company has not been asked in this model, so the work never moves on.
            await academic.refused('NOT_READY', move, { input: { id: collaborationId, action: 'start-agreement' } });
          }
          const now = (await listOf(academic, collaborationId)).find(({ id }) => id === first.id);
          expect({ what, state: now?.state }).toEqual({ what, state: model.state });
          if (now?.state === 'approved') expect(now.termsNumber).toBe(model.terms);
        }
      }),
      { numRuns: 6 },
    );
  }, 120_000);
});
