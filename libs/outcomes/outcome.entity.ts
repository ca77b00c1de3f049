import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { RequestSide } from '#requests';

/** Something that came of a collaboration. */
@Entity('outcome')
@ObjectType({ description: 'Something that came of a collaboration.' })
export class Outcome {
  @PrimaryColumn('uuid')
  @Field(() => ID)
  id: string;

  @Column('uuid', { name: 'collaboration_id' })
  @Field(() => ID)
  collaborationId: string;

  @Column('text')
  @Field({ description: 'publication, trial, product, post, funding or other.' })
  kind: string;

  @Column('text')
  @Field()
  title: string;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'A DOI, a trial registration number or the like.' })
  identifier: string | null;

  @Column('date', { name: 'happened_on' })
  @Field(() => String, { description: 'The day, as YYYY-MM-DD.' })
  happenedOn: string;

  @Column('bigint', { name: 'amount_pence', nullable: true })
  @Field(() => Float, { nullable: true, description: 'In pence sterling, where it has an amount.' })
  amountPence: number | null;

  @Column('text', { name: 'credit_roles', array: true })
  @Field(() => [String], { description: 'Codes of CRediT roles of the clinical academic.' })
  creditRoles: string[];

  @Column('int', { name: 'trl_before', nullable: true })
  @Field(() => Int, { nullable: true, description: 'Technology readiness level before, 1 to 9.' })
  trlBefore: number | null;

  @Column('int', { name: 'trl_after', nullable: true })
  @Field(() => Int, { nullable: true, description: 'Technology readiness level after, 1 to 9.' })
  trlAfter: number | null;

  @Column('text')
  side: RequestSide;

  @Column('uuid', { name: 'account_id', nullable: true })
  accountId: string | null;

  @Field({ description: 'Whether your side wrote it, so that you may remove it.' })
  mine: boolean;

  @Column('timestamptz', { name: 'created_at' })
  @Field()
  createdAt: Date;
}

/** What one side says of a collaboration. */
@ObjectType({ description: 'What one side says of a collaboration.' })
export class CollaborationReview {
  @Field()
  mine: boolean;

  @Field()
  text: string;

  @Field({ description: 'Whether they would work together again.' })
  again: boolean;

  @Field(() => Date)
  writtenAt: Date;
}

/** What came of a collaboration, and what each side says of it. */
@ObjectType({ description: 'What came of a collaboration, and what each side says of it.' })
export class CollaborationOutcomes {
  @Field(() => [Outcome], { description: 'Oldest first.' })
  outcomes: Outcome[];

  @Field(() => [CollaborationReview])
  reviews: CollaborationReview[];

  @Field(() => String, {
    nullable: true,
    description: 'The line of the HE-BCI return that this kind of work belongs to.',
  })
  heBciLine: string | null;

  @Field({ description: 'Whether you may add to it now.' })
  mayAdd: boolean;
}

/** A move between academia and industry. */
@Entity('mobility')
@ObjectType({ description: 'A move between academia and industry.' })
export class Mobility {
  @PrimaryColumn('uuid')
  @Field(() => ID)
  id: string;

  @Column('uuid', { name: 'academic_id' })
  academicId: string;

  @Column('text')
  @Field({ description: 'to-industry or to-academia.' })
  direction: string;

  @Column('text')
  @Field()
  organisation: string;

  @Column('text')
  @Field({ description: 'As what: a secondment, an out-of-programme year, a post.' })
  what: string;

  @Column('date', { name: 'started_on' })
  @Field(() => String, { description: 'YYYY-MM-DD.' })
  startedOn: string;

  @Column('date', { name: 'ended_on', nullable: true })
  @Field(() => String, { nullable: true, description: 'YYYY-MM-DD; empty while it lasts.' })
  endedOn: string | null;

  @Column('boolean')
  @Field({ description: 'Whether it is on the profile for everybody who sees the profile.' })
  shown: boolean;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}

/** How often a side's requests were declined for one reason. */
@ObjectType({ description: 'How often requests were declined for one reason.' })
export class DeclineCount {
  @Field()
  reason: string;

  @Field()
  label: string;

  @Field(() => Int)
  count: number;
}

/** Why requests were declined, in numbers alone: never whose. */
@ObjectType({ description: 'Why requests were declined, in numbers alone: never whose.' })
export class DeclineFeedback {
  @Field(() => Int, { description: 'Requests that were sent and decided.' })
  decided: number;

  @Field(() => Int)
  accepted: number;

  @Field(() => [DeclineCount], { description: 'Empty while there are too few to keep them apart from persons.' })
  reasons: DeclineCount[];
}
