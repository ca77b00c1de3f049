/**
 * How a column takes what a record says. Everywhere: what the record leaves out stays. `whole` records replace, records
 * that show a part only fill what is empty:
 * - value: one value, or none
 * - words: a text, empty where there is none
 * - list: a list; parts are added to it
 * - growing: a list to which whole records add too, because several sources know something of it
 * - settled: a list that a part fills only while it is empty
 * - guess: a code whose `other` means that the source could not tell
 */
export type Merging = 'value' | 'words' | 'list' | 'growing' | 'settled' | 'guess';

/** A column that records are written to. */
export interface Column {
  name: string;
  type: string;
  merging: Merging;
}

/** The longest that a list grows. */
const longestList = 30;

const union = (name: string) =>
  `ARRAY(SELECT u.v FROM unnest(o.${name} || coalesce(r.${name}, '{}')) WITH ORDINALITY AS u(v, n)
     GROUP BY u.v ORDER BY min(u.n) LIMIT ${longestList})`;

const initial = ({ name, merging }: Column): string => {
  if (merging === 'words') return `coalesce(r.${name}, '')`;
  if (merging === 'list' || merging === 'growing' || merging === 'settled') return `coalesce(r.${name}, '{}')`;
  return `r.${name}`;
};

const merged = ({ name, merging }: Column): string => {
  const replaced = `coalesce(r.${name}, o.${name})`;
  const part: Record<Merging, string> = {
    value: `coalesce(o.${name}, r.${name})`,
    words: `coalesce(nullif(o.${name}, ''), r.${name}, '')`,
    list: union(name),
    growing: union(name),
    settled: `CASE WHEN o.${name} = '{}' THEN ${replaced} ELSE o.${name} END`,
    guess: `CASE WHEN o.${name} = 'other' THEN ${replaced} ELSE o.${name} END`,
  };
  const whole: Partial<Record<Merging, string>> = {
    growing: union(name),
    guess: `coalesce(nullif(r.${name}, 'other'), o.${name})`,
  };
  return `CASE WHEN r.adding THEN ${part[merging]} ELSE ${whole[merging] ?? replaced} END`;
};

/** The rows of a batch as a table: one JSON parameter, whatever the number of rows. */
export const rowsOf = (columns: readonly Pick<Column, 'name' | 'type'>[]): string =>
  `jsonb_to_recordset($1::jsonb) AS r(${columns.map(({ name, type }) => `${name} ${type}`).join(', ')})`;

const identity = [
  { name: 'id', type: 'uuid' },
  { name: 'source', type: 'text' },
  { name: 'source_key', type: 'text' },
  { name: 'adding', type: 'boolean' },
];

/** The statement that inserts a batch of new rows. `also` are columns that only new rows take from the record. */
export const insertInto = (table: string, columns: readonly Column[], also: readonly Column[] = []): string => {
  const written = [...columns, ...also];
  return `INSERT INTO ${table} (id, source, source_key, ${written.map(({ name }) => name).join(', ')})
    SELECT r.id, r.source, r.source_key, ${written.map(initial).join(', ')}
    FROM ${rowsOf([...identity, ...written])}`;
};

/** The statement that changes those rows of a batch that are not yet as the records say, and returns their ids. */
export const updateOf = (table: string, columns: readonly Column[], also = ''): string => {
  const names = columns.map(({ name }) => name);
  return `WITH said AS (
      SELECT o.id, ${columns.map((column) => `${merged(column)} AS ${column.name}`).join(',\n      ')}
      FROM ${rowsOf([...identity, ...columns])} JOIN ${table} o ON o.id = r.id
    )
    UPDATE ${table} o SET ${names.map((name) => `${name} = said.${name}`).join(', ')}${also}
    FROM said WHERE o.id = said.id
      AND (${names.map((name) => `o.${name}`).join(', ')}) IS DISTINCT FROM (${names.map((name) => `said.${name}`).join(', ')})
    RETURNING o.id`;
};
