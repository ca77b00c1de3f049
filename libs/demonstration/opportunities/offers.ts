/** The kinds of opportunity that a company offers, with what usually goes with each. */
export interface OfferKind {
  /** how often, by sector */
  weight: Partial<Record<string, number>>;
  engagementTypes: string[];
  months: readonly number[];
  fte: readonly number[];
  /** the career stages that it suits */
  stages: readonly string[];
  /** professions it is meant for; all that work in the strand where it is empty */
  professions: readonly string[];
  /** only for people in a training programme */
  trainees?: boolean;
  funding: readonly string[];
}

const anyStage = ['pre-doctoral', 'doctoral', 'early-post-doctoral', 'intermediate', 'senior', 'professor'] as const;
const established = ['early-post-doctoral', 'intermediate', 'senior', 'professor'] as const;

export const offerKinds: Record<string, OfferKind> = {
  'out-of-programme-year': {
    weight: { pharmaceutical: 3, biotechnology: 2.4, 'medical-technology': 1.4, 'digital-health': 1.4 },
    engagementTypes: ['out-of-programme-year', 'secondment-full-time'],
    months: [12],
    fte: [1],
    stages: ['pre-doctoral', 'doctoral', 'early-post-doctoral'],
    professions: ['doctor'],
    trainees: true,
    funding: [
      'Salary at the trainee’s current point, with on-costs, paid to the employer',
      'Full salary and travel; a training budget of £3,000',
      'Paid by the company at the nodal point held on the day of leaving the programme',
    ],
  },
  'secondment-part-time': {
    weight: { pharmaceutical: 1.5, biotechnology: 1.5, 'medical-technology': 2.5, 'digital-health': 2.5 },
    engagementTypes: ['secondment-part-time', 'product-evaluation'],
    months: [6, 9, 12],
    fte: [0.2, 0.2, 0.3, 0.4, 0.5],
    stages: ['pre-doctoral', 'doctoral', 'early-post-doctoral', 'intermediate'],
    professions: [],
    funding: [
      'Time reimbursed to the employer monthly, including backfill',
      'Salary and on-costs for the days seconded, plus travel',
      'Backfill paid in advance, so that no clinic is lost',
    ],
  },
  'secondment-full-time': {
    weight: { pharmaceutical: 1, biotechnology: 1, 'medical-technology': 0.7, 'digital-health': 1 },
    engagementTypes: ['secondment-full-time'],
    months: [6, 9, 12],
    fte: [1],
    stages: ['doctoral', 'early-post-doctoral', 'intermediate'],
    professions: [],
    funding: [
      'Full salary and on-costs reimbursed, with a written right of return',
      'Reimbursed at cost; relocation not needed',
    ],
  },
  'advisory-board': {
    weight: { pharmaceutical: 2.5, biotechnology: 2, 'medical-technology': 2, 'digital-health': 2 },
    engagementTypes: ['advisory-board', 'consultancy'],
    months: [12, 24],
    fte: [0.05],
    stages: ['intermediate', 'senior', 'professor'],
    professions: [],
    funding: [
      'Daily fee at fair market value, published each year',
      'Fee per meeting, paid to the person or to the department',
      '£900 a day, four to six days a year',
    ],
  },
  'principal-investigator': {
    weight: { pharmaceutical: 3, biotechnology: 2, 'medical-technology': 0.8 },
    engagementTypes: ['principal-investigator'],
    months: [18, 24, 36],
    fte: [0.1, 0.2],
    stages: established,
    professions: [],
    funding: [
      'Full study costs under the national costing template',
      'Per-participant payment and set-up costs, agreed with the research office',
    ],
  },
  'collaborative-research': {
    weight: { pharmaceutical: 1.5, biotechnology: 3, 'medical-technology': 2, 'digital-health': 1.6 },
    engagementTypes: ['collaborative-research'],
    months: [12, 18, 24, 36],
    fte: [0.1, 0.2],
    stages: anyStage,
    professions: [],
    funding: [
      'Up to £180,000 for staff and samples',
      'Research associate for two years and consumables',
      'Joint grant application; the company brings product and £60,000',
    ],
  },
  consultancy: {
    weight: { pharmaceutical: 1, biotechnology: 1, 'medical-technology': 1, 'digital-health': 1 },
    engagementTypes: ['consultancy'],
    months: [2, 3, 6],
    fte: [0.05, 0.1],
    stages: established,
    professions: [],
    funding: [
      'Agreed day rate through the university’s consultancy office',
      'Fixed price for a written report and one meeting',
    ],
  },
  'product-evaluation': {
    weight: { 'medical-technology': 3.5, 'digital-health': 3, biotechnology: 0.6 },
    engagementTypes: ['product-evaluation', 'contract-research'],
    months: [6, 9, 12],
    fte: [0.1, 0.2],
    stages: anyStage,
    professions: [],
    funding: ['All evaluation costs, with publication guaranteed', 'Devices free of charge and £45,000 for staff time'],
  },
  'product-development': {
    weight: { 'medical-technology': 2.4, 'digital-health': 2, pharmaceutical: 0.4, biotechnology: 0.4 },
    engagementTypes: ['product-development', 'secondment-part-time', 'consultancy'],
    months: [6, 12],
    fte: [0.1, 0.2],
    stages: anyStage,
    professions: [],
    funding: [
      'Staff time reimbursed; patient contributors paid by the company',
      'Staff time and all workshops are paid for from the development budget',
    ],
  },
  'innovation-programme': {
    weight: { 'digital-health': 2, 'medical-technology': 1.2, pharmaceutical: 0.8, biotechnology: 0.6 },
    engagementTypes: ['innovation-programme', 'mentoring', 'training-or-cpd'],
    months: [4, 6, 9],
    fte: [0.1, 0.2],
    stages: ['student-or-foundation', 'pre-doctoral', 'doctoral', 'early-post-doctoral', 'intermediate'],
    professions: [],
    funding: ['Places are free; backfill of half a day a week is paid', 'Bursary of £5,000 for each team'],
  },
  'data-science-project': {
    weight: { 'digital-health': 3, pharmaceutical: 1, biotechnology: 0.6, 'medical-technology': 0.6 },
    engagementTypes: ['data-science-project', 'collaborative-research'],
    months: [4, 6, 9],
    fte: [0.2, 0.3, 0.5],
    stages: anyStage,
    professions: ['data-scientist'],
    funding: ['Analyst time and secure environment costs', 'Salary for the days worked and computing'],
  },
  'joint-post': {
    weight: { pharmaceutical: 0.8, biotechnology: 0.8, 'medical-technology': 0.6, 'digital-health': 0.5 },
    engagementTypes: ['joint-post'],
    months: [36, 60],
    fte: [0.4, 0.5, 0.6],
    stages: ['intermediate', 'senior', 'professor'],
    professions: [],
    funding: [
      'Salary shared by agreement with university and hospital',
      'Half of the salary for five years, then reviewed',
    ],
  },
  studentship: {
    weight: { biotechnology: 1.2, pharmaceutical: 0.8, 'medical-technology': 0.8, 'digital-health': 0.6 },
    engagementTypes: ['studentship'],
    months: [36],
    fte: [1],
    stages: ['student-or-foundation', 'pre-doctoral'],
    professions: [],
    funding: [
      'Stipend at the clinical rate, fees and £9,000 a year for research',
      'Stipend, fees and three months a year inside the company',
    ],
  },
  'investigator-initiated-study': {
    weight: { pharmaceutical: 1.6, biotechnology: 1 },
    engagementTypes: ['investigator-initiated-study'],
    months: [18, 24],
    fte: [0.1, 0.2],
    stages: established,
    professions: [],
    funding: [
      'Product and up to £250,000; the university sponsors',
      'Product supply and a contribution to staff costs',
    ],
  },
  'permanent-role': {
    weight: { pharmaceutical: 0.7, biotechnology: 0.6, 'digital-health': 0.5, 'medical-technology': 0.4 },
    engagementTypes: ['permanent-role'],
    months: [],
    fte: [0.6, 0.8, 1],
    stages: ['early-post-doctoral', 'intermediate', 'senior'],
    professions: [],
    funding: [
      'Salary by experience, with one clinical day a week protected',
      'Market salary and paid clinical sessions',
    ],
  },
};

