import { Field, ID, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsOptional, IsString, IsUUID, MaxLength, ValidateNested } from 'class-validator';
import { IdempotencyKey, Line } from '#graphql';
import { type SearchKind, searchKinds } from '#search';
import { type Cadence, cadenceCodes } from './alert.rules.js';

const cadenceMessage = { message: `cadence must be ${cadenceCodes.join(', ')}` };

/** One filter of a search that is saved. */
@InputType()
export class SavedFilterInput {
  @Field({ description: 'The name of a field of the filter of this kind of list.' })
  @IsString()
  @Line(1, 40)
  name: string;

  @Field(() => [String])
  @IsArray()
  @ArrayMaxSize(100, { message: 'values must be at most 100' })
  @IsString({ each: true })
  @MaxLength(100, { each: true, message: 'each of values must be a code' })
  values: string[];
}

@InputType()
export class SaveSearchInput {
  @Field({ description: 'Made by the caller: a repeat with the same key saves nothing twice.' })
  @IdempotencyKey()
  idempotencyKey: string;

  @Field(() => String, { description: 'academics, organisations or opportunities.' })
  @IsIn(searchKinds, { message: `kind must be ${searchKinds.join(', ')}` })
  kind: SearchKind;

  @Field({ description: 'What you call it: up to 120 characters.' })
  @IsString()
  @Line(1, 120)
  name: string;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(10_000, { message: 'query must have at most 10,000 characters' })
  query?: string | null;

  @Field(() => [SavedFilterInput])
  @IsArray()
  @ArrayMaxSize(30, { message: 'filters must be at most 30' })
  @ValidateNested({ each: true })
  @Type(() => SavedFilterInput)
  filters: SavedFilterInput[];

  @Field(() => String, { description: 'weekly, fortnightly, four-weekly or off.' })
  @IsIn(cadenceCodes, cadenceMessage)
  cadence: Cadence;
}

@InputType()
export class ChangeSavedSearchInput {
  @Field(() => ID)
  @IsUUID('all', { message: 'id must be the id of a saved search' })
  id: string;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsString()
  @Line(1, 120)
  name?: string | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsIn(cadenceCodes, cadenceMessage)
  cadence?: Cadence | null;
}

@InputType()
export class DigestInput {
  @Field(() => Boolean, { nullable: true, description: 'Whether you agree to letters at all.' })
  @IsOptional()
  letters?: boolean | null;

  @Field(() => String, { nullable: true, description: 'How often letters say which companies looked at your profile.' })
  @IsOptional()
  @IsIn(cadenceCodes, { message: `profileViews must be ${cadenceCodes.join(', ')}` })
  profileViews?: Cadence | null;
}
