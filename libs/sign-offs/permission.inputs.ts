import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { IsBoolean, IsInt, IsString, IsUUID, MaxLength, Min } from 'class-validator';

/** Whom to ask for permission. */
@InputType()
export class AskPermissionInput {
  @Field(() => ID)
  @IsUUID(undefined, { message: 'collaborationId must be an id' })
  collaborationId: string;

  @Field(() => ID)
  @IsUUID(undefined, { message: 'organisationId must be an id' })
  organisationId: string;
}

/** What an office says. */
@InputType()
export class DecidePermissionInput extends AskPermissionInput {
  @Field(() => Int, { description: 'The terms that were read: where others hold by now, nothing is recorded.' })
  @IsInt()
  @Min(1)
  termsNumber: number;

  @Field({ description: 'Whether it is permitted.' })
  @IsBoolean()
  given: boolean;

  @Field({ description: 'Why, for both sides to read; 3 to 2,000 characters.' })
  @IsString()
  @MaxLength(2_000)
  reason: string;
}
