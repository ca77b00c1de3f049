import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { MeetingAction, MeetingKind, MeetingRole, MeetingState } from './meeting.states.js';
import { MeetingPerson } from './person.queries.js';

/** When and where two people meet, as far as the viewer may know it yet. */
@ObjectType({ description: 'When and where two people meet, as far as you may know it yet.' })
export class MeetingTime {
  @Field()
  startsAt: Date;

  @Field()
  endsAt: Date;

  @Field(() => String, { nullable: true, description: 'The room, or the table at an event.' })
  place: string | null;

  @Field(() => String, { nullable: true, description: 'Where to join, once it is agreed.' })
  link: string | null;
}

/** Somebody asks somebody for advice, for a mentor's time, or for a meeting at an event. */
@Entity('meeting')
@ObjectType({ description: 'Somebody asks somebody for advice, for a mentor’s time, or for a meeting at an event.' })
export class Meeting {
  @PrimaryColumn('uuid')
  @Field(() => ID)
  id: string;

  @Column('int')
  version: number;

  @Column('text')
  @Field(() => String, { description: 'advice, mentor or event.' })
  kind: MeetingKind;

  @Column('uuid', { name: 'asker_account_id' })
  askerAccountId: string;

  @Column('uuid', { name: 'asked_account_id' })
  askedAccountId: string;

  @Field(() => String, { description: 'What you are to it: asker or asked.' })
  role: MeetingRole;

  @Field(() => MeetingPerson, { description: 'The other person.' })
  other: MeetingPerson;

  @Field(() => String, { nullable: true, description: 'How to reach the other person, while it is accepted.' })
  contactEmail: string | null;

  @Column('uuid', { name: 'event_id', nullable: true })
  @Field(() => ID, { nullable: true })
  eventId: string | null;

  @Field(() => String, { nullable: true, description: 'The name of the event that it is at.' })
  event: string | null;

  @Column('uuid', { name: 'slot_id', nullable: true })
  slotId: string | null;

  @Field(() => MeetingTime, { nullable: true })
  time: MeetingTime | null;

  @Field(() => [Date], { description: 'Of an open question at an event: times at which both of you could meet.' })
  possibleTimes: Date[];

  @Column('text')
  @Field({ description: 'What the asker wrote.' })
  message: string;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'What the other wrote with the answer.' })
  answer: string | null;

  @Column('text')
  @Field(() => String, { description: 'asked, accepted, declined, withdrawn, expired, cancelled or no-show.' })
  state: MeetingState;

  @Column('text', { name: 'previous_state' })
  previousState: MeetingState | 'new';

  @Field(() => [String], { description: 'What you may do now: accept, decline, withdraw, cancel, no-show.' })
  actions: MeetingAction[];

  @Column('uuid', { name: 'absent_account_id', nullable: true })
  absentAccountId: string | null;

  @Column('uuid', { name: 'ended_by', nullable: true })
  endedBy: string | null;

  @Column('timestamptz', { name: 'decided_at', nullable: true })
  decidedAt: Date | null;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;

  @Field(() => Date, { nullable: true, description: 'Until when it can be answered.' })
  openUntil: Date | null;

  @Column('timestamptz', { name: 'reminded_at', nullable: true })
  remindedAt: Date | null;

  @Column('timestamptz', { name: 'created_at' })
  @Field()
  createdAt: Date;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;
}
