import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { ArrayMaxSize, IsArray, IsIn, IsInt, IsISO8601, IsOptional, IsString, IsUUID, Matches } from 'class-validator';
import { IdempotencyKey, PageArgs } from '#graphql';
import {
  type InterestState,
  type InterestVisibility,
  interestStates,
  type Mitigation,
  mitigations,
  visibilities,
} from './interest.policy.js';

/** A day that exists, or nothing. */
const isDay = (field: string): PropertyDecorator => {
  const message = `${field} must be a day, as YYYY-MM-DD`;
  const checks = [
    IsOptional(),
    Matches(/^[1-9]\d{3}-\d{2}-\d{2}$/, { message }),
    IsISO8601({ strict: true }, { message }),
  ];
  return (target, property) => {
    for (const check of checks) check(target, property);
  };
};
const isId = (field: string) => IsUUID(undefined, { message: `${field} must be an id` });

/** What somebody declares. */
@InputType()
export class InterestContentInput {
  @Field({ description: 'A code of declarationTerms.categories.' })
  @IsString()
  category: string;

  @Field({ description: 'A code of declarationTerms.situations.' })
  @IsString()
  situation: string;

  @Field(() => ID, { nullable: true, description: 'The counterparty, where it is in the directory.' })
  @IsOptional()
  @isId('organisationId')
  organisationId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What the counterparty is called, where it is not in the directory.',
  })
  @IsOptional()
  @IsString()
  counterparty?: string | null;

  @Field({ defaultValue: '', description: 'What it is, in at most 2,000 characters.' })
  @IsString()
  description: string;

  @Field(() => String, { nullable: true, description: 'A code of declarationTerms.valueBands.' })
  @IsOptional()
  @IsString()
  valueBand?: string | null;

  @Field(() => String, { nullable: true, description: 'YYYY-MM-DD.' })
  @isDay('startsOn')
  startsOn?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'YYYY-MM-DD; with a day that has passed, it is declared as ended.',
  })
  @isDay('endsOn')
  endsOn?: string | null;

  @Field(() => String, { defaultValue: 'register', description: 'register, parties or approver.' })
  @IsIn([...visibilities], { message: 'visibility must be register, parties or approver' })
  visibility: InterestVisibility;
}

/** An interest, as it is declared. */
@InputType()
export class DeclareInterestInput extends InterestContentInput {
  @Field({ description: 'Any text of 8 to 255 characters that is new for each new thing; a repeat changes nothing.' })
  @IdempotencyKey()
  idempotencyKey: string;
}

/** An interest, as it reads from now on. */
@InputType()
export class ChangeInterestInput extends InterestContentInput {
  @Field(() => ID)
  @isId('id')
  id: string;

  @Field(() => Int, { description: 'The version that you have read.' })
  @IsInt()
  version: number;
}

/** What the office decides about an interest. */
@InputType()
export class MitigateInterestInput {
  @Field(() => ID)
  @isId('id')
  id: string;

  @Field(() => String, { description: 'none, restrict, remove or refuse.' })
  @IsIn([...mitigations], { message: 'mitigation must be none, restrict, remove or refuse' })
  mitigation: Mitigation;

  @Field(() => String, { nullable: true, description: 'What was agreed, in at most 2,000 characters.' })
  @IsOptional()
  @IsString()
  note?: string | null;

  @Field(() => String, { nullable: true, description: 'When it is looked at again, as YYYY-MM-DD.' })
  @isDay('reviewOn')
  reviewOn?: string | null;
}

/** Which of the viewer's interests are wanted. */
@ArgsType()
export class MyInterestsArgs extends PageArgs {
  @Field(() => [String], { nullable: true, description: `Only these: ${interestStates.join(', ')}.` })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(10)
  @IsIn([...interestStates], { each: true, message: `states must be among ${interestStates.join(', ')}` })
  states?: InterestState[] | null;
}

/** Which part of an office's register is wanted. */
@ArgsType()
export class InterestRegisterArgs extends PageArgs {
  @Field(() => ID)
  @isId('organisationId')
  organisationId: string;
}

/** Which interest has ended, and when. */
@ArgsType()
export class EndInterestArgs {
  @Field(() => ID)
  @isId('id')
  id: string;

  @Field({ description: 'The last day that it held, as YYYY-MM-DD.' })
  @Matches(/^[1-9]\d{3}-\d{2}-\d{2}$/, { message: 'endsOn must be a day, as YYYY-MM-DD' })
  @IsISO8601({ strict: true }, { message: 'endsOn must be a day, as YYYY-MM-DD' })
  endsOn: string;
}

/** What was read before it is confirmed. */
@ArgsType()
export class ConfirmInterestsArgs {
  @Field(() => [ID], { description: 'The ids of all your current interests, as you have read them; at most 500.' })
  @IsArray()
  @ArrayMaxSize(500, { message: 'ids must be at most 500' })
  @IsUUID(undefined, { each: true, message: 'ids must be ids' })
  ids: string[];
}
