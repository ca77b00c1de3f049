import { Inject, Injectable } from '@nestjs/common';
import { Database } from '#database';

/** How long counts are used before they are taken again, in milliseconds: a topic's rarity moves slowly. */
const freshFor = 5 * 60_000;

/** Only what can be found is counted: a count must not tell of somebody who hides. */
const found = `a.visibility <> 'hidden'`;

/** Those with the most open requests, so that what is held in memory has an end. */
const mostInDemand = 10_000;

/** What matching counts in the whole directory. */
export interface MatchCounts {
  profiles: number;
  /** How many profiles name each topic: what tells how telling a topic is. */
  counts: ReadonlyMap<string, number>;
  /** How many requests wait for an academic's answer, for those for whom more than one does. */
  openRequests: ReadonlyMap<string, number>;
}

/** What matching counts in the whole directory, some minutes old. */
@Injectable()
export class TopicCounts {
  private counted: { at: number; value: Promise<MatchCounts> } | undefined;

  constructor(@Inject(Database) private readonly database: Database) {}

  current(): Promise<MatchCounts> {
    if (!this.counted || Date.now() - this.counted.at > freshFor) {
      const value = this.count();
      this.counted = { at: Date.now(), value };
      value.catch(() => {
        this.counted = undefined;
      });
    }
    return this.counted.value;
  }

  /** One statement for all three. */
  private async count(): Promise<MatchCounts> {
    const row = await this.database.row<{
      profiles: number;
      topics: Record<string, number>;
      requests: Record<string, number>;
    }>(
      `SELECT (SELECT count(*)::int FROM academic a WHERE ${found}) AS profiles,
         (SELECT coalesce(jsonb_object_agg(topic, count), '{}') FROM
           (SELECT topic, count(*) FROM academic a CROSS JOIN LATERAL unnest(a.topics) AS topic
            WHERE ${found} AND coalesce(a.field_visibility->>'topics', 'public') = 'public' GROUP BY topic) t) AS topics,
         (SELECT coalesce(jsonb_object_agg(receiver_academic_id, count), '{}') FROM
           (SELECT receiver_academic_id, count(*) FROM collaboration_request
            WHERE receiver_academic_id IS NOT NULL AND state IN ('delivered', 'asked')
            GROUP BY receiver_academic_id HAVING count(*) > 1 ORDER BY count(*) DESC LIMIT ${mostInDemand}) r) AS requests`,
    );
    return {
      profiles: Math.max(1, row?.profiles ?? 1),
      counts: new Map(Object.entries(row?.topics ?? {})),
      openRequests: new Map(Object.entries(row?.requests ?? {})),
    };
  }
}
