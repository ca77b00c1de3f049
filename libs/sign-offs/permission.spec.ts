import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Viewer } from '#accounts';
import {
  DeclaredInterests,
  GovernanceModule,
  PolicyPack,
  PolicyPackService,
  PreCheckService,
  TrainingPlan,
} from '#governance';
import { collaborationsIn, withCollaborations } from '../collaborations/testing.js';
import { type RequestsForTests, requestsForTests } from '../requests/testing.js';
import { PermissionService } from './permission.service.js';
import { SignOff } from './sign-off.entity.js';
import { SignOffsModule } from './sign-offs.module.js';

let world: RequestsForTests;
let made: ReturnType<typeof collaborationsIn>;
let permissions: PermissionService;
const nothingDeclared = new Set<string>();
beforeAll(async () => {
  world = await requestsForTests({
    imports: [...withCollaborations.imports, GovernanceModule, SignOffsModule],
    entities: [...withCollaborations.entities, PolicyPack, TrainingPlan, SignOff],
  });
  made = collaborationsIn(world);
  permissions = world.app.get(PermissionService);
  world.app
    .get(DeclaredInterests)
    .register(async (accountId) =>
      nothingDeclared.has(accountId) ? [{ organisationId: null, name: '', category: '', nothing: true }] : [],
    );
}, 60_000);
afterAll(() => world?.close());

const sourceTitle = 'Outside work policy, section 3';
const blocks = { kind: 'max-outside-days', effect: 'block', amount: 10, sourceTitle } as const;

/** Somebody of an employer with these rules in governance with a company, for 30 days a year. */
const inGovernance = async (rules: object[] = [blocks], values: Record<string, unknown> = {}) => {
  const employer = await world.organisation('Tyne Hospitals', { type: 'nhs-organisation', ...values });
  const office = await world.member(employer, 'office', 'Priya Shah');
  await world.app.get(PolicyPackService).save(office, {
    organisationId: employer,
    after: 0,
    rules: rules as never,
    validFrom: '2026-01-01',
    publish: true,
    idempotencyKey: randomUUID(),
  });
  const begun = await made.begun({ employer });
  await made.terms.change(begun.sender, begun.id, 1, { type: 'consultancy', daysPerYear: 30 });
  await made.move(begun.sender, begun.id, 'start-governance');
  await approved(begun.id);
  return { ...begun, employer, office };
};

/** Everybody who must has signed off the terms that hold. */
const approved = (id: string) =>
  world.database.affected(
    `UPDATE sign_off SET state = 'approved', decided_at = now(), approver_email = 'lead@trust.example',
       terms_number = (SELECT terms_number FROM collaboration WHERE id = $1) WHERE collaboration_id = $1`,
    [id],
  );

const holds = async (as: Viewer, id: string, step: 'start-agreement' | 'activate' = 'start-agreement') =>
  (await made.service.obstacles(as, id, step)).filter(({ code }) => code.startsWith('POLICY_'));

const asks = (as: Viewer, collaborationId: string, organisationId: string) =>
  permissions.ask(as, { collaborationId, organisationId });

const decides = (as: Viewer, collaborationId: string, organisationId: string, given = true, termsNumber = 2) =>
  permissions.decide(as, { collaborationId, organisationId, termsNumber, given, reason: 'Agreed with the rota lead.' });

