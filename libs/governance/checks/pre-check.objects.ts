import { Field, ObjectType } from '@nestjs/graphql';
import { TermObject } from '#taxonomy';
import { CitedRule } from '../rules/cited.rule.js';
import type { CheckLevel } from '../rules/rule.shapes.js';

/** One thing that was looked at. */
@ObjectType('PreCheckLine', { description: 'One thing that was looked at.' })
export class CheckLine {
  @Field()
  code: string;

  @Field(() => String, { description: 'ready, needs-attention or not-as-it-stands.' })
  level: CheckLevel;

  @Field({ description: 'Only where an organisation’s own policy blocks.' })
  blocks: boolean;

  @Field()
  text: string;

  @Field({ description: 'What would help.' })
  fix: string;

  @Field({ description: 'Who decides.' })
  decides: string;

  @Field(() => CitedRule)
  rule: CitedRule;

  @Field(() => String, { description: 'rule or policy.' })
  from: 'rule' | 'policy';
}

/** Whether it can be done, line by line, what matters most first. */
@ObjectType({ isAbstract: true })
export class PreCheckResult {
  @Field(() => String, { description: 'ready, needs-attention or not-as-it-stands.' })
  overall: CheckLevel;

  @Field({ description: 'Whether an organisation’s own policy blocks it.' })
  blocked: boolean;

  @Field(() => [CheckLine])
  lines: CheckLine[];

  @Field()
  note: string;
}

/** The same, with who and what it is about. */
@ObjectType({ description: 'Whether something can be done as it stands: what matters most first.' })
export class PreCheck extends PreCheckResult {
  @Field(() => String, { nullable: true, description: 'Whose profile was read.' })
  who: string | null;

  @Field(() => String, { nullable: true, description: 'The other side, where it is known.' })
  with: string | null;

  @Field(() => String, { nullable: true, description: 'The title of the opportunity.' })
  about: string | null;

  @Field(() => TermObject, { nullable: true })
  engagementType: TermObject | null;

  @Field(() => [String], { description: 'The policies that were looked at.' })
  policies: string[];

  @Field(() => [String], { description: 'What could not be looked at, and why.' })
  notRead: string[];
}
