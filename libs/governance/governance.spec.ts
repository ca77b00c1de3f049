import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Test, type TestingModule } from '@nestjs/testing';
import ICAL from 'ical.js';
import { Academic, AcademicsModule, Work } from '#academics';
import { AccountsModule, nobody, type OrganisationRole, type Viewer } from '#accounts';
import { ConfigModule, readSettings } from '#config';
import { Database, DatabaseModule, testDatabase } from '#database';
import { MailModule } from '#mail';
import { OpportunitiesModule, Opportunity } from '#opportunities';
import { Organisation, OrganisationsModule } from '#organisations';
import { TaxonomyEdition, TaxonomyModule, TaxonomyTerm } from '#taxonomy';
import { DeclaredInterests } from './checks/declared.interests.js';
import type { PreCheckInput } from './checks/pre-check.inputs.js';
import { PreCheckService } from './checks/pre-check.service.js';
import { planCalendar } from './exports/plan.calendar.js';
import { formDocument, planForm } from './exports/plan.form.js';
import { GovernanceModule } from './governance.module.js';
import { PolicyPack } from './packs/policy-pack.entity.js';
import type { PolicyRuleInput, SavePolicyPackInput } from './packs/policy-pack.inputs.js';
import { PolicyPackService } from './packs/policy-pack.service.js';
import { monthsAfter } from './planner/dates.js';
import type { SaveTrainingPlanInput, TrainingPlanInput } from './planner/plan.inputs.js';
import { TrainingPlan } from './planner/training-plan.entity.js';
import { plansPerPerson, TrainingPlanService } from './planner/training-plan.service.js';
import { governanceRules, today } from './rules/rule.set.js';

let app: TestingModule;
let database: Database;
let plans: TrainingPlanService;
let packs: PolicyPackService;
let checks: PreCheckService;
let drop: () => Promise<void>;

beforeAll(async () => {
  const testing = await testDatabase();
  drop = testing.drop;
  const settings = readSettings({ NODE_ENV: 'test', DATABASE_URL: testing.url });
  const entities = [TaxonomyTerm, TaxonomyEdition, Organisation, Academic, Work, Opportunity, TrainingPlan, PolicyPack];
  app = await Test.createTestingModule({
    imports: [
      ConfigModule.of(settings),
      DatabaseModule.of(entities),
      MailModule,
      TaxonomyModule,
      AccountsModule,
      OrganisationsModule,
      AcademicsModule,
      OpportunitiesModule,
      GovernanceModule,
    ],
  }).compile();
  await app.init();
  database = app.get(Database);
  [plans, packs, checks] = [app.get(TrainingPlanService), app.get(PolicyPackService), app.get(PreCheckService)];
});
afterAll(async () => {
  await app?.close();
  await drop?.();
});

const insert = async (table: string, values: Record<string, unknown>): Promise<string> => {
  const columns = Object.keys(values);
  const row = await database.row<{ id: string }>(
    `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((_, at) => `$${at + 1}`).join(', ')}) RETURNING id`,
    Object.values(values),
  );
  return row?.id ?? '';
};
const organisation = (name: string, values: object = {}) =>
  insert('organisation', { slug: randomUUID(), name, type: 'nhs-organisation', verification: 'verified', ...values });
const person = async (memberships: { organisationId: string; role: OrganisationRole }[] = []): Promise<Viewer> => {
  const email = `${randomUUID()}@example.org`;
  const accountId = await insert('account_holder', { name: 'Ada Adams', email, email_verified: true });
  return { ...nobody, accountId, sessionId: randomUUID(), name: 'Ada Adams', email, memberships };
};
const academic = async (values: object = {}): Promise<Viewer & { academicId: string }> => {
  const viewer = await person();
  const academicId = await insert('academic', {
    given_name: 'Ada',
    family_name: 'Adams',
    profession: 'doctor',
    account_id: viewer.accountId,
    ...values,
  });
  return { ...viewer, academicId };
};

const startsOn = monthsAfter(today(), 14);
const facts: TrainingPlanInput = {
  profession: 'doctor',
  trainingStatus: 'in-programme',
  nation: 'england',
  region: 'kent-surrey-and-sussex',
  firstYear: false,
  finalYear: false,
  startsOn,
  endsOn: monthsAfter(startsOn, 11),
  purpose: 'industry-post',
  visaSponsored: false,
  countsToTraining: false,
};
const planInput = (values: Partial<SaveTrainingPlanInput> = {}): SaveTrainingPlanInput => ({
  name: 'A year with a company',
  facts,
  idempotencyKey: randomUUID(),
  ...values,
});

