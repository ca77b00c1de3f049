import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Organisation } from '#organisations';
import { TermObject } from '#taxonomy';
import { MeetingChoice } from './mentor.entity.js';
import { MeetingPerson } from './person.queries.js';

/** A conference, showcase or sector meeting at which people meet one to one. */
@Entity('event')
@ObjectType({ description: 'A conference, showcase or sector meeting at which people meet one to one.' })
export class Event {
  @PrimaryColumn('uuid')
  @Field(() => ID)
  id: string;

  @Column('int')
  @Field(() => Int, { description: 'Goes up with each change; pass it back with an update.' })
  version: number;

  @Column('uuid', { name: 'organisation_id', nullable: true })
  organisationId: string | null;

  @Field(() => Organisation, { nullable: true, description: 'Who holds it; empty where the platform lists it.' })
  organisation: Organisation | null;

  @Column('text')
  @Field()
  name: string;

  @Column('text', { name: 'kind' })
  kindCode: string;

  @Field(() => MeetingChoice)
  kind: MeetingChoice;

  @Column('timestamptz', { name: 'starts_at' })
  @Field()
  startsAt: Date;

  @Column('timestamptz', { name: 'ends_at' })
  @Field()
  endsAt: Date;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'Where it is; empty for one that is online only.' })
  place: string | null;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'Its own page, or where to join.' })
  link: string | null;

  @Column('text')
  @Field()
  description: string;

  @Column('text', { name: 'topics', array: true })
  topicCodes: string[];

  @Field(() => [TermObject])
  topics: TermObject[];

  @Column('text', { name: 'sectors', array: true })
  sectorCodes: string[];

  @Field(() => [TermObject])
  sectors: TermObject[];

  @Column('int', { name: 'slot_minutes' })
  @Field(() => Int, { description: 'How long one meeting takes, 20 to 30.' })
  slotMinutes: number;

  @Column('int')
  @Field(() => Int, {
    description: 'How many tables there are for meetings; none where people find a place themselves.',
  })
  tables: number;

  @Column('text')
  @Field(() => String, { description: 'draft, published or cancelled.' })
  state: 'draft' | 'published' | 'cancelled';

  @Column('timestamptz', { name: 'published_at', nullable: true })
  publishedAt: Date | null;

  @Field({ description: 'Whether you look after it.' })
  mine: boolean;

  @Field(() => Int, { description: 'How many said that they go.' })
  goingCount: number;

  @Field(() => EventAttendee, { nullable: true, description: 'What you said, if you go.' })
  going: EventAttendee | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;
}

/** Somebody who goes to an event. */
@Entity('event_attendee')
@ObjectType({ description: 'Somebody who goes to an event.' })
export class EventAttendee {
  @PrimaryColumn('uuid')
  @Field(() => ID)
  id: string;

  @Column('uuid', { name: 'event_id' })
  eventId: string;

  @Column('uuid', { name: 'account_id' })
  accountId: string;

  @Column('uuid', { name: 'academic_id', nullable: true })
  academicId: string | null;

  @Column('uuid', { name: 'organisation_id', nullable: true })
  @Field(() => ID, { nullable: true, description: 'The organisation for which they go; empty for an academic.' })
  organisationId: string | null;

  @Field(() => MeetingPerson)
  person: MeetingPerson;

  @Field(() => String, { nullable: true, description: 'The name of the organisation for which they go.' })
  organisation: string | null;

  @Column('boolean')
  @Field({ description: 'Whether others who go see them, and may ask them for a meeting.' })
  visible: boolean;

  @Column('text', { name: 'looking_for' })
  @Field({ description: 'Whom or what they look for there.' })
  lookingFor: string;

  @Column('timestamptz', { array: true })
  times: Date[];

  @Field(() => [Date], { description: 'When they are free for meetings: your own times, or those that you share.' })
  freeTimes: Date[];

  @Field({ description: 'Whether it is you.' })
  mine: boolean;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;
}