/** What academics put forward themselves. */
export const ideaKinds: Record<
  string,
  Pick<OfferKind, 'engagementTypes' | 'months' | 'fte' | 'funding'> & { weight: number }
> = {
  'collaborative-research': {
    weight: 4,
    engagementTypes: ['collaborative-research'],
    months: [12, 18, 24],
    fte: [0.1, 0.2],
    funding: [
      'Seeking about £120,000 over two years',
      'Staff costs are met; product and analysis are not',
      'Half the cost is in hand from a charity',
    ],
  },
  'product-evaluation': {
    weight: 2.5,
    engagementTypes: ['product-evaluation'],
    months: [6, 9, 12],
    fte: [0.1],
    funding: ['Evaluation at cost; the product on loan', 'Seeking £30,000 to £50,000 and devices'],
  },
  'investigator-initiated-study': {
    weight: 2.5,
    engagementTypes: ['investigator-initiated-study'],
    months: [18, 24],
    fte: [0.2],
    funding: [
      'Product supply and trial unit costs are sought',
      'Grant application in progress; company support would strengthen it',
    ],
  },
  'product-development': {
    weight: 2,
    engagementTypes: ['product-development', 'collaborative-research'],
    months: [9, 12],
    fte: [0.2],
    funding: [
      'Engineering time is what is missing',
      'Seeking a development partner; small proof-of-concept award in hand',
    ],
  },
  'licensing-or-spin-out': {
    weight: 1.2,
    engagementTypes: ['licensing-or-spin-out'],
    months: [12],
    fte: [0.1],
    funding: ['Terms open; background is owned by the university'],
  },
  'data-science-project': {
    weight: 1.6,
    engagementTypes: ['data-science-project'],
    months: [6, 9],
    fte: [0.3],
    funding: ['Secure environment paid for; analyst time is sought', 'Seeking £40,000 for an analyst'],
  },
  studentship: {
    weight: 1,
    engagementTypes: ['studentship'],
    months: [36],
    fte: [1],
    funding: ['University pays fees; half of the stipend is sought'],
  },
  'out-of-programme-year': {
    weight: 1.4,
    engagementTypes: ['out-of-programme-year'],
    months: [12],
    fte: [1],
    funding: ['Salary for the year is sought from the host'],
  },
  'secondment-part-time': {
    weight: 1.6,
    engagementTypes: ['secondment-part-time'],
    months: [6, 12],
    fte: [0.2, 0.4],
    funding: ['Employer would second me if my time is reimbursed'],
  },
};
