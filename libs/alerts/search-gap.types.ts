import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsOptional, IsString, MaxLength, ValidateNested } from 'class-validator';
import { type SearchKind, searchKinds } from '#search';
import { SavedFilterInput } from './saved-search.inputs.js';

/** Something that was searched for and not found. */
@ObjectType({ description: 'Something that was searched for and not found.' })
export class SearchGap {
  @Field(() => String, { description: 'academics, organisations or opportunities.' })
  kind: SearchKind;

  @Field({ description: 'A topic, or the words.' })
  term: string;

  @Field(() => String, { nullable: true, description: 'The code of the topic, where it is one.' })
  topic: string | null;

  @Field(() => Int)
  searches: number;
}

@InputType()
export class SearchInVainInput {
  @Field(() => String, { description: 'academics, organisations or opportunities.' })
  @IsIn(searchKinds, { message: `kind must be ${searchKinds.join(', ')}` })
  kind: SearchKind;

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
}
