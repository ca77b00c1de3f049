import { Field, ID, InputType, Int } from '@nestjs/graphql';
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
  IsUUID,
  Length,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { IdempotencyKey, Line } from '#graphql';
import { type Purpose, purposes } from '../rules/rule.shapes.js';

const isDay = (field: string) => Matches(/^\d{4}-\d{2}-\d{2}$/, { message: `${field} must be a day, as YYYY-MM-DD` });
const isRealDay = (field: string) => IsISO8601({ strict: true }, { message: `${field} must be a day, as YYYY-MM-DD` });
const isCode = (field: string, scheme: string) =>
  Length(1, 60, { message: `${field} must be a code of the vocabulary ${scheme}` });

/** What somebody wants to do. */
@InputType({ description: 'What somebody wants to do.' })
export class TrainingPlanInput {
  @Field({ description: 'A code of the vocabulary profession.' })
  @IsString()
  @isCode('profession', 'profession')
  profession: string;

  @Field({ description: 'A code of the vocabulary training-status.' })
  @IsString()
  @isCode('trainingStatus', 'training-status')
  trainingStatus: string;

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

  @Field({ description: 'The first day, as YYYY-MM-DD.' })
  @isDay('startsOn')
  @isRealDay('startsOn')
  startsOn: string;

  @Field({ description: 'The last day, as YYYY-MM-DD.' })
  @isDay('endsOn')
  @isRealDay('endsOn')
  endsOn: string;

  @Field(() => String, { description: `${purposes.join(', ')}.` })
  @IsIn([...purposes], { message: `purpose must be one of ${purposes.join(', ')}` })
  purpose: Purpose;

  @Field({ defaultValue: false })
  @IsBoolean()
  visaSponsored: boolean;

  @Field({ defaultValue: false, description: 'Whether the time is to count towards training.' })
  @IsBoolean()
  countsToTraining: boolean;

  @Field(() => String, { nullable: true, description: 'The next annual review (ARCP), as YYYY-MM-DD.' })
  @IsOptional()
  @isDay('nextArcpOn')
  @isRealDay('nextArcpOn')
  nextArcpOn?: string | null;
}

/** What stands in one field of the application form. */
@InputType({ description: 'What stands in one field of the application form.' })
export class FormValueInput {
  @Field({ description: 'The code of a field of the form.' })
  @IsString()
  @MaxLength(60)
  code: string;

  @Field({ description: 'At most 2,000 characters.' })
  @IsString()
  @MaxLength(2_000, { message: 'value must have at most 2,000 characters' })
  value: string;
}

/** A plan, to be kept. */
@InputType({ description: 'A plan, to be kept.' })
export class SaveTrainingPlanInput {
  @Field(() => ID, { nullable: true, description: 'Left out, it is a new plan.' })
  @IsOptional()
  @IsUUID(undefined, { message: 'id must be an id' })
  id?: string | null;

  @Field(() => Int, { nullable: true, description: 'With an id: the version that was read.' })
  @IsOptional()
  @IsInt()
  version?: number | null;

  @Field({ description: 'At most 120 characters.' })
  @IsString()
  @Line(1, 120)
  name: string;

  @Field(() => TrainingPlanInput)
  @ValidateNested()
  @Type(() => TrainingPlanInput)
  facts: TrainingPlanInput;

  @Field(() => [FormValueInput], { nullable: true })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(40)
  @ValidateNested({ each: true })
  @Type(() => FormValueInput)
  form?: FormValueInput[] | null;

  @Field({ description: 'Any text of 8 to 255 characters that is new for each new plan; a repeat changes nothing.' })
  @IdempotencyKey()
  idempotencyKey: string;
}
