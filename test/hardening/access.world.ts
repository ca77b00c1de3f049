import { randomUUID } from 'node:crypto';
import { type Actor, type Benchside, startBenchside } from '../support/benchside.js';

/** Who walks: nobody, a person with an account alone, an academic, people of one company, one of another, and the platform's. */
export const roles = ['nobody', 'person', 'academic', 'member', 'admin', 'office', 'other', 'platform'] as const;
export type Role = (typeof roles)[number];

/** What there is to walk on. */
export interface World {
  benchside: Benchside;
  actors: Record<Role, Actor>;
  emails: Record<Role, string>;
  /** By a name that says whose it is and how it is shown. */
  ids: Record<
    | 'own'
    | 'claimed'
    | 'colleague'
    | 'asked'
    | 'unclaimed'
    | 'membersOnly'
    | 'hidden'
    | 'company'
    | 'otherCompany'
    | 'hiddenCompany'
    | 'brief'
    | 'briefDraft'
    | 'blindBrief'
    | 'idea'
    | 'ideaDraft'
    | 'request'
    | 'askedRequest'
    | 'requestInReview'
    | 'acceptedRequest'
    | 'ndaRequest'
    | 'collaboration'
    | 'collaborationHelper'
    | 'collaborationTask'
    | 'collaborationInvitation'
    | 'interest'
    | 'colleagueInterest'
    | 'claimedInterest'
    | 'transfer'
    | 'colleagueTransfer'
    | 'signOff'
    | 'outcome'
    | 'move'
    | 'meeting',
    string
  >;
  /** Puts everything back to how it was when the world was made. */
  reset(): Promise<void>;
  /** How many rows there are in each table. */
  size(): Promise<Record<string, number>>;
  /** The version at which a thing is now. */
  versionOf(id: 'company' | 'brief' | 'briefDraft' | 'idea'): Promise<number>;
  /** Answers the id of what it inserts. */
  insert(table: string, values: Record<string, unknown>): Promise<string>;
}

const reason = 'Our inhaler sensor needs somebody who has taught inhaler technique to people with severe asthma.';

