import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { RequestSide } from '#requests';

export type SignOffState = 'to-ask' | 'asked' | 'approved' | 'changes-wanted' | 'refused';

/** What somebody who is asked may say. */
export const decisions = ['approved', 'changes-wanted', 'refused'] as const satisfies SignOffState[];
export type SignOffDecision = (typeof decisions)[number];

/** A rule that an approval rests on. */
@ObjectType({ description: 'A rule that an approval rests on.' })
export class SignOffRule {
  @Field()
  text: string;

  @Field({ description: 'Where the rule is written.' })
  source: string;

  @Field({ description: 'False where the rule is known from practice and its source is yet to be checked.' })
  sourced: boolean;
}

/** An approval by one named person. */
@Entity('sign_off')
@ObjectType({ description: 'An approval by one named person.' })
export class SignOff {
  @PrimaryColumn('uuid')
  @Field(() => ID)
  id: string;

  @Column('uuid', { name: 'collaboration_id' })
  @Field(() => ID)
  collaborationId: string;

  @Column('text')
  @Field({ description: 'Whose approval it is: educational-supervisor, dean, employer and so on.' })
  code: string;

  @Column('text')
  @Field()
  label: string;

  @Column('int')
  position: number;

  @Column('boolean')
  @Field({ description: 'False where it is advised, and the work may go on without it.' })
  necessary: boolean;

  @Column('text', { name: 'after_codes', array: true })
  @Field(() => [String], { description: 'The codes of the approvals that come before it.' })
  afterCodes: string[];

  @Column('jsonb')
  @Field(() => [SignOffRule])
  rules: SignOffRule[];

  @Column('text')
  @Field()
  why: string;

  @Column('uuid', { name: 'organisation_id', nullable: true })
  organisationId: string | null;

  @Column('text')
  @Field(() => String, { description: 'to-ask, asked, approved, changes-wanted or refused.' })
  state: SignOffState;

  @Column('text', { name: 'approver_name', nullable: true })
  @Field(() => String, { nullable: true })
  approverName: string | null;

  @Column('citext', { name: 'approver_email', nullable: true })
  @Field(() => String, { nullable: true, description: 'Shown to the side that asked.' })
  approverEmail: string | null;

  @Column('text', { name: 'asked_side', nullable: true })
  askedSide: RequestSide | null;

  @Column('uuid', { name: 'asked_by', nullable: true })
  askedBy: string | null;

  @Column('timestamptz', { name: 'asked_at', nullable: true })
  @Field(() => Date, { nullable: true })
  askedAt: Date | null;

  @Field(() => Date, { nullable: true, description: 'Until when the link holds that was sent.' })
  linkUntil: Date | null;

  @Column('timestamptz', { name: 'decided_at', nullable: true })
  @Field(() => Date, { nullable: true })
  decidedAt: Date | null;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true })
  reason: string | null;

  @Column('int', { name: 'terms_number', nullable: true })
  @Field(() => Int, { nullable: true, description: 'The number of the terms that were decided on.' })
  termsNumber: number | null;

  @Column('timestamptz', { name: 'reopened_at', nullable: true })
  @Field(() => Date, { nullable: true, description: 'When a change of the terms made it to be asked for again.' })
  reopenedAt: Date | null;

  @Field(() => [String], { description: 'The labels of the approvals that it still waits for.' })
  waitsFor: string[];

  @Field({ description: 'Whether your side is the one that knows who approves, and so asks.' })
  forMySide: boolean;
}
