import { ArgsType, Field, Float, ID, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsISO8601,
  IsNumber,
  IsOptional,
  IsString,
  Length,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { PageArgs } from '#graphql';

/** The longest text that is searched for: more than a page. */
const longestQuery = 10_000;

const codes = (description: string) => (target: object, key: string) => {
  Field(() => [String], { nullable: true, description })(target, key);
  IsOptional()(target, key);
  IsArray()(target, key);
  ArrayMaxSize(100, { message: `${key} must be at most 100` })(target, key);
  IsString({ each: true })(target, key);
  MaxLength(100, { each: true, message: `each of ${key} must be a code` })(target, key);
};

/** Codes of one filter count as OR; different filters count as AND. */
@InputType()
export class DirectoryFilter {
  @codes('Codes of the vocabulary topic; a broad topic includes its narrower ones.')
  topics?: string[];

  @codes('Codes of the vocabulary hrcs-health-category.')
  healthCategories?: string[];

  @codes('Codes of the vocabulary engagement-type.')
  engagementTypes?: string[];

  @codes('Codes of the vocabulary sector.')
  sectors?: string[];

  @codes('Codes of the vocabulary region.')
  regions?: string[];

  @codes('Codes of the vocabulary nation.')
  nations?: string[];
}

@InputType()
export class AcademicFilter extends DirectoryFilter {
  @codes('Codes of the vocabulary profession.')
  professions?: string[];

  @codes('Codes of the vocabulary career-stage.')
  careerStages?: string[];

  @codes('Codes of the vocabulary training-status.')
  trainingStatuses?: string[];

  @codes('on-site, hybrid, remote.')
  placeModes?: string[];

  @codes('Ids of employers and universities.')
  organisations?: string[];

  @codes('yes or no: whether the person looks after the profile.')
  claimed?: string[];

  @Field(() => String, { nullable: true, description: 'Available on this day, as YYYY-MM-DD.' })
  @IsOptional()
  @IsISO8601({ strict: true }, { message: 'availableBy must be a date such as 2027-09-01' })
  @Length(10, 10, { message: 'availableBy must be a date such as 2027-09-01' })
  availableBy?: string;

  @Field(() => Float, { nullable: true, description: 'At least this share of full time, 0 to 1.' })
  @IsOptional()
  @IsNumber()
  @Min(0)
  @Max(1)
  leastFte?: number;
}

@InputType()
export class OrganisationFilter extends DirectoryFilter {
  @codes('Codes of the vocabulary organisation-type.')
  types?: string[];

  @codes('Codes of the vocabulary segment.')
  segments?: string[];

  @codes('micro, small, medium, large.')
  sizes?: string[];

  @codes('ISO 3166-1 alpha-2.')
  countries?: string[];

  @codes('verified, pending, unverified, revoked.')
  verifications?: string[];
}

@InputType()
export class OpportunityFilter extends DirectoryFilter {
  @codes('company (briefs), academic (project ideas).')
  sides?: string[];

  @codes('Codes of the vocabulary engagement-type.')
  types?: string[];

  @codes('Codes of the vocabulary profession.')
  professions?: string[];

  @codes('Codes of the vocabulary career-stage.')
  careerStages?: string[];

  @codes('on-site, hybrid, remote.')
  placeModes?: string[];

  @codes('Ids of organisations.')
  organisations?: string[];

  @Field(() => String, { nullable: true, description: 'Still open on this day, as YYYY-MM-DD.' })
  @IsOptional()
  @IsISO8601({ strict: true }, { message: 'openOn must be a date such as 2027-03-31' })
  @Length(10, 10, { message: 'openOn must be a date such as 2027-03-31' })
  openOn?: string;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Open on this day in London: its deadline has not passed, and its start is not over.',
  })
  @IsOptional()
  @IsBoolean()
  openToday?: boolean | null;
}

@ArgsType()
class SearchArgs extends PageArgs {
  @Field(() => String, {
    nullable: true,
    description: 'Words, or a whole brief of up to 10,000 characters; the last word may be unfinished.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(longestQuery, { message: 'query must have at most 10,000 characters' })
  query?: string | null;
}

@ArgsType()
export class AcademicSearchArgs extends SearchArgs {
  @Field(() => AcademicFilter, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => AcademicFilter)
  filter?: AcademicFilter | null;

  @Field(() => String, { nullable: true, description: 'relevance (default), fit, name, newest, available, evidence.' })
  @IsOptional()
  @IsIn(['relevance', 'fit', 'name', 'newest', 'available', 'evidence'], {
    message: 'sort must be relevance, fit, name, newest, available or evidence',
  })
  sort?: string | null;
}

@ArgsType()
export class OrganisationSearchArgs extends SearchArgs {
  @Field(() => OrganisationFilter, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => OrganisationFilter)
  filter?: OrganisationFilter | null;

  @Field(() => String, { nullable: true, description: 'relevance (default), fit, name, newest.' })
  @IsOptional()
  @IsIn(['relevance', 'fit', 'name', 'newest'], { message: 'sort must be relevance, fit, name or newest' })
  sort?: string | null;
}

@ArgsType()
export class OpportunitySearchArgs extends SearchArgs {
  @Field(() => OpportunityFilter, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => OpportunityFilter)
  filter?: OpportunityFilter | null;

  @Field(() => String, { nullable: true, description: 'relevance (default), fit, name, newest, closing.' })
  @IsOptional()
  @IsIn(['relevance', 'fit', 'name', 'newest', 'closing'], {
    message: 'sort must be relevance, fit, name, newest or closing',
  })
  sort?: string | null;
}

/** Whose matches are wanted, or one side of a pair. */
@InputType()
export class MatchSubject {
  @Field(() => String, { description: 'academic, organisation or opportunity.' })
  @IsIn(['academic', 'organisation', 'opportunity'], { message: 'kind must be academic, organisation or opportunity' })
  kind: 'academic' | 'organisation' | 'opportunity';

  @Field(() => ID)
  @IsString()
  @MaxLength(40)
  id: string;
}