/** A company with its people, another one, academics shown and hidden, briefs, ideas and requests in every state. */
export const makeWorld = async (environment: Record<string, string> = {}): Promise<World> => {
  const benchside = await startBenchside({ RATE_LIMIT: 'false', ...environment });
  const { database } = benchside;
  const insert = async (table: string, values: Record<string, unknown>): Promise<string> => {
    const columns = Object.keys(values);
    const row = await database.row<{ id: string }>(
      `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((_, at) => `$${at + 1}`).join(', ')}) RETURNING id`,
      Object.values(values),
    );
    return row?.id ?? '';
  };

  const emails = Object.fromEntries(roles.map((role) => [role, `${role}@example.org`])) as Record<Role, string>;
  const actors = { nobody: benchside.nobody } as Record<Role, Actor>;
  for (const role of roles.slice(1)) {
    const platformRole = role === 'platform' ? 'platform-admin' : 'person';
    actors[role] = await benchside.person({ email: emails[role], name: `Walker ${role}`, platformRole });
  }
  const bea = await benchside.person({ email: 'bea@example.org', name: 'Bea Claimed' });
  const account = (name: string) =>
    insert('account_holder', { name, email: `${name}@example.org`, email_verified: true });

  const organisation = (name: string, values: object = {}) =>
    insert('organisation', {
      slug: name.toLowerCase(),
      name,
      type: 'company',
      verification: 'verified',
      topics: ['asthma'],
      ...values,
    });
  const academic = (family_name: string, values: object = {}) =>
    insert('academic', {
      given_name: 'Ada',
      family_name,
      profession: 'nurse',
      topics: ['asthma'],
      sectors: ['biotechnology'],
      ...values,
    });
  const opportunity = (title: string, values: object) =>
    insert('opportunity', {
      side: 'organisation_id' in values ? 'company' : 'academic',
      title,
      opportunity_type: 'consultancy',
      text: 'Somebody who knows severe asthma well is needed for this piece of work.',
      topics: ['asthma'],
      state: 'published',
      ...values,
    });

  const company = await organisation('Breathe');
  const otherCompany = await organisation('Inhale');
  const hiddenCompany = await organisation('Stealth', { visibility: 'hidden' });
  const belongs = async (organisation_id: string, role: Role, membership: string) => {
    await insert('account_membership', { organisation_id, account_id: actors[role].accountId, role: membership });
  };
  await belongs(company, 'member', 'member');
  await belongs(company, 'admin', 'admin');
  await belongs(company, 'office', 'office');
  await belongs(otherCompany, 'other', 'admin');
  const own = await academic('Own', { account_id: actors.academic.accountId });
  const claimed = await academic('Claimed', { account_id: bea.accountId });
  const ids = {
    own,
    claimed,
    unclaimed: await academic('Unclaimed'),
    membersOnly: await academic('Members', { visibility: 'members' }),
    hidden: await academic('Hidden', { visibility: 'hidden', account_id: await account('hermit') }),
    asked: await academic('Asked', { account_id: await account('asked') }),
    colleague: await academic('Colleague', { employer_id: company, account_id: await account('colleague') }),
    company,
    otherCompany,
    hiddenCompany,
    brief: await opportunity('A brief', { organisation_id: company }),
    briefDraft: await opportunity('A draft of a brief', { organisation_id: company, state: 'draft' }),
    blindBrief: await opportunity('A blind brief', { organisation_id: company, blind: true }),
    idea: await opportunity('An idea', { academic_id: own }),
    ideaDraft: await opportunity('A draft of an idea', { academic_id: own, state: 'draft' }),
  };

  const send = async (
    sender: Actor,
    about: { toOrganisationId: string } | { opportunityId: string },
  ): Promise<string> => {
    const input = { ...about, type: 'consultancy', reason, idempotencyKey: randomUUID() };
    const { sendRequest } = await sender.ask<{ sendRequest: { request: { id: string } } }>(
      'mutation ($input: SendRequestInput!) { sendRequest(input: $input) { ... on RequestSent { request { id } } } }',
      { input },
    );
    return sendRequest.request.id;
  };
  const request = await send(actors.academic, { toOrganisationId: company });
  const askedRequest = await send(actors.academic, { toOrganisationId: otherCompany });
  await actors.other.ask('mutation ($id: ID!) { askRequest(id: $id, question: "When could you start?") { state } }', {
    id: askedRequest,
  });
  await actors.academic.ask(
    'mutation ($input: PostRequestMessageInput!) { postRequestMessage(input: $input) { id } }',
    {
      input: {
        requestId: request,
        text: 'Shall we talk?',
        times: [new Date(Date.now() + 86_400_000).toISOString()],
        idempotencyKey: randomUUID(),
      },
    },
  );
  const meeting =
    (await database.row<{ id: string }>('SELECT id FROM request_message WHERE request_id = $1', [request]))?.id ?? '';
  const acceptedRequest = await send(bea, { toOrganisationId: otherCompany });
  await actors.other.ask('mutation ($id: ID!) { acceptRequest(id: $id) { state } }', { id: acceptedRequest });
  const ndaRequest = await send(actors.academic, { opportunityId: ids.blindBrief });
  await actors.member.ask('mutation ($id: ID!) { acceptRequest(id: $id) { state } }', { id: ndaRequest });
  const collaboration =
    (await database.row<{ id: string }>('SELECT id FROM collaboration WHERE request_id = $1', [acceptedRequest]))?.id ??
    '';
  const signOff = await insert('sign_off', {
    collaboration_id: collaboration,
    code: 'employer',
    label: 'Employer',
    position: 0,
    necessary: true,
    why: 'The employer agrees to it.',
  });
  const outcome = await insert('outcome', {
    collaboration_id: collaboration,
    kind: 'other',
    title: 'A method that others use',
    happened_on: '2026-01-01',
    side: 'receiver',
  });
  const move = await insert('mobility', {
    academic_id: claimed,
    direction: 'to-industry',
    organisation: 'Breathe',
    what: 'Secondment',
    started_on: '2020-01-01',
  });
  const collaborationHelper = await account('helper');
  await database.affected(
    `INSERT INTO collaboration_person (collaboration_id, account_id, side, role) VALUES ($1, $2, 'receiver', 'colleague')`,
    [collaboration, collaborationHelper],
  );
  const worked = {
    collaboration,
    collaborationHelper,
    collaborationTask: await insert('collaboration_task', { collaboration_id: collaboration, title: 'Send the plan' }),
    collaborationInvitation: await insert('collaboration_invitation', {
      collaboration_id: collaboration,
      email: emails.person,
      side: 'receiver',
      role: 'scientist',
    }),
  };
  await database.affected(`UPDATE organisation SET request_policy = 'office-approves' WHERE id = $1`, [company]);
  const requestInReview = await send(bea, { toOrganisationId: company });
  await benchside.indexed();

  const interestOf = async (academicId: string) =>
    (
      await database.row<{ id: string }>(
        `INSERT INTO interest_declaration (account_id, category, situation, organisation_id, counterparty)
       SELECT account_id, 'financial', 'shareholdings', $2, 'Inhale' FROM academic WHERE id = $1 RETURNING id`,
        [academicId, otherCompany],
      )
    )?.id ?? '';
  const transferTo = (academic_id: string) =>
    insert('transfer_of_value', {
      organisation_id: otherCompany,
      recipient_kind: 'hcp',
      academic_id,
      category: 'fees',
      amount_pence: 50_000,
      paid_on: '2026-05-01',
    });
  const declared = {
    interest: await interestOf(own),
    colleagueInterest: await interestOf(ids.colleague),
    claimedInterest: await interestOf(claimed),
    transfer: await transferTo(own),
    colleagueTransfer: await transferTo(ids.colleague),
  };

  const tables = await database.rows<{ name: string; columns: string }>(
    `SELECT c.table_name AS name, string_agg(quote_ident(c.column_name), ', ') AS columns
     FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
     WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE' AND c.is_generated = 'NEVER'
       AND c.table_name !~ '^(search_|taxonomy_|text_|migration$|account_(holder|session|credential|verification))'
     GROUP BY c.table_name`,
  );
  const run = (statements: string[]) => database.pool.query(`BEGIN; ${statements.join('; ')}; COMMIT`);
  await run([
    ...tables.map(({ name }) => `CREATE TABLE walk_${name} AS SELECT * FROM ${name}`),
    // Which tables were written to: a line for each statement, so that nobody waits for anybody.
    'CREATE TABLE walk_written (name text)',
    `CREATE FUNCTION walk_write() RETURNS trigger LANGUAGE plpgsql AS $$
     BEGIN INSERT INTO walk_written VALUES (TG_TABLE_NAME); RETURN NULL; END $$`,
    ...tables.map(
      ({ name }) => `CREATE TRIGGER walk_write AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON ${name}
       FOR EACH STATEMENT EXECUTE FUNCTION walk_write()`,
    ),
  ]);
  const sizeOf = async (names: string[]): Promise<Record<string, number>> => {
    if (names.length === 0) return {};
    const counts = names.map((name) => `SELECT '${name}' AS name, count(*)::int AS size FROM ${name}`);
    const rows = await database.rows<{ name: string; size: number }>(counts.join(' UNION ALL '));
    return Object.fromEntries(rows.map(({ name, size }) => [name, size]));
  };
  const names = (rows: { name: string }[]) => [...new Set(rows.map(({ name }) => name))];
  const atFirst = await sizeOf(names(tables));
  return {
    benchside,
    actors,
    emails,
    ids: {
      ...ids,
      ...declared,
      request,
      askedRequest,
      requestInReview,
      acceptedRequest,
      ndaRequest,
      ...worked,
      signOff,
      outcome,
      move,
      meeting,
    },
    insert,
    async versionOf(id) {
      const table = id === 'company' ? 'organisation' : 'opportunity';
      const row = await database.row<{ version: number }>(`SELECT version FROM ${table} WHERE id = $1`, [ids[id]]);
      return row?.version ?? 0;
    },
    async reset() {
      const written = names(await database.rows<{ name: string }>('DELETE FROM walk_written RETURNING name'));
      if (written.length === 0) return;
      const back = tables.filter(({ name }) => written.includes(name));
      await run([
        // Neither triggers nor references: all of it comes back as it was.
        'SET LOCAL session_replication_role = replica',
        ...back.map(({ name }) => `DELETE FROM ${name}`),
        ...back.map(
          ({ name, columns }) =>
            `INSERT INTO ${name} (${columns}) OVERRIDING SYSTEM VALUE SELECT ${columns} FROM walk_${name}`,
        ),
      ]);
    },
    async size() {
      const written = await database.rows<{ name: string }>('SELECT DISTINCT name FROM walk_written');
      return { ...atFirst, ...(await sizeOf(names(written))) };
    },
  };
};
