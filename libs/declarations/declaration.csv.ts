import { stringify } from 'csv-stringify/sync';
import type { CsvFile } from './declaration.terms.js';

/** A table as CSV; a value that a spreadsheet would read as a formula is marked as text. */
export const csvFile = (name: string, columns: readonly string[], rows: readonly (readonly string[])[]): CsvFile => ({
  name,
  // A byte order mark lets spreadsheets read the pound sign and names as they are.
  text: stringify([[...columns], ...rows.map((row) => [...row])], {
    bom: true,
    escape_formulas: true,
    record_delimiter: 'windows',
  }),
});
