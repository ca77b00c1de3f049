import { Field, Float, ID, InputType, Int } from '@nestjs/graphql';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { IdempotencyKey, Line } from '#graphql';
import { outcomeChoices } from './outcome.choices.js';

const kinds = outcomeChoices.kinds.terms.map(({ code }) => code);
const roles = outcomeChoices.creditRoles.terms.map(({ code }) => code);
const day = /^\d{4}-\d{2}-\d{2}$/;
const dayMessage = { message: '$property must be a day as YYYY-MM-DD' };

/** Something that came of a collaboration. */
@InputType()
export class AddOutcomeInput {
  @Field(() => ID)
  @IsUUID(undefined, { message: 'collaborationId must be an id' })
  collaborationId: string;

  @Field({ description: 'Any text of 8 to 255 characters that is new for each new thing; a repeat changes nothing.' })
  @IdempotencyKey()
  idempotencyKey: string;

  @Field({ description: `One of ${kinds.join(', ')}.` })
  @IsIn(kinds, { message: `kind must be one of ${kinds.join(', ')}` })
  kind: string;

  @Field()
  @Line(1, 300)
  title: string;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  identifier?: string | null;

  @Field({ description: 'YYYY-MM-DD.' })
  @Matches(day, dayMessage)
  @IsISO8601({ strict: true }, dayMessage)
  happenedOn: string;

  @Field(() => Float, { nullable: true, description: 'In whole pence sterling, at most £1,000,000,000.' })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(100_000_000_000)
  amountPence?: number | null;

  @Field(() => [String], { nullable: true })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(roles.length)
  @IsIn(roles, { each: true, message: `creditRoles must be of ${roles.join(', ')}` })
  creditRoles?: string[] | null;

  @Field(() => Int, { nullable: true })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(9)
  trlBefore?: number | null;

  @Field(() => Int, { nullable: true })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(9)
  trlAfter?: number | null;
}

/** What a side says of a collaboration. */
@InputType()
export class ReviewCollaborationInput {
  @Field(() => ID)
  @IsUUID(undefined, { message: 'collaborationId must be an id' })
  collaborationId: string;

  @Field()
  @IsString()
  @MaxLength(2_000)
  text: string;

  @Field()
  @IsBoolean()
  again: boolean;
}

/** A move between academia and industry. */
@InputType()
export class SaveMobilityInput {
  @Field(() => ID, { nullable: true, description: 'Of one that is changed.' })
  @IsOptional()
  @IsUUID(undefined, { message: 'id must be an id' })
  id?: string | null;

  @Field({ description: 'to-industry or to-academia.' })
  @IsIn(['to-industry', 'to-academia'], { message: 'direction must be to-industry or to-academia' })
  direction: string;

  @Field()
  @Line(1, 200)
  organisation: string;

  @Field()
  @Line(1, 200)
  what: string;

  @Field({ description: 'YYYY-MM-DD.' })
  @Matches(day, dayMessage)
  @IsISO8601({ strict: true }, dayMessage)
  startedOn: string;

  @Field(() => String, { nullable: true, description: 'YYYY-MM-DD.' })
  @IsOptional()
  @Matches(day, dayMessage)
  @IsISO8601({ strict: true }, dayMessage)
  endedOn?: string | null;

  @Field({ description: 'Whether everybody who sees the profile sees it too.' })
  @IsBoolean()
  shown: boolean;
}
