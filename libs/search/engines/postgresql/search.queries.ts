import type { HitContent } from '../marked-text.js';
import type { Question } from '../question.js';
import { carries, isExcluded, numberOf, otherConditions, type Parameter } from './conditions.js';
import { documentsLookedAt, type TellingQueries, type TextQuery, tellingLimit } from './text-query.js';

/** A statement with its parameters. Its text depends on the question's shape only, so it is worth preparing. */
export interface Statement {
  text: string;
  values: unknown[];
}

/**
 * What the text of a question comes to: words that a document must match, telling words (chosen already, or to be chosen
 * among these by the statement itself), or no text at all.
 */
export type Wanted =
  | { by: 'words'; query: TextQuery; sortName: string }
  | { by: 'telling'; queries: TellingQueries }
  | { by: 'telling'; words: readonly string[] }
  | null;

/** The one row that a search statement answers with. */
export interface SearchRow {
  total: number;
  hits: [id: string, score: number | null, quoted: [version: number, content: HitContent] | null][];
  facets: [facet: string, code: string, documents: number][];
  /** Which of the shorter queries is to be asked instead, counted from 0; null where something was found. */
  shorter?: number | null;
}

/** Weights of D, C, B and A: place, role and organisation, topics, name. */
const weights = `'{0.1, 0.3, 0.6, 1}'`;
/** What a document scores, above any rank, for holding every word without a typing error, and for being the one named. */
const faultlessScore = 10;
const namedScore = 3;

/**
 * One statement for hits, total and facet counts. Parameters stand inside sub-selects: so they are evaluated once, and
 * the plan does not depend on them, which lets PostgreSQL plan once for all; planning costs as much as most searches.
 * @param shorter tried in their order where nothing is found; the row says which is the first that finds something
 */
export const searchStatement = (
  base: string,
  question: Question,
  wanted: Wanted,
  shorter: readonly string[] = [],
): Statement =>
  statement((parameter) => {
    const selective = wanted || question.selected.length + question.ranges.length > 0;
    return selective ? amongMatches(base, question, wanted, shorter, parameter) : amongAll(base, question, parameter);
  });

/** Which of several queries, tried in their order, is the first to find anything. */
export const shorterStatement = (base: string, question: Question, shorter: readonly string[]): Statement =>
  statement((parameter) => `SELECT ${firstFinding(base, question, shorter, parameter)} AS shorter`);

/** Counted from 0; null when none finds anything. */
const firstFinding = (base: string, question: Question, matches: readonly string[], parameter: Parameter) => {
  const conditions = [
    'd.words @@ tried.query::tsquery',
    ...question.selected.map((selection) => carries(base, selection, parameter)),
    ...otherConditions(base, question, parameter),
  ];
  return `(
    SELECT (tried.at - 1)::int FROM unnest(${parameter(matches)}::text[]) WITH ORDINALITY AS tried(query, at)
    WHERE EXISTS (SELECT FROM ${base} AS d ${where(conditions)}) ORDER BY tried.at LIMIT 1)`;
};

const statement = (write: (parameter: Parameter) => string): Statement => {
  const values: unknown[] = [];
  const text = write((value) => `$${values.push(value)}`);
  return { text, values };
};

/** The whole index but for what is excluded. The index keeps its own counts, so only the excluded are looked at. */
const amongAll = (base: string, question: Question, parameter: Parameter) => {
  const excludes = question.without.length > 0;
  const excluded = `SELECT count(*) FROM ${base} AS d WHERE ${isExcluded(base, question, parameter)}`;
  const conditions = otherConditions(base, question, parameter);
  const number = question.sort.by === 'number' ? numberOf(question.sort.name, parameter) : 'NULL';
  const rows = `
    SELECT d.id, NULL AS score FROM ${base} AS d
    ${excludes ? `WHERE ${conditions.join(' AND ')}` : ''} ORDER BY ${order(question, { alias: 'd', number })}`;
  const counts = question.counted.length > 0 ? [wholeCounts(base, question, question.counted, parameter)] : [];
  return `
    SELECT coalesce((SELECT documents FROM ${base}_facet WHERE facet = '' AND code = ''), 0)::int
        ${excludes ? `- (${excluded})::int` : ''} AS total,
      ${page(base, question, rows, parameter)} AS hits,
      ${listOf(counts)} AS facets`;
};

