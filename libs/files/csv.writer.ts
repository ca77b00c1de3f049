import { stringify } from 'csv-stringify/sync';
import { wellFormed } from './written.document.js';

/** What a cell of a table may hold. Dates are written as ISO 8601 in UTC. */
export type Cell = string | number | boolean | Date | null;

/**
 * Rows, the names of the columns first, as CSV (RFC 4180, UTF-8 with a byte order mark, which Excel needs).
 * A text that a spreadsheet would take for a formula gets an apostrophe before it; numbers stay numbers.
 */
export const writeCsv = (rows: readonly (readonly Cell[])[]): Buffer =>
  Buffer.from(
    stringify(
      rows.map((row) => row.map(plain)),
      { bom: true, escape_formulas: true, quoted_match: /[\r\n]/, record_delimiter: 'windows' },
    ),
  );

/** Blanks and line breaks before the sign do not keep every spreadsheet from reading a formula. */
const hiddenFormula = /^[\s\u00a0]+[=+\-@\uff1d\uff0b\uff0d\uff20]/;

const plain = (cell: Cell): string | number => {
  if (cell === null) return '';
  if (typeof cell === 'number') return cell;
  if (cell instanceof Date) return cell.toISOString();
  // A lone carriage return would begin a new row in some spreadsheets.
  const text = wellFormed(String(cell)).replace(/\r\n?/g, '\n');
  return hiddenFormula.test(text) && !text.startsWith('\t') ? `'${text}` : text;
};
