import { Inject, Injectable } from '@nestjs/common';
import { isSignedIn, type SignedIn, type Viewer } from '#accounts';
import { Database, once, type Sql } from '#database';
import { badInput, conflict, notFound, signInNeeded } from '#graphql';
import { SearchService } from '#search';
import { alertRules, nextPeriod } from './alert.rules.js';
import { DigestPreferenceService } from './digest.preferences.js';
import { filterFrom, partsOf, pathOf, plainQuery, questionKey } from './saved-question.js';
import { SavedSearch } from './saved-search.entity.js';
import type { ChangeSavedSearchInput, SaveSearchInput } from './saved-search.inputs.js';

const asPerson = (viewer: Viewer): SignedIn => {
  if (!isSignedIn(viewer)) throw signInNeeded();
  return viewer;
};

/** Searches that people keep. Each is its owner's alone: to everybody else it does not exist. */
@Injectable()
export class SavedSearchService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(SearchService) private readonly searches: SearchService,
    @Inject(DigestPreferenceService) private readonly preferences: DigestPreferenceService,
  ) {}

  /** The viewer's, the newest first; there are never more than the rules allow. */
  async mine(viewer: Viewer): Promise<SavedSearch[]> {
    const { accountId } = asPerson(viewer);
    return this.read(this.database, 'WHERE s.account_id = $1 ORDER BY s.created_at DESC, s.id', [accountId]);
  }

  /** Keeps a search. With letters, that is agreeing to them; the same search twice is refused by the name of the first. */
  async save(viewer: Viewer, input: SaveSearchInput): Promise<SavedSearch> {
    const { accountId } = asPerson(viewer);
    const { idempotencyKey, kind, cadence } = input;
    const name = input.name.trim();
    const query = plainQuery(input.query);
    const filter = filterFrom(kind, input.filters);
    if (query === null && Object.keys(filter).length === 0) {
      throw badInput('query', 'there is nothing to look for.', 'Give words or at least one filter.');
    }
    const content = { kind, name, query, filter, cadence };
    const { id } = await this.database.transaction((tx) =>
      once(tx, { accountId, key: idempotencyKey, operation: 'saveSearch', input: content }, async () => {
        // One save of a person at a time, or two could both be the last one allowed.
        await tx.row('SELECT FROM account_holder WHERE id = $1 FOR NO KEY UPDATE', [accountId]);
        const key = questionKey(kind, query, filter);
        await this.refuseAnother(tx, accountId, key);
        const made = await tx.row<{ id: string }>(
          `INSERT INTO saved_search (account_id, kind, name, query, filter, question_key, cadence)
           VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id`,
          [accountId, kind, name, query, JSON.stringify(filter), key, cadence],
        );
        if (!made) throw new Error('The search was not saved');
        return made;
      }),
    );
    if (cadence !== 'off') await this.preferences.agree(viewer);
    return this.one(viewer, id);
  }

  /** Gives it another name or cadence; letters that are switched on again do not tell of what came meanwhile. */
  async change(viewer: Viewer, { id, name, cadence }: ChangeSavedSearchInput): Promise<SavedSearch> {
    const { accountId } = asPerson(viewer);
    const changed = await this.database.affected(
      `UPDATE saved_search SET name = coalesce($3, name), cadence = coalesce($4, cadence),
         told_until = CASE WHEN cadence = 'off' AND $4 <> 'off' THEN now() ELSE told_until END
       WHERE id = $1 AND account_id = $2`,
      [id, accountId, name?.trim() ?? null, cadence ?? null],
    );
    if (changed === 0) throw notFound('saved search');
    if (cadence && cadence !== 'off') await this.preferences.agree(viewer);
    return this.one(viewer, id);
  }

  /** Forgets it. */
  async remove(viewer: Viewer, id: string): Promise<true> {
    const { accountId } = asPerson(viewer);
    const removed = await this.database.affected(
      'DELETE FROM saved_search WHERE id::text = lower($1) AND account_id = $2',
      [id, accountId],
    );
    if (removed === 0) throw notFound('saved search');
    return true;
  }

  /** Those of an account that are due, held until the caller's transaction ends; what another run holds is left out. */
  due(tx: Sql, accountId: string, starts: Record<string, string>): Promise<SavedSearch[]> {
    return this.read(
      tx,
      `JOIN jsonb_each_text($2::jsonb) AS p ON p.key = s.cadence AND s.told_until < p.value::timestamptz
       WHERE s.account_id = $1 ORDER BY s.kind, s.created_at, s.id FOR UPDATE OF s SKIP LOCKED`,
      [accountId, JSON.stringify(starts)],
    );
  }

  private async one(viewer: Viewer, id: string): Promise<SavedSearch> {
    const [found] = await this.read(this.database, 'WHERE s.id = $1 AND s.account_id = $2', [id, viewer.accountId]);
    if (!found) throw notFound('saved search');
    return found;
  }

  private async refuseAnother(tx: Sql, accountId: string, key: string): Promise<void> {
    const known = await tx.row<{ id: string; name: string }>(
      'SELECT id, name FROM saved_search WHERE account_id = $1 AND question_key = $2',
      [accountId, key],
    );
    if (known) {
      throw conflict('ALREADY_EXISTS', `You have saved this search already, as “${known.name}”.`, { id: known.id });
    }
    const row = await tx.row<{ count: number }>(
      'SELECT count(*)::int AS count FROM saved_search WHERE account_id = $1',
      [accountId],
    );
    const most = alertRules.savedSearchesPerPerson;
    if ((row?.count ?? 0) >= most) {
      throw conflict('LIMIT_REACHED', `You have ${most} saved searches, which is the most: delete one first.`, {
        most,
      });
    }
  }

  private async read(sql: Sql, rest: string, parameters: unknown[]): Promise<SavedSearch[]> {
    const rows = await sql.rows<SavedSearch>(
      `SELECT ${this.database.columns(SavedSearch, 's')} FROM saved_search s ${rest}`,
      parameters,
    );
    const now = new Date();
    return rows.map((row) => {
      const { kind, query, filter, cadence } = row;
      return Object.assign(new SavedSearch(), row, {
        filters: partsOf(filter),
        summary: [...(query ? [`“${query}”`] : []), ...this.searches.filterWords(kind, filter)].join(', '),
        path: pathOf(kind, query, filter),
        nextLetterAt: nextPeriod(cadence, now),
      });
    });
  }
}
