import { Field, ID, Int, ObjectType } from '@nestjs/graphql';

/** Another name of a topic that an administrator has added. */
@ObjectType({ description: 'Another name of a topic that an administrator has added.' })
export class AddedSynonym {
  @Field(() => ID)
  id: string;

  topic: string;

  @Field()
  synonym: string;

  @Field({ description: 'Who says so.' })
  source: string;

  @Field(() => String, { nullable: true, description: 'Who added it.' })
  addedBy: string | null;

  @Field()
  createdAt: Date;
}

/** A topic as its administrators see it: what it is called, where it stands, and how many use it. */
@ObjectType({ description: 'A topic as administrators see it: its names, its place, and how many use it.' })
export class CaredTopic {
  @Field()
  code: string;

  @Field()
  label: string;

  @Field(() => Int, { description: 'How many topics are above it.' })
  depth: number;

  @Field(() => String, { nullable: true, description: 'The code of the broader topic.' })
  parent: string | null;

  @Field(() => [String], { description: 'All its other names, the added ones too.' })
  synonyms: string[];

  @Field(() => [AddedSynonym])
  added: AddedSynonym[];

  @Field({ description: 'Who says so, and in which edition.' })
  source: string;

  @Field(() => Int, { description: 'How many profiles name it.' })
  academics: number;

  @Field(() => Int, { description: 'How many organisations name it.' })
  organisations: number;

  @Field(() => Int, { description: 'How many briefs and project ideas name it, drafts too.' })
  opportunities: number;
}

/** A topic that was retired into another. */
@ObjectType({ description: 'A topic that was retired into another: who did it, when and why.' })
export class TopicMerge {
  @Field(() => ID)
  id: string;

  @Field({ description: 'The code of the retired topic.' })
  topic: string;

  @Field({ description: 'How the retired topic was called.' })
  label: string;

  @Field({ description: 'The code of the topic that stands in its place.' })
  successor: string;

  @Field()
  successorLabel: string;

  @Field()
  reason: string;

  @Field(() => String, { nullable: true, description: 'Who did it.' })
  mergedBy: string | null;

  @Field()
  createdAt: Date;

  @Field(() => Int, { description: 'How many profiles, organisations, opportunities, events and searches it changed.' })
  moved: number;

  @Field(() => Date, { nullable: true, description: 'Until when it can be undone; null where it no longer can.' })
  undoUntil: Date | null;

  @Field(() => Date, { nullable: true })
  undoneAt: Date | null;

  @Field(() => Int, { nullable: true, description: 'How many kept the successor, because they had changed since.' })
  kept: number | null;
}

/** Words that several people searched for in vain and that name no topic. */
@ObjectType({ description: 'Words that several people searched for in vain and that name no topic.' })
export class TopicWord {
  @Field({ description: 'The words, in alphabetical order.' })
  term: string;

  @Field(() => Int)
  searches: number;

  @Field(() => [String], { description: 'Codes of topics that they may be another name of.' })
  suggestions: string[];
}
