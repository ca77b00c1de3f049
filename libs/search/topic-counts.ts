import { Inject, Injectable } from '@nestjs/common';
import { Database } from '#database';

/** How long counts are used before they are taken again, in milliseconds: a topic's rarity moves slowly. */
const freshFor = 5 * 60_000;

/** Only what can be found is counted: a count must not tell of somebody who hides. */
const found = `a.visibility <> 'hidden'`;

/** How many profiles name each topic: what tells how telling a topic is. */
@Injectable()
export class TopicCounts {
  private counted: { at: number; value: Promise<{ profiles: number; counts: Map<string, number> }> } | undefined;

  constructor(@Inject(Database) private readonly database: Database) {}

  current(): Promise<{ profiles: number; counts: Map<string, number> }> {
    if (!this.counted || Date.now() - this.counted.at > freshFor) {
      const value = this.count();
      this.counted = { at: Date.now(), value };
      value.catch(() => {
        this.counted = undefined;
      });
    }
    return this.counted.value;
  }

  private async count() {
    const rows = await this.database.rows<{ topic: string; count: number }>(
      `SELECT topic, count(*)::int AS count FROM academic a CROSS JOIN LATERAL unnest(a.topics) AS topic
       WHERE ${found} AND coalesce(a.field_visibility->>'topics', 'public') = 'public' GROUP BY topic`,
    );
    const total = await this.database.row<{ count: number }>(
      `SELECT count(*)::int AS count FROM academic a WHERE ${found}`,
    );
    const counts = new Map(rows.map(({ topic, count }) => [topic, count]));
    return { profiles: Math.max(1, total?.count ?? 1), counts };
  }
}
