import { createServer } from 'node:http';
import { Client } from 'pg';

const client = new Client({ connectionString: process.env.DATABASE_URL });
await client.connect();
const server = createServer(async (request, response) => {
  if (request.url === '/die') {
    console.error('the reason of the api');
    process.exit(3);
  }
  if (request.url === '/visit') await client.query('INSERT INTO visit DEFAULT VALUES');
  const { rows } = await client.query('SELECT count(*)::int AS count FROM visit');
  response.end(JSON.stringify({ visits: rows[0].count, search: process.env.MEILISEARCH_URL ?? 'postgresql' }));
});
server.listen(Number(process.env.PORT), '127.0.0.1');
const close = async (why: string) => {
  // The database must still be there: it is stopped last.
  await client.query('SELECT 1');
  console.log(`the api closed: ${why}`);
  process.exit(0);
};
process.on('SIGTERM', () => process.env.HANGS || close('asked'));
process.on('disconnect', () => process.exit(0));
