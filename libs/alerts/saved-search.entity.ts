import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { FilterInput, SearchKind } from '#search';
import type { Cadence } from './alert.rules.js';

/** One filter of a saved search. */
@ObjectType({ description: 'One filter of a saved search.' })
export class SavedFilter {
  @Field({ description: 'The name of the field of the filter.' })
  name: string;

  @Field(() => [String])
  values: string[];
}

/** A search that somebody keeps, and is written to about. */
@Entity('saved_search')
@ObjectType({ description: 'A search that you keep, and are written to about.' })
export class SavedSearch {
  @PrimaryColumn('uuid')
  @Field(() => ID)
  id: string;

  @Column('uuid', { name: 'account_id' })
  accountId: string;

  @Column('text')
  @Field(() => String, { description: 'academics, organisations or opportunities.' })
  kind: SearchKind;

  @Column('text')
  @Field()
  name: string;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true })
  query: string | null;

  @Column('jsonb')
  filter: FilterInput;

  @Field(() => [SavedFilter])
  filters: SavedFilter[];

  @Field({ description: 'What it looks for, in words.' })
  summary: string;

  @Field({ description: 'The page of its results, from the root of the site.' })
  path: string;

  @Column('text', { name: 'question_key' })
  questionKey: string;

  @Column('text')
  @Field(() => String, { description: 'How often letters come: weekly, fortnightly, four-weekly or off.' })
  cadence: Cadence;

  @Column('timestamptz', { name: 'told_until' })
  @Field({ description: 'Letters have told of everything that came before this moment.' })
  toldUntil: Date;

  @Column('timestamptz', { name: 'created_at' })
  @Field()
  createdAt: Date;

  @Field(() => Date, { nullable: true, description: 'When letters about it are due next; null where none come.' })
  nextLetterAt: Date | null;
}
