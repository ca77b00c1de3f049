import { firstOfMonth, nextRotation } from '../dates.js';
import type { Random } from '../random.js';
import type { CareerStage, ProfessionProfile } from './professions.js';

/** Which kinds of work suit whom, and how often each is what the person wants most. */
type Weights = Readonly<Record<string, number>>;

const wanted: Record<string, { main: Weights; also: readonly string[] }> = {
  beginner: {
    main: { mentoring: 3, 'training-or-cpd': 3, 'data-science-project': 1, 'product-evaluation': 1 },
    also: ['studentship', 'collaborative-research', 'training-or-cpd', 'mentoring'],
  },
  trainee: {
    main: { 'out-of-programme-year': 5, 'collaborative-research': 2, mentoring: 1, studentship: 1 },
    also: [
      'mentoring',
      'training-or-cpd',
      'collaborative-research',
      'data-science-project',
      'product-evaluation',
      'investigator-initiated-study',
    ],
  },
  consultant: {
    main: {
      'principal-investigator': 3,
      'secondment-part-time': 2,
      'investigator-initiated-study': 2,
      'collaborative-research': 2,
      consultancy: 2,
      'advisory-board': 1.5,
      'joint-post': 1.5,
    },
    also: [
      'advisory-board',
      'consultancy',
      'speaker-or-educator',
      'collaborative-research',
      'product-evaluation',
      'mentoring',
      'permanent-role',
    ],
  },
  professor: {
    main: {
      'collaborative-research': 3,
      'advisory-board': 3,
      consultancy: 2,
      'joint-post': 2,
      'licensing-or-spin-out': 1,
      studentship: 1,
    },
    also: [
      'advisory-board',
      'consultancy',
      'joint-post',
      'studentship',
      'mentoring',
      'speaker-or-educator',
      'principal-investigator',
    ],
  },
  practitioner: {
    main: { 'secondment-part-time': 4, 'product-evaluation': 2, 'training-or-cpd': 1, mentoring: 1, studentship: 0.7 },
    also: ['training-or-cpd', 'mentoring', 'product-evaluation', 'advisory-board', 'collaborative-research'],
  },
  practitionerLead: {
    main: {
      'secondment-part-time': 3,
      'collaborative-research': 2.5,
      'product-evaluation': 2,
      'advisory-board': 2,
      consultancy: 1,
      'joint-post': 1,
      'principal-investigator': 0.8,
    },
    also: [
      'advisory-board',
      'product-evaluation',
      'speaker-or-educator',
      'mentoring',
      'collaborative-research',
      'honorary-or-visiting',
    ],
  },
  dataScientist: {
    main: {
      'data-science-project': 5,
      'secondment-full-time': 1.5,
      'collaborative-research': 2,
      'knowledge-transfer-partnership': 1,
      consultancy: 1,
    },
    also: [
      'collaborative-research',
      'secondment-part-time',
      'product-evaluation',
      'studentship',
      'permanent-role',
      'data-science-project',
    ],
  },
};

const groupOf = (profession: ProfessionProfile, stage: CareerStage, inProgramme: boolean): string => {
  if (stage === 'professor') return 'professor';
  if (stage === 'student-or-foundation') return 'beginner';
  if (inProgramme) return 'trainee';
  if (profession.code === 'data-scientist') return 'dataScientist';
  if (profession.code === 'doctor' || profession.code === 'dentist') return 'consultant';
  return stage === 'pre-doctoral' || stage === 'doctoral' ? 'practitioner' : 'practitionerLead';
};

/** Shares of a full week that suit a kind of work. */
const shares: Record<string, readonly number[]> = {
  'out-of-programme-year': [1],
  'secondment-full-time': [1],
  'secondment-part-time': [0.2, 0.2, 0.3, 0.4, 0.5],
  'joint-post': [0.4, 0.5, 0.5, 0.6],
  'advisory-board': [0.05],
  consultancy: [0.05, 0.1],
  'principal-investigator': [0.1, 0.2],
  'investigator-initiated-study': [0.1, 0.2],
  'collaborative-research': [0.1, 0.2, 0.2],
  'product-evaluation': [0.1, 0.2],
  'data-science-project': [0.2, 0.3, 0.5],
  studentship: [0.1],
  mentoring: [0.05],
  'training-or-cpd': [0.05, 0.1],
  'licensing-or-spin-out': [0.1, 0.2],
  'knowledge-transfer-partnership': [0.2, 0.5],
};

/** The first of the month so many months later, and never before the day itself. */
const nextFirst = (asOf: string, months: number): string => {
  const first = firstOfMonth(asOf, months);
  return first < asOf ? firstOfMonth(asOf, 1) : first;
};

export interface Availability {
  /** what the person wants most */
  main: string;
  engagementTypes: string[];
  availableFrom: string;
  availableFte: number;
  placeMode: 'on-site' | 'hybrid' | 'remote';
}

/**
 * What kind of work a person wants, from when and for how much of the week.
 *
 * @param settled what the person wants most, where that is not drawn
 */
export const availabilityOf = (
  profession: ProfessionProfile,
  stage: CareerStage,
  inProgramme: boolean,
  asOf: string,
  random: Random,
  settled?: string,
): Availability => {
  const { main: weights, also } = wanted[groupOf(profession, stage, inProgramme)] as { main: Weights; also: string[] };
  const main = settled ?? random.weighted(weights);
  const others = random.sample(
    also.filter((code) => code !== main),
    random.whole(1, 3),
  );
  // A year out of programme starts when posts change, and its approval is asked for at least six months before.
  const availableFrom =
    main === 'out-of-programme-year'
      ? nextRotation(asOf, random.pick([8, 10, 14, 18]))
      : nextFirst(asOf, random.pick([0, 1, 1, 2, 3, 4, 6, 9]));
  return {
    main,
    engagementTypes: [main, ...others],
    availableFrom,
    availableFte: random.pick(shares[main] ?? [0.1]),
    placeMode: random.weighted({ hybrid: 5, remote: main === 'out-of-programme-year' ? 1 : 3, 'on-site': 2 }),
  };
};
