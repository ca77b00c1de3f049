import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { RequestSide } from '#requests';
import type { CollaborationAction, CollaborationState, PublicStatus } from './collaboration.states.js';

/** What the viewer is to a collaboration: one of its sides, or the office of one. */
export type CollaborationRole = RequestSide | 'office';

/** One side of a collaboration. */
@ObjectType({ description: 'One side of a collaboration.' })
export class CollaborationParty {
  @Field(() => String, { description: 'sender or receiver of the request that it began with.' })
  side: RequestSide;

  @Field(() => String, { description: 'academic or organisation.' })
  kind: 'academic' | 'organisation';

  @Field(() => ID, { description: 'The id of the academic or the organisation.' })
  id: string;

  @Field()
  name: string;

  @Field({ description: 'Whether it is your side.' })
  mine: boolean;
}

/** Two sides who work together, from the first talk to what came of it. */
@Entity('collaboration')
@ObjectType({ description: 'Two sides who work together, from the first talk to what came of it.' })
export class Collaboration {
  @PrimaryColumn('uuid')
  @Field(() => ID)
  id: string;

  @Column('int')
  @Field(() => Int)
  version: number;

  @Column('uuid', { name: 'request_id', nullable: true })
  @Field(() => ID, { nullable: true, description: 'The request that it began with.' })
  requestId: string | null;

  @Column('uuid', { name: 'follows_id', nullable: true })
  @Field(() => ID, {
    nullable: true,
    description: 'The earlier collaboration of the same two sides that it goes on from.',
  })
  followsId: string | null;

  @Column('text')
  @Field()
  title: string;

  @Column('uuid', { name: 'sender_academic_id', nullable: true })
  senderAcademicId: string | null;

  @Column('uuid', { name: 'sender_organisation_id', nullable: true })
  senderOrganisationId: string | null;

  /** The academic's or the organisation's id, by the database. */
  @Column('uuid', { name: 'sender_id', nullable: true })
  senderId: string | null;

  @Column('uuid', { name: 'receiver_academic_id', nullable: true })
  receiverAcademicId: string | null;

  @Column('uuid', { name: 'receiver_organisation_id', nullable: true })
  receiverOrganisationId: string | null;

  @Column('uuid', { name: 'receiver_id', nullable: true })
  receiverId: string | null;

  @Field(() => [CollaborationParty], { description: 'The two sides, yours first.' })
  sides: CollaborationParty[];

  @Field(() => String, { description: 'What you are to it: sender, receiver or office.' })
  role: CollaborationRole;

  @Column('uuid', { name: 'opportunity_id', nullable: true })
  @Field(() => ID, { nullable: true })
  opportunityId: string | null;

  @Column('text')
  @Field(() => String, {
    description: 'exploring, governance, agreement, active, completed, ended-early, on-hold or withdrawn.',
  })
  state: CollaborationState;

  @Column('text', { name: 'previous_state' })
  previousState: CollaborationState | 'none';

  @Column('text', { name: 'held_state', nullable: true })
  @Field(() => String, { nullable: true, description: 'On hold: the state in which it goes on.' })
  heldState: CollaborationState | null;

  @Column('timestamptz', { name: 'moved_at' })
  @Field({ description: 'Since when it is in its state.' })
  movedAt: Date;

  @Field(() => String, { description: 'talking, arranging, working, paused, completed or ended.' })
  status: PublicStatus;

  @Field(() => [String], { description: 'The steps that you may take with it now.' })
  actions: CollaborationAction[];

  @Field({ description: 'Whether you may change what is in it: you are on one of its sides, and it is not over.' })
  mayWork: boolean;

  @Field({ description: 'Whether you lead your side: you may bring in people.' })
  mayLead: boolean;

  @Field(() => Int, { description: 'How many messages you have not read.' })
  unread: number;

  @Field(() => Int, { description: 'How many of its open tasks are yours.' })
  myOpenTasks: number;

  @Column('int', { name: 'terms_number' })
  @Field(() => Int, { description: 'The number of the terms that hold; pass it on when you change them.' })
  termsNumber: number;

  @Column('date', { name: 'next_on', nullable: true })
  @Field(() => String, { nullable: true, description: 'The next date, as YYYY-MM-DD.' })
  nextOn: string | null;

  @Column('text', { name: 'next_what', nullable: true })
  @Field(() => String, { nullable: true, description: 'What is on the next date.' })
  nextWhat: string | null;

  @Column('timestamptz', { name: 'created_at' })
  @Field()
  createdAt: Date;

  @Column('timestamptz', { name: 'updated_at' })
  @Field()
  updatedAt: Date;
}
