import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
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
import { IdempotencyKey, Line, PageArgs } from '#graphql';

const codes =
  (description: string, nullable = false) =>
  (target: object, key: string) => {
    Field(() => [String], { nullable, description })(target, key);
    if (nullable) IsOptional()(target, key);
    IsArray()(target, key);
    ArrayMaxSize(50, { message: `${key} must be at most 50` })(target, key);
    IsString({ each: true })(target, key);
    MaxLength(100, { each: true, message: `each of ${key} must be a code` })(target, key);
  };

/** Codes of one filter count as OR; different filters count as AND. */
@InputType()
export class EventFilter {
  @codes('Codes of the vocabulary topic.', true)
  topics?: string[] | null;

  @codes('Codes of the vocabulary sector.', true)
  sectors?: string[] | null;

  @codes('Codes of eventKinds.', true)
  kinds?: string[] | null;
}

/** Which events are wanted. */
@ArgsType()
export class EventsArgs extends PageArgs {
  @Field(() => EventFilter, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => EventFilter)
  filter?: EventFilter | null;
}

/** Whose attendees are wanted. */
@ArgsType()
export class EventAttendeesArgs extends PageArgs {
  @Field(() => ID)
  @IsUUID(undefined, { message: 'eventId must be an id' })
  eventId: string;
}

/** What an event is. */
@InputType()
export class EventInput {
  @Field({ description: '3 to 200 characters.' })
  @IsString()
  @Line(3, 200)
  name: string;

  @Field({ description: 'A code of eventKinds.' })
  @IsString()
  @MaxLength(100, { message: 'kind must be a code of eventKinds' })
  kind: string;

  @Field()
  @IsDate()
  startsAt: Date;

  @Field({ description: 'At most 15 days later.' })
  @IsDate()
  endsAt: Date;

  @Field(() => String, { nullable: true, description: 'Where it is, in at most 300 characters; or give a link.' })
  @IsOptional()
  @IsString()
  @MaxLength(1_000, { message: 'place must have at most 300 characters' })
  place?: string | null;

  @Field(() => String, { nullable: true, description: 'Its own page, or where to join: https only.' })
  @IsOptional()
  @IsString()
  @MaxLength(2_000, { message: 'link must have at most 500 characters' })
  link?: string | null;

  @Field({ description: 'At most 4,000 characters.' })
  @IsString()
  @MaxLength(20_000, { message: 'description must have at most 4,000 characters' })
  description: string;

  @codes('Codes of the vocabulary topic.')
  topics: string[];

  @codes('Codes of the vocabulary sector.')
  sectors: string[];

  @Field(() => Int, { defaultValue: 20, description: 'How long one meeting takes, 20 to 30 minutes.' })
  @IsInt()
  @Min(20, { message: 'slotMinutes must be at least 20' })
  @Max(30, { message: 'slotMinutes must be at most 30' })
  slotMinutes: number;

  @Field(() => Int, { defaultValue: 0, description: 'How many tables there are for meetings, 0 to 200.' })
  @IsInt()
  @Min(0, { message: 'tables must be at least 0' })
  @Max(200, { message: 'tables must be at most 200' })
  tables: number;
}

/** An event that is made. */
@InputType()
export class CreateEventInput extends EventInput {
  @Field(() => ID, { nullable: true, description: 'Your organisation; left out, an event that the platform lists.' })
  @IsOptional()
  @IsUUID(undefined, { message: 'organisationId must be an id' })
  organisationId?: string | null;

  @Field({ description: 'Any text of 8 to 255 characters that is new for each new thing; a repeat changes nothing.' })
  @IdempotencyKey()
  idempotencyKey: string;
}

/** An event as it is to be from now on. */
@InputType()
export class UpdateEventInput extends EventInput {
  @Field(() => ID)
  @IsUUID(undefined, { message: 'id must be an id' })
  id: string;

  @Field(() => Int)
  @IsInt()
  version: number;
}

/** That somebody goes to an event, and how. */
@InputType()
export class GoToEventInput {
  @Field(() => ID)
  @IsUUID(undefined, { message: 'eventId must be an id' })
  eventId: string;

  @Field(() => ID, { nullable: true, description: 'The organisation that you go for; left out, you go as yourself.' })
  @IsOptional()
  @IsUUID(undefined, { message: 'asOrganisationId must be an id' })
  asOrganisationId?: string | null;

  @Field({ description: 'Whether others who go see you, and may ask you for a meeting.' })
  @IsBoolean()
  visible: boolean;

  @Field(() => String, { nullable: true, description: 'Whom or what you look for, in at most 300 characters.' })
  @IsOptional()
  @IsString()
  @MaxLength(2_000, { message: 'lookingFor must have at most 300 characters' })
  lookingFor?: string | null;

  @Field(() => [Date], { description: 'When you are free for meetings, of eventTimes; at most 200.' })
  @IsArray()
  @ArrayMaxSize(200, { message: 'times must be at most 200' })
  @IsDate({ each: true })
  times: Date[];
}
