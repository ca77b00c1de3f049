import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ModuleMetadata } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { Academic, AcademicsModule, Work } from '#academics';
import { AccountsModule, type OrganisationRole, type Viewer } from '#accounts';
import { ConfigModule, readSettings } from '#config';
import { Database, DatabaseModule, type EntityClass, testDatabase } from '#database';
import { migrateJobs } from '#jobs';
import { MailModule } from '#mail';
import { Notification, NotificationLetters, NotificationService } from '#notifications';
import { OpportunitiesModule, Opportunity } from '#opportunities';
import { Organisation, OrganisationsModule } from '#organisations';
import { TaxonomyEdition, TaxonomyModule, TaxonomyTerm } from '#taxonomy';
import { ContactService } from './contact.service.js';
import { DraftService } from './draft.service.js';
import { RequestAnswering } from './request.answering.js';
import { RequestChecker } from './request.check.js';
import { CollaborationRequest } from './request.entity.js';
import type { SendRequestInput } from './request.inputs.js';
import { RequestJobs } from './request.jobs.js';
import { RequestListeners } from './request.listeners.js';
import { RequestApproval } from './request.office.js';
import type { RequestProblems, RequestSent } from './request.problem.js';
import { RequestRecords } from './request.records.js';
import { RequestReferral } from './request.referral.js';
import { RequestSending } from './request.sending.js';
import { RequestService } from './request.service.js';
import { RequestThread } from './request.thread.js';
import { RequestsModule } from './requests.module.js';

/** A reason that may be sent. */
export const goodReason =
  'I run an asthma clinic of four hundred patients and would like to test your inhaler sensor with them.';

const entities = [
  TaxonomyTerm,
  TaxonomyEdition,
  Organisation,
  Academic,
  Work,
  Opportunity,
  CollaborationRequest,
  Notification,
];

const nothing: ReadonlySet<string> = new Set();