const amongMatches = (
  base: string,
  question: Question,
  wanted: Wanted,
  shorter: readonly string[],
  parameter: Parameter,
) => {
  const { selected, ranges, counted, sort } = question;
  // A facet whose own selection is ignored in its counts. If that is all there is, they are counts of the whole index.
  const alone = !wanted && selected.length === 1 && ranges.length === 0;
  const own = selected.filter(([facet]) => counted.includes(facet));
  const ignored = alone ? [] : own;
  const flags = ignored.map((selection) => carries(base, selection, parameter));
  const allFlags = flags.map((_, index) => `flag${index}`);
  const conditions = [
    ...(wanted?.by === 'words' ? [`d.words @@ ${asQuery(wanted.query.match, parameter)}`] : []),
    ...selected.filter((selection) => !ignored.includes(selection)).map((one) => carries(base, one, parameter)),
    ...otherConditions(base, question, parameter),
    ...(flags.length > 1 ? [`(${flags.map((_, index) => all(allBut(flags, index))).join(' OR ')})`] : []),
  ];
  const columns = [
    'd.id',
    'd.sort_name',
    `${sort.by === 'relevance' ? score(wanted, parameter) : 'NULL'} AS score`,
    ...(sort.by === 'number' ? [`${numberOf(sort.name, parameter)} AS number`] : []),
    ...(counted.length > 0 ? ['d.facets'] : []),
    ...flags.map((flag, index) => `${flag} AS flag${index}`),
  ];
  const found = `FROM matched AS m ${where(allFlags)}`;
  const rows = `SELECT m.id, m.score ${found} ORDER BY ${order(question, { alias: 'm', number: 'm.number' })}`;
  const whole = alone ? own.map(([facet]) => facet) : [];
  const matched = counted.filter((facet) => !whole.includes(facet));
  const counts = [
    ...(whole.length > 0 ? [wholeCounts(base, question, whole, parameter)] : []),
    ...(matched.length > 0
      ? [
          matchedCounts(
            base,
            matched,
            ignored.map(([facet]) => facet),
            parameter,
          ),
        ]
      : []),
  ];
  const source =
    wanted?.by === 'telling'
      ? foundByTelling(base, wanted, conditions, parameter)
      : `${base} AS d ${where(conditions)}`;
  return `
    WITH matched AS MATERIALIZED (
      SELECT ${columns.join(', ')} FROM ${source}
    )
    SELECT (SELECT count(*)::int ${found}) AS total,
      ${page(base, question, rows, parameter)} AS hits,
      ${listOf(counts)} AS facets,
      ${shorter.length > 0 ? `CASE WHEN NOT EXISTS (SELECT ${found}) THEN ${firstFinding(base, question, shorter, parameter)} END` : 'NULL'} AS shorter`;
};

type Telling = Extract<Wanted, { by: 'telling' }>;

/**
 * The documents that hold any of the telling words, with what these come to. Each word is looked for by itself, so that
 * the index finds its documents by word and conditions together, whatever the planner thinks of either.
 */
const foundByTelling = (base: string, telling: Telling, conditions: string[], parameter: Parameter) => `(
    SELECT hit.id, sum(hit.worth) AS worth FROM (
      SELECT held.id, telling.weight * CASE WHEN held.head @@ telling.query THEN 2 ELSE 1 END AS worth
      FROM ${tellingRows(base, telling, parameter)} AS telling(query, weight) CROSS JOIN LATERAL (
        SELECT d.id, d.head FROM ${base} AS d ${where(['d.words @@ telling.query', ...conditions])} OFFSET 0
      ) AS held OFFSET 0
    ) AS hit GROUP BY hit.id
  ) AS told JOIN ${base} AS d ON d.id = told.id`;

/** Queries with their weights. Chosen here, they are the rarest words, as in `tellingQueries`. */
const tellingRows = (base: string, telling: Telling, parameter: Parameter) => {
  if ('queries' in telling) {
    const { queries, weights } = telling.queries;
    return `unnest(${parameter(queries)}::tsquery[], ${parameter(weights)}::float8[])`;
  }
  return `(
    SELECT ('''' || word || '''')::tsquery, ln(1 + everything.documents / known.documents::float8) FROM (
      SELECT word, documents, row_number() OVER rarest AS place, sum(documents) OVER rarest AS looked_at
      FROM unnest(${parameter(telling.words)}::text[]) WITH ORDINALITY AS asked(word, at) JOIN ${base}_word USING (word)
      WHERE documents > 0 WINDOW rarest AS (ORDER BY documents, at)
    ) AS known, ${base}_facet AS everything
    WHERE everything.facet = '' AND everything.code = ''
      AND place <= ${tellingLimit} AND (place = 1 OR looked_at <= ${documentsLookedAt}))`;
};

