import { writeCsv } from '#files';
import type { CsvFile } from './declaration.terms.js';

/** A table as text in CSV; what a spreadsheet would read as a formula is marked as text. */
export const csvFile = (name: string, columns: readonly string[], rows: readonly (readonly string[])[]): CsvFile => ({
  name,
  text: writeCsv([columns, ...rows]).toString('utf8'),
});
