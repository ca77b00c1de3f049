import { Field, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsInt,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { MatchSubject } from '#search';
import { longestRemark } from './judgement.rules.js';

/** What somebody thinks of a match. */
@InputType()
export class JudgeMatchInput {
  @Field(() => MatchSubject, { description: 'Your side: your profile, your organisation or an opportunity of yours.' })
  @ValidateNested()
  @Type(() => MatchSubject)
  for: MatchSubject;

  @Field(() => MatchSubject, { description: 'What was found for it.' })
  @ValidateNested()
  @Type(() => MatchSubject)
  with: MatchSubject;

  @Field()
  @IsBoolean()
  relevant: boolean;

  @Field(() => [String], {
    defaultValue: [],
    description: 'Why it is not relevant: codes of matchJudgementReasons, at least one; none where it is relevant.',
  })
  @IsArray()
  @ArrayMaxSize(10, { message: 'reasons must be at most 10' })
  @IsString({ each: true })
  @MaxLength(60, { each: true, message: 'each of reasons must be a code of matchJudgementReasons' })
  reasons: string[];

  @Field(() => String, { nullable: true, description: 'In your own words, at most 300 characters.' })
  @IsOptional()
  @IsString()
  @MaxLength(longestRemark, { message: `remark must have at most ${longestRemark} characters` })
  remark?: string | null;

  @Field(() => Int, { nullable: true, description: 'The place in the list where you saw it, from 1.' })
  @IsOptional()
  @IsInt()
  @Min(1, { message: 'rank must be at least 1' })
  @Max(1_000, { message: 'rank must be at most 1,000' })
  rank?: number | null;

  @Field(() => String, { nullable: true, description: 'What you had searched for, at most 1,000 characters.' })
  @IsOptional()
  @IsString()
  @MaxLength(1_000, { message: 'query must have at most 1,000 characters' })
  query?: string | null;
}
