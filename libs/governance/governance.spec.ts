import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { nobody, type Viewer } from '#accounts';
import { today } from '#graphql';
import { DeclaredInterests } from './checks/declared.interests.js';
import type { PreCheckInput } from './checks/pre-check.inputs.js';
import { PreCheckService } from './checks/pre-check.service.js';
import type { PolicyRuleInput, SavePolicyPackInput } from './packs/policy-pack.inputs.js';
import { PolicyPackService } from './packs/policy-pack.service.js';
import { monthsAfter } from './planner/dates.js';
import { type GovernanceForTests, governanceForTests } from './testing.js';

let world: GovernanceForTests;
let packs: PolicyPackService;
let checks: PreCheckService;

beforeAll(async () => {
  world = await governanceForTests();
  [packs, checks] = [world.app.get(PolicyPackService), world.app.get(PreCheckService)];
});
afterAll(() => world?.close());

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
    const organisationId = await world.organisation('Northgate Hospitals');
    const office = await world.person([{ organisationId, role: 'office' }]);
    const member = await world.person([{ organisationId, role: 'member' }]);
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
    await expect(
      world.database.affected(`UPDATE policy_pack SET rules = '[]' WHERE id = $1`, [first.id]),
    ).rejects.toThrow('record');
  });

  it('of two who save at once has one new version, and the other is told', async () => {
    const organisationId = await world.organisation('Southgate Hospitals');
    const office = await world.person([{ organisationId, role: 'office' }]);
    const saves = await Promise.allSettled([1, 2, 3].map(() => packs.save(office, packInput({ organisationId }))));
    expect(saves.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const refused = saves.flatMap((one) => (one.status === 'rejected' ? [one.reason.code] : []));
    expect(refused).toEqual(['CHANGED_MEANWHILE', 'CHANGED_MEANWHILE']);
  });

  it('of a funder is found by its name, and written by the platform', async () => {
    const platform: Viewer = { ...(await world.person()), platformRole: 'platform-admin' };
    await packs.save(platform, packInput({ funder: 'Wellcome Trust' }));
    await expect(packs.save(await world.person(), packInput({ funder: 'Another', after: 0 }))).rejects.toMatchObject({
      code: 'NOT_ALLOWED',
    });
    const found = await packs.inForce([], 'wellcome trust');
    expect(found).toMatchObject([{ name: 'Wellcome Trust', organisationId: null, version: 1 }]);
    const blocking = packInput({ funder: 'Wellcome Trust', after: 1, rules: [days(10, 'block')] });
    await expect(packs.save(platform, blocking)).rejects.toMatchObject({ code: 'BAD_INPUT' });
    await expect(packs.trial(platform, { funder: 'Wellcome Trust', rules: blocking.rules })).rejects.toMatchObject({
      code: 'BAD_INPUT',
    });
  });

  it('of funders are listed once each, and those in writing for the platform alone', async () => {
    const platform: Viewer = { ...(await world.person()), platformRole: 'platform-admin' };
    const draft = await packs.save(platform, packInput({ funder: 'Quell Fund', publish: false }));
    await packs.save(platform, packInput({ funder: 'quell fund', after: draft.version, publish: false }));
    expect((await packs.funders(platform)).filter((name) => /quell/i.test(name))).toHaveLength(1);
    expect(await packs.funders(nobody)).not.toContain('Quell Fund');
    await packs.save(platform, packInput({ funder: 'Quell Fund', after: 2 }));
    expect((await packs.funders(nobody)).filter((name) => /quell/i.test(name))).toHaveLength(1);
  });

  it('can be tried on what is there, as counts', async () => {
    // All published briefs are counted: those of other tests go.
    await world.database.affected('DELETE FROM opportunity');
    const organisationId = await world.organisation('Eastgate Hospitals');
    const company = await world.organisation('Novara Inhalers', { type: 'company', sector: 'pharmaceutical' });
    const office = await world.person([{ organisationId, role: 'office' }]);
    const brief = { side: 'company', organisation_id: company, title: 'A brief', state: 'published' };
    await world.insert('opportunity', { ...brief, opportunity_type: 'consultancy', fte: 0.1 });
    await world.insert('opportunity', { ...brief, opportunity_type: 'advisory-board', fte: 0.01 });
    const ada = await world.academic({ employer_id: organisationId });
    await world.insert('collaboration_request', {
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
      people: 1,
      requests: { total: 1, ready: 0, needsAttention: 1, notAsItStands: 0 },
      briefs: { total: 2, ready: 1, needsAttention: 0, notAsItStands: 1 },
    });
    expect((await packs.trial(office, { organisationId, rules: [sectors] })).requests.notAsItStands).toBe(1);
    const platform: Viewer = { ...ada, platformRole: 'platform-admin' };
    expect(await packs.trial(platform, { funder: 'Wellcome', rules: [days(10)] })).toMatchObject({
      people: null,
      requests: { total: 0 },
      briefs: { total: 2, ready: 1, needsAttention: 1, notAsItStands: 0 },
    });
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
    const employer = await world.organisation('Westgate Hospitals');
    const company = await world.organisation('Breathe', { type: 'company', sector: 'medical-technology' });
    const office = await world.person([{ organisationId: employer, role: 'office' }]);
    await packs.save(office, packInput({ organisationId: employer, rules: [days(10, 'block')] }));
    const ada = await world.academic({ employer_id: employer, training_status: 'post-cct', career_stage: 'professor' });
    const brief = { side: 'company', organisation_id: company, title: 'Advice on a sensor', state: 'published' };
    const opportunityId = await world.insert('opportunity', { ...brief, opportunity_type: 'consultancy', fte: 0.1 });
    world.app
      .get(DeclaredInterests)
      .register(async (accountId) =>
        accountId === ada.accountId ? [{ organisationId: company, name: 'Breathe', category: 'financial' }] : [],
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
    const employer = await world.organisation('Secret Hospitals');
    const company = await world.organisation('Hush Pharma', { type: 'company', sector: 'pharmaceutical' });
    const office = await world.person([{ organisationId: employer, role: 'office' }]);
    await packs.save(office, packInput({ organisationId: employer }));
    const brief = { side: 'company', organisation_id: company, title: 'A brief', state: 'published', blind: true };
    const opportunityId = await world.insert('opportunity', { ...brief, opportunity_type: 'consultancy' });
    const shy = await world.academic({
      employer_id: employer,
      field_visibility: JSON.stringify({ employer: 'only-me' }),
    });
    const result = await ask(await world.academic(), { academicId: shy.academicId, opportunityId });
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
