import { Field, Int, ObjectType } from '@nestjs/graphql';
import { CitedRule } from '../rules/cited.rule.js';
import type { Fit, LeadStep, Purpose } from '../rules/rule.shapes.js';

/** What somebody wants to do. Codes are of the vocabularies profession, training-status and nation. */
@ObjectType({ description: 'What somebody wants to do.' })
export class PlanFacts {
  @Field({ description: 'A code of the vocabulary profession.' })
  profession: string;

  @Field({ description: 'A code of the vocabulary training-status.' })
  trainingStatus: string;

  @Field(() => String, { nullable: true, description: 'A code of the vocabulary nation.' })
  nation: string | null;

  @Field(() => String, { nullable: true, description: 'A training region, or a region of the directory.' })
  region: string | null;

  @Field({ description: 'Whether the time falls into the first year of the programme.' })
  firstYear: boolean;

  @Field({ description: 'Whether it falls into the final year.' })
  finalYear: boolean;

  @Field({ description: 'YYYY-MM-DD.' })
  startsOn: string;

  @Field({ description: 'The last day, as YYYY-MM-DD.' })
  endsOn: string;

  @Field(() => String, {
    description: 'industry-post, research, training, experience, patient-facing or other-interests.',
  })
  purpose: Purpose;

  @Field()
  visaSponsored: boolean;

  @Field({ description: 'Whether the time is to count towards training.' })
  countsToTraining: boolean;

  @Field(() => String, { nullable: true, description: 'The next annual review (ARCP), as YYYY-MM-DD.' })
  nextArcpOn: string | null;
}

/** Something that speaks for or against, and the rule that says so. */
@ObjectType({ description: 'Something that speaks for or against, and the rule that says so.' })
export class PlanReason {
  @Field()
  text: string;

  @Field(() => CitedRule)
  rule: CitedRule;
}

/** A type of time out of programme, or an arrangement with an employer, and how well it suits. */
@ObjectType({ description: 'A type of time out of programme, or an arrangement with an employer.' })
export class PlanSuggestion {
  @Field({ description: 'OOPC, OOPE, OOPR, OOPT or OOPP; secondment, career-break or honorary-contract.' })
  code: string;

  @Field()
  label: string;

  @Field(() => String, { description: 'suits, possible or usually-not.' })
  fit: Fit;

  @Field(() => [PlanReason])
  reasons: PlanReason[];

  @Field(() => Int, { nullable: true, description: 'The longest that is usual, in months.' })
  maxMonths: number | null;

  @Field(() => Int, { nullable: true, description: 'The longest by exception, in months.' })
  exceptionalMonths: number | null;

  @Field(() => String, { nullable: true, description: 'Who makes the exception.' })
  exceptionBy: string | null;

  @Field(() => [String], { description: 'Who signs, in order.' })
  approvers: string[];

  @Field({ description: 'Who has the last word.' })
  decides: string;

  @Field(() => PlanReason, { description: 'What becomes of the date of completion of training (CCT).' })
  effect: PlanReason;
}

/** Something to look after. */
@ObjectType({ description: 'Something to look after.' })
export class PlanWarning {
  @Field()
  code: string;

  @Field(() => String, { description: 'attention or serious.' })
  level: 'attention' | 'serious';

  @Field()
  text: string;

  @Field({ description: 'What can be done.' })
  fix: string;

  @Field({ description: 'Who decides.' })
  decides: string;

  @Field(() => CitedRule)
  rule: CitedRule;
}

/** A step of the plan, with its day. */
@ObjectType({ description: 'A step of the plan, with its day.' })
export class TimelineStep {
  @Field(() => String, { description: 'discuss, apply, notice, start, annual-form, return-notice or return.' })
  code: LeadStep | 'start' | 'return';

  @Field()
  label: string;

  @Field({ description: 'YYYY-MM-DD.' })
  on: string;

  @Field()
  text: string;

  @Field(() => Int, { nullable: true, description: 'By how many days it is late; empty where it is not.' })
  lateByDays: number | null;

  @Field(() => String, { nullable: true, description: 'The last day on which it is taken at all, as YYYY-MM-DD.' })
  lastDay: string | null;

  @Field(() => CitedRule, { nullable: true })
  rule: CitedRule | null;
}

/** What the rules say to a plan. */
@ObjectType({ description: 'What the rules say to a plan. It approves nothing: those named decide.' })
export class TrainingAdvice {
  @Field(() => String, { description: 'out-of-programme, or employer where there is no training programme.' })
  route: 'out-of-programme' | 'employer';

  @Field(() => CitedRule, { nullable: true })
  routeRule: CitedRule | null;

  @Field(() => [PlanSuggestion], { description: 'Best first.' })
  suggestions: PlanSuggestion[];

  @Field(() => [PlanWarning])
  warnings: PlanWarning[];

  @Field(() => [TimelineStep], { description: 'Earliest first.' })
  timeline: TimelineStep[];

  @Field({ description: 'The first day back, as YYYY-MM-DD.' })
  returnsOn: string;

  @Field()
  note: string;
}
