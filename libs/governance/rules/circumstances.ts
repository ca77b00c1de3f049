import type { OopType, When } from './rule.shapes.js';

/** Which of the organisations concerned are known. */
export type Holder = NonNullable<When['has']>[number];

/** What is known of a case when rules are looked up. What is left out is unknown, or false. */
export interface Circumstances {
  trainingStatus?: string | null;
  careerStage?: string | null;
  engagementType?: string | null;
  sector?: string | null;
  oopType?: OopType | null;
  has?: readonly Holder[];
  /** Whether it is time out of a training programme. */
  oop?: boolean;
  countsToTraining?: boolean;
  /** Whether the post is in an approved programme of the same specialty already. */
  postAlreadyApproved?: boolean;
  firstYear?: boolean;
  finalYear?: boolean;
  visaSponsored?: boolean;
  /** Whether the first day has passed. */
  started?: boolean;
  /** Months from today to the first day, in parts; null when there is no first day. */
  monthsToStart?: number | null;
  interestInCounterparty?: boolean;
  interestsKnown?: boolean;
  counterpartyKnown?: boolean;
  datesKnown?: boolean;
}

const flags = [
  'oop',
  'countsToTraining',
  'postAlreadyApproved',
  'firstYear',
  'finalYear',
  'visaSponsored',
  'started',
  'interestInCounterparty',
  'interestsKnown',
  'counterpartyKnown',
  'datesKnown',
] as const;

const among = (list: readonly string[] | undefined, value: string | null | undefined): boolean =>
  list === undefined || (value !== null && value !== undefined && list.includes(value));

/** Whether everything that a rule asks for is so. */
export const holds = (when: When, facts: Circumstances): boolean =>
  among(when.trainingStatus, facts.trainingStatus) &&
  among(when.careerStages, facts.careerStage) &&
  among(when.engagementTypes, facts.engagementType) &&
  among(when.sectors, facts.sector) &&
  among(when.oopTypes, facts.oopType) &&
  (when.has ?? []).every((holder) => facts.has?.includes(holder)) &&
  flags.every((flag) => when[flag] === undefined || when[flag] === (facts[flag] ?? false)) &&
  (when.monthsToStartBelow === undefined ||
    (typeof facts.monthsToStart === 'number' && facts.monthsToStart < when.monthsToStartBelow));
