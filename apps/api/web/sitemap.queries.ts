import type { Sql } from '#database';

/** How many addresses one file of the sitemap holds. */
export const perFile = 5_000;

/** What search engines may know of: public, and still there. */
const listed = `
  SELECT 'academics' AS kind, id, updated_at FROM academic WHERE visibility = 'public'
  UNION ALL
  SELECT 'organisations', id, updated_at FROM organisation WHERE visibility = 'public'
  UNION ALL
  SELECT 'opportunities', id, updated_at FROM opportunity WHERE state = 'published'`;

/** How many profiles the sitemap names. */
export const countListed = async (sql: Sql): Promise<number> =>
  Number((await sql.row<{ count: string }>(`SELECT count(*) AS count FROM (${listed}) listed`))?.count ?? 0);

/** One file's profiles, in a steady order. */
export const listedOf = (sql: Sql, file: number) =>
  sql.rows<{ kind: string; id: string; updated_at: Date }>(
    `SELECT kind, id, updated_at FROM (${listed}) listed ORDER BY kind, id OFFSET $1 LIMIT $2`,
    [(file - 1) * perFile, perFile],
  );