describe('a rule that an organisation lets block', () => {
  it('holds the step, and says the rule, its source, who decides and what would help', async () => {
    const { id, sender } = await inGovernance();
    const [obstacle, ...more] = await holds(sender, id);
    expect(more).toEqual([]);
    expect(obstacle).toEqual({
      code: 'POLICY_MAX_OUTSIDE_DAYS',
      sentence: expect.stringContaining('at most 10 days of outside work a year; this is 30'),
      fix: expect.stringMatching(/fewer days.*not been asked yet.*office of Tyne Hospitals decides/),
    });
    expect(obstacle?.sentence).toContain(`Source: ${sourceTitle} (policy of Tyne Hospitals, version 1)`);
    await expect(made.move(sender, id, 'start-agreement')).rejects.toMatchObject({ code: 'NOT_READY' });
  });

  it('holds nothing where it is only pointed out, or the terms keep to it', async () => {
    const warned = await inGovernance([{ ...blocks, effect: 'warn' }]);
    expect(await holds(warned.sender, warned.id)).toEqual([]);
    await made.move(warned.sender, warned.id, 'start-agreement');
    const held = await inGovernance();
    await made.terms.change(held.sender, held.id, 2, { type: 'consultancy', daysPerYear: 8 });
    expect(await holds(held.sender, held.id)).toEqual([]);
  });

  it('holds terms that leave out what it looks at', async () => {
    const { id, sender } = await inGovernance();
    await made.terms.change(sender, id, 2, { type: 'consultancy' });
    expect(await holds(sender, id)).toMatchObject([{ fix: expect.stringContaining('how many days') }]);
  });

  it('counts notice from the day on which the terms were written', async () => {
    const { id, sender } = await inGovernance([{ kind: 'notice-weeks', effect: 'block', amount: 8, sourceTitle }]);
    const startsOn = new Date(Date.now() + 60 * 86_400_000).toISOString().slice(0, 10);
    await made.terms.change(sender, id, 2, { type: 'consultancy', daysPerYear: 30, startsOn });
    expect(await holds(sender, id)).toEqual([]);
    await world.database.affected('ALTER TABLE engagement_terms DISABLE TRIGGER kept');
    await world.database.affected(
      `UPDATE engagement_terms SET created_at = now() - interval '50 days', starts_on = current_date + 10
       WHERE collaboration_id = $1`,
      [id],
    );
    await world.database.affected('ALTER TABLE engagement_terms ENABLE TRIGGER kept');
    expect(await holds(sender, id, 'activate')).toEqual([]);
  });

  it('waits with the declaration until the work starts, and no permission takes its place', async () => {
    const rule = { kind: 'declaration-before-start', effect: 'block', sourceTitle };
    const { id, sender, office, employer } = await inGovernance([rule, blocks]);
    expect(await holds(sender, id)).toHaveLength(1);
    await asks(sender, id, employer);
    await decides(office, id, employer);
    await made.move(sender, id, 'start-agreement');
    expect(await holds(sender, id, 'activate')).toMatchObject([{ code: 'POLICY_DECLARATION_BEFORE_START' }]);
    nothingDeclared.add(sender.accountId ?? '');
    expect(await holds(sender, id, 'activate')).toEqual([]);
  });

  it('does not tell the other side whose rule it is, where its person does not show that', async () => {
    const { id, sender, receiver } = await inGovernance([{ ...blocks, note: 'Tyne Hospitals allows ten days.' }]);
    await world.database.affected(`UPDATE academic SET field_visibility = '{"employer": "only-me"}' WHERE id = $1`, [
      sender.academicId,
    ]);
    const told = JSON.stringify([await holds(receiver, id), await permissions.list(receiver, id)]);
    expect(told).toContain('The employer');
    expect(told).not.toMatch(/Tyne|section 3/);
    expect(await permissions.list(sender, id)).toMatchObject([{ organisation: 'Tyne Hospitals' }]);
  });
});

