import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { IsInt, IsISO8601, IsOptional, IsString, IsUUID, Matches, Max, Min } from 'class-validator';
import { IdempotencyKey, PageArgs } from '#graphql';

const isId = (field: string) => IsUUID(undefined, { message: `${field} must be an id` });
const mostPence = 2_000_000_000;

/** What was given, in which category, and when. */
@InputType()
export class TransferContentInput {
  @Field({ description: 'A code of declarationTerms.transferCategories.' })
  @IsString()
  category: string;

  @Field(() => Int, {
    description: 'In pence sterling, at most £20,000,000; a correction may say 0: nothing was given.',
  })
  @IsInt()
  @Min(0, { message: 'amountPence must be at least 0' })
  @Max(mostPence, { message: 'amountPence must be at most 2000000000, which is £20,000,000' })
  amountPence: number;

  @Field({ description: 'YYYY-MM-DD; the calendar year of this day is the one in which it is disclosed.' })
  @Matches(/^20\d{2}-\d{2}-\d{2}$/, { message: 'paidOn must be a day, as YYYY-MM-DD' })
  @IsISO8601({ strict: true }, { message: 'paidOn must be a day, as YYYY-MM-DD' })
  paidOn: string;

  @Field({ defaultValue: '', description: 'What for, in at most 1,000 characters.' })
  @IsString()
  description: string;
}

/** A transfer of value, as the company records it: to a person, or to an organisation. */
@InputType()
export class RecordTransferInput extends TransferContentInput {
  @Field(() => ID, { description: 'Your company.' })
  @isId('organisationId')
  organisationId: string;

  @Field(() => ID, { nullable: true, description: 'The person who got it.' })
  @IsOptional()
  @isId('toAcademicId')
  toAcademicId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The healthcare organisation that got it.' })
  @IsOptional()
  @isId('toOrganisationId')
  toOrganisationId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The collaboration that it belongs to.' })
  @IsOptional()
  @isId('collaborationId')
  collaborationId?: string | null;

  @Field({ description: 'Any text of 8 to 255 characters that is new for each new thing; a repeat changes nothing.' })
  @IdempotencyKey()
  idempotencyKey: string;
}

/** A transfer of value, as it should have been recorded. */
@InputType()
export class CorrectTransferInput extends TransferContentInput {
  @Field(() => ID)
  @isId('id')
  id: string;

  @Field(() => Int, { description: 'The version that you have read.' })
  @IsInt()
  version: number;
}

/** Which transfers of an organisation are wanted. */
@ArgsType()
export class OrganisationTransfersArgs extends PageArgs {
  @Field(() => ID)
  @isId('organisationId')
  organisationId: string;

  @Field(() => Int, { nullable: true, description: 'Only those of this calendar year.' })
  @IsOptional()
  @IsInt()
  @Min(2000, { message: 'year must be at least 2000' })
  @Max(2099, { message: 'year must be at most 2099' })
  year?: number | null;
}
