import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import type { Benchside } from './benchside.js';
import { known } from './known.person.js';

/** What the known person is found by, wherever it stands. */
export const everyMark = [known.family, known.email, known.contact, known.work, known.orcid, 'GMC7654321'];

/** Every table in which one of these stands, in whatever column, with how many rows. */
export const found = async ({ database }: Benchside, marks: readonly string[]): Promise<Record<string, number>> => {
  const tables = await database.rows<{ name: string }>(
    `SELECT quote_ident(table_schema) || '.' || quote_ident(table_name) AS name FROM information_schema.tables
     WHERE table_schema IN ('public', 'graphile_worker') AND table_type = 'BASE TABLE'`,
  );
  expect(tables.length).toBeGreaterThan(70);
  const rows: Record<string, number> = {};
  for (const { name } of tables) {
    const row = await database.row<{ count: number }>(
      `SELECT count(*)::int AS count FROM ${name} t WHERE EXISTS (SELECT FROM unnest($1::text[]) m WHERE strpos(lower(t::text), m) > 0)`,
      [marks.map((mark) => mark.toLowerCase())],
    );
    if (row?.count) rows[name.replace('public.', '')] = row.count;
  }
  return rows;
};

/** The letters in the outbox that hold a text. */
export const mailOf = ({ settings }: Benchside, wanted: string): string[] => {
  const folder = join(settings.stateDir, 'mail');
  return readdirSync(folder)
    .filter((name) => !name.endsWith('.part'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .filter((text) => text.toLowerCase().includes(wanted.toLowerCase()));
};
