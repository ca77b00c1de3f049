import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { FoundPart, MatchKind } from '#matching';

/** What a match was when somebody judged it, or asked because of it. */
export interface MatchContext {
  /** 0 to 1. */
  score: number;
  parts: FoundPart[];
  /** The edition of the weights behind the score. */
  weightsEdition: string;
}

/** One person's judgement of one match; there is never more than one for a pair. */
@Entity('match_judgement')
@ObjectType({ description: 'Your judgement of a match: whether it is relevant to you, and why not.' })
export class MatchJudgement {
  @PrimaryColumn('uuid')
  @Field(() => ID)
  id: string;

  @Column('uuid', { name: 'account_id' })
  accountId: string;

  @Column('text', { name: 'for_kind' })
  forKind: MatchKind;

  @Column('uuid', { name: 'for_academic_id', nullable: true })
  forAcademicId: string | null;

  @Column('uuid', { name: 'for_organisation_id', nullable: true })
  forOrganisationId: string | null;

  @Column('uuid', { name: 'for_opportunity_id', nullable: true })
  forOpportunityId: string | null;

  /** The one of the three that is not null, by the database. */
  @Column('uuid', { name: 'for_id', nullable: true })
  @Field(() => ID, { description: 'The side that the match was found for.' })
  forId: string;

  @Column('text', { name: 'with_kind' })
  withKind: MatchKind;

  @Column('uuid', { name: 'with_academic_id', nullable: true })
  withAcademicId: string | null;

  @Column('uuid', { name: 'with_organisation_id', nullable: true })
  withOrganisationId: string | null;

  @Column('uuid', { name: 'with_opportunity_id', nullable: true })
  withOpportunityId: string | null;

  /** The one of the three that is not null, by the database. */
  @Column('uuid', { name: 'with_id', nullable: true })
  @Field(() => ID, { description: 'What was found.' })
  withId: string;

  @Column('boolean')
  @Field()
  relevant: boolean;

  @Column('text', { array: true })
  @Field(() => [String], { description: 'Why it is not relevant: codes of matchJudgementReasons.' })
  reasons: string[];

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'In your own words.' })
  remark: string | null;

  @Column('real')
  @Field(() => Float, { description: 'The score that the match had when you judged it, 0 to 1.' })
  score: number;

  @Column('jsonb')
  parts: FoundPart[];

  @Column('text', { name: 'weights_edition' })
  weightsEdition: string;

  @Column('int', { nullable: true })
  @Field(() => Int, { nullable: true, description: 'The place in the list where you saw it.' })
  rank: number | null;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'What you had searched for when you saw it.' })
  query: string | null;

  @Column('timestamptz', { name: 'created_at' })
  @Field()
  createdAt: Date;

  @Column('timestamptz', { name: 'updated_at' })
  @Field()
  updatedAt: Date;
}

/** A reason for which a match may be judged not relevant. */
@ObjectType({ description: 'A reason for which a match may be judged not relevant.' })
export class MatchJudgementReason {
  @Field()
  code: string;

  @Field()
  label: string;
}