describe('the permission of an office', () => {
  it('is asked for by the side of its person, given with a reason, and opens the step', async () => {
    const { id, sender, receiver, office, employer } = await inGovernance();
    await expect(permissions.list(office, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(decides(office, id, employer)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(asks(receiver, id, employer)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await asks(sender, id, employer)).toMatchObject({ state: 'asked', askedBy: 'Ada Adams', mayAsk: false });
    await asks(sender, id, employer);
    expect(await permissions.waiting(office, employer)).toMatchObject([{ id, role: 'office' }]);
    expect(await permissions.list(office, id)).toMatchObject([{ state: 'asked', mayDecide: true, mayAsk: false }]);
    expect(await decides(office, id, employer)).toMatchObject({
      ...{ state: 'given', decidedBy: 'Priya Shah', reason: 'Agreed with the rota lead.', termsNumber: 2, holds: [] },
      decidedAt: expect.any(Date),
    });
    expect(await permissions.waiting(office, employer)).toEqual([]);
    expect(await holds(sender, id)).toEqual([]);
    await made.move(sender, id, 'start-agreement');
    const told = (await made.events(id)).filter(({ action }) => action.includes('permission'));
    expect(told.map(({ action, side }) => [action, side])).toEqual([
      ['ask-permission', 'sender'],
      ['permission-given', 'office'],
    ]);
    const news = await world.database.rows(
      `SELECT h.name, n.kind FROM notification n JOIN account_holder h ON h.id = n.account_id
       WHERE n.subject_kind = 'policy-permission' AND n.account_id = ANY($1) ORDER BY n.created_at, h.name`,
      [[sender, receiver, office].map(({ accountId }) => accountId)],
    );
    expect(news).toEqual([
      { name: 'Priya Shah', kind: 'permission-asked' },
      { name: 'Ada Adams', kind: 'permission-given' },
      { name: 'Ben Brown', kind: 'permission-given' },
    ]);
  });

  it('is for the terms that were read: newer ones hold the step again', async () => {
    const { id, sender, office, employer } = await inGovernance();
    await asks(sender, id, employer);
    await decides(office, id, employer);
    await made.terms.change(sender, id, 2, { type: 'consultancy', daysPerYear: 60 });
    expect(await holds(sender, id)).toMatchObject([{ sentence: expect.stringContaining('this is 60') }]);
    await expect(decides(office, id, employer, true, 2)).rejects.toMatchObject({ code: 'CHANGED_MEANWHILE' });
    expect(await permissions.list(sender, id)).toMatchObject([{ state: 'to-ask', mayAsk: true, termsNumber: 3 }]);
  });

  it('can be refused, and said otherwise later', async () => {
    const { id, sender, office, employer } = await inGovernance();
    await asks(sender, id, employer);
    expect(await decides(office, id, employer, false)).toMatchObject({ state: 'refused' });
    expect(await holds(sender, id)).toMatchObject([{ fix: expect.stringContaining('refused these terms') }]);
    expect(await decides(office, id, employer)).toMatchObject({ state: 'given' });
    expect(await holds(sender, id)).toEqual([]);
  });

  it('is given by that organisation alone, and not by who takes part', async () => {
    const { id, sender, employer } = await inGovernance();
    await asks(sender, id, employer);
    const elsewhere = await world.member(await world.organisation('Elsewhere'), 'office');
    const colleague = await world.member(employer, 'member');
    for (const one of [elsewhere, colleague]) {
      await expect(decides(one, id, employer)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
    const both = { ...sender, memberships: [{ organisationId: employer, role: 'office' as const }] };
    await expect(decides(both, id, employer)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
  });

  it('needs a reason, a rule that holds the work, and an office', async () => {
    const { id, sender, office, employer } = await inGovernance();
    await asks(sender, id, employer);
    const empty = { collaborationId: id, organisationId: employer, termsNumber: 2, given: true, reason: ' ' };
    await expect(permissions.decide(office, empty)).rejects.toMatchObject({ code: 'BAD_INPUT' });
    const free = await inGovernance([{ ...blocks, effect: 'warn' }]);
    await expect(asks(free.sender, free.id, free.employer)).rejects.toMatchObject({ code: 'WRONG_STATE' });
    await expect(asks(free.sender, free.id, employer)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const nobody = await inGovernance();
    await world.database.affected('DELETE FROM account_membership WHERE organisation_id = $1', [nobody.employer]);
    await expect(asks(nobody.sender, nobody.id, nobody.employer)).rejects.toMatchObject({ code: 'NOT_READY' });
  });

  it('is never lost or taken for other terms, whoever comes first', async () => {
    for (let round = 0; round < 6; round += 1) {
      const { id, sender, receiver, office, employer } = await inGovernance();
      await asks(sender, id, employer);
      const [decided, moved, changed] = await Promise.allSettled([
        decides(office, id, employer),
        made.move(receiver, id, 'start-agreement'),
        made.terms.change(sender, id, 2, { type: 'consultancy', daysPerYear: 90 }),
      ]);
      const given = decided.status === 'fulfilled';
      if (moved.status === 'fulfilled') expect(given).toBe(true);
      expect(changed.status).toBe('fulfilled');
      expect(await holds(sender, id)).toHaveLength(moved.status === 'fulfilled' ? 0 : 1);
      const rows = await world.database.rows(
        'SELECT terms_number, state FROM policy_permission WHERE collaboration_id = $1',
        [id],
      );
      expect(rows).toEqual([{ terms_number: 2, state: given ? 'given' : 'asked' }]);
    }
  });

  it('is known to the check after contact', async () => {
    const { id, sender, office, employer } = await inGovernance();
    const check = async () => {
      const input = { collaborationId: id, firstYear: false, finalYear: false, visaSponsored: false };
      return world.app
        .get(PreCheckService)
        .check(sender, { ...input, countsToTraining: false, purpose: 'industry-post' });
    };
    expect(await check()).toMatchObject({ blocked: true, who: 'Ada Adams' });
    await asks(sender, id, employer);
    await decides(office, id, employer);
    const after = await check();
    expect(after.blocked).toBe(false);
    expect(after.lines.find(({ code }) => code === 'max-outside-days')).toMatchObject({
      level: 'ready',
      text: expect.stringContaining('has given its permission'),
    });
  });
});
