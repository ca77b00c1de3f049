import type { Place } from '#graphql';
import type { Sql } from './database.js';

/** A page of ids, and how many there are in all. */
export interface PageOfIds {
  ids: string[];
  totalCount: number;
  hasNextPage: boolean;
}

/** How much of a list is wanted. */
export interface WantedPage {
  first: number;
  after: Place | null;
  /** Newest first, unless ASC is said. */
  order?: 'ASC' | 'DESC';
}

/** A page of the rows that `list` selects, with their `id` and `created_at`: one statement, whatever the size of the page. */
export const pageOfIds = async (
  sql: Sql,
  list: string,
  parameters: readonly unknown[],
  { first, after, order = 'DESC' }: WantedPage,
): Promise<PageOfIds> => {
  const [at, id, most] = [1, 2, 3].map((place) => `$${parameters.length + place}`);
  // The count has a row of its own, so that a page behind the end is counted, too.
  const rows = await sql.rows<{ id: string | null; total: number }>(
    `WITH list AS (${list})
     SELECT page.id, counted.total FROM (SELECT count(*)::int AS total FROM list) counted LEFT JOIN LATERAL (
       SELECT l.id, l.created_at FROM list l
       WHERE ${at}::timestamptz IS NULL OR (l.created_at, l.id) ${order === 'DESC' ? '<' : '>'} (${at}, ${id}::uuid)
       ORDER BY l.created_at ${order}, l.id ${order} LIMIT ${most}) page ON true
     ORDER BY page.created_at ${order}, page.id ${order}`,
    [...parameters, after?.createdAt ?? null, after?.id ?? null, first + 1],
  );
  const ids = rows.flatMap((row) => row.id ?? []);
  return { ids: ids.slice(0, first), totalCount: rows[0]?.total ?? 0, hasNextPage: ids.length > first };
};
