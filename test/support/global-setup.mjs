import { mkdtempSync, readdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { removeAbandoned, startEmbeddedPostgres } from '../../libs/database/embedded/embedded-postgres.mjs';

const prefix = 'benchside-test-';
const tenMinutes = 600_000;

/** What killed runs left behind. The age spares a run that has made its folder and not yet locked it. */
const removeLeftovers = async () => {
  for (const name of readdirSync(tmpdir())) {
    const folder = join(tmpdir(), name);
    const stat = name.startsWith(prefix) && statSync(folder, { throwIfNoEntry: false });
    if (!stat || stat.uid !== (process.getuid?.() ?? stat.uid) || Date.now() - stat.mtimeMs < tenMinutes) continue;
    await removeAbandoned(folder).catch((error) => console.warn(`${folder} could not be removed: ${error.message}`));
  }
};

/**
 * One PostgreSQL for the whole run, new each time, unless TEST_DATABASE_URL names one. Workers read the address in
 * TEST_DATABASE_URL; `testDatabase()` of `#database` gives each spec file a database of its own on it.
 */
export default async () => {
  if (process.env.TEST_DATABASE_URL) return;
  await removeLeftovers();
  const postgres = await startEmbeddedPostgres({ stateDir: mkdtempSync(join(tmpdir(), prefix)), durable: false });
  process.env.TEST_DATABASE_URL = postgres.url;
  /** @type {{ testPostgres?: typeof postgres }} */ (globalThis).testPostgres = postgres;
};
