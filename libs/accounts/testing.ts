import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Logger } from '@nestjs/common';
import { fastify } from 'fastify';
import { Database, testDatabase } from '#database';
import { FileMailer } from '#mail';
import { AccountService } from './account.service.js';
import { Attempts } from './attempts.js';
import { createAuth } from './auth.js';
import { ClaimService } from './claim.service.js';
import { ConsentService } from './consent.service.js';
import { MembershipService } from './membership.service.js';
import { mountAuth } from './mount.js';
import { Post } from './post.js';
import type { AccountsSettings } from './settings.js';
import { Viewers } from './viewer.queries.js';

/** A password that sign-up takes from anybody. */
export const goodPassword = 'grey kettle on the hob';

/** A letter as it lies in the file outbox. */
export interface SentLetter {
  kind: string;
  to: string;
  subject: string;
  text: string;
  /** The first address in it. */
  link: string;
}

/** What a browser keeps: cookies by name, sent back as they came. */
export class Browser {
  readonly cookies = new Map<string, string>();
  address = '203.0.113.7';

  get cookieHeader(): string | undefined {
    return this.cookies.size === 0
      ? undefined
      : [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  keep(setCookies: string[]): void {
    for (const cookie of setCookies) {
      const [pair = ''] = cookie.split(';');
      const name = pair.slice(0, pair.indexOf('='));
      const value = pair.slice(pair.indexOf('=') + 1);
      if (value === '' || /max-age=0/i.test(cookie)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
  }
}

export interface Reply {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: the answers of a test are looked into freely
  body: any;
  headers: Record<string, string>;
  setCookies: string[];
}

interface RequestParts {
  body?: object | string;
  headers?: Record<string, string>;
  browser?: Browser;
}

/** Accounts as the product runs them: a real server, a real database, letters in real files. */
export const accountsForTests = async (changes: Partial<AccountsSettings> = {}) => {
  const settings: AccountsSettings = {
    baseUrl: 'http://localhost:3000',
    authSecret: 'a secret that only the tests know, 0123456789',
    production: false,
    orcid: null,
    // Cheap hashes: these accounts protect nothing. One spec checks the real cost.
    passwordWork: { logN: 10, p: 1 },
    answerBeat: 20,
    ...changes,
  };
  Logger.overrideLogger(false);
  const { dataSource, drop } = await testDatabase();
  const database = new Database(dataSource);
  const folder = await mkdtemp(join(tmpdir(), 'benchside-mail-'));
  const post = new Post(new FileMailer(folder, 'Benchside <no-reply@benchside.example>'));
  const attempts = new Attempts(database.pool, settings.authSecret);
  const auth = createAuth({ pool: database.pool, post, attempts, settings });
  const viewers = await Viewers.create(database.pool, auth, settings);
  const accounts = new AccountService(database, auth);
  const memberships = new MembershipService(database, attempts, post, settings);
  const consents = new ConsentService(database);
  const claims = new ClaimService(database, attempts, post, settings);
  const server = fastify({ trustProxy: true });
  mountAuth(server, auth, settings);
  const served = await server.listen({ port: 0, host: '127.0.0.1' });

  const request = async (
    method: string,
    path: string,
    { body, headers = {}, browser = new Browser() }: RequestParts,
  ) => {
    const response = await fetch(`${served}${path}`, {
      method,
      redirect: 'manual',
      headers: {
        origin: new URL(settings.baseUrl).origin,
        'x-forwarded-for': browser.address,
        ...(browser.cookieHeader ? { cookie: browser.cookieHeader } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    browser.keep(response.headers.getSetCookie());
    const text = await response.text();
    const json = response.headers.get('content-type')?.includes('json') && text !== '';
    const reply: Reply = {
      status: response.status,
      body: json ? JSON.parse(text) : text,
      headers: Object.fromEntries(response.headers),
      setCookies: response.headers.getSetCookie(),
    };
    return reply;
  };
  const call = (method: 'GET' | 'POST', path: string, body?: object, browser?: Browser) =>
    request(method, `/auth${path}`, { ...(body ? { body } : {}), ...(browser ? { browser } : {}) });

  const letters = async (to?: string): Promise<SentLetter[]> => {
    await post.settled();
    const files = (await readdir(folder)).filter((file) => file.endsWith('.txt')).sort();
    const all = await Promise.all(
      files.map(async (file) => {
        const [head = '', ...rest] = (await readFile(join(folder, file), 'utf8')).split('\n\n');
        const text = rest.join('\n\n');
        return {
          kind: file.replace(/^\d+-(.*)-[0-9a-f]+\.txt$/, '$1'),
          to: /^To: (.*)$/m.exec(head)?.[1] ?? '',
          subject: /^Subject: (.*)$/m.exec(head)?.[1] ?? '',
          text,
          link: /https?:\S+/.exec(text)?.[0] ?? '',
        };
      }),
    );
    return to === undefined ? all : all.filter((letter) => letter.to === to);
  };

  /** The newest letter of a kind to somebody. */
  const letter = async (to: string, kind: string): Promise<SentLetter> => {
    const found = (await letters(to)).filter((sent) => sent.kind === kind).at(-1);
    if (!found) throw new Error(`There is no ${kind} letter to ${to}.`);
    return found;
  };

  /** Follows a confirmation letter as a person does: opens the page, presses the button. */
  const confirm = async (email: string, browser = new Browser()): Promise<Reply> => {
    const { link } = await letter(email, 'confirm-email');
    return call('GET', `/verify-email${new URL(link).search}`, undefined, browser);
  };

  /** Opens and confirms an account by sign-up, and signs it in. */
  const join_ = async (name: string, email: string, password = goodPassword) => {
    const browser = new Browser();
    const signedUp = await call('POST', '/sign-up/email', { name, email, password }, browser);
    if (signedUp.status !== 200) throw new Error(`sign-up: ${JSON.stringify(signedUp.body)}`);
    await confirm(email, browser);
    const signedIn = await call('POST', '/sign-in/email', { email, password }, browser);
    if (signedIn.status !== 200) throw new Error(`sign-in: ${JSON.stringify(signedIn.body)}`);
    return { browser, viewer: await viewers.of(browser.cookieHeader) };
  };

  /** Forgets how often anything was tried. */
  const forgetAttempts = () => database.affected('DELETE FROM account_attempt');

  const close = async () => {
    await server.close();
    await post.settled();
    await drop();
    await rm(folder, { recursive: true, force: true });
  };

  return {
    served,
    settings,
    database,
    auth,
    viewers,
    accounts,
    memberships,
    consents,
    claims,
    post,
    server,
    folder,
    request,
    call,
    letters,
    letter,
    confirm,
    join: join_,
    forgetAttempts,
    close,
  };
};

export type AccountsForTests = Awaited<ReturnType<typeof accountsForTests>>;
