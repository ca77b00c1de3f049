import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Something that one person is told of. How it reads is worked out when it is read: no name is stored with it. */
@Entity('notification')
@ObjectType({ description: 'Something that you are told of.' })
export class Notification {
  @PrimaryColumn('uuid')
  @Field(() => ID)
  id: string;

  @Column('uuid', { name: 'account_id' })
  accountId: string;

  @Column('text')
  @Field({ description: 'What happened, such as request-accepted.' })
  kind: string;

  @Column('text', { name: 'subject_kind' })
  @Field({ description: 'What it happened to, such as request.' })
  subjectKind: string;

  @Column('uuid', { name: 'subject_id' })
  @Field(() => ID, { description: 'The id of what it happened to.' })
  subjectId: string;

  @Column('jsonb')
  details: Record<string, string>;

  @Field({ description: 'What happened, in a sentence.' })
  title: string;

  @Field(() => String, { nullable: true, description: 'The page to open, from the root of the site.' })
  path: string | null;

  @Column('timestamptz', { name: 'created_at' })
  @Field()
  createdAt: Date;

  @Column('timestamptz', { name: 'read_at', nullable: true })
  @Field(() => Date, { nullable: true })
  readAt: Date | null;

  @Column('timestamptz', { name: 'mailed_at', nullable: true })
  mailedAt: Date | null;
}
