import { execFileSync } from 'node:child_process';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Client } from 'pg';
import { AccountService } from '#accounts';
import type { Settings } from '#config';
import { Database } from '#database';
import { generateDirectory } from '#demonstration';
import { DirectoryLoader } from '#importers';
import { Indexer, searchKinds } from '#search';
import { TextStore } from '#texts';
import { features } from '../features.js';

const profiles = 20_000;
const name = 'benchside_bench';
const account = { email: 'bench@example.org', name: 'Bench', password: 'measured and not estimated' };

/** A directory of twenty thousand, and somebody who is signed in to it. */
export interface World {
  databaseUrl: string;
  profiles: number;
  academicIds: string[];
  ownAcademicId: string;
  ownBriefId: string;
  /** The cookie of a session at the server with this address. */
  signIn(url: string): Promise<string>;
  drop(): Promise<void>;
}

const onServer = async (url: string, ...statements: string[]) => {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
};

const say = (what: string) => process.stdout.write(`${what}\n`);

/** Makes a database of its own beside the product's, fills it, and indexes it. */
export const prepareBench = async (settings: Settings): Promise<World> => {
  const url = new URL(settings.databaseUrl);
  url.pathname = `/${name}`;
  const databaseUrl = url.href;
  await onServer(settings.databaseUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`, `CREATE DATABASE ${name}`);
  execFileSync(process.execPath, ['dist/apps/api/prepare.js'], {
    env: { DATABASE_URL: databaseUrl, DEMONSTRATION: 'false', BENCHSIDE_STATE: settings.stateDir },
    stdio: 'inherit',
  });

  @Module({ imports: features({ ...settings, databaseUrl, meilisearch: null }) })
  class BenchModule {}
  const app = await NestFactory.createApplicationContext(BenchModule, { logger: ['error', 'warn'] });
  try {
    let told = 0;
    const started = performance.now();
    await app
      .get(DirectoryLoader)
      .load(generateDirectory({ academics: profiles, worksPerAcademic: 15, seed: 'bench' }), {
        onProgress: ({ read }) => {
          if (read - told < 2_000) return;
          told = read;
          say(`Loading: ${read} records, ${((performance.now() - started) / 1000).toFixed(0)} s`);
        },
      });
    for (const kind of searchKinds) await app.get(Indexer).rebuild(kind);
    say('Placing the works');
    await app.get(TextStore).placeAnew();
    const database = app.get(Database);
    await database.dataSource.query('DELETE FROM outbox');
    // What the yardstick would have for its list; the product does not use it.
    await database.dataSource.query('CREATE INDEX ON academic (profession, nation, family_name, id)');
    await database.dataSource.query('VACUUM ANALYZE');
    const accountId = await app.get(AccountService).open(account);
    const rows = await database.rows<{ id: string }>(
      `SELECT id FROM academic WHERE visibility = 'public' ORDER BY md5(id::text) LIMIT 500`,
    );
    const academicIds = rows.map(({ id }) => id);
    const [own] = academicIds;
    if (!own) throw new Error('No academics were loaded');
    await database.affected('UPDATE academic SET account_id = $2 WHERE id = $1', [own, accountId]);
    const brief = await database.row<{ id: string }>(
      `WITH brief AS (
         SELECT id, organisation_id FROM opportunity
         WHERE side = 'company' AND state = 'published' ORDER BY md5(id::text) LIMIT 1
       ), member AS (
         INSERT INTO account_membership (organisation_id, account_id, role) SELECT organisation_id, $1, 'member' FROM brief
       )
       SELECT id FROM brief`,
      [accountId],
    );
    if (!brief) throw new Error('No briefs were loaded');
    say(`Ready after ${((performance.now() - started) / 1000).toFixed(0)} s`);
    return {
      databaseUrl,
      profiles,
      academicIds,
      ownAcademicId: own,
      ownBriefId: brief.id,
      async signIn(address) {
        const response = await fetch(`${address}/auth/sign-in/email`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', origin: address },
          body: JSON.stringify({ email: account.email, password: account.password }),
        });
        if (!response.ok) throw new Error(`Sign-in failed: ${response.status} ${await response.text()}`);
        return response.headers
          .getSetCookie()
          .map((line) => line.split(';')[0])
          .join('; ');
      },
      drop: () => onServer(settings.databaseUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
    };
  } finally {
    await app.close();
  }
};
