import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  IsUrl,
  IsUUID,
  Length,
  Matches,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { IdempotencyKey, PageArgs } from '#graphql';
import { type PolicyEffect, type PolicyKindCode, policyEffects, policyKindCodes } from './policy.rules.js';

/** One rule of a pack, as it is typed. */
@InputType()
export class PolicyRuleInput {
  @Field(() => String, { description: `${policyKindCodes.join(', ')}.` })
  @IsIn([...policyKindCodes], { message: `kind must be one of ${policyKindCodes.join(', ')}` })
  kind: PolicyKindCode;

  @Field(() => String, { description: 'warn or block.' })
  @IsIn([...policyEffects], { message: 'effect must be warn or block' })
  effect: PolicyEffect;

  @Field(() => Int, { nullable: true })
  @IsOptional()
  @IsInt()
  amount?: number | null;

  @Field(() => [String], { nullable: true })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(60)
  @MaxLength(60, { each: true, message: 'codes must be codes of a vocabulary' })
  codes?: string[];

  @Field(() => String, { nullable: true, description: 'At most 500 characters.' })
  @IsOptional()
  @IsString()
  @MaxLength(500, { message: 'note must have at most 500 characters' })
  note?: string;

  @Field({ description: 'Where it is written, 3 to 200 characters.' })
  @IsString()
  @MaxLength(200, { message: 'sourceTitle must have 3 to 200 characters' })
  sourceTitle: string;

  @Field(() => String, { nullable: true, description: 'An address that begins with https:// or http://.' })
  @IsOptional()
  @IsUrl({ protocols: ['https', 'http'], require_protocol: true }, { message: 'sourceUrl must begin with https://' })
  @MaxLength(500, { message: 'sourceUrl must have at most 500 characters' })
  sourceUrl?: string | null;
}

/** Whose policy it is: an organisation's, or a funder's by name. */
@InputType()
export class PolicyOwnerInput {
  @Field(() => ID, { nullable: true })
  @IsOptional()
  @IsUUID(undefined, { message: 'organisationId must be an id' })
  organisationId?: string | null;

  @Field(() => String, { nullable: true, description: 'The name of a funder.' })
  @IsOptional()
  @IsString()
  @Length(2, 200, { message: 'funder must have 2 to 200 characters' })
  funder?: string | null;
}

/** The rules of a pack, to be tried. */
@InputType()
export class PolicyTrialInput extends PolicyOwnerInput {
  @Field(() => [PolicyRuleInput])
  @IsArray()
  @ArrayMaxSize(60)
  @ValidateNested({ each: true })
  @Type(() => PolicyRuleInput)
  rules: PolicyRuleInput[];
}

/** A new version of a pack. */
@InputType()
export class SavePolicyPackInput extends PolicyOwnerInput {
  @Field(() => Int, { description: 'The newest version that was read; 0 where there is none.' })
  @IsInt()
  @Min(0)
  after: number;

  @Field(() => [PolicyRuleInput])
  @IsArray()
  @ArrayMaxSize(60)
  @ValidateNested({ each: true })
  @Type(() => PolicyRuleInput)
  rules: PolicyRuleInput[];

  @Field({ description: 'The first day on which it holds, as YYYY-MM-DD.' })
  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: 'validFrom must be a day, as YYYY-MM-DD' })
  @IsISO8601({ strict: true }, { message: 'validFrom must be a day, as YYYY-MM-DD' })
  validFrom: string;

  @Field({ description: 'Whether it is published; a draft holds nowhere.' })
  @IsBoolean()
  publish: boolean;

  @Field({ description: 'Any text of 8 to 255 characters that is new for each new version; a repeat changes nothing.' })
  @IdempotencyKey()
  idempotencyKey: string;
}

/** Which versions are wanted. */
@ArgsType()
export class PolicyPacksArgs extends PageArgs {
  @Field(() => ID, { nullable: true })
  @IsOptional()
  @IsUUID(undefined, { message: 'organisationId must be an id' })
  organisationId?: string | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsString()
  @Length(2, 200, { message: 'funder must have 2 to 200 characters' })
  funder?: string | null;
}

/** How often something would come of a pack. */
@ObjectType({ description: 'How often something would come of a pack.' })
export class PolicyTrialCounts {
  @Field(() => Int)
  total: number;

  @Field(() => Int)
  ready: number;

  @Field(() => Int)
  needsAttention: number;

  @Field(() => Int)
  notAsItStands: number;
}

/** What the rules of a pack would say, as counts. */
@ObjectType({ description: 'What the rules of a pack would say, as counts; nothing is kept.' })
export class PolicyTrial {
  @Field(() => Int, {
    nullable: true,
    description: 'How many people of the directory it is for; null for a funder: whom it funds is not known here.',
  })
  people: number | null;

  @Field(() => PolicyTrialCounts, { description: 'To the open and accepted requests of the organisation’s people.' })
  requests: PolicyTrialCounts;

  @Field(() => PolicyTrialCounts, { description: 'To the published briefs of the directory, if your people answered.' })
  briefs: PolicyTrialCounts;
}
