import { Field, ID, InputType, Int } from '@nestjs/graphql';
import {
  IsEmail,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  Min,
} from 'class-validator';
import { IdempotencyKey, Line } from '#graphql';

/** What somebody is to the side that they work for. */
export const personRoles = ['lead', 'supervisor', 'scientist', 'contracts', 'colleague'] as const;

const day = /^\d{4}-\d{2}-\d{2}$/;
const dayMessage = { message: '$property must be a day as YYYY-MM-DD' };
const idMessage = { message: '$property must be an id' };

/** Somebody to be brought in on the own side. */
@InputType()
export class AddCollaborationPersonInput {
  @Field(() => ID)
  @IsUUID(undefined, idMessage)
  id: string;

  @Field({ description: 'The address of their account. A colleague joins at once; anybody else is asked.' })
  @IsEmail({}, { message: 'email must be an e-mail address' })
  @MaxLength(254)
  email: string;

  @Field({ description: `One of ${personRoles.join(', ')}.` })
  @IsIn(personRoles, { message: `role must be one of ${personRoles.join(', ')}` })
  role: string;
}

/** Another role for somebody on the own side. */
@InputType()
export class ChangeCollaborationRoleInput {
  @Field(() => ID)
  @IsUUID(undefined, idMessage)
  id: string;

  @Field(() => ID)
  @IsUUID(undefined, idMessage)
  accountId: string;

  @Field({ description: `One of ${personRoles.join(', ')}.` })
  @IsIn(personRoles, { message: `role must be one of ${personRoles.join(', ')}` })
  role: string;
}

@InputType({ isAbstract: true })
class TaskContent {
  @Field()
  @Line(1, 200)
  title: string;

  @Field(() => String, { nullable: true, description: 'At most 2,000 characters.' })
  @IsOptional()
  @IsString()
  @MaxLength(4_000)
  note?: string | null;

  @Field(() => ID, { nullable: true, description: 'The account of somebody who works on the collaboration.' })
  @IsOptional()
  @IsUUID(undefined, idMessage)
  ownerId?: string | null;

  @Field(() => String, { nullable: true, description: 'By when, as YYYY-MM-DD.' })
  @IsOptional()
  @Matches(day, dayMessage)
  @IsISO8601({ strict: true }, dayMessage)
  dueOn?: string | null;
}

/** A task to add. */
@InputType()
export class AddCollaborationTaskInput extends TaskContent {
  @Field(() => ID)
  @IsUUID(undefined, idMessage)
  id: string;

  @Field({ description: 'The same key adds the same task once.' })
  @IdempotencyKey()
  idempotencyKey: string;
}

/** A task as it is to be. */
@InputType()
export class ChangeCollaborationTaskInput extends TaskContent {
  @Field(() => ID)
  @IsUUID(undefined, idMessage)
  taskId: string;

  @Field(() => Int, { description: 'The version that was read.' })
  @IsInt()
  @Min(1)
  version: number;
}

/** The next date that both keep in mind. */
@InputType()
export class NextDateInput {
  @Field(() => ID)
  @IsUUID(undefined, idMessage)
  id: string;

  @Field(() => String, { nullable: true, description: 'As YYYY-MM-DD; null for none.' })
  @IsOptional()
  @Matches(day, dayMessage)
  @IsISO8601({ strict: true }, dayMessage)
  on?: string | null;

  @Field(() => String, { nullable: true, description: 'What is on that day, at most 200 characters.' })
  @IsOptional()
  @IsString()
  @MaxLength(400)
  what?: string | null;
}

/** Something to write to the other side. */
@InputType()
export class PostCollaborationMessageInput {
  @Field(() => ID)
  @IsUUID(undefined, idMessage)
  id: string;

  @Field({ description: 'At most 4,000 characters.' })
  @IsString()
  @MaxLength(8_000)
  text: string;

  @Field({ description: 'The same key sends the same message once.' })
  @IdempotencyKey()
  idempotencyKey: string;
}
