import { Field, ID, InputType } from '@nestjs/graphql';
import { IsEmail, IsIn, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { IdempotencyKey, Line } from '#graphql';
import { decisions, type SignOffDecision } from './sign-off.entity.js';

/** Whom to ask for an approval. */
@InputType()
export class AskSignOffInput {
  @Field(() => ID)
  @IsUUID(undefined, { message: 'signOffId must be an id' })
  signOffId: string;

  @Field({ description: 'Who is asked, 2 to 200 characters.' })
  @Line(2, 200)
  name: string;

  @Field({ description: 'Where the link is sent.' })
  @IsEmail({}, { message: 'email must be an e-mail address' })
  @MaxLength(254)
  email: string;

  @Field({ description: 'Any text of 8 to 255 characters that is new for each new thing; a repeat changes nothing.' })
  @IdempotencyKey()
  idempotencyKey: string;
}

/** What the person who was asked says. */
@InputType()
export class DecideSignOffInput {
  @Field({ description: 'From the link.' })
  @IsString()
  @MaxLength(100)
  token: string;

  @Field(() => String, {
    nullable: true,
    description: 'From the letter; not needed where you are signed in as that person.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(20)
  code?: string | null;

  @Field(() => String, { description: `One of ${decisions.join(', ')}.` })
  @IsIn(decisions, { message: `decision must be one of ${decisions.join(', ')}` })
  decision: SignOffDecision;

  @Field(() => String, {
    nullable: true,
    description: 'Why; must be given unless it is approved. At most 2,000 characters.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(2_000)
  reason?: string | null;
}
