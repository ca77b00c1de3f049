import { mkdtempSync, rmSync } from 'node:fs';
import { createServer as createSocket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AccountService, AUTH, type Auth, createPasswords, type NewAccount } from '#accounts';
import { readSettings, type Settings } from '#config';
import { Database, testDatabase } from '#database';
import { migrateJobs } from '#jobs';
import { OutboxRelay } from '#outbox';
import { createServer } from '../../apps/api/server.js';

/** What came back over HTTP. */
export interface Answer<Data> {
  status: number;
  data: Data;
  errors?: { message: string; extensions: { code: string; [detail: string]: unknown } }[];
}

/** A person, or nobody, who talks to the server over HTTP. */
export interface Actor {
  accountId: string | null;
  /** The session, for requests made by hand. */
  cookie: string;
  /** Asks and expects an answer without errors. */
  ask<Data = Record<string, never>>(query: string, variables?: object): Promise<Data>;
  /** Asks and expects to be refused with this code; answers the error's details. */
  refused(code: string, query: string, variables?: object): Promise<Record<string, unknown>>;
  /** Asks, whatever comes back. */
  send<Data = Record<string, unknown>>(query: string, variables?: object): Promise<Answer<Data>>;
  /** Reads an address, such as a file or a download. */
  get(path: string): Promise<Response>;
}

/** The whole product on a database of its own, and people who use it. */
export interface Benchside {
  url: string;
  settings: Settings;
  app: NestFastifyApplication;
  database: Database;
  nobody: Actor;
  /** Opens an account and signs in. */
  person(account: Partial<NewAccount> & { email: string }): Promise<Actor>;
  /** Resolves when everything written so far can be found. */
  indexed(): Promise<void>;
  stop(): Promise<void>;
}

const password = 'a long enough phrase for tests';

const freePort = () =>
  new Promise<number>((resolve) => {
    const socket = createSocket().listen(0, '127.0.0.1', () => {
      const { port } = socket.address() as { port: number };
      socket.close(() => resolve(port));
    });
  });

const actor = (url: string, accountId: string | null, cookie = ''): Actor => {
  const send = async <Data>(query: string, variables: object = {}): Promise<Answer<Data>> => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(cookie ? { cookie } : {}) },
      body: JSON.stringify({ query, variables }),
    });
    return { status: response.status, ...((await response.json()) as Omit<Answer<Data>, 'status'>) };
  };
  return {
    accountId,
    cookie,
    send,
    get: (path) => fetch(`${url}${path}`, { headers: cookie ? { cookie } : {} }),
    async ask<Data>(query: string, variables?: object) {
      const answer = await send<Data>(query, variables);
      if (answer.errors) throw new Error(`Refused: ${JSON.stringify(answer.errors, null, 1)}`);
      return answer.data;
    },
    async refused(code, query, variables) {
      const answer = await send(query, variables);
      const codes = answer.errors?.map(({ extensions }) => extensions.code) ?? [];
      if (!codes.includes(code)) throw new Error(`Expected ${code}, but: ${JSON.stringify(answer, null, 1)}`);
      const error = answer.errors?.find(({ extensions }) => extensions.code === code);
      return { message: error?.message, ...error?.extensions };
    },
  };
};

/** Starts the product as it is, with `environment` on top of the settings of a test. */
export const startBenchside = async (environment: Record<string, string> = {}): Promise<Benchside> => {
  const testing = await testDatabase();
  const stateDir = mkdtempSync(join(tmpdir(), 'benchside-state-'));
  const port = await freePort();
  const settings = readSettings({
    NODE_ENV: 'test',
    DATABASE_URL: testing.url,
    PORT: String(port),
    BASE_URL: `http://127.0.0.1:${port}`,
    BENCHSIDE_STATE: stateDir,
    LOG_LEVEL: 'error',
    DATABASE_POOL: '8',
    ...environment,
  });
  const app = await createServer(settings);
  // These accounts protect nothing. A hash says its own cost, so sign-in is as it is for everybody, only cheaper.
  const { password: passwords } = await app.get<Auth>(AUTH).$context;
  passwords.hash = createPasswords({ logN: 10, p: 1 }).hash;
  await migrateJobs(app.get(Database));
  await app.listen(port, '127.0.0.1');
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    settings,
    app,
    database: app.get(Database),
    nobody: actor(url, null),
    async person(account) {
      const name = account.name ?? account.email.split('@')[0] ?? 'Somebody';
      const accountId = await app.get(AccountService).open({ password, ...account, name });
      const response = await fetch(`${url}/auth/sign-in/email`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: url },
        body: JSON.stringify({ email: account.email, password: account.password ?? password }),
      });
      if (!response.ok) throw new Error(`Sign-in failed: ${response.status} ${await response.text()}`);
      const cookie = response.headers
        .getSetCookie()
        .map((line) => line.split(';')[0])
        .join('; ');
      return actor(url, accountId, cookie);
    },
    indexed: () => app.get(OutboxRelay).drain(),
    async stop() {
      await app.close();
      await testing.drop();
      rmSync(stateDir, { recursive: true, force: true });
    },
  };
};
