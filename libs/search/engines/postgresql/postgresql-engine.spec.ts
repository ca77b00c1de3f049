import { Pool } from 'pg';
import { testDatabase } from '#database';
import { describeSearchEngine } from '../../search-engine.contract.js';
import { PostgresqlEngine } from './postgresql-engine.js';

describeSearchEngine('PostgreSQL', async () => {
  const database = await testDatabase();
  const pool = new Pool({ connectionString: database.url });
  // As in the product: a connection that breaks while nobody uses it ends nothing.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return {
    engine: new PostgresqlEngine(pool),
    stop: async () => {
      await pool.end();
      await database.drop();
    },
  };
});
