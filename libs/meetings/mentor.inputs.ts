import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsDate,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { IdempotencyKey, PageArgs } from '#graphql';

const codes = (description: string) => (target: object, key: string) => {
  Field(() => [String], { nullable: true, description })(target, key);
  IsOptional()(target, key);
  IsArray()(target, key);
  ArrayMaxSize(100, { message: `${key} must be at most 100` })(target, key);
  IsString({ each: true })(target, key);
  MaxLength(100, { each: true, message: `each of ${key} must be a code` })(target, key);
};

const text = (description: string) => (target: object, key: string) => {
  Field({ description })(target, key);
  IsString()(target, key);
  MaxLength(5_000, { message: `${key} is too long` })(target, key);
};

/** Codes of one filter count as OR; different filters count as AND. */
@InputType()
export class MentorFilter {
  @codes('Codes of the vocabulary profession.')
  professions?: string[] | null;

  @codes('Codes of the vocabulary career-stage.')
  careerStages?: string[] | null;

  @codes('Codes of the vocabulary sector.')
  sectors?: string[] | null;

  @codes('Codes of mentorGrounds.')
  grounds?: string[] | null;

  @Field(() => ID, { nullable: true, description: 'Only the one with this profile, if they mentor.' })
  @IsOptional()
  @IsUUID(undefined, { message: 'academicId must be an id' })
  academicId?: string | null;
}

/** Which mentors are wanted. */
@ArgsType()
export class MentorsArgs extends PageArgs {
  @Field(() => MentorFilter, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => MentorFilter)
  filter?: MentorFilter | null;
}

/** What somebody says who mentors. */
@InputType()
export class SaveMentorInput {
  @Field(() => [String], { description: 'Codes of mentorGrounds: what you have done, at least one.' })
  @IsArray()
  @ArrayMinSize(1, { message: 'grounds must be at least one' })
  @ArrayMaxSize(5, { message: 'grounds must be at most five' })
  @IsString({ each: true })
  @MaxLength(100, { each: true, message: 'each of grounds must be a code' })
  grounds: string[];

  @text('What you did with industry, in 20 to 600 characters.')
  experience: string;

  @text('What you can help with, in 20 to 600 characters.')
  helpWith: string;

  @Field(() => [String], { description: 'Codes of the vocabulary sector.' })
  @IsArray()
  @ArrayMaxSize(20, { message: 'sectors must be at most 20' })
  @IsString({ each: true })
  @MaxLength(100, { each: true, message: 'each of sectors must be a code' })
  sectors: string[];

  @Field(() => Int, { description: 'How many open questions you take at a time, 1 to 20.' })
  @IsInt()
  @Min(1, { message: 'mostOpen must be at least 1' })
  @Max(20, { message: 'mostOpen must be at most 20' })
  mostOpen: number;
}

/** Times that a mentor offers. */
@InputType()
export class OfferSlotsInput {
  @Field(() => [Date], { description: 'When they start: 1 to 20 times, none within another.' })
  @IsArray()
  @ArrayMinSize(1, { message: 'times must be at least one' })
  @ArrayMaxSize(20, { message: 'times must be at most 20' })
  @IsDate({ each: true })
  times: Date[];

  @Field(() => Int, { defaultValue: 30, description: 'How long each takes, 20 to 30 minutes.' })
  @IsInt()
  @Min(20, { message: 'minutes must be at least 20' })
  @Max(30, { message: 'minutes must be at most 30' })
  minutes: number;

  @Field(() => String, { nullable: true, description: 'Where: a room, in at most 300 characters. Or give a link.' })
  @IsOptional()
  @IsString()
  @MaxLength(1_000, { message: 'place must have at most 300 characters' })
  place?: string | null;

  @Field(() => String, { nullable: true, description: 'Where to join a call: https only. Shown once it is agreed.' })
  @IsOptional()
  @IsString()
  @MaxLength(2_000, { message: 'link must have at most 500 characters' })
  link?: string | null;

  @Field({ description: 'Any text of 8 to 255 characters that is new for each new thing; a repeat changes nothing.' })
  @IdempotencyKey()
  idempotencyKey: string;
}

/** A question to a mentor, in writing or for one of their times. */
@InputType()
export class AskMentorInput {
  @Field(() => ID, { description: 'The profile of the mentor.' })
  @IsUUID(undefined, { message: 'academicId must be an id' })
  academicId: string;

  @Field(() => ID, { nullable: true, description: 'The time that you would like; left out, you ask in writing.' })
  @IsOptional()
  @IsUUID(undefined, { message: 'slotId must be an id' })
  slotId?: string | null;

  @text('What you want to ask, in 50 to 600 characters.')
  message: string;

  @Field({ description: 'Any text of 8 to 255 characters that is new for each new thing; a repeat changes nothing.' })
  @IdempotencyKey()
  idempotencyKey: string;
}
