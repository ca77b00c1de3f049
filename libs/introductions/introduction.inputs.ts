import { ArgsType, Field, ID, InputType } from '@nestjs/graphql';
import { IsIn, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { IdempotencyKey, PageArgs } from '#graphql';
import { type IntroductionRole, type LinkKind, linkKinds } from './introduction.states.js';

const isLink = (field: string) => IsIn([...linkKinds], { message: `${field} must be work, collaboration or mentor` });

/** Whom somebody would like to meet, and for whom they ask. */
@ArgsType()
export class IntroductionPathsArgs {
  @Field(() => ID, { nullable: true, description: 'The academic, or name an organisation.' })
  @IsOptional()
  @IsUUID(undefined, { message: 'toAcademicId must be an id' })
  toAcademicId?: string | null;

  @Field(() => ID, { nullable: true })
  @IsOptional()
  @IsUUID(undefined, { message: 'toOrganisationId must be an id' })
  toOrganisationId?: string | null;
}

/** Which introductions are wanted. */
@ArgsType()
export class IntroductionsArgs extends PageArgs {
  @Field(() => String, { description: 'As what: asker, middle or target.' })
  @IsIn(['asker', 'middle', 'target'], { message: 'role must be asker, middle or target' })
  role: IntroductionRole;
}

/** A wish to be introduced. */
@InputType()
export class AskForIntroductionInput {
  @Field(() => ID, { nullable: true, description: 'The academic, or name an organisation.' })
  @IsOptional()
  @IsUUID(undefined, { message: 'toAcademicId must be an id' })
  toAcademicId?: string | null;

  @Field(() => ID, { nullable: true })
  @IsOptional()
  @IsUUID(undefined, { message: 'toOrganisationId must be an id' })
  toOrganisationId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Your organisation, to ask for it; left out, you ask as yourself.' })
  @IsOptional()
  @IsUUID(undefined, { message: 'asOrganisationId must be an id' })
  asOrganisationId?: string | null;

  @Field(() => String, { description: 'The first link of the path: work, collaboration or mentor.' })
  @isLink('firstLink')
  firstLink: LinkKind;

  @Field(() => String, { description: 'The second link of the path.' })
  @isLink('secondLink')
  secondLink: LinkKind;

  @Field(() => ID, { nullable: true, description: 'Of a public path: who is in the middle.' })
  @IsOptional()
  @IsUUID(undefined, { message: 'throughAcademicId must be an id' })
  throughAcademicId?: string | null;

  @Field({ description: 'What the person in the middle may pass on, in 50 to 600 characters.' })
  @IsString()
  @MaxLength(5_000, { message: 'note must have 50 to 600 characters' })
  note: string;

  @Field({ description: 'Any text of 8 to 255 characters that is new for each new thing; a repeat changes nothing.' })
  @IdempotencyKey()
  idempotencyKey: string;
}
