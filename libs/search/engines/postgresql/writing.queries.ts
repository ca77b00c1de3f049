/** Gives every facet code its number, new ones included: `$1` facets, `$2` their codes, in pairs without repeats. */
export const numberFacets = (base: string) => `
  WITH asked AS MATERIALIZED (SELECT * FROM unnest($1::text[], $2::text[]) AS pair(facet, code)),
  found AS MATERIALIZED (SELECT id, facet, code FROM ${base}_facet JOIN asked USING (facet, code)),
  added AS (
    INSERT INTO ${base}_facet (facet, code)
    SELECT facet, code FROM asked WHERE NOT EXISTS (SELECT FROM found WHERE (found.facet, found.code) = (asked.facet, asked.code))
    RETURNING id, facet, code
  )
  SELECT * FROM found UNION ALL SELECT * FROM added`;

const incoming = `
  SELECT id, version, "sortName" AS sort_name, facets, numbers, head::tsvector AS head, words::tsvector AS words, content
  FROM json_to_recordset($1::json) AS document(
    id uuid, version bigint, "sortName" text, facets integer[], numbers jsonb, head text, words text, content jsonb)`;

const columns = 'id, version, sort_name, facets, numbers, head, words, content';

/** Stores documents in an index that counts nothing yet. */
export const load = (base: string) => `
  INSERT INTO ${base} (${columns}) ${incoming}
  ON CONFLICT (id) DO UPDATE SET (${columns}) = (SELECT excluded.*)`;

/** Counts the words and the facet codes of a loaded index. */
export const countAll = (base: string) => [
  `INSERT INTO ${base}_word (word, documents) SELECT word, ndoc FROM ts_stat('SELECT words FROM ${base}')`,
  `UPDATE ${base}_facet AS facet SET documents = counted.documents
   FROM (SELECT key, count(*) AS documents FROM (SELECT unnest(facets) AS key FROM ${base}) AS carried GROUP BY key) AS counted
   WHERE facet.id = counted.key`,
];

/** Stores documents or replaces older ones, and moves the counts of words and facet codes by the difference. */
export const put = (base: string) => `
  WITH given AS MATERIALIZED (${incoming}),
  incoming AS MATERIALIZED (
    SELECT * FROM given WHERE NOT EXISTS (SELECT FROM ${base} AS live WHERE live.id = given.id AND live.version > given.version)
  ),
  before AS MATERIALIZED (SELECT words, facets FROM ${base} WHERE id IN (SELECT id FROM incoming)),
  stored AS (
    INSERT INTO ${base} (${columns}) SELECT ${columns} FROM incoming
    ON CONFLICT (id) DO UPDATE SET (${columns}) = (SELECT excluded.*)
  ),
  ${recount(base, 'incoming', 'before')}
  SELECT`;

/** Removes documents by id, and what they counted. */
export const remove = (base: string) => `
  WITH before AS (DELETE FROM ${base} WHERE id = ANY ($1::uuid[]) RETURNING words, facets),
  ${recount(base, null, 'before')}
  SELECT`;

/** Forgets words that no document has any more: they may be somebody's name. One that is being counted is left. */
export const forgetWords = (base: string) => `
  DELETE FROM ${base}_word WHERE word IN
    (SELECT word FROM ${base}_word WHERE documents = 0 ORDER BY word FOR UPDATE SKIP LOCKED)`;

/** Words are taken in their order, so that two writers cannot wait for each other. */
function recount(base: string, added: string | null, removed: string): string {
  const changes = (column: string) => `
    ${added ? `SELECT ${column} AS key, 1 AS change FROM ${added} UNION ALL` : ''}
    SELECT ${column} AS key, -1 AS change FROM ${removed}`;
  return `
  word_change AS (
    INSERT INTO ${base}_word AS live (word, documents)
    SELECT key, sum(change) FROM (${changes('unnest(tsvector_to_array(words))')}) AS word
    GROUP BY key HAVING sum(change) <> 0
    ON CONFLICT (word) DO UPDATE SET documents = live.documents + excluded.documents
  ),
  facet_change AS (
    UPDATE ${base}_facet AS live SET documents = live.documents + moved.change
    FROM (SELECT key, sum(change) AS change FROM (${changes('unnest(facets)')}) AS facet
          GROUP BY key HAVING sum(change) <> 0) AS moved
    WHERE live.id = moved.key
  )`;
}