describe('a plan that is kept', () => {
  it('is its owner’s alone: saved, read, changed and removed', async () => {
    const [ada, eve] = [await person(), await person()];
    const form = [{ code: 'specialty', value: ' Cardiology ' }];
    const saved = await plans.save(ada, planInput({ form }));
    expect(saved).toMatchObject({ version: 1, facts, form: [{ code: 'specialty', value: 'Cardiology' }] });
    expect((await plans.mine(ada, { first: 10 })).nodes.map(({ id }) => id)).toEqual([saved.id]);
    expect((await plans.mine(eve, { first: 10 })).totalCount).toBe(0);
    for (const attempt of [
      plans.one(eve, saved.id),
      plans.remove(eve, saved.id),
      plans.save(eve, planInput({ id: saved.id, version: 1 })),
    ]) {
      await expect(attempt).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
    const changed = await plans.save(ada, planInput({ id: saved.id, version: 1, name: 'Another name' }));
    expect(changed).toMatchObject({ id: saved.id, version: 2, name: 'Another name' });
    await expect(plans.save(ada, planInput({ id: saved.id, version: 1 }))).rejects.toMatchObject({
      code: 'CHANGED_MEANWHILE',
    });
    expect(await plans.remove(ada, saved.id)).toBe(true);
    await expect(plans.one(ada, saved.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is made once for its key, and there are not more of them than are allowed', async () => {
    const ada = await person();
    const input = planInput();
    const [first, second] = await Promise.all([plans.save(ada, input), plans.save(ada, input)]);
    expect(first.id).toBe(second.id);
    const saves = await Promise.allSettled(
      Array.from({ length: plansPerPerson + 2 }, () => plans.save(ada, planInput())),
    );
    expect(saves.filter(({ status }) => status === 'fulfilled')).toHaveLength(plansPerPerson - 1);
    const page = await plans.mine(ada, { first: 15 });
    const rest = await plans.mine(ada, { first: 15, after: page.pageInfo.endCursor });
    expect([page.totalCount, page.nodes.length, rest.nodes.length]).toEqual([plansPerPerson, 15, 5]);
  });

  it.each<[string, Partial<TrainingPlanInput>]>([
    ['endsOn', { endsOn: '2020-01-01' }],
    ['startsOn', { startsOn: '2090-01-01', endsOn: '2091-01-01' }],
    ['endsOn', { endsOn: monthsAfter(startsOn, 200) }],
    ['profession', { profession: 'wizard' }],
    ['region', { region: 'atlantis' }],
    ['nextArcpOn', { nextArcpOn: '1999-01-01' }],
  ])('is refused with a wrong %s', async (field, wrong) => {
    const input = planInput({ facts: { ...facts, ...wrong } });
    await expect(plans.save(await person(), input)).rejects.toMatchObject({ code: 'BAD_INPUT', details: { field } });
  });
});

describe('the files of a plan', () => {
  const plan = () => plans.facts(facts);

  it('are a calendar of whole days, with names that stay', async () => {
    const read = async (id: string | null) => {
      const { base64, name } = await planCalendar(plan(), plans.advice(facts), id);
      expect(name).toMatch(/\.ics$/);
      const calendar = new ICAL.Component(ICAL.parse(Buffer.from(base64, 'base64').toString()));
      return calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
    };
    const events = await read('plan-1');
    const { timeline } = plans.advice(facts);
    expect(events.map(({ startDate }) => startDate.toString())).toEqual(timeline.map(({ on }) => on));
    expect(events.every(({ startDate }) => startDate.isDate)).toBe(true);
    expect(events[0]?.description).toContain('Source: ');
    const uids = events.map(({ uid }) => uid);
    expect(new Set(uids).size).toBe(uids.length);
    expect((await read('plan-1')).map(({ uid }) => uid)).toEqual(uids);
    expect((await read(null)).map(({ uid }) => uid)).toEqual((await read(null)).map(({ uid }) => uid));
    expect((await read('plan-2')).map(({ uid }) => uid)).not.toEqual(uids);
  });

  it('are the form with every field, filled in as far as it is known', async () => {
    const { form } = governanceRules;
    const advice = plans.advice(facts);
    const document = formDocument(plan(), advice, form, plans.formValues([{ code: 'name', value: 'Ada Ádams' }]));
    const [fields] = document.blocks;
    const rows = fields?.kind === 'facts' ? fields.rows : [];
    expect(rows.map(([label]) => label)).toEqual(form.fields.map(({ label }) => label));
    expect(Object.fromEntries(rows)).toMatchObject({
      Name: 'Ada Ádams',
      'First day': facts.startsOn,
      'Date of return': advice.returnsOn,
      'Type of time out of programme': 'Career break (OOPC)',
    });
    const { base64, type } = await planForm(plan(), advice, form, {});
    expect([type, Buffer.from(base64, 'base64').subarray(0, 5).toString()]).toEqual(['application/pdf', '%PDF-']);
    expect(() => plans.formValues([{ code: 'mood', value: 'good' }])).toThrow('form');
  });
});

const days = (amount: number, effect: 'warn' | 'block' = 'warn'): PolicyRuleInput => ({
  kind: 'max-outside-days',
  effect,
  amount,
  sourceTitle: 'Outside work policy, section 4',
});
const packInput = (values: Partial<SavePolicyPackInput>): SavePolicyPackInput => ({
  after: 0,
  rules: [days(10)],
  validFrom: '2026-01-01',
  publish: true,
  idempotencyKey: randomUUID(),
  ...values,
});

describe('a policy', () => {
  it('has a new version with each save, and older ones stay', async () => {
    const organisationId = await organisation('Northgate Hospitals');
    const office = await person([{ organisationId, role: 'office' }]);
    const member = await person([{ organisationId, role: 'member' }]);
    await expect(packs.save(member, packInput({ organisationId }))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await packs.current(member, organisationId)).toBeNull();
    const first = await packs.save(office, packInput({ organisationId }));
    expect(first).toMatchObject({ version: 1, inForce: true, rules: [{ label: 'Most days of outside work a year' }] });
    const draft = await packs.save(office, packInput({ organisationId, after: 1, rules: [days(5)], publish: false }));
    expect(draft).toMatchObject({ version: 2, state: 'draft', inForce: false });
    const later = packInput({ organisationId, after: 2, rules: [days(7)], validFrom: monthsAfter(today(), 1) });
    expect(await packs.save(office, later)).toMatchObject({ version: 3, inForce: false });
    expect(await packs.current(member, organisationId)).toMatchObject({ version: 1, rules: [{ amount: 10 }] });
    const { nodes } = await packs.versions(office, { organisationId, first: 10 });
    expect(nodes.map(({ version, inForce }) => [version, inForce]).sort()).toEqual([
      [1, true],
      [2, false],
      [3, false],
    ]);
    await expect(database.affected(`UPDATE policy_pack SET rules = '[]' WHERE id = $1`, [first.id])).rejects.toThrow(
      'record',
    );
  });

  it('of two who save at once has one new version, and the other is told', async () => {
    const organisationId = await organisation('Southgate Hospitals');
    const office = await person([{ organisationId, role: 'office' }]);
    const saves = await Promise.allSettled([1, 2, 3].map(() => packs.save(office, packInput({ organisationId }))));
    expect(saves.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const refused = saves.flatMap((one) => (one.status === 'rejected' ? [one.reason.code] : []));
    expect(refused).toEqual(['CHANGED_MEANWHILE', 'CHANGED_MEANWHILE']);
  });

  it('of a funder is found by its name, and written by the platform', async () => {
    const platform: Viewer = { ...(await person()), platformRole: 'platform-admin' };
    await packs.save(platform, packInput({ funder: 'Wellcome Trust' }));
    await expect(packs.save(await person(), packInput({ funder: 'Another', after: 0 }))).rejects.toMatchObject({
      code: 'NOT_ALLOWED',
    });
    const found = await packs.inForce([], 'wellcome trust');
    expect(found).toMatchObject([{ name: 'Wellcome Trust', organisationId: null, version: 1 }]);
  });

  it('can be tried on what is there, as counts', async () => {
    const organisationId = await organisation('Eastgate Hospitals');
    const company = await organisation('Novara Inhalers', { type: 'company', sector: 'pharmaceutical' });
    const office = await person([{ organisationId, role: 'office' }]);
    const brief = { side: 'company', organisation_id: company, title: 'A brief', state: 'published' };
    await insert('opportunity', { ...brief, opportunity_type: 'consultancy', fte: 0.1 });
    await insert('opportunity', { ...brief, opportunity_type: 'advisory-board', fte: 0.01 });
    const ada = await academic({ employer_id: organisationId });
    await insert('collaboration_request', {
      sender_organisation_id: company,
      receiver_academic_id: ada.academicId,
      type: 'consultancy',
      reason: 'x'.repeat(60),
      state: 'delivered',
      expires_at: new Date(Date.now() + 86_400_000),
    });
    const rules = [days(10, 'block')];
    const sectors: PolicyRuleInput = {
      kind: 'forbidden-sectors',
      effect: 'block',
      codes: ['pharmaceutical'],
      sourceTitle: 'Policy',
    };
    expect(await packs.trial(office, { organisationId, rules })).toMatchObject({
      requests: { total: 1, ready: 0, needsAttention: 1, notAsItStands: 0 },
      briefs: { total: 2, ready: 1, needsAttention: 0, notAsItStands: 1 },
    });
    expect((await packs.trial(office, { organisationId, rules: [sectors] })).requests.notAsItStands).toBe(1);
    await expect(packs.trial(ada, { organisationId, rules })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('“Can I do this?”', () => {
  const ask = (viewer: Viewer, input: Partial<PreCheckInput>) =>
    checks.check(viewer, {
      firstYear: false,
      finalYear: false,
      visaSponsored: false,
      countsToTraining: false,
      purpose: 'industry-post',
      ...input,
    });

  it('reads the profile, the opportunity, the declared interests and the policies in force', async () => {
    const employer = await organisation('Westgate Hospitals');
    const company = await organisation('Breathe', { type: 'company', sector: 'medical-technology' });
    const office = await person([{ organisationId: employer, role: 'office' }]);
    await packs.save(office, packInput({ organisationId: employer, rules: [days(10, 'block')] }));
    const ada = await academic({ employer_id: employer, training_status: 'post-cct', career_stage: 'professor' });
    const brief = { side: 'company', organisation_id: company, title: 'Advice on a sensor', state: 'published' };
    const opportunityId = await insert('opportunity', { ...brief, opportunity_type: 'consultancy', fte: 0.1 });
    app
      .get(DeclaredInterests)
      .register(async (viewer) =>
        viewer.accountId === ada.accountId ? [{ organisationId: company, name: 'Breathe', category: 'financial' }] : [],
      );
    const result = await ask(ada, { opportunityId });
    expect(result).toMatchObject({
      overall: 'not-as-it-stands',
      blocked: true,
      who: 'Ada Adams',
      with: 'Breathe',
      about: 'Advice on a sensor',
      policies: ['Westgate Hospitals, version 1'],
      notRead: [],
    });
    expect(result.lines.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['max-outside-days', 'check-interest', 'check-outside-work']),
    );
    // Of somebody else, interests are not looked at, and say nothing.
    const asked = await ask(office, { academicId: ada.academicId, opportunityId });
    expect(asked.lines.map(({ code }) => code)).toContain('check-interests-unknown');
    expect(JSON.stringify(asked)).not.toContain('financial.');
  });

  it('tells nothing of who is behind a blind brief, nor of an employer that is not shown', async () => {
    const employer = await organisation('Secret Hospitals');
    const company = await organisation('Hush Pharma', { type: 'company', sector: 'pharmaceutical' });
    const office = await person([{ organisationId: employer, role: 'office' }]);
    await packs.save(office, packInput({ organisationId: employer }));
    const brief = { side: 'company', organisation_id: company, title: 'A brief', state: 'published', blind: true };
    const opportunityId = await insert('opportunity', { ...brief, opportunity_type: 'consultancy' });
    const shy = await academic({ employer_id: employer, field_visibility: JSON.stringify({ employer: 'only-me' }) });
    const result = await ask(await academic(), { academicId: shy.academicId, opportunityId });
    expect(result).toMatchObject({ with: null, policies: [] });
    expect(JSON.stringify(result)).not.toMatch(/Hush|Secret/);
    expect(result.lines.map(({ code }) => code)).not.toContain('check-transfer-of-value');
    expect(result.notRead[0]).toContain('shows no employer');
  });

  it('works in free terms, for nobody in particular', async () => {
    const result = await ask(nobody, { engagementType: 'out-of-programme-year', profession: 'nurse', funder: 'NIHR' });
    expect(result).toMatchObject({ overall: 'not-as-it-stands', blocked: false, who: null });
    expect(result.notRead.join(' ')).toContain('No policy of NIHR');
    await expect(ask(nobody, {})).rejects.toMatchObject({ details: { field: 'engagementType' } });
    await expect(ask(nobody, { engagementType: 'magic' })).rejects.toMatchObject({ code: 'BAD_INPUT' });
    await expect(ask(nobody, { engagementType: 'consultancy', endsOn: '2028-01-01' })).rejects.toMatchObject({
      details: { field: 'startsOn' },
    });
  });
});
