import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { InterestAction, InterestRole, InterestState, InterestVisibility, Mitigation } from './interest.policy.js';

/** One field of an interest, before and after a change. */
@ObjectType({ description: 'One field of an interest, before and after a change.' })
export class InterestFieldChange {
  @Field()
  field: string;

  @Field(() => String, { nullable: true })
  before: string | null;

  @Field(() => String, { nullable: true })
  after: string | null;
}

/** A change of an interest. */
@ObjectType({ description: 'A change of an interest.' })
export class InterestChange {
  @Field({ description: 'declared, changed, confirmed, ended, withdrawn or mitigated.' })
  action: string;

  @Field({ description: 'owner or office.' })
  by: string;

  @Field()
  at: Date;

  @Field(() => [InterestFieldChange])
  fields: InterestFieldChange[];
}

/** An interest that somebody declares, or that they have none. */
@Entity('interest_declaration')
@ObjectType({ description: 'An interest that somebody declares, or that they have none.' })
export class InterestDeclaration {
  @PrimaryColumn('uuid')
  @Field(() => ID)
  id: string;

  @Column('int')
  @Field(() => Int, { description: 'Goes up with each change; pass it back with a change.' })
  version: number;

  @Column('uuid', { name: 'account_id' })
  accountId: string;

  @Field({ description: 'Whose it is.' })
  ownerName: string;

  @Field(() => ID, { nullable: true, description: 'The profile of the one whose it is.' })
  ownerAcademicId: string | null;

  @Field(() => String, { description: 'What you are to it: owner, office or party.' })
  role: InterestRole;

  @Field(() => [String], { description: 'What you may do with it now: change, end, withdraw, mitigate.' })
  actions: InterestAction[];

  @Column('boolean')
  @Field({ description: 'Whether it says that there is nothing to declare.' })
  nothing: boolean;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'A code of declarationTerms.categories.' })
  category: string | null;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'A code of declarationTerms.situations.' })
  situation: string | null;

  @Column('uuid', { name: 'organisation_id', nullable: true })
  @Field(() => ID, { nullable: true, description: 'The counterparty, where it is in the directory.' })
  organisationId: string | null;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'What the counterparty was called when it was declared.' })
  counterparty: string | null;

  @Column('text')
  @Field()
  description: string;

  @Column('text', { name: 'value_band', nullable: true })
  @Field(() => String, { nullable: true, description: 'A code of declarationTerms.valueBands.' })
  valueBand: string | null;

  @Column('date', { name: 'starts_on', nullable: true })
  @Field(() => String, { nullable: true, description: 'YYYY-MM-DD.' })
  startsOn: string | null;

  @Column('date', { name: 'ends_on', nullable: true })
  @Field(() => String, { nullable: true, description: 'YYYY-MM-DD.' })
  endsOn: string | null;

  @Column('date', { name: 'declared_on' })
  @Field(() => String, { description: 'YYYY-MM-DD.' })
  declaredOn: string;

  @Column('date', { name: 'confirmed_on' })
  @Field(() => String, { description: 'When its owner last said that it still holds, as YYYY-MM-DD.' })
  confirmedOn: string;

  @Field(() => String, { nullable: true, description: 'By when it is to be confirmed again, as YYYY-MM-DD.' })
  confirmBy: string | null;

  @Column('text')
  @Field(() => String, { description: 'none, restrict, remove or refuse.' })
  mitigation: Mitigation;

  @Column('text', { name: 'mitigation_note', nullable: true })
  @Field(() => String, { nullable: true, description: 'What was agreed. Only its owner and the office read it.' })
  mitigationNote: string | null;

  @Column('date', { name: 'review_on', nullable: true })
  @Field(() => String, { nullable: true, description: 'When it is looked at again, as YYYY-MM-DD.' })
  reviewOn: string | null;

  @Column('text')
  @Field(() => String, { description: 'register, parties or approver.' })
  visibility: InterestVisibility;

  @Column('text')
  @Field(() => String, { description: 'current, ended or withdrawn.' })
  state: InterestState;

  @Column('text', { name: 'withdrawn_reason', nullable: true })
  @Field(() => String, { nullable: true })
  withdrawnReason: string | null;

  @Field(() => [InterestChange], { description: 'Its changes, oldest first; only for its owner and the office.' })
  history: InterestChange[];

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;
}
