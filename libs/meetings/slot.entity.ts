import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A time of one person, which another may take. */
@Entity('slot')
@ObjectType({ description: 'A time of one person, which another may take.' })
export class Slot {
  @PrimaryColumn('uuid')
  @Field(() => ID)
  id: string;

  @Column('uuid', { name: 'account_id' })
  accountId: string;

  @Column('uuid', { name: 'guest_account_id', nullable: true })
  guestAccountId: string | null;

  @Column('uuid', { name: 'event_id', nullable: true })
  eventId: string | null;

  @Column('timestamptz', { name: 'starts_at' })
  @Field()
  startsAt: Date;

  @Column('timestamptz', { name: 'ends_at' })
  @Field()
  endsAt: Date;

  @Column('int')
  @Field(() => Int, { description: '20 to 30.' })
  minutes: number;

  @Column('int', { name: 'table_number', nullable: true })
  @Field(() => Int, { nullable: true, description: 'The table, at an event that has tables.' })
  tableNumber: number | null;

  @Column('text', { nullable: true })
  place: string | null;

  @Column('text', { nullable: true })
  link: string | null;

  @Field({ description: 'Whether it is a call: where to join is shown once it is agreed.' })
  online: boolean;

  @Column('text')
  @Field(() => String, { description: 'open, booked or cancelled.' })
  state: 'open' | 'booked' | 'cancelled';

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}
