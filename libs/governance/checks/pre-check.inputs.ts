import { Field, Float, ID, InputType, Int } from '@nestjs/graphql';
import {
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
  Min,
} from 'class-validator';
import { type Purpose, purposes } from '../rules/rule.shapes.js';

const isCode = (field: string, scheme: string) =>
  Length(1, 60, { message: `${field} must be a code of the vocabulary ${scheme}` });
const isDay = (field: string) => Matches(/^\d{4}-\d{2}-\d{2}$/, { message: `${field} must be a day, as YYYY-MM-DD` });
const isRealDay = (field: string) => IsISO8601({ strict: true }, { message: `${field} must be a day, as YYYY-MM-DD` });

/** What somebody would like to do, before or after contact. Everything may be left out but the way of working. */
@InputType({
  description:
    'What somebody would like to do. What is left out is read from the profile, the opportunity and the organisation named.',
})
export class PreCheckInput {
  @Field(() => ID, { nullable: true, description: 'Who would do it; left out, you, if you have a profile.' })
  @IsOptional()
  @IsUUID(undefined, { message: 'academicId must be an id' })
  academicId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The opportunity it is about.' })
  @IsOptional()
  @IsUUID(undefined, { message: 'opportunityId must be an id' })
  opportunityId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The other side.' })
  @IsOptional()
  @IsUUID(undefined, { message: 'organisationId must be an id' })
  organisationId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'A collaboration of yours: who, with whom and the work are then read from its terms.',
  })
  @IsOptional()
  @IsUUID(undefined, { message: 'collaborationId must be an id' })
  collaborationId?: string | null;

  @Field(() => String, { nullable: true, description: 'A code of the vocabulary engagement-type.' })
  @IsOptional()
  @IsString()
  @isCode('engagementType', 'engagement-type')
  engagementType?: string | null;

  @Field(() => String, { nullable: true, description: 'A code of the vocabulary profession.' })
  @IsOptional()
  @IsString()
  @isCode('profession', 'profession')
  profession?: string | null;

  @Field(() => String, { nullable: true, description: 'A code of the vocabulary training-status.' })
  @IsOptional()
  @IsString()
  @isCode('trainingStatus', 'training-status')
  trainingStatus?: string | null;

  @Field(() => String, { nullable: true, description: 'A code of the vocabulary career-stage.' })
  @IsOptional()
  @IsString()
  @isCode('careerStage', 'career-stage')
  careerStage?: string | null;

  @Field(() => String, { nullable: true, description: 'A code of the vocabulary nation.' })
  @IsOptional()
  @IsString()
  @isCode('nation', 'nation')
  nation?: string | null;

  @Field(() => String, { nullable: true, description: 'A training region, or a code of the vocabulary region.' })
  @IsOptional()
  @IsString()
  @isCode('region', 'region, or of a training region')
  region?: string | null;

  @Field({ defaultValue: false })
  @IsBoolean()
  firstYear: boolean;

  @Field({ defaultValue: false })
  @IsBoolean()
  finalYear: boolean;

  @Field({ defaultValue: false })
  @IsBoolean()
  visaSponsored: boolean;

  @Field({ defaultValue: false })
  @IsBoolean()
  countsToTraining: boolean;

  @Field(() => String, { defaultValue: 'industry-post', description: `${purposes.join(', ')}.` })
  @IsIn([...purposes], { message: `purpose must be one of ${purposes.join(', ')}` })
  purpose: Purpose;

  @Field(() => Float, { nullable: true, description: 'The share of full time, above 0 and up to 1.' })
  @IsOptional()
  @IsNumber()
  @Min(0.01, { message: 'fte must be above 0' })
  @Max(1, { message: 'fte must be at most 1' })
  fte?: number | null;

  @Field(() => Int, { nullable: true, description: 'Days of work a year, 1 to 366.' })
  @IsOptional()
  @IsInt()
  @Min(1, { message: 'daysPerYear must be at least 1' })
  @Max(366, { message: 'daysPerYear must be at most 366' })
  daysPerYear?: number | null;

  @Field(() => String, { nullable: true, description: 'YYYY-MM-DD.' })
  @IsOptional()
  @isDay('startsOn')
  @isRealDay('startsOn')
  startsOn?: string | null;

  @Field(() => String, { nullable: true, description: 'YYYY-MM-DD.' })
  @IsOptional()
  @isDay('endsOn')
  @isRealDay('endsOn')
  endsOn?: string | null;

  @Field(() => String, { nullable: true, description: 'Who funds the person’s research, by name.' })
  @IsOptional()
  @IsString()
  @Length(2, 200, { message: 'funder must have 2 to 200 characters' })
  funder?: string | null;
}
