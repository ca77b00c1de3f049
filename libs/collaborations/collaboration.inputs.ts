import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { PageArgs } from '#graphql';
import { type CollaborationAction, collaborationActions, collaborationStates } from './collaboration.states.js';
import { EngagementTermsInput } from './engagement-terms.entity.js';

const states = [...collaborationStates];

/** Which collaborations are wanted. */
@ArgsType()
export class CollaborationsArgs extends PageArgs {
  @Field(() => [String], { nullable: true, description: 'Only those in one of these states.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(states.length)
  @IsIn(states, { each: true, message: `states must be of ${states.join(', ')}` })
  states?: string[] | null;
}

/** Which collaborations an office wants. */
@ArgsType()
export class OfficeCollaborationsArgs extends CollaborationsArgs {
  @Field(() => ID)
  @IsUUID(undefined, { message: 'organisationId must be an id' })
  organisationId: string;
}

/** A step to take. */
@InputType()
export class MoveCollaborationInput {
  @Field(() => ID)
  @IsUUID(undefined, { message: 'id must be an id' })
  id: string;

  @Field(() => String, { description: `One of ${collaborationActions.join(', ')}.` })
  @IsIn(collaborationActions, { message: `action must be one of ${collaborationActions.join(', ')}` })
  action: CollaborationAction;

  @Field(() => String, { nullable: true, description: 'Why, or what both should know; at most 2,000 characters.' })
  @IsOptional()
  @IsString()
  @MaxLength(2_000)
  note?: string | null;
}

/** Terms that take the place of those that hold. */
@InputType()
export class ChangeTermsInput {
  @Field(() => ID)
  @IsUUID(undefined, { message: 'id must be an id' })
  id: string;

  @Field(() => Int, {
    description: 'The termsNumber that was read: where it is no longer the newest, nothing changes.',
  })
  @IsInt()
  @Min(1)
  basedOn: number;

  @Field(() => EngagementTermsInput)
  @ValidateNested()
  @Type(() => EngagementTermsInput)
  terms: EngagementTermsInput;
}
