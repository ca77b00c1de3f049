import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Academic } from '#academics';
import { TermObject } from '#taxonomy';
import { Slot } from './slot.entity.js';

/** Something that one of a few codes stands for. */
@ObjectType({ description: 'One of a few choices.' })
export class MeetingChoice {
  @Field()
  code: string;

  @Field()
  label: string;
}

/** An academic who has worked with industry and helps others who think of it. */
@Entity('mentor')
@ObjectType({ description: 'An academic who has worked with industry and helps others who think of it.' })
export class Mentor {
  @PrimaryColumn('uuid', { name: 'academic_id' })
  @Field(() => ID, { description: 'The id of the profile.' })
  academicId: string;

  @Field(() => Academic)
  academic: Academic;

  @Column('text', { name: 'grounds', array: true })
  groundCodes: string[];

  @Field(() => [MeetingChoice], { description: 'What they say they have done, of mentorGrounds.' })
  grounds: MeetingChoice[];

  @Column('text')
  @Field({ description: 'What they did with industry, in their own words.' })
  experience: string;

  @Column('text', { name: 'help_with' })
  @Field({ description: 'What they can help with.' })
  helpWith: string;

  @Column('text', { name: 'sectors', array: true })
  sectorCodes: string[];

  @Field(() => [TermObject], { description: 'The sectors that they know.' })
  sectors: TermObject[];

  @Column('int', { name: 'most_open' })
  @Field(() => Int, { description: 'How many open questions they take at a time.' })
  mostOpen: number;

  @Field({ description: 'Whether they take another question now.' })
  takesMore: boolean;

  @Column('boolean')
  @Field({ description: 'Whether they mentor at present.' })
  active: boolean;

  @Field({ description: 'Whether it is you.' })
  mine: boolean;

  @Field(() => [Slot], { description: 'Times that you could take, the next 50.' })
  slots: Slot[];

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;
}
