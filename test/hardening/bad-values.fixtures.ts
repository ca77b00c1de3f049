import { GraphQLSchemaHost } from '@nestjs/graphql';
import { type Actor, type Benchside, startBenchside } from '../support/benchside.js';
import { postBody, type Reply } from './asking.js';
import { type Place, type Plausible, type WalkedOperation, walkOperations } from './schema.walk.js';

/** A server, and somebody who may do everything there: with a profile, an organisation and the platform's own rights. */
export interface Everything {
  benchside: Benchside;
  actor: Actor;
  operations: WalkedOperation[];
  send(operation: WalkedOperation, variables: Record<string, unknown>): Promise<Reply>;
  /** How many rows each table has. */
  rows(): Promise<Record<string, number>>;
}

/** Tables that count what was asked, also of what was refused. */
const bookkeeping = ['account_attempt', 'account_session', 'outbox'];

export const startEverything = async (): Promise<Everything> => {
  const benchside = await startBenchside({ RATE_LIMIT: 'false' });
  const { database } = benchside;
  const actor = await benchside.person({ email: 'ada@example.org', name: 'Ada Nwosu', platformRole: 'platform-admin' });
  const idFrom = async (sql: string, parameters: unknown[] = []) =>
    (await database.row<{ id: string }>(sql, parameters))?.id ?? '';
  const organisation = await idFrom(
    `INSERT INTO organisation (slug, name, type, verification) VALUES ('breathe', 'Breathe', 'company', 'verified') RETURNING id`,
  );
  await database.affected(
    `INSERT INTO account_membership (organisation_id, account_id, role) VALUES ($1, $2, 'admin')`,
    [organisation, actor.accountId],
  );
  const person = `INSERT INTO academic (given_name, family_name, profession, topics, account_id) VALUES ($1, $2, 'nurse', '{asthma}', $3) RETURNING id`;
  const academic = await idFrom(person, ['Ada', 'Nwosu', actor.accountId]);
  const unclaimed = await idFrom(person, ['Ben', 'Okoro', null]);
  const opportunity = await idFrom(
    `INSERT INTO opportunity (side, academic_id, opportunity_type, title, text, topics)
     VALUES ('academic', $1, 'consultancy', 'An idea about asthma', 'A text', '{asthma}') RETURNING id`,
    [academic],
  );
  await benchside.indexed();

  const ids: Record<string, string> = {
    'academic.id': academic,
    'claimByOrcid.academicId': unclaimed,
    'claimByReview.academicId': unclaimed,
    'claimByWorkEmail.academicId': unclaimed,
    'closeOpportunity.id': opportunity,
    'match.a.id': academic,
    'match.b.id': organisation,
    'matches.for.id': academic,
    'opportunity.id': opportunity,
    'publishOpportunity.id': opportunity,
    'updateAcademic.input.id': academic,
    'updateOpportunity.input.id': opportunity,
    'updateOrganisation.input.id': organisation,
  };
  const kinds: Record<string, string> = {
    'match.b.kind': 'organisation',
    'registerOrganisation.input.type': 'company',
  };
  const versions: Record<string, number> = {};
  const readVersions = async () => {
    const found = await database.rows<{ name: string; version: number }>(
      `SELECT 'updateAcademic.input.version' AS name, version FROM academic WHERE id = $1
       UNION ALL SELECT 'updateOrganisation.input.version', version FROM organisation WHERE id = $2
       UNION ALL SELECT 'updateOpportunity.input.version', version FROM opportunity WHERE id = $3`,
      [academic, organisation, opportunity],
    );
    for (const { name, version } of found) versions[name] = version;
  };
  await readVersions();
  const plausible: Plausible = (name, type) => {
    if (name.endsWith('rganisationId')) return organisation;
    return ids[name] ?? kinds[name] ?? (type === 'Int' ? versions[name] : undefined);
  };

  const { schema } = benchside.app.get(GraphQLSchemaHost);
  const headers = { 'content-type': 'application/json', cookie: actor.cookie };
  return {
    benchside,
    actor,
    operations: walkOperations(schema, plausible),
    async send({ document, kind }, variables) {
      const reply = await postBody(benchside.url, JSON.stringify({ query: document, variables }), headers);
      if (kind === 'mutation' && reply.errors.length === 0) await readVersions();
      return reply;
    },
    async rows() {
      const tables = await database.rows<{ name: string }>(
        `SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
         WHERE c.relkind = 'r' AND n.nspname IN ('public', 'graphile_worker') AND c.relname NOT LIKE 'search_%'`,
      );
      const counts: Record<string, number> = {};
      for (const { name } of tables) {
        if (bookkeeping.includes(name)) continue;
        const schemaOf = name.startsWith('_private') || name === 'migrations' ? 'graphile_worker.' : '';
        counts[name] =
          (await database.row<{ count: number }>(`SELECT count(*)::int AS count FROM ${schemaOf}${name}`))?.count ?? 0;
      }
      return counts;
    },
  };
};

/** Does this for all, several at a time. */
export const forAll = async <Item>(items: readonly Item[], work: (item: Item) => Promise<void>, atOnce = 6) => {
  const queue = items.values();
  const worker = async () => {
    for (const item of queue) await work(item);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
};

/** A value for one place of an operation. */
export interface Asked {
  operation: WalkedOperation;
  place: Place;
  value: unknown;
}

/** All places of some operations, each with its operation. */
export const placesOf = (operations: readonly WalkedOperation[]): Omit<Asked, 'value'>[] =>
  operations.flatMap((operation) => operation.places.map((place) => ({ operation, place })));
