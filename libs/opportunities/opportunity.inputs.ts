import { Field, Float, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsNumber,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { IdempotencyKey, Line } from '#graphql';
import { type CriterionFacet, criterionFacets, type RevealMoment, revealMoments } from './opportunity.entity.js';

/** A condition on the other side. */
@InputType()
export class CriterionInput {
  @Field(() => String, { description: criterionFacets.join(', ') })
  @IsIn([...criterionFacets], { message: `facet must be one of ${criterionFacets.join(', ')}` })
  facet: CriterionFacet;

  @Field({ description: 'A code of the vocabulary that the facet names.' })
  @IsString()
  @MaxLength(100)
  code: string;
}

/** What an opportunity says; with a change, a field left out stays as it is. */
@InputType()
export class OpportunityContentInput {
  @Field(() => String, { nullable: true, description: 'A code of the vocabulary engagement-type.' })
  @IsOptional()
  @IsString()
  opportunityType?: string;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @Line(5, 200)
  title?: string;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @MaxLength(1_000, { message: 'summary must have at most 1,000 characters' })
  summary?: string;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @MaxLength(10_000, { message: 'text must have at most 10,000 characters' })
  text?: string;

  @Field(() => [String], { nullable: true, description: 'Codes of the vocabulary topic, most important first.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(30, { message: 'topics must be at most 30' })
  topics?: string[];

  @Field(() => [String], { nullable: true, description: 'Codes of the vocabulary sector.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(4, { message: 'sectors must be at most 4' })
  sectors?: string[];

  @Field(() => [String], { nullable: true, description: 'Codes of the vocabulary profession.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(30, { message: 'professions must be at most 30' })
  professions?: string[];

  @Field(() => [String], { nullable: true, description: 'Codes of the vocabulary career-stage.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(10, { message: 'careerStages must be at most 10' })
  careerStages?: string[];

  @Field(() => [String], { nullable: true, description: 'Codes of the vocabulary engagement-type.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20, { message: 'engagementTypes must be at most 20' })
  engagementTypes?: string[];

  @Field(() => [CriterionInput], { nullable: true, description: 'Without these it is no match.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20, { message: 'mustHave must be at most 20' })
  @ValidateNested({ each: true })
  @Type(() => CriterionInput)
  mustHave?: CriterionInput[];

  @Field(() => [CriterionInput], { nullable: true })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20, { message: 'niceToHave must be at most 20' })
  @ValidateNested({ each: true })
  @Type(() => CriterionInput)
  niceToHave?: CriterionInput[];

  @Field(() => [CriterionInput], { nullable: true, description: 'With one of these it is no match.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20, { message: 'exclude must be at most 20' })
  @ValidateNested({ each: true })
  @Type(() => CriterionInput)
  exclude?: CriterionInput[];

  @Field(() => String, { nullable: true, description: 'YYYY-MM-DD.' })
  @IsOptional()
  @IsISO8601({ strict: true }, { message: 'startsOn must be a date such as 2027-09-01' })
  @Length(10, 10, { message: 'startsOn must be a date such as 2027-09-01' })
  startsOn?: string | null;

  @Field(() => Int, { nullable: true })
  @IsOptional()
  @IsInt()
  @Min(1, { message: 'lengthMonths must be at least 1' })
  @Max(120, { message: 'lengthMonths must be at most 120' })
  lengthMonths?: number | null;

  @Field(() => Float, { nullable: true, description: 'The share of full time, 0 to 1.' })
  @IsOptional()
  @IsNumber()
  @Min(0.01, { message: 'fte must be more than 0' })
  @Max(1, { message: 'fte must be at most 1' })
  fte?: number | null;

  @Field(() => String, { nullable: true, description: 'on-site, hybrid or remote.' })
  @IsOptional()
  @Matches(/^(on-site|hybrid|remote)$/, { message: 'placeMode must be on-site, hybrid or remote' })
  placeMode?: string | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @MaxLength(120, { message: 'city must have at most 120 characters' })
  city?: string | null;

  @Field(() => String, { nullable: true, description: 'A code of the vocabulary region.' })
  @IsOptional()
  @IsString()
  region?: string | null;

  @Field(() => String, { nullable: true, description: 'A code of the vocabulary nation.' })
  @IsOptional()
  @IsString()
  nation?: string | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @MaxLength(300, { message: 'funding must have at most 300 characters' })
  funding?: string | null;

  @Field(() => String, { nullable: true, description: 'The last day to ask, as YYYY-MM-DD.' })
  @IsOptional()
  @IsISO8601({ strict: true }, { message: 'deadline must be a date such as 2027-03-31' })
  @Length(10, 10, { message: 'deadline must be a date such as 2027-03-31' })
  deadline?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Keep hidden who is behind it; revealAfter says until when.' })
  @IsOptional()
  @IsBoolean()
  blind?: boolean;

  @Field(() => String, {
    nullable: true,
    description:
      'Of a blind one: acceptance, or nda to wait for a signed confidentiality undertaking as well; nda unless it is said.',
  })
  @IsOptional()
  @IsIn([...revealMoments], { message: `revealAfter must be one of ${revealMoments.join(', ')}` })
  revealAfter?: RevealMoment | null;
}

/** A new brief (for an organisation) or project idea (one's own), as a draft. */
@InputType()
export class CreateOpportunityInput extends OpportunityContentInput {
  @Field(() => ID, {
    nullable: true,
    description: 'For a brief: your organisation. Left out, it is your own project idea.',
  })
  @IsOptional()
  @IsUUID(undefined, { message: 'organisationId must be the id of an organisation' })
  organisationId?: string;

  @Field({ description: 'A code of the vocabulary engagement-type.' })
  @IsString()
  declare opportunityType: string;

  @Field()
  @Line(5, 200)
  declare title: string;

  @Field({ description: 'Any text of 8 to 255 characters that is new for each opportunity; a repeat changes nothing.' })
  @IdempotencyKey()
  idempotencyKey: string;
}

/** A change of an opportunity. */
@InputType()
export class UpdateOpportunityInput extends OpportunityContentInput {
  @Field(() => ID)
  @IsUUID(undefined, { message: 'id must be the id of an opportunity' })
  id: string;

  @Field(() => Int, { description: 'The version that was read.' })
  @IsInt()
  version: number;
}
