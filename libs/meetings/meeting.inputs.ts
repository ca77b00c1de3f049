import { ArgsType, Field, ID, InputType } from '@nestjs/graphql';
import { IsDate, IsIn, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { IdempotencyKey, PageArgs } from '#graphql';
import { type MeetingBox, meetingBoxes } from './meeting.queries.js';

const keyDescription = 'Any text of 8 to 255 characters that is new for each new thing; a repeat changes nothing.';

/** Which of your meetings are wanted. */
@ArgsType()
export class MeetingsArgs extends PageArgs {
  @Field(() => String, { description: 'waiting, agreed or past.' })
  @IsIn([...meetingBoxes], { message: 'box must be waiting, agreed or past' })
  box: MeetingBox;
}

/** A yes to a meeting. */
@InputType()
export class AcceptMeetingInput {
  @Field(() => ID)
  @IsUUID(undefined, { message: 'id must be an id' })
  id: string;

  @Field(() => String, { nullable: true, description: 'Your answer, in at most 2,000 characters; needed for advice.' })
  @IsOptional()
  @IsString()
  @MaxLength(10_000, { message: 'answer must have at most 2,000 characters' })
  answer?: string | null;

  @Field(() => Date, { nullable: true, description: 'At an event: which of the possible times it is.' })
  @IsOptional()
  @IsDate()
  startsAt?: Date | null;

  @Field(() => String, { nullable: true, description: 'At an event: where to join, https only, if it is a call.' })
  @IsOptional()
  @IsString()
  @MaxLength(2_000, { message: 'link must have at most 500 characters' })
  link?: string | null;
}

/** A question to somebody who goes to the same event. */
@InputType()
export class AskAtEventInput {
  @Field(() => ID, { description: 'The one you ask, of eventAttendees.' })
  @IsUUID(undefined, { message: 'attendeeId must be an id' })
  attendeeId: string;

  @Field({ description: 'Why you would like to meet, in 20 to 300 characters.' })
  @IsString()
  @MaxLength(5_000, { message: 'reason must have 20 to 300 characters' })
  reason: string;

  @Field({ description: keyDescription })
  @IdempotencyKey()
  idempotencyKey: string;
}
