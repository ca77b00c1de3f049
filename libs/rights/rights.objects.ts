import { Field, Int, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'An erasure that was asked for.' })
export class ScheduledErasure {
  @Field()
  askedAt: Date;

  @Field({ description: 'When it is done, unless it is taken back.' })
  dueAt: Date;
}

@ObjectType({ description: 'Something that is held about people, and what an erasure does with it.' })
export class HeldThing {
  @Field()
  title: string;

  @Field(() => String, { nullable: true, description: 'What stays of it, and why; empty where all of it goes.' })
  stays: string | null;
}

@ObjectType({ description: 'What one part of the platform holds about people.' })
export class HeldRoom {
  @Field()
  room: string;

  @Field(() => [HeldThing])
  things: HeldThing[];
}

@ObjectType({ description: 'What is held about you, and what an erasure would do with it.' })
export class MyData {
  @Field(() => ScheduledErasure, { nullable: true, description: 'Empty unless you have asked for one.' })
  erasure: ScheduledErasure | null;

  @Field(() => [String], { description: 'What stands in the way of an erasure, a sentence each.' })
  obstacles: string[];

  @Field(() => Int, { description: 'How many days you have to change your mind.' })
  graceDays: number;

  @Field(() => [HeldRoom])
  rooms: HeldRoom[];
}

@ObjectType({ description: 'What is held under an address that has no account.' })
export class HeldOfAddress {
  @Field()
  room: string;

  @Field()
  title: string;

  @Field(() => Int)
  count: number;
}
