import { type AccessRow, asInput, everybody, key, onAll, onId, only, row, signedIn } from './access.rows.js';
import type { Role, World } from './access.world.js';

const facts = {
  profession: 'doctor',
  trainingStatus: 'in-programme',
  startsOn: '2030-02-01',
  endsOn: '2031-01-31',
  purpose: 'industry-post',
};
const officers: Role[] = ['admin', 'office'];
const policyRule = { kind: 'notice-weeks', effect: 'warn', amount: 4, sourceTitle: 'Outside work policy' };
const version = { after: 0, rules: [policyRule], validFrom: '2026-01-01', publish: true };

/** A plan of the academic. */
const plan = ({ insert, actors }: World) =>
  insert('training_plan', {
    account_id: actors.academic.accountId,
    name: 'A year away',
    facts: JSON.stringify({
      nation: null,
      region: null,
      firstYear: false,
      finalYear: false,
      visaSponsored: false,
      countsToTraining: false,
      nextArcpOn: null,
      ...facts,
    }),
    starts_on: facts.startsOn,
    ends_on: facts.endsOn,
  });

/** Who plans, asks whether something can be done, and writes policies. */
export const governanceRows: AccessRow[] = [
  onAll('governanceChoices', everybody('allowed')),
  row(
    'trainingAdvice',
    'a plan',
    asInput(() => facts),
    everybody('allowed'),
  ),
  row(
    'trainingCalendar',
    'a plan',
    asInput(() => facts),
    everybody('allowed'),
  ),
  row(
    'trainingForm',
    'a plan',
    asInput(() => facts),
    everybody('allowed'),
  ),
  onAll('trainingPlans', signedIn('allowed'), { first: 1 }),
  row('trainingPlan', 'of the academic', async (world) => ({ id: await plan(world) }), only(['academic'])),
  row(
    'saveTrainingPlan',
    'a new one',
    asInput(() => ({ name: 'A year away', facts, ...key() })),
    signedIn('allowed'),
  ),
  row(
    'saveTrainingPlan',
    'of the academic',
    asInput(async (world) => ({ id: await plan(world), version: 1, name: 'Mine now', facts, ...key() })),
    only(['academic']),
  ),
  row('deleteTrainingPlan', 'of the academic', async (world) => ({ id: await plan(world) }), only(['academic'])),

  row(
    'preCheck',
    'in free terms',
    asInput(() => ({ engagementType: 'consultancy' })),
    everybody('allowed'),
  ),
  row(
    'preCheck',
    'of somebody for members',
    asInput(({ ids }) => ({ academicId: ids.membersOnly, engagementType: 'consultancy' })),
    everybody('allowed', { nobody: 'NOT_FOUND' }),
  ),
  row(
    'preCheck',
    'of somebody hidden',
    asInput(({ ids }) => ({ academicId: ids.hidden, engagementType: 'consultancy' })),
    everybody('NOT_FOUND', { platform: 'allowed' }),
  ),
  row(
    'preCheck',
    'about a draft',
    asInput(({ ids }) => ({ opportunityId: ids.briefDraft })),
    everybody('NOT_FOUND', { member: 'allowed', admin: 'allowed', office: 'allowed' }),
  ),
  row(
    'preCheck',
    'with a hidden company',
    asInput(({ ids }) => ({ organisationId: ids.hiddenCompany, engagementType: 'consultancy' })),
    everybody('NOT_FOUND', { platform: 'allowed' }),
  ),

  onId('policyPack', 'company', signedIn('allowed'), 'organisationId'),
  onId('policyPack', 'hiddenCompany', only(['platform']), 'organisationId'),
  onId('policyPacks', 'company', only(officers), 'organisationId', { first: 1 }),
  row(
    'policyPacks',
    'of a funder',
    () => ({ funder: 'Wellcome', first: 1 }),
    signedIn('NOT_ALLOWED', { platform: 'allowed' }),
  ),
  onAll('policyFunders', everybody('allowed')),
  row(
    'policyTrial',
    'of a funder',
    asInput(() => ({ funder: 'Wellcome', rules: [policyRule] })),
    signedIn('NOT_ALLOWED', { platform: 'allowed' }),
  ),
  row(
    'policyTrial',
    'of the company',
    asInput(({ ids }) => ({ organisationId: ids.company, rules: [policyRule] })),
    only(officers),
  ),
  row(
    'savePolicyPack',
    'of the company',
    asInput(({ ids }) => ({ organisationId: ids.company, ...version, ...key() })),
    only(officers),
  ),
  row(
    'savePolicyPack',
    'of a funder',
    asInput(() => ({ funder: 'Wellcome', ...version, ...key() })),
    signedIn('NOT_ALLOWED', { platform: 'allowed' }),
  ),
];
