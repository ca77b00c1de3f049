import { Inject, Injectable } from '@nestjs/common';
import { Field, ID, ObjectType } from '@nestjs/graphql';
import { isSignedIn, type SignedIn, type Viewer } from '#accounts';
import { Database, type Sql } from '#database';
import { signInNeeded } from '#graphql';

/** One thing that waits for somebody, and the page where it is done. */
@ObjectType({ description: 'Something that waits for you, and the page where it is done.' })
export class WaitingThing {
  @Field(() => ID, { description: 'The same as long as it waits.' })
  key: string;

  @Field({ description: 'What is to do, in a few words.' })
  title: string;

  @Field(() => String, { nullable: true, description: 'What there is to know of it, in a sentence.' })
  detail: string | null;

  @Field(() => Date, { nullable: true, description: 'When it has to be done, where there is such a date.' })
  dueAt: Date | null;

  @Field({ description: 'Since when it waits.' })
  since: Date;

  @Field({ description: 'The page where it is done, from the root of the site.' })
  path: string;
}

/** A room in which things wait for people. */
export interface WaitingSource {
  /** What waits for this person there: one statement, however much it is. */
  waitingFor(sql: Sql, viewer: SignedIn): Promise<WaitingThing[]>;
}

const never = Number.MAX_SAFE_INTEGER;
const soonestFirst = (a: WaitingThing, b: WaitingThing) =>
  (a.dueAt?.getTime() ?? never) - (b.dueAt?.getTime() ?? never) || a.since.getTime() - b.since.getTime();

/** What waits for people in all rooms. The libraries to the right of this one register theirs. */
@Injectable()
export class Waiting {
  private readonly sources: WaitingSource[] = [];

  constructor(@Inject(Database) private readonly database: Database) {}

  add(source: WaitingSource) {
    this.sources.push(source);
  }

  /** Everything that waits for the viewer: what has a date first, the soonest before the others, then the oldest. */
  async mine(viewer: Viewer): Promise<WaitingThing[]> {
    if (!isSignedIn(viewer)) throw signInNeeded();
    const found = await Promise.all(this.sources.map((source) => source.waitingFor(this.database, viewer)));
    return found.flat().sort(soonestFirst);
  }
}
