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
import { type VisibilityField, visibilityFields } from './academic.policy.js';

const text = (field: string, length: number) => ({ message: `${field} must have at most ${length} characters` });

/** A publication, trial or product to show on a profile. */
@InputType()
export class WorkInput {
  @Field({ description: 'publication, trial, product or other.' })
  @IsIn(['publication', 'trial', 'product', 'other'], { message: 'kind must be publication, trial, product or other' })
  kind: string;

  @Field()
  @Line(1, 1_000)
  title: string;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @MaxLength(10_000, text('abstract', 10_000))
  abstract?: string;

  @Field(() => Int, { nullable: true })
  @IsOptional()
  @IsInt()
  @Min(1900, { message: 'year must be 1900 or later' })
  @Max(2200, { message: 'year must be a year' })
  year?: number | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @MaxLength(200, text('identifier', 200))
  identifier?: string | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @MaxLength(300, text('venue', 300))
  venue?: string | null;

  @Field({ nullable: true })
  @IsOptional()
  @IsBoolean()
  featured?: boolean;
}

/** Who may see one field. */
@InputType()
export class FieldVisibilityInput {
  @Field(() => String, { description: visibilityFields.join(', ') })
  @IsIn([...visibilityFields], { message: `field must be one of ${visibilityFields.join(', ')}` })
  field: VisibilityField;

  @Field(() => String, { description: 'public, members or only-me.' })
  @IsIn(['public', 'members', 'only-me'], { message: 'visibility must be public, members or only-me' })
  visibility: 'public' | 'members' | 'only-me';
}

/** What a person says of themselves; a field left out stays as it is. */
@InputType()
export class AcademicProfileInput {
  @Field(() => String, { nullable: true })
  @IsOptional()
  @MaxLength(40, text('honorific', 40))
  honorific?: string | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @Line(1, 120)
  givenName?: string;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @Line(1, 120)
  familyName?: string;

  @Field(() => String, { nullable: true, description: 'A code of the vocabulary profession.' })
  @IsOptional()
  @IsString()
  profession?: string;

  @Field(() => String, { nullable: true, description: 'A code of the vocabulary regulator.' })
  @IsOptional()
  @IsString()
  regulator?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The number in the regulator’s register. Never shown to others.',
  })
  @IsOptional()
  @MaxLength(40, text('registrationNumber', 40))
  registrationNumber?: string | null;

  @Field(() => String, { nullable: true, description: 'A code of the vocabulary career-stage.' })
  @IsOptional()
  @IsString()
  careerStage?: string | null;

  @Field(() => String, { nullable: true, description: 'A code of the vocabulary training-status.' })
  @IsOptional()
  @IsString()
  trainingStatus?: string | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @MaxLength(120, text('specialty', 120))
  specialty?: string | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @MaxLength(200, text('jobTitle', 200))
  jobTitle?: string | null;

  @Field(() => ID, { nullable: true })
  @IsOptional()
  @IsUUID(undefined, { message: 'employerId must be the id of an organisation' })
  employerId?: string | null;

  @Field(() => ID, { nullable: true })
  @IsOptional()
  @IsUUID(undefined, { message: 'universityId must be the id of an organisation' })
  universityId?: string | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @MaxLength(120, text('city', 120))
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
  @MaxLength(4_000, text('summary', 4_000))
  summary?: string;

  @Field(() => [String], { nullable: true, description: 'Codes of the vocabulary topic, most important first.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(30, { message: 'topics must be at most 30' })
  topics?: string[];

  @Field(() => [String], { nullable: true })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(30, { message: 'methods must be at most 30' })
  @MaxLength(120, { each: true, message: 'each of the methods must have at most 120 characters' })
  methods?: string[];

  @Field(() => String, { nullable: true })
  @IsOptional()
  @MaxLength(2_000, text('offer', 2_000))
  offer?: string;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @MaxLength(2_000, text('want', 2_000))
  want?: string;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @MaxLength(2_000, text('workingStyle', 2_000))
  workingStyle?: string;

  @Field(() => [String], { nullable: true, description: 'Codes of the vocabulary engagement-type.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(30, { message: 'engagementTypes must be at most 30' })
  engagementTypes?: string[];

  @Field(() => [String], { nullable: true, description: 'Codes of the vocabulary sector.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(4, { message: 'sectors must be at most 4' })
  sectors?: string[];

  @Field(() => String, { nullable: true, description: 'YYYY-MM-DD.' })
  @IsOptional()
  @IsISO8601({ strict: true }, { message: 'availableFrom must be a date such as 2027-09-01' })
  @Length(10, 10, { message: 'availableFrom must be a date such as 2027-09-01' })
  availableFrom?: string | null;

  @Field(() => Float, { nullable: true, description: 'The share of full time, 0 to 1.' })
  @IsOptional()
  @IsNumber()
  @Min(0.01, { message: 'availableFte must be more than 0' })
  @Max(1, { message: 'availableFte must be at most 1' })
  availableFte?: number | null;

  @Field(() => String, { nullable: true, description: 'on-site, hybrid or remote.' })
  @IsOptional()
  @Matches(/^(on-site|hybrid|remote)$/, { message: 'placeMode must be on-site, hybrid or remote' })
  placeMode?: string | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @MaxLength(2_000, text('industryExperience', 2_000))
  industryExperience?: string;

  @Field(() => String, { nullable: true, description: 'public, members or hidden.' })
  @IsOptional()
  @Matches(/^(public|members|hidden)$/, { message: 'visibility must be public, members or hidden' })
  visibility?: 'public' | 'members' | 'hidden';

  @Field(() => [FieldVisibilityInput], { nullable: true })
  @IsOptional()
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => FieldVisibilityInput)
  fieldVisibility?: FieldVisibilityInput[];

  @Field(() => [WorkInput], { nullable: true, description: 'All works, in the order in which they are shown.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(500, { message: 'works must be at most 500' })
  @ValidateNested({ each: true })
  @Type(() => WorkInput)
  works?: WorkInput[];
}

/** One's own profile, made once. */
@InputType()
export class CreateAcademicInput extends AcademicProfileInput {
  @Field()
  @Line(1, 120)
  declare givenName: string;

  @Field()
  @Line(1, 120)
  declare familyName: string;

  @Field({ description: 'A code of the vocabulary profession.' })
  @IsString()
  declare profession: string;

  @Field({ description: 'Any text of 8 to 255 characters that is new for each profile; a repeat changes nothing.' })
  @IdempotencyKey()
  idempotencyKey: string;
}

/** A change of one's own profile. */
@InputType()
export class UpdateAcademicInput extends AcademicProfileInput {
  @Field(() => ID)
  @IsUUID(undefined, { message: 'id must be the id of an academic' })
  id: string;

  @Field(() => Int, { description: 'The version that was read.' })
  @IsInt()
  version: number;
}
