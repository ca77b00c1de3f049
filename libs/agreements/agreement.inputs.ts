import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
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
  Matches,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { Line } from '#graphql';
import { type AgreementAction, agreementActions } from './agreement.entity.js';

const day = /^\d{4}-\d{2}-\d{2}$/;
const dayMessage = { message: '$property must be a day as YYYY-MM-DD' };
const code = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const codeMessage = { message: '$property must be a code, such as lambert-2' };

/** One answer to a question of the navigator. */
@InputType()
export class AgreementAnswerInput {
  @Field({ description: 'The code of the question.' })
  @MaxLength(60)
  @Matches(code, codeMessage)
  question: string;

  @Field({ description: 'The value of an option.' })
  @MaxLength(60)
  @Matches(code, codeMessage)
  answer: string;
}

/** What the navigator is asked. */
@ArgsType()
export class NavigatorArgs {
  @Field(() => [AgreementAnswerInput])
  @IsArray()
  @ArrayMaxSize(60)
  @ValidateNested({ each: true })
  @Type(() => AgreementAnswerInput)
  answers: AgreementAnswerInput[];

  @Field(() => String, { nullable: true, description: 'The first day of the work, as YYYY-MM-DD.' })
  @IsOptional()
  @Matches(day, dayMessage)
  @IsISO8601({ strict: true }, dayMessage)
  startsOn?: string | null;
}

/** A new agreement. */
@InputType()
export class DraftAgreementInput {
  @Field(() => ID)
  @IsUUID(undefined, { message: 'idempotencyKey must be a UUID' })
  idempotencyKey: string;

  @Field(() => ID)
  @IsUUID(undefined, { message: 'collaborationId must be an id' })
  collaborationId: string;

  @Field({ description: 'The code of a kind that agreementKinds lists.' })
  @IsString()
  @MaxLength(60)
  agreementKind: string;

  @Field(() => [AgreementAnswerInput], { defaultValue: [], description: 'The answers that led to it.' })
  @IsArray()
  @ArrayMaxSize(60)
  @ValidateNested({ each: true })
  @Type(() => AgreementAnswerInput)
  answers: AgreementAnswerInput[];
}

@InputType()
export class HeadsOfTermsSectionInput {
  @Field()
  @MaxLength(60)
  @Matches(code, codeMessage)
  code: string;

  @Field({ description: 'At most 120 characters.' })
  @Line(1, 120)
  title: string;

  @Field({ description: 'At most 4,000 characters.' })
  @IsString()
  text: string;
}

/** The heads of terms as they are now to be. */
@InputType()
export class SaveHeadsOfTermsInput {
  @Field(() => ID)
  @IsUUID(undefined, { message: 'id must be an id' })
  id: string;

  @Field(() => Int)
  @IsInt()
  @Min(1)
  version: number;

  @Field(() => [HeadsOfTermsSectionInput], { description: 'At most 30.' })
  @IsArray()
  @ArrayMaxSize(30)
  @ValidateNested({ each: true })
  @Type(() => HeadsOfTermsSectionInput)
  sections: HeadsOfTermsSectionInput[];
}

/** A step with an agreement as a whole. */
@InputType()
export class MoveAgreementInput {
  @Field(() => ID)
  @IsUUID(undefined, { message: 'id must be an id' })
  id: string;

  @Field(() => Int)
  @IsInt()
  @Min(1)
  version: number;

  @Field(() => String, { description: `One of ${agreementActions.join(', ')}.` })
  @IsIn(agreementActions, { message: `action must be one of ${agreementActions.join(', ')}` })
  action: AgreementAction;
}

/** That your side has signed. */
@InputType()
export class RecordSignatureInput {
  @Field(() => ID)
  @IsUUID(undefined, { message: 'id must be an id' })
  id: string;

  @Field(() => Int)
  @IsInt()
  @Min(1)
  version: number;

  @Field({ description: 'Who signed, at most 200 characters.' })
  @IsString()
  signatory: string;

  @Field({ description: 'In which role, at most 200 characters.' })
  @IsString()
  signatoryRole: string;

  @Field(() => String, { description: 'The day, as YYYY-MM-DD.' })
  @Matches(day, dayMessage)
  @IsISO8601({ strict: true }, dayMessage)
  signedOn: string;

  @Field(() => ID, { nullable: true, description: 'An upload for the purpose "agreement": the signed copy.' })
  @IsOptional()
  @IsUUID(undefined, { message: 'fileId must be an id' })
  fileId?: string | null;
}

/** A step on the way to a signed agreement, as it is now to be. */
@InputType()
export class SaveAgreementStepInput {
  @Field(() => ID)
  @IsUUID(undefined, { message: 'agreementId must be an id' })
  agreementId: string;

  @Field()
  @IsString()
  @MaxLength(60)
  step: string;

  @Field(() => String, { nullable: true, description: 'The target day, as YYYY-MM-DD; empty for none.' })
  @IsOptional()
  @Matches(day, dayMessage)
  @IsISO8601({ strict: true }, dayMessage)
  dueOn?: string | null;

  @Field({ description: 'Whether it is done.' })
  @IsBoolean()
  done: boolean;
}

/** A document for a collaboration. */
@InputType()
export class AddDocumentInput {
  @Field(() => ID)
  @IsUUID(undefined, { message: 'idempotencyKey must be a UUID' })
  idempotencyKey: string;

  @Field(() => ID)
  @IsUUID(undefined, { message: 'collaborationId must be an id' })
  collaborationId: string;

  @Field(() => ID, { description: 'An upload for the purpose "document".' })
  @IsUUID(undefined, { message: 'fileId must be an id' })
  fileId: string;

  @Field({ description: 'What it is, at most 200 characters.' })
  @Line(1, 200)
  title: string;

  @Field({ description: 'Whether the other side opens it only once a confidentiality agreement is signed.' })
  @IsBoolean()
  restricted: boolean;

  @Field(() => ID, { nullable: true, description: 'The document of which it is a new version.' })
  @IsOptional()
  @IsUUID(undefined, { message: 'replacesId must be an id' })
  replacesId?: string | null;
}