const score = (wanted: Wanted, parameter: Parameter) => {
  if (!wanted) return 'NULL';
  if (wanted.by === 'telling') return 'told.worth';
  const { rank, exact, faultless } = wanted.query;
  if (!rank) return 'NULL';
  return [
    `ts_rank(${weights}, d.head, ${asQuery(rank, parameter)})`,
    `CASE WHEN d.sort_name = ${parameter(wanted.sortName)} THEN ${namedScore} ELSE 0 END`,
    ...(exact ? [`ts_rank(${weights}, d.head, ${asQuery(exact, parameter)})`] : []),
    ...(faultless ? [`CASE WHEN d.words @@ ${asQuery(faultless, parameter)} THEN ${faultlessScore} ELSE 0 END`] : []),
  ].join(' + ');
};

const asQuery = (text: string, parameter: Parameter) => `(SELECT ${parameter(text)}::text::tsquery)`;

const page = (base: string, { highlight, limit, offset }: Question, rows: string, parameter: Parameter) => {
  const quoted = highlight ? `(SELECT json_build_array(version, content) FROM ${base} WHERE id = hit.id)` : 'NULL';
  return `(SELECT coalesce(json_agg(json_build_array(hit.id, hit.score, ${quoted})), '[]')
    FROM (${rows} LIMIT ${parameter(limit)} OFFSET ${parameter(offset)}) AS hit)`;
};

const order = ({ sort, descending }: Question, { alias, number }: { alias: 'd' | 'm'; number: string }) => {
  const direction = descending ? 'DESC' : 'ASC';
  const tie = `${alias}.sort_name, ${alias}.id`;
  if (sort.by === 'name') return `${alias}.sort_name ${direction}, ${alias}.id ${direction}`;
  if (sort.by === 'number') return `${number} ${direction} NULLS LAST, ${tie}`;
  return alias === 'm' ? `m.score DESC NULLS LAST, ${tie}` : tie;
};

/** The counts that the index keeps, less what is excluded. */
const wholeCounts = (base: string, question: Question, facets: string[], parameter: Parameter) => {
  const wanted = `f.facet = ANY ((SELECT ${parameter(facets)}::text[])::text[])`;
  if (question.without.length === 0) {
    return `SELECT f.facet, f.code, f.documents FROM ${base}_facet AS f WHERE ${wanted} AND f.documents > 0`;
  }
  return `
    SELECT f.facet, f.code, f.documents - coalesce(excluded.documents, 0) AS documents
    FROM ${base}_facet AS f LEFT JOIN (
      SELECT key, count(*) AS documents
      FROM (SELECT unnest(d.facets) AS key FROM ${base} AS d WHERE ${isExcluded(base, question, parameter)}) AS carried
      GROUP BY key
    ) AS excluded ON excluded.key = f.id
    WHERE ${wanted} AND f.documents > coalesce(excluded.documents, 0)`;
};

/** Counts every code once over all matches; an ignored facet counts those that at most its own selection leaves out. */
const matchedCounts = (base: string, facets: string[], ignored: string[], parameter: Parameter) => {
  const flags = ignored.map((_, index) => `flag${index}`);
  // In the list of columns it is a third quicker than as a table.
  const carried = `SELECT ${['unnest(facets) AS key', ...flags].join(', ')} FROM matched`;
  const tallies = [
    `count(*) ${filter(flags)} AS strict`,
    ...flags.map((_, index) => `count(*) ${filter(allBut(flags, index))} AS ignoring${index}`),
  ];
  const choices = ignored.map((facet, index) => `WHEN ${parameter(facet)} THEN tally.ignoring${index}`);
  const documents = choices.length > 0 ? `CASE f.facet ${choices.join(' ')} ELSE tally.strict END` : 'tally.strict';
  return `
    SELECT f.facet, f.code, ${documents} AS documents
    FROM (SELECT key, ${tallies.join(', ')} FROM (${carried}) AS carried GROUP BY key) AS tally
      JOIN ${base}_facet AS f ON f.id = tally.key
    WHERE f.facet = ANY ((SELECT ${parameter(facets)}::text[])::text[]) AND ${documents} > 0`;
};

const listOf = (counts: string[]) =>
  counts.length > 0
    ? `(SELECT coalesce(json_agg(json_build_array(facet, code, documents)), '[]')
        FROM (${counts.join(' UNION ALL ')}) AS counted)`
    : `'[]'::json`;

const all = (conditions: string[]) => `(${conditions.join(' AND ')})`;
const allBut = (items: string[], left: number) => items.filter((_, index) => index !== left);
const where = (conditions: string[]) => (conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : '');
const filter = (conditions: string[]) => (conditions.length > 0 ? `FILTER (${where(conditions)})` : '');
