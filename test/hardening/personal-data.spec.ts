import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Database, type TestDatabase, testDatabase } from '#database';
import { personalParts } from '../../apps/features.js';

let testing: TestDatabase;
let database: Database;

beforeAll(async () => {
  testing = await testDatabase();
  database = new Database(testing.dataSource);
});
afterAll(() => testing?.drop());

const tables = personalParts.flatMap((part) =>
  Object.entries(part.tables).map(([table, held]) => ({ table, ...held })),
);
const declared = new Set(tables.flatMap(({ table, leads }) => leads.map((column) => `${table}.${column}`)));

/** Ids and addresses that lead to no person. */
const ofNobody = [
  // Ids of the table's own kind, and of what is no person.
  /\.(id|number)$/,
  /\.(organisation|collaboration|request|opportunity|agreement|sign_off|event|slot|file|series|proposal|referred_from|follows|subject|declaration|transfer|merge)_id$/,
  /\.(sender|receiver|target|for|with)_(organisation_id|opportunity_id|id)$/,
  /^(introduction\.asker|account_session\.active|transfer_of_value\.recipient)_organisation_id$/,
  /^academic\.(employer|university)_id$/,
  /^organisation\.email_domains$/,
  /^search_(organisations|opportunities)\./,
  // Whether, not which.
  /_enabled$|_verified$/,
];

describe('every column that can lead to a person', () => {
  it('by a reference to an account or a profile stands in the part of its room', async () => {
    const rows = await database.rows<{ name: string }>(
      `SELECT c.conrelid::regclass || '.' || a.attname AS name FROM pg_constraint c
       JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = ANY(c.conkey)
       WHERE c.contype = 'f' AND c.confrelid IN ('account_holder'::regclass, 'academic'::regclass)`,
    );
    expect(rows.length).toBeGreaterThan(60);
    expect(rows.map(({ name }) => name).filter((name) => !declared.has(name))).toEqual([]);
  });

  it('by an id without a reference, or by an address, stands there too or is known to lead to nobody', async () => {
    const rows = await database.rows<{ name: string }>(
      `SELECT c.table_name || '.' || c.column_name AS name FROM information_schema.columns c
       JOIN information_schema.tables t USING (table_schema, table_name)
       WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE' AND c.is_generated = 'NEVER'
         AND (c.data_type = 'uuid' OR c.column_name ~ '(email|address|phone|user_agent|approver|signatory)')`,
    );
    const open = rows
      .map(({ name }) => name)
      .filter((name) => !declared.has(name) && !ofNobody.some((pattern) => pattern.test(name)));
    expect(open.sort()).toEqual([
      // The name of who signed is part of a signed agreement, and stays with it.
      'agreement_signature.signatory',
      'request_nda.signatory',
      // The name goes with the address beside it.
      'sign_off.approver_name',
    ]);
  });

  it('is a column that there is', async () => {
    const rows = await database.rows<{ name: string }>(
      `SELECT table_name || '.' || column_name AS name FROM information_schema.columns WHERE table_schema = 'public'`,
    );
    const known = new Set(rows.map(({ name }) => name));
    const struck = tables.flatMap(({ table, strike }) => strike?.columns.map((column) => `${table}.${column}`) ?? []);
    expect([...declared, ...struck].filter((name) => !known.has(name))).toEqual([]);
  });
});

describe('what is said of each table', () => {
  it('is one thing, whichever room says it', () => {
    const names = tables.map(({ table }) => table);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });

  it('gives a reason where a copy leaves it out, or something of it stays', () => {
    const reasons = tables.flatMap(({ copy, erasure }) => [
      ...('none' in copy ? [copy.none] : []),
      ...(erasure === 'goes' ? [] : [erasure.stays]),
    ]);
    expect(reasons.filter((reason) => !/^\p{Lu}.{20,}\.$/u.test(reason))).toEqual([]);
  });

  it('copies no secret', () => {
    const secret = /\b(password|token|hash|secret|backup_codes|code_hash|token_hash|access_token)\b/;
    expect(tables.filter(({ copy }) => 'sql' in copy && secret.test(copy.sql)).map(({ table }) => table)).toEqual([]);
  });

  it('lets nothing that is kept without being asked for go with an account unsaid', async () => {
    // What a reference removes goes, and is not said to stay.
    const rows = await database.rows<{ table: string; cascades: boolean }>(
      `SELECT conrelid::regclass::text AS table, bool_or(confdeltype = 'c') AS cascades FROM pg_constraint
       WHERE contype = 'f' AND confrelid = 'account_holder'::regclass GROUP BY 1`,
    );
    const goes = new Set(tables.filter(({ erasure }) => erasure === 'goes').map(({ table }) => table));
    expect(rows.filter(({ table, cascades }) => cascades && !goes.has(table))).toEqual([]);
  });
});
