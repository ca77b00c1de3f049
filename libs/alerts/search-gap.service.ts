import { createHmac, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { isOfficeOf, isSignedIn, type Viewer } from '#accounts';
import { Database } from '#database';
import { notFound, signInNeeded } from '#graphql';
import { SearchService } from '#search';
import { TaxonomyService } from '#taxonomy';
import { alertRules } from './alert.rules.js';
import { filterFrom, plainQuery } from './saved-question.js';
import { gapTerms } from './search-gap.terms.js';
import type { SearchGap, SearchInVainInput } from './search-gap.types.js';

const none: ReadonlySet<string> = new Set();
const mostAskers = 50_000;

/** What was searched for and not found: counted by week, with nothing that leads back to whoever asked. */
@Injectable()
export class SearchGapService {
  /** Who has been counted today, under a secret of this process that is made anew each day: never written down. */
  private today = { day: '', secret: randomBytes(32), counts: new Map<string, number>() };

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(SearchService) private readonly searches: SearchService,
    @Inject(TaxonomyService) private readonly taxonomy: TaxonomyService,
  ) {}

  /**
   * Counts a search that found nothing, once for an asker and day. It is asked again whether there is really nothing; the
   * answer is the same whether it was counted or not.
   */
  async record(viewer: Viewer, asker: string, { kind, query, filters }: SearchInVainInput): Promise<true> {
    const words = plainQuery(query);
    const filter = filterFrom(kind, filters);
    const terms = gapTerms(words, filter.topics ?? [], this.taxonomy.current);
    const fresh = terms.filter(({ term }) => this.mayCount(asker, `${kind} ${term}`));
    if (fresh.length === 0) return true;
    const found = await this.searches.search(kind, viewer, { query: words, filter, first: 1 }, none);
    if (found.totalCount > 0 || found.degraded) return true;
    await this.database.affected(
      `INSERT INTO search_gap AS g (kind, week, term, topic)
       SELECT $1, date_trunc('week', now() AT TIME ZONE 'UTC')::date, t.term, t.topic
       FROM jsonb_to_recordset($2::jsonb) AS t(term text, topic text) ORDER BY t.term
       ON CONFLICT (kind, week, term) DO UPDATE SET count = g.count + 1`,
      [kind, JSON.stringify(fresh)],
    );
    return true;
  }

  /** What was most searched for in vain lately, for offices: only what several searches had in common. */
  async gaps(viewer: Viewer, organisationId: string, first: number): Promise<SearchGap[]> {
    if (!isSignedIn(viewer)) throw signInNeeded();
    if (!isOfficeOf(viewer, organisationId)) throw notFound('organisation');
    return this.database.rows<SearchGap>(
      `SELECT kind, term, max(topic) AS topic, sum(count)::int AS searches FROM search_gap
       WHERE week > current_date - 7 * $1::int
       GROUP BY kind, term HAVING sum(count) >= $2 ORDER BY sum(count) DESC, term, kind LIMIT $3`,
      [alertRules.gapWeeks, alertRules.gapsShownFrom, first],
    );
  }

  /** Words that are no topic, and were searched for in vain by several: the most wanted first. */
  words(): Promise<{ term: string; searches: number }[]> {
    return this.database.rows(
      `SELECT term, sum(count)::int AS searches FROM search_gap
       WHERE topic IS NULL AND week > current_date - 7 * $1::int
       GROUP BY term HAVING sum(count) >= $2 ORDER BY sum(count) DESC, term LIMIT 500`,
      [alertRules.gapWeeks, alertRules.gapsShownFrom],
    );
  }

  /** Removes what is older than a year. */
  forget(): Promise<number> {
    return this.database.affected('DELETE FROM search_gap WHERE week < current_date - 366');
  }

  private mayCount(asker: string, what: string): boolean {
    const day = new Date().toISOString().slice(0, 10);
    if (this.today.day !== day) this.today = { day, secret: randomBytes(32), counts: new Map() };
    const { counts, secret } = this.today;
    const keyOf = (text: string) => createHmac('sha256', secret).update(text).digest('base64url').slice(0, 16);
    const person = keyOf(asker);
    const once = keyOf(`${asker}\n${what}`);
    const count = counts.get(person) ?? 0;
    if (counts.has(once) || count >= alertRules.gapsPerPersonAndDay || counts.size >= mostAskers) return false;
    counts.set(person, count + 1);
    counts.set(once, 1);
    return true;
  }
}
