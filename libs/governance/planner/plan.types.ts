import type { CitedRule } from '../rules/rule.set.js';
import type { Fit, LeadStep, Purpose } from '../rules/rule.shapes.js';

/** What somebody wants to do. Codes are of the vocabularies profession, training-status and nation. */
export interface PlanFacts {
  profession: string;
  trainingStatus: string;
  nation: string | null;
  /** A training region, or a region of the directory. */
  region: string | null;
  firstYear: boolean;
  finalYear: boolean;
  /** YYYY-MM-DD: the first and the last day. */
  startsOn: string;
  endsOn: string;
  purpose: Purpose;
  visaSponsored: boolean;
  countsToTraining: boolean;
  /** YYYY-MM-DD: the next annual review, if it is known. */
  nextArcpOn: string | null;
}

/** Something that speaks for or against, and the rule that says so. */
export interface Reason {
  text: string;
  rule: CitedRule;
}

/** A type of time out of programme, or an arrangement with an employer, and how well it suits. */
export interface Suggestion {
  code: string;
  label: string;
  fit: Fit;
  reasons: Reason[];
  /** The longest that is usual, in months. */
  maxMonths: number | null;
  exceptionalMonths: number | null;
  exceptionBy: string | null;
  /** Who signs, in order. */
  approvers: string[];
  /** Who has the last word. */
  decides: string;
  /** What becomes of the date of completion of training. */
  effect: Reason;
}

/** Something to look after. */
export interface PlanWarning {
  code: string;
  level: 'attention' | 'serious';
  text: string;
  fix: string;
  decides: string;
  rule: CitedRule;
}

/** A step of the plan, with its day. */
export interface TimelineStep {
  code: LeadStep | 'start' | 'return';
  label: string;
  /** YYYY-MM-DD. */
  on: string;
  text: string;
  /** By how many days it is late; null where it is not. */
  lateByDays: number | null;
  /** The last day on which it is taken at all, where the rules name one. */
  lastDay: string | null;
  rule: CitedRule | null;
}

/** What the rules say to a plan. */
export interface Advice {
  /** Out of a training programme, or by agreement with the employer. */
  route: 'out-of-programme' | 'employer';
  routeRule: CitedRule | null;
  suggestions: Suggestion[];
  warnings: PlanWarning[];
  timeline: TimelineStep[];
  /** YYYY-MM-DD: the first day back. */
  returnsOn: string;
  note: string;
}
