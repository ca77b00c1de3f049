import type { PersonalTable } from '#accounts';
import type { Tx } from '#database';
import { bound, type Marks, type Person } from './person.js';

const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/** A mark as it stands alone in a text, or within the text of a JSON value. */
const patternOf = (mark: string, json: boolean) => {
  const written = json ? JSON.stringify(mark).slice(1, -1) : mark;
  return `(?<![[:alnum:]])${escaped(written)}(?![[:alnum:]])`;
};

const columnsSql = `SELECT column_name AS name, data_type = 'jsonb' AS json FROM information_schema.columns
  WHERE table_schema = 'public' AND table_name = $1 AND column_name = ANY($2)`;

/**
 * Strikes the marks out of texts, in the rows that are told. As many stars take the place of each: a text keeps its length,
 * and with it what the database asks of lengths.
 */
export const strike = async (
  tx: Tx,
  table: string,
  { columns, where }: NonNullable<PersonalTable['strike']>,
  { person, marks }: { person: Person; marks: Marks },
): Promise<number> => {
  const all = [
    ...marks.any.map((mark) => ({ mark, flags: 'gi' })),
    ...marks.exact.map((mark) => ({ mark, flags: 'g' })),
  ];
  let struck = 0;
  for (const { name, json } of await tx.rows<{ name: string; json: boolean }>(columnsSql, [table, columns])) {
    for (const { mark, flags } of all) {
      const pattern = patternOf(mark, json);
      const replaced = `regexp_replace(${name}::text, $1, $2, $3)${json ? '::jsonb' : ''}`;
      const [text, values] = bound(
        `UPDATE ${table} SET ${name} = ${replaced} WHERE (${where}) AND ${name}::text ${flags === 'gi' ? '~*' : '~'} $1`,
        person,
        [pattern, '*'.repeat([...mark].length), flags],
      );
      struck += await tx.affected(text, values);
    }
  }
  return struck;
};
