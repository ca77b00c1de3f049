import { Field, Float, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import {
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsNumber,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { TermObject } from '#taxonomy';

/** Who pays for the time. */
export const payers = ['company', 'recharge', 'university', 'employer', 'grant', 'unpaid'] as const;
/** Time out of programme, for doctors and dentists in training. */
export const oopTypes = ['OOPC', 'OOPE', 'OOPR', 'OOPT', 'OOPP'] as const;
export const placeModes = ['on-site', 'hybrid', 'remote'] as const;

const day = /^\d{4}-\d{2}-\d{2}$/;
const dayMessage = { message: '$property must be a day as YYYY-MM-DD' };

/** The terms of one engagement, as they were from one change to the next. */
@Entity('engagement_terms')
@ObjectType({ description: 'The terms of one engagement, as they were from one change to the next.' })
export class EngagementTerms {
  @PrimaryColumn('uuid', { name: 'collaboration_id' })
  @Field(() => ID)
  collaborationId: string;

  @PrimaryColumn('int')
  @Field(() => Int)
  number: number;

  @Column('text', { name: 'type' })
  typeCode: string;

  @Field(() => TermObject, { description: 'The way of working together.' })
  type: TermObject;

  @Column('text', { name: 'oop_type', nullable: true })
  @Field(() => String, {
    nullable: true,
    description: 'Of a doctor or dentist in training: OOPC, OOPE, OOPR, OOPT or OOPP.',
  })
  oopType: string | null;

  @Column('real', { nullable: true })
  @Field(() => Float, { nullable: true, description: 'The share of full time, 0 to 1.' })
  fte: number | null;

  @Column('int', { name: 'days_per_year', nullable: true })
  @Field(() => Int, { nullable: true })
  daysPerYear: number | null;

  @Column('date', { name: 'starts_on', nullable: true })
  @Field(() => String, { nullable: true, description: 'The first day, as YYYY-MM-DD.' })
  startsOn: string | null;

  @Column('date', { name: 'ends_on', nullable: true })
  @Field(() => String, { nullable: true, description: 'The last day, as YYYY-MM-DD.' })
  endsOn: string | null;

  @Column('text', { name: 'place_mode', nullable: true })
  @Field(() => String, { nullable: true, description: 'on-site, hybrid or remote.' })
  placeMode: string | null;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true })
  place: string | null;

  @Column('text', { name: 'paid_by', nullable: true })
  @Field(() => String, { nullable: true, description: 'company, recharge, university, employer, grant or unpaid.' })
  paidBy: string | null;

  @Column('text', { name: 'pay_route', nullable: true })
  @Field(() => String, { nullable: true, description: 'How the money reaches the person.' })
  payRoute: string | null;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'Who does the work at home meanwhile.' })
  backfill: string | null;

  @Column('boolean', { name: 'right_to_return', nullable: true })
  @Field(() => Boolean, { nullable: true })
  rightToReturn: boolean | null;

  @Column('date', { name: 'returns_on', nullable: true })
  @Field(() => String, { nullable: true, description: 'The day of return, as YYYY-MM-DD.' })
  returnsOn: string | null;

  @Column('boolean', { name: 'counts_to_training', nullable: true })
  @Field(() => Boolean, { nullable: true })
  countsToTraining: boolean | null;

  @Column('boolean', { name: 'honorary_contract', nullable: true })
  @Field(() => Boolean, { nullable: true })
  honoraryContract: boolean | null;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true })
  note: string | null;

  @Column('uuid', { name: 'account_id', nullable: true })
  accountId: string | null;

  @Column('timestamptz', { name: 'created_at' })
  @Field()
  createdAt: Date;
}

/** The terms as somebody writes them: what is left out is not agreed yet. */
@InputType()
export class EngagementTermsInput {
  @Field({ description: 'A code of the vocabulary engagement-type.' })
  @IsString()
  @MaxLength(60)
  type: string;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsIn(oopTypes, { message: `oopType must be one of ${oopTypes.join(', ')}` })
  oopType?: string | null;

  @Field(() => Float, { nullable: true })
  @IsOptional()
  @IsNumber()
  @Min(0.01, { message: 'fte must be more than 0' })
  @Max(1, { message: 'fte must be at most 1, which is full time' })
  fte?: number | null;

  @Field(() => Int, { nullable: true })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(260)
  daysPerYear?: number | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @Matches(day, dayMessage)
  @IsISO8601({ strict: true }, dayMessage)
  startsOn?: string | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @Matches(day, dayMessage)
  @IsISO8601({ strict: true }, dayMessage)
  endsOn?: string | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsIn(placeModes, { message: `placeMode must be one of ${placeModes.join(', ')}` })
  placeMode?: string | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @MaxLength(200)
  place?: string | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsIn(payers, { message: `paidBy must be one of ${payers.join(', ')}` })
  paidBy?: string | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @MaxLength(300)
  payRoute?: string | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @MaxLength(300)
  backfill?: string | null;

  @Field(() => Boolean, { nullable: true })
  @IsOptional()
  @IsBoolean()
  rightToReturn?: boolean | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @Matches(day, dayMessage)
  @IsISO8601({ strict: true }, dayMessage)
  returnsOn?: string | null;

  @Field(() => Boolean, { nullable: true })
  @IsOptional()
  @IsBoolean()
  countsToTraining?: boolean | null;

  @Field(() => Boolean, { nullable: true })
  @IsOptional()
  @IsBoolean()
  honoraryContract?: boolean | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @MaxLength(2_000)
  note?: string | null;
}
