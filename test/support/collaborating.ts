import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JobHandler } from '#jobs';
import { NOTIFICATION_JOBS } from '#notifications';
import { SIGN_OFF_JOBS } from '#sign-offs';
import type { Actor, Benchside } from './benchside.js';

const reason = 'Your clinic knows severe asthma better than anybody, and our inhaler sensor needs somebody who does.';

/** An academic and a company that have said yes to each other. */
export interface Collaborating {
  academic: Actor;
  company: Actor;
  academicId: string;
  organisationId: string;
  employerId: string;
  requestId: string;
  collaborationId: string;
}

/** Inserts a row and answers its id. */
export const inserting =
  ({ database }: Benchside) =>
  async (table: string, values: Record<string, unknown>): Promise<string> => {
    const columns = Object.keys(values);
    const row = await database.row<{ id: string }>(
      `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((_, at) => `$${at + 1}`).join(', ')}) RETURNING id`,
      Object.values(values),
    );
    return row?.id ?? '';
  };

/** The one who writes for every company of a world: signing in is what takes longest. */
const scientists = new WeakMap<Benchside, Promise<Actor>>();

const scientistOf = (benchside: Benchside): Promise<Actor> => {
  const known = scientists.get(benchside);
  if (known) return known;
  const opened = benchside.person({ email: 'sam@breathe.example', name: 'Sam Okafor' });
  scientists.set(benchside, opened);
  return opened;
};

/** An academic of this kind is asked by a company, and accepts; `terms` are what the company proposes. */
export const collaborating = async (
  benchside: Benchside,
  { type = 'consultancy', terms, values }: { type?: string; terms?: object; values?: Record<string, unknown> } = {},
): Promise<Collaborating> => {
  const insert = inserting(benchside);
  const mark = randomUUID().slice(0, 8);
  const academic = await benchside.person({ email: `ada.${mark}@example.org`, name: 'Ada Nwosu' });
  const company = await scientistOf(benchside);
  const organisation = (name: string, type: string) =>
    insert('organisation', { slug: `${type}-${mark}`, name, type, verification: 'verified', topics: ['asthma'] });
  const organisationId = await organisation('Breathe Devices', 'company');
  const employerId = await organisation('Tyne Hospitals', 'nhs-organisation');
  await insert('account_membership', { organisation_id: organisationId, account_id: company.accountId, role: 'admin' });
  const academicId = await insert('academic', {
    given_name: 'Ada',
    family_name: 'Nwosu',
    account_id: academic.accountId,
    profession: 'doctor',
    career_stage: 'doctoral',
    training_status: 'in-programme',
    nation: 'england',
    topics: ['asthma'],
    employer_id: employerId,
    ...values,
  });
  const { sendRequest } = await company.ask<{ sendRequest: { request: { id: string } } }>(
    'mutation ($input: SendRequestInput!) { sendRequest(input: $input) { ... on RequestSent { request { id } } ... on RequestProblems { problems { code message } } } }',
    {
      input: {
        ...{ toAcademicId: academicId, asOrganisationId: organisationId, type, reason, terms },
        idempotencyKey: randomUUID(),
      },
    },
  );
  const requestId = sendRequest.request.id;
  await academic.ask('mutation ($id: ID!) { acceptRequest(id: $id) { state } }', { id: requestId });
  const row = await benchside.database.row<{ id: string }>('SELECT id FROM collaboration WHERE request_id = $1', [
    requestId,
  ]);
  return { academic, company, academicId, organisationId, employerId, requestId, collaborationId: row?.id ?? '' };
};

/** Lets the first day of the work come: days pass that no test waits for. */
export const firstDayComes = ({ database }: Benchside, collaborationId: string): Promise<number> =>
  database.transaction(async (tx) => {
    await tx.affected('ALTER TABLE engagement_terms DISABLE TRIGGER kept');
    const moved = await tx.affected(
      'UPDATE engagement_terms SET starts_on = CURRENT_DATE WHERE collaboration_id = $1 AND starts_on > CURRENT_DATE',
      [collaborationId],
    );
    await tx.affected('ALTER TABLE engagement_terms ENABLE TRIGGER kept');
    return moved;
  });

/** One letter, as its reader gets it. */
export interface SentLetter {
  to: string;
  subject: string;
  text: string;
}

/** Sends every letter that waits, due or not, and answers all letters so far, oldest first. */
export const letters = async ({ app, database, settings }: Benchside): Promise<SentLetter[]> => {
  const handlers = [app.get<JobHandler[]>(NOTIFICATION_JOBS), app.get<JobHandler[]>(SIGN_OFF_JOBS)].flat();
  const jobs = await database.rows<{ id: string; name: string; payload: Record<string, unknown> }>(
    `SELECT j.id, j.task_identifier AS name, p.payload FROM graphile_worker._private_jobs p
     JOIN graphile_worker.jobs j ON j.id = p.id ORDER BY j.id`,
  );
  for (const { name, payload } of jobs) await handlers.find((handler) => handler.name === name)?.run(payload);
  await database.rows('SELECT graphile_worker.complete_jobs($1::bigint[])', [jobs.map(({ id }) => id)]);
  const folder = join(settings.stateDir, 'mail');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => {
      const text = readFileSync(join(folder, name), 'utf8');
      const header = (of: string) => new RegExp(`^${of}: (.*)$`, 'mi').exec(text)?.[1]?.trim() ?? '';
      return { to: header('to'), subject: header('subject'), text };
    });
};