/** Requests as the product runs them: the modules themselves, a real database, letters in real files. */
export const requestsForTests = async (more: Pick<ModuleMetadata, 'imports'> & { entities?: EntityClass[] } = {}) => {
  const { url, drop } = await testDatabase();
  const state = await mkdtemp(join(tmpdir(), 'benchside-requests-'));
  const settings = readSettings({ NODE_ENV: 'test', DATABASE_URL: url, BENCHSIDE_STATE: state });
  const app = await Test.createTestingModule({
    imports: [
      ConfigModule.of(settings),
      DatabaseModule.of([...entities, ...(more.entities ?? [])]),
      MailModule,
      TaxonomyModule,
      AccountsModule,
      OrganisationsModule,
      AcademicsModule,
      OpportunitiesModule,
      RequestsModule,
      ...(more.imports ?? []),
    ],
  }).compile();
  app.enableShutdownHooks();
  const database = app.get(Database);
  await migrateJobs(database);
  await app.init();

  /** Somebody with an account, as the API would know them. */
  const viewer = async (accountId: string): Promise<Viewer> => {
    const row = await database.row<Pick<Viewer, 'name' | 'email' | 'academicId' | 'memberships'>>(
      `SELECT h.name, h.email, (SELECT id FROM academic WHERE account_id = h.id) AS "academicId",
         coalesce((SELECT json_agg(json_build_object('organisationId', organisation_id, 'role', role))
           FROM account_membership WHERE account_id = h.id), '[]') AS memberships
       FROM account_holder h WHERE h.id = $1`,
      [accountId],
    );
    if (!row) throw new Error('There is no such account');
    return {
      ...row,
      accountId,
      sessionId: randomUUID(),
      emailVerified: true,
      secondFactor: false,
      platformRole: 'person',
    };
  };

  const account = async (name: string): Promise<string> => {
    const row = await database.row<{ id: string }>(
      'INSERT INTO account_holder (name, email, email_verified) VALUES ($1, $2, true) RETURNING id',
      [name, `${randomUUID()}@example.org`],
    );
    if (!row) throw new Error('The account was not inserted');
    return row.id;
  };

  const insert = async (table: string, values: Record<string, unknown>): Promise<string> => {
    const columns = Object.keys(values);
    const row = await database.row<{ id: string }>(
      `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((_, index) => `$${index + 1}`).join(', ')})
       RETURNING id`,
      Object.values(values),
    );
    if (!row) throw new Error(`Nothing was inserted into ${table}`);
    return row.id;
  };

  /** A profile that nobody has claimed. */
  const unclaimed = (values: Record<string, unknown> = {}) =>
    insert('academic', { given_name: 'Una', family_name: 'Claimed', profession: 'doctor', ...values });

  /** Somebody with a profile of their own. */
  const academic = async (
    name = 'Ada Adams',
    values: Record<string, unknown> = {},
  ): Promise<Viewer & { academicId: string }> => {
    const [given_name = '', family_name = ''] = name.split(' ');
    const accountId = await account(name);
    const academicId = await unclaimed({ given_name, family_name, account_id: accountId, ...values });
    return { ...(await viewer(accountId)), academicId };
  };

  /** An organisation, verified unless said otherwise. */
  const organisation = (name = 'Novara Inhalers', values: Record<string, unknown> = {}) =>
    insert('organisation', { slug: randomUUID(), name, type: 'company', verification: 'verified', ...values });

  /** Somebody who belongs to an organisation. */
  const member = async (organisationId: string, role: OrganisationRole = 'member', name = 'Mel Member') => {
    const accountId = await account(name);
    await database.affected('INSERT INTO account_membership (organisation_id, account_id, role) VALUES ($1, $2, $3)', [
      organisationId,
      accountId,
      role,
    ]);
    return viewer(accountId);
  };

  /** A published brief, or project idea, of one side. */
  const opportunity = (
    owner: { organisationId: string } | { academicId: string },
    values: Record<string, unknown> = {},
  ) =>
    insert('opportunity', {
      side: 'organisationId' in owner ? 'company' : 'academic',
      organisation_id: 'organisationId' in owner ? owner.organisationId : null,
      academic_id: 'academicId' in owner ? owner.academicId : null,
      opportunity_type: 'product-evaluation',
      title: 'An inhaler that notices how it is used',
      state: 'published',
      ...values,
    });

  const input = (values: Partial<SendRequestInput>): SendRequestInput => ({
    type: 'advisory-board',
    reason: goodReason,
    mayBeReferred: true,
    acknowledgeMismatch: false,
    idempotencyKey: randomUUID(),
    ...values,
  });

  const sending = app.get(RequestSending);
  const attempt = (as: Viewer, values: Partial<SendRequestInput>): Promise<RequestSent | RequestProblems> =>
    sending.send(as, input(values), nothing);

  /** Sends a request that nothing stands against. */
  const send = async (as: Viewer, values: Partial<SendRequestInput>): Promise<CollaborationRequest> => {
    const result = await attempt(as, values);
    if ('request' in result) return result.request;
    throw new Error(`Not sent: ${result.problems.map(({ code }) => code).join(', ')}`);
  };

  const requests = app.get(RequestService);
  const answering = app.get(RequestAnswering);
  const thread = app.get(RequestThread);
  const post = (as: Viewer, requestId: string, text: string, more: { times?: Date[]; idempotencyKey?: string } = {}) =>
    thread.post(as, { requestId, text, minutes: 30, idempotencyKey: randomUUID(), ...more }, nothing);

  /** The codes of what stands against a request. */
  const codesOf = (result: RequestSent | RequestProblems) =>
    'problems' in result ? result.problems.map(({ code }) => code) : ['sent'];

  const events = (requestId: string) =>
    database.rows<{ action: string; from: string | null; to: string | null; side: string; note: string | null }>(
      `SELECT action, from_state AS "from", to_state AS "to", side, note FROM request_event WHERE request_id = $1
       ORDER BY number`,
      [requestId],
    );

  const stateOf = async (id: string) =>
    (await database.row<{ state: string }>('SELECT state FROM collaboration_request WHERE id = $1', [id]))?.state;

  /** The clock moves on for one request: everything dated in it was so much earlier. */
  const age = (id: string, interval: string) =>
    database.affected(
      `UPDATE collaboration_request SET created_at = date_trunc('milliseconds', created_at - $2::interval),
         decided_at = date_trunc('milliseconds', decided_at - $2::interval), expires_at = expires_at - $2::interval
       WHERE id = $1`,
      [id, interval],
    );

  const letters = app.get(NotificationLetters);
  /** Runs the letter jobs that are due now, or with `all` every one, and gives back the texts of all letters so far. */
  const sendLetters = async ({ all = false } = {}): Promise<string[]> => {
    const jobs = await database.rows<{ id: string; payload: { ids: string[] } }>(
      `SELECT j.id, p.payload FROM graphile_worker._private_jobs p JOIN graphile_worker.jobs j ON j.id = p.id
       WHERE j.task_identifier = 'notification-letters' AND ($1 OR j.run_at <= now()) ORDER BY j.id`,
      [all],
    );
    for (const job of jobs) await letters.send(job.payload.ids);
    await database.rows('SELECT graphile_worker.complete_jobs($1::bigint[])', [jobs.map(({ id }) => id)]);
    return mailed('.txt');
  };

  /** The letters so far, as a browser would show them. */
  const letterPages = async () => (await mailed('.html')).filter((page) => page.includes('<main'));

  const mailed = async (ending: string): Promise<string[]> => {
    const folder = join(state, 'mail');
    const files = (await readdir(folder).catch(() => [])).filter((file) => file.endsWith(ending)).sort();
    return Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
  };

  /** Resolves once some session of this database waits for another one’s lock. */
  const somebodyWaits = async () => {
    const waiting = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
    while (!(await database.row(waiting)));
  };

  /** Counts the statements that go through the pool until it is stopped. */
  const counted = () => {
    const { pool } = database;
    const { query } = pool;
    let count = 0;
    pool.query = function counting(this: typeof pool, ...parameters: unknown[]) {
      count += 1;
      return Reflect.apply(query, this, parameters);
    } as typeof query;
    return {
      stop: () => {
        pool.query = query;
        return count;
      },
    };
  };

  const close = async () => {
    await app.close();
    await drop();
    await rm(state, { recursive: true, force: true });
  };

  return {
    app,
    database,
    viewer,
    account,
    unclaimed,
    academic,
    organisation,
    member,
    opportunity,
    input,
    attempt,
    send,
    post,
    codesOf,
    events,
    stateOf,
    age,
    sendLetters,
    letterPages,
    letters,
    counted,
    somebodyWaits,
    requests,
    answering,
    thread,
    referral: app.get(RequestReferral),
    approval: app.get(RequestApproval),
    checker: app.get(RequestChecker),
    records: app.get(RequestRecords),
    contacts: app.get(ContactService),
    drafts: app.get(DraftService),
    jobs: app.get(RequestJobs),
    listeners: app.get(RequestListeners),
    notifications: app.get(NotificationService),
    nothing,
    close,
  };
};

export type RequestsForTests = Awaited<ReturnType<typeof requestsForTests>>;
