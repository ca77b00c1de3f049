import { ArgsType, Field, Float, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsDate,
  IsIn,
  IsInt,
  IsISO8601,
  IsNumber,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { IdempotencyKey, PageArgs } from '#graphql';
import { type RequestBox, requestBoxes } from './request.queries.js';
import { requestStates } from './request.states.js';

const isId = (field: string) => IsUUID(undefined, { message: `${field} must be an id` });
const keyDescription = 'Any text of 8 to 255 characters that is new for each new thing; a repeat changes nothing.';

/** What a request proposes. */
@InputType()
export class RequestTermsInput {
  @Field(() => String, { nullable: true, description: 'YYYY-MM-DD.' })
  @IsOptional()
  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: 'startsOn must be a day, as YYYY-MM-DD' })
  @IsISO8601({ strict: true }, { message: 'startsOn must be a day, as YYYY-MM-DD' })
  startsOn?: string | null;

  @Field(() => Int, { nullable: true })
  @IsOptional()
  @IsInt()
  @Min(1, { message: 'lengthMonths must be at least 1' })
  @Max(120, { message: 'lengthMonths must be at most 120' })
  lengthMonths?: number | null;

  @Field(() => Float, { nullable: true, description: 'The share of full time, above 0 and up to 1.' })
  @IsOptional()
  @IsNumber()
  @Min(0.01, { message: 'fte must be above 0' })
  @Max(1, { message: 'fte must be at most 1' })
  fte?: number | null;

  @Field(() => String, { nullable: true, description: 'on-site, hybrid or remote.' })
  @IsOptional()
  @IsIn(['on-site', 'hybrid', 'remote'], { message: 'placeMode must be on-site, hybrid or remote' })
  placeMode?: string | null;

  @Field(() => String, { nullable: true, description: 'Who would pay, and how; at most 500 characters.' })
  @IsOptional()
  @IsString()
  @MaxLength(1_000, { message: 'funding must have at most 500 characters' })
  funding?: string | null;

  @Field(() => String, { nullable: true, description: 'At most 1,000 characters.' })
  @IsOptional()
  @IsString()
  @MaxLength(2_000, { message: 'note must have at most 1,000 characters' })
  note?: string | null;
}

/** Whom a request goes to, for whom it is sent, and what it is about. */
@InputType()
export class RequestCheckInput {
  @Field(() => ID, {
    nullable: true,
    description: 'The person to ask. Leave it out to ask who offers the opportunity.',
  })
  @IsOptional()
  @isId('toAcademicId')
  toAcademicId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The organisation to ask.' })
  @IsOptional()
  @isId('toOrganisationId')
  toOrganisationId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The opportunity it is about: alone, to answer it; with a receiver, to offer your own.',
  })
  @IsOptional()
  @isId('opportunityId')
  opportunityId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Your organisation, to ask for it; left out, you ask as yourself.' })
  @IsOptional()
  @isId('asOrganisationId')
  asOrganisationId?: string | null;
}

/** A request, as it is to be sent. */
@InputType()
export class SendRequestInput extends RequestCheckInput {
  @Field({ description: 'A code of the vocabulary engagement-type.' })
  @IsString()
  @MaxLength(60, { message: 'type must be a code of the vocabulary engagement-type' })
  type: string;

  @Field({ description: 'Why you ask, in 50 to 600 characters.' })
  @IsString()
  @MaxLength(4_000, { message: 'reason must have 50 to 600 characters' })
  reason: string;

  @Field(() => RequestTermsInput, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => RequestTermsInput)
  terms?: RequestTermsInput | null;

  @Field({ defaultValue: true, description: 'Whether the receiver may pass it on to a colleague.' })
  @IsBoolean()
  mayBeReferred: boolean;

  @Field({
    defaultValue: false,
    description: 'That you know of the conditions that are not met, and ask all the same.',
  })
  @IsBoolean()
  acknowledgeMismatch: boolean;

  @Field(() => ID, { nullable: true, description: 'The draft that this was written in; it is removed.' })
  @IsOptional()
  @isId('draftId')
  draftId?: string | null;

  @Field({ description: keyDescription })
  @IdempotencyKey()
  idempotencyKey: string;
}

/** A request that is still being written. Any part may be missing. */
@InputType()
export class SaveRequestDraftInput extends RequestCheckInput {
  @Field(() => ID, { description: 'A UUID that you make for the draft; the same one saves over it.' })
  @isId('id')
  id: string;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(60, { message: 'type must be a code of the vocabulary engagement-type' })
  type?: string | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(4_000, { message: 'reason must have at most 4,000 characters, and 600 when it is sent' })
  reason?: string | null;

  @Field(() => RequestTermsInput, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => RequestTermsInput)
  terms?: RequestTermsInput | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the receiver may pass it on; left out, they may.' })
  @IsOptional()
  @IsBoolean()
  mayBeReferred?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether you know of the conditions that are not met.' })
  @IsOptional()
  @IsBoolean()
  acknowledgeMismatch?: boolean | null;
}

/** A message, or times to meet, on a request. */
@InputType()
export class PostRequestMessageInput {
  @Field(() => ID)
  @isId('requestId')
  requestId: string;

  @Field(() => String, { nullable: true, description: 'At most 4,000 characters; needed unless you propose times.' })
  @IsOptional()
  @IsString()
  @MaxLength(10_000, { message: 'text must have at most 4,000 characters' })
  text?: string | null;

  @Field(() => [Date], { nullable: true, description: 'Times to meet that the other side may pick from: up to five.' })
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1, { message: 'times must be at least one, or left out' })
  @ArrayMaxSize(5, { message: 'times must be at most five' })
  @IsDate({ each: true })
  times?: Date[] | null;

  @Field(() => Int, { defaultValue: 30, description: 'How long the meeting would take, 10 to 480 minutes.' })
  @IsInt()
  @Min(10, { message: 'minutes must be at least 10' })
  @Max(480, { message: 'minutes must be at most 480' })
  minutes: number;

  @Field({ description: keyDescription })
  @IdempotencyKey()
  idempotencyKey: string;
}

const states = requestStates.join(', ');

/** Which of the viewer's requests are wanted. */
@ArgsType()
export class RequestsArgs extends PageArgs {
  @Field(() => String, { description: 'received, sent or archived.' })
  @IsIn([...requestBoxes], { message: 'box must be received, sent or archived' })
  box: RequestBox;

  @Field(() => [String], { nullable: true, description: `Only these: ${states}.` })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @IsIn([...requestStates], { each: true, message: `states must be among ${states}` })
  states?: string[] | null;
}

/** Which of the requests of an organisation's people its office wants. */
@ArgsType()
export class OfficeRequestsArgs extends PageArgs {
  @Field(() => ID)
  @isId('organisationId')
  organisationId: string;

  @Field({ defaultValue: false, description: 'Only those that wait for your approval.' })
  @IsBoolean()
  waiting: boolean;

  @Field(() => [String], { nullable: true, description: `Only these: ${states}.` })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @IsIn([...requestStates], { each: true, message: `states must be among ${states}` })
  states?: string[] | null;
}
