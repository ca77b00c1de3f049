import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import { Academic } from '#academics';
import { connectionOf } from '#graphql';
import type { MatchKind, PartName } from '#matching';
import { Opportunity } from '#opportunities';
import { Organisation } from '#organisations';
import { TermObject } from '#taxonomy';

/** A piece of evidence, and where it was read. */
@ObjectType({ description: 'A piece of evidence, and where it was read.' })
export class MatchEvidence {
  @Field()
  text: string;

  @Field({ description: 'Where it was read.' })
  source: string;

  @Field(() => String, { nullable: true, description: 'The day or year it is from.' })
  dated: string | null;
}

/** One part of a match: weight x value, as a share of all weights, is its points. */
@ObjectType({ description: 'One part of a match: weight x value, as a share of all weights, is its points.' })
export class MatchPartObject {
  @Field(() => String)
  part: PartName;

  @Field()
  label: string;

  @Field(() => Float)
  weight: number;

  @Field(() => Float, { description: '0 to 1.' })
  value: number;

  @Field(() => Float, { description: 'The points of all parts add up to the score.' })
  points: number;

  @Field({ description: 'Whether a side says nothing about it: then the value is the one agreed for that.' })
  unknown: boolean;

  @Field()
  reason: string;

  @Field(() => [MatchEvidence])
  evidence: MatchEvidence[];
}

/** Something that would change the score. */
@ObjectType({ description: 'Something that would change the score, and the place in the list.' })
export class MatchChangeObject {
  @Field(() => String)
  part: PartName;

  @Field({ description: 'What would have to change.' })
  change: string;

  @Field(() => Float, { description: 'The score it would then have.' })
  score: number;

  @Field(() => Int, { nullable: true, description: 'The place it would then have, in a list.' })
  rank: number | null;
}

/** How well two sides fit, and why. */
@ObjectType({
  description: 'How well two sides fit, and why. Both sides’ wants count; must-haves and exclusions decide.',
})
export class Match {
  @Field(() => String, { description: 'What was found: academic, organisation or opportunity.' })
  kind: MatchKind;

  @Field(() => Academic, { nullable: true })
  academic: Academic | null;

  @Field(() => Organisation, { nullable: true })
  organisation: Organisation | null;

  @Field(() => Opportunity, { nullable: true })
  opportunity: Opportunity | null;

  @Field(() => Int, { nullable: true, description: 'The place in the list, from 1.' })
  rank: number | null;

  @Field({ description: 'False where a must-have is unmet or an exclusion is hit.' })
  eligible: boolean;

  @Field(() => [String], { description: 'Which must-haves are unmet and which exclusions are hit.' })
  ruledOutBy: string[];

  @Field(() => Float, { description: 'The sum of the points of the parts, 0 to 1.' })
  score: number;

  @Field({ description: 'The match in one sentence.' })
  sentence: string;

  @Field(() => [MatchPartObject])
  parts: MatchPartObject[];

  @Field(() => [TermObject], { description: 'Topics that both sides name.' })
  sharedTopics: TermObject[];

  @Field(() => [String], { description: 'What the asking side looks for and the other side does not say.' })
  missing: string[];

  @Field(() => [MatchChangeObject], { description: 'What would change the score most.' })
  changes: MatchChangeObject[];
}

const Page = connectionOf(Match, 'Match');

/** Matches, best first. */
@ObjectType({ description: 'Matches, best first.' })
export class Matches extends Page {
  @Field(() => Int, { description: 'How many candidates were looked at closely.' })
  considered: number;
}
