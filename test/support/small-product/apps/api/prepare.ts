import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';

const client = new Client({ connectionString: process.env.DATABASE_URL });
await client.connect();
await client.query('CREATE TABLE IF NOT EXISTS visit (at timestamptz NOT NULL DEFAULT now())');
await client.end();
console.log('one table made');
writeFileSync(join(process.env.BENCHSIDE_STATE ?? '', 'demonstration-accounts.txt'), 'ada@example.org  a password\n');
if (process.env.PREPARATION === 'fails') {
  console.error('the reason of the preparation');
  process.exit(3);
}
