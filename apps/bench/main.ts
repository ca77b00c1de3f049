import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import autocannon from 'autocannon';
import { readSettings } from '#config';
import { prepareBench } from './prepare.js';
import { backendsOf, cpuOf, freePort, peakMemoryOf, startProgram, usedBetween } from './processes.js';
import { type Scenario, scenarios } from './scenarios.js';

/** How much is asked: enough for the CPU clock, which ticks a hundred times a second. */
const requests = Number(process.argv[2] ?? 3000);
const connections = 20;

interface Measured {
  /** CPU milliseconds per request. */
  server: number;
  postgresql: number;
  /** SQL statements per request, each its own transaction. */
  statements: number;
  p50: number;
  p99: number;
  perSecond: number;
  failures: number;
}

const statementsOf = async (url: string): Promise<number> => {
  const { Client } = (await import('pg')).default;
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('SELECT pg_stat_clear_snapshot()');
    const { rows } = await client.query<{ count: string }>(
      'SELECT xact_commit AS count FROM pg_stat_database WHERE datname = current_database()',
    );
    return Number(rows[0]?.count);
  } finally {
    await client.end();
  }
};

const fire = (url: string, bodies: string[], headers: Record<string, string>, amount: number) =>
  new Promise<autocannon.Result>((resolve, reject) => {
    let next = 0;
    autocannon(
      {
        url,
        connections,
        amount,
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        setupClient: (client) => {
          const turn = () => {
            client.setBody(bodies[next % bodies.length] ?? '');
            next += 1;
          };
          turn();
          client.on('response', turn);
        },
      },
      (error: unknown, result) => (error ? reject(error) : resolve(result)),
    );
  });

const measure = async (
  pid: number,
  databaseUrl: string,
  url: string,
  bodies: string[],
  headers: Record<string, string> = {},
): Promise<Measured> => {
  await fire(url, bodies, headers, Math.min(600, requests));
  const before = {
    server: cpuOf([pid]),
    postgresql: cpuOf(await backendsOf(databaseUrl)),
    statements: await statementsOf(databaseUrl),
  };
  const result = await fire(url, bodies, headers, requests);
  const after = { server: cpuOf([pid]), postgresql: cpuOf(await backendsOf(databaseUrl)) };
  // The statistics of a backend reach the view within a second of its last statement.
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  const statements = await statementsOf(databaseUrl);
  return {
    server: usedBetween(before.server, after.server) / requests,
    postgresql: usedBetween(before.postgresql, after.postgresql) / requests,
    statements: Math.round(((statements - before.statements) / requests) * 10) / 10,
    p50: result.latency.p50,
    p99: result.latency.p99,
    perSecond: result.requests.average,
    failures: result.non2xx + result.errors,
  };
};

const settings = readSettings();
const world = await prepareBench(settings);
const barePort = await freePort();
const apiPort = await freePort();
const bare = await startProgram(
  'dist/apps/bench/bare.js',
  [world.databaseUrl, String(barePort)],
  {},
  `http://127.0.0.1:${barePort}/none`,
);
const api = await startProgram(
  'dist/apps/api/main.js',
  [],
  {
    NODE_ENV: 'development',
    DATABASE_URL: world.databaseUrl,
    PORT: String(apiPort),
    LOG_LEVEL: 'error',
    BENCHSIDE_STATE: settings.stateDir,
    RATE_LIMIT: 'false',
  },
  `http://127.0.0.1:${apiPort}/health/live`,
);

try {
  const cookie = await world.signIn(`http://127.0.0.1:${apiPort}`);
  const rows: Record<string, { api: Measured; bare: Measured | null; ratio: number | null }> = {};
  for (const [name, scenario] of Object.entries(scenarios(world)) as [string, Scenario][]) {
    const ours = await measure(api.pid, world.databaseUrl, `http://127.0.0.1:${apiPort}/graphql`, scenario.api, {
      cookie,
    });
    const yardstick = scenario.bare
      ? await measure(bare.pid, world.databaseUrl, `http://127.0.0.1:${barePort}/${name}`, scenario.bare)
      : null;
    const total = (measured: Measured) => measured.server + measured.postgresql;
    rows[name] = { api: ours, bare: yardstick, ratio: yardstick ? total(ours) / total(yardstick) : null };
  }
  const memory = { apiPeakMb: Math.round(peakMemoryOf(api.pid)), barePeakMb: Math.round(peakMemoryOf(bare.pid)) };
  const report = { node: process.version, profiles: world.profiles, requests, connections, scenarios: rows, memory };
  mkdirSync(settings.stateDir, { recursive: true });
  const file = join(settings.stateDir, 'bench.json');
  writeFileSync(file, `${JSON.stringify(report, null, 2)}\n`);
  console.table(
    Object.fromEntries(
      Object.entries(rows).map(([name, { api: a, bare: b, ratio }]) => [
        name,
        {
          'server ms': a.server.toFixed(2),
          'PostgreSQL ms': a.postgresql.toFixed(2),
          'bare ms': b ? `${b.server.toFixed(2)} + ${b.postgresql.toFixed(2)}` : '-',
          ratio: ratio?.toFixed(2) ?? '-',
          statements: a.statements,
          'p50 ms': a.p50,
          'p99 ms': a.p99,
          failures: a.failures + (b?.failures ?? 0),
        },
      ]),
    ),
  );
  process.stdout.write(`CPU per request; peak memory of the API ${memory.apiPeakMb} MB. Written to ${file}\n`);
} finally {
  api.kill();
  bare.kill();
  await world.drop();
}
