import type { FieldErrors } from '../forms/errors';
import type { PlannerProfileQuery, SavedPlanFragment, TrainingPlanInput } from '../generated/graphql';

/** A plan as it is typed. */
export interface PlanForm {
  profession: string;
  trainingStatus: string;
  region: string;
  firstYear: boolean;
  finalYear: boolean;
  startsOn: string;
  endsOn: string;
  purpose: string;
  visaSponsored: boolean;
  countsToTraining: boolean;
  nextArcpOn: string;
  /** What stands in the fields of the application form. */
  form: Record<string, string>;
}

export const emptyPlan: PlanForm = {
  profession: 'doctor',
  trainingStatus: 'in-programme',
  region: '',
  firstYear: false,
  finalYear: false,
  startsOn: '',
  endsOn: '',
  purpose: 'industry-post',
  visaSponsored: false,
  countsToTraining: false,
  nextArcpOn: '',
  form: {},
};

/** What a profile says goes into a new plan, to be changed like everything else there. */
export const planOf = (
  { name, profession, trainingStatus, specialty, place, employer }: PlannerProfileQuery['academic'],
  trainingRegions: readonly { code: string }[],
): PlanForm => ({
  ...emptyPlan,
  ...(profession && { profession: profession.code }),
  ...(trainingStatus && { trainingStatus: trainingStatus.code }),
  // Some regions of the directory are several training regions: then nobody guesses.
  region: trainingRegions.find(({ code }) => code === place.region?.code)?.code ?? '',
  form: { name, ...(specialty && { specialty }), ...(employer && { trust: employer.name }) },
});

export const purposes = [
  { code: 'industry-post', label: 'A post in industry' },
  { code: 'research', label: 'Research', detail: 'A higher degree or a project' },
  { code: 'training', label: 'Training', detail: 'In a post approved for it' },
  { code: 'experience', label: 'Clinical experience' },
  { code: 'patient-facing', label: 'Patient-facing work', detail: 'Outside training, in the UK' },
  { code: 'other-interests', label: 'Other interests' },
];

export const planFrom = ({ facts, form }: SavedPlanFragment): PlanForm => ({
  ...facts,
  region: facts.region ?? '',
  nextArcpOn: facts.nextArcpOn ?? '',
  form: Object.fromEntries(form.map(({ code, value }) => [code, value])),
});

export const planInput = (plan: PlanForm): TrainingPlanInput => ({
  profession: plan.profession,
  trainingStatus: plan.trainingStatus,
  region: plan.region || null,
  nation: null,
  firstYear: plan.firstYear,
  finalYear: plan.finalYear,
  startsOn: plan.startsOn,
  endsOn: plan.endsOn,
  purpose: plan.purpose,
  visaSponsored: plan.visaSponsored,
  countsToTraining: plan.countsToTraining,
  nextArcpOn: plan.nextArcpOn || null,
});

export const formValues = (plan: PlanForm) =>
  Object.entries(plan.form)
    .filter(([, value]) => value.trim() !== '')
    .map(([code, value]) => ({ code, value }));

/** The fields that the API may name when it refuses a plan. */
export const planFields = ['profession', 'trainingStatus', 'region', 'startsOn', 'endsOn', 'purpose', 'nextArcpOn'];

/** What is missing before the rules can say anything. */
export const planErrors = ({ startsOn, endsOn }: PlanForm): FieldErrors => ({
  ...(startsOn ? {} : { startsOn: 'Give the first day' }),
  ...(endsOn ? {} : { endsOn: 'Give the last day' }),
  ...(startsOn && endsOn && endsOn < startsOn
    ? { endsOn: 'The last day is before the first: choose a later one' }
    : {}),
});
