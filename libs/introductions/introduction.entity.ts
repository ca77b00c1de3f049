import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { MeetingPerson } from '#meetings';
import type { SeenState } from './introduction.policy.js';
import type { IntroductionAction, IntroductionRole, IntroductionState, LinkKind } from './introduction.states.js';

/** Whom somebody would like to meet. */
@ObjectType({ description: 'Whom somebody would like to meet: an academic or an organisation.' })
export class IntroductionTarget {
  @Field()
  name: string;

  @Field(() => ID, { nullable: true })
  academicId: string | null;

  @Field(() => ID, { nullable: true })
  organisationId: string | null;
}

/** Somebody asks somebody in the middle to be introduced. */
@Entity('introduction')
@ObjectType({ description: 'Somebody asks somebody in the middle to be introduced.' })
export class Introduction {
  @PrimaryColumn('uuid')
  @Field(() => ID)
  id: string;

  @Column('int')
  version: number;

  @Field(() => String, { description: 'Who you are to it: asker, middle or target.' })
  role: IntroductionRole;

  @Column('uuid', { name: 'asker_account_id' })
  askerAccountId: string;

  @Column('uuid', { name: 'asker_organisation_id', nullable: true })
  askerOrganisationId: string | null;

  @Field(() => MeetingPerson, { description: 'Who asks.' })
  asker: MeetingPerson;

  @Field(() => String, { nullable: true, description: 'The organisation for which they ask.' })
  askerOrganisation: string | null;

  @Column('uuid', { name: 'middle_account_id' })
  middleAccountId: string;

  @Field(() => MeetingPerson, { nullable: true, description: 'Who is in the middle, once you may know it.' })
  middle: MeetingPerson | null;

  @Column('uuid', { name: 'target_academic_id', nullable: true })
  targetAcademicId: string | null;

  @Column('uuid', { name: 'target_organisation_id', nullable: true })
  targetOrganisationId: string | null;

  @Column('uuid', { name: 'target_id', nullable: true })
  targetId: string | null;

  @Field(() => IntroductionTarget)
  target: IntroductionTarget;

  @Column('text', { name: 'first_link' })
  firstLinkKind: LinkKind;

  @Field(() => String, {
    nullable: true,
    description: 'What links the asker and the middle: work, collaboration or mentor; not for the one to be met.',
  })
  firstLink: LinkKind | null;

  @Column('text', { name: 'second_link' })
  secondLinkKind: LinkKind;

  @Field(() => String, { description: 'What links the middle and the one to be met.' })
  secondLink: LinkKind;

  @Column('boolean', { name: 'middle_public' })
  middlePublic: boolean;

  @Column('text', { name: 'note' })
  askerNote: string;

  @Field({ description: 'The note: as it was passed on, once it was; before that as the asker wrote it.' })
  note: string;

  @Column('text', { name: 'approved_note', nullable: true })
  approvedNote: string | null;

  @Column('text', { name: 'state' })
  standing: IntroductionState;

  @Field(() => String, {
    description:
      'asked, passed-on, accepted, declined, refused, withdrawn, expired or not-possible, as you may know it.',
  })
  state: SeenState;

  @Column('text', { name: 'previous_state' })
  previousState: IntroductionState | 'new';

  @Field(() => [String], { description: 'What you may do now: approve, refuse, withdraw, accept, decline.' })
  actions: IntroductionAction[];

  @Field(() => String, { nullable: true, description: 'How to reach the other, once it was accepted.' })
  contactEmail: string | null;

  @Column('uuid', { name: 'answered_by', nullable: true })
  answeredBy: string | null;

  @Column('timestamptz', { name: 'passed_on_at', nullable: true })
  passedOnAt: Date | null;

  @Column('timestamptz', { name: 'decided_at', nullable: true })
  decidedAt: Date | null;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;

  @Field(() => Date, { nullable: true, description: 'Until when it waits for you.' })
  openUntil: Date | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Field({ description: 'When it was asked; for the one to be met, when it was passed on.' })
  since: Date;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;
}
