import { Field, ID, InputType } from '@nestjs/graphql';
import { IsISO8601, IsOptional, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import { IdempotencyKey, Line } from '#graphql';

const dayMessage = { message: 'signedOn must be a day, as YYYY-MM-DD' };

/** That somebody has signed the NDA for the side that is not hidden. */
@InputType()
export class SignRequestNdaInput {
  @Field(() => ID, { description: 'The request.' })
  @IsUUID(undefined, { message: 'id must be an id' })
  id: string;

  @Field({ description: 'The version of the text that was signed, as ndaUndertaking gives it.' })
  @IsString()
  @MaxLength(20, { message: 'version must be the version of the text' })
  version: string;

  @Field({ description: 'A code of the capacities of ndaUndertaking.' })
  @IsString()
  @MaxLength(60, { message: 'capacity must be a code of the capacities of ndaUndertaking' })
  capacity: string;

  @Field({ description: 'Who has signed, at most 200 characters.' })
  @Line(1, 200)
  signatory: string;

  @Field({ description: 'In which role, at most 200 characters.' })
  @Line(1, 200)
  role: string;

  @Field(() => String, { nullable: true, description: 'The organisation that it binds, where it binds one.' })
  @IsOptional()
  @Line(1, 200)
  organisation?: string | null;

  @Field(() => String, { description: 'The day of the signature, as YYYY-MM-DD.' })
  @Matches(/^\d{4}-\d{2}-\d{2}$/, dayMessage)
  @IsISO8601({ strict: true }, dayMessage)
  signedOn: string;

  @Field({ description: 'Any text of 8 to 255 characters that is new for each new thing; a repeat changes nothing.' })
  @IdempotencyKey()
  idempotencyKey: string;
}
