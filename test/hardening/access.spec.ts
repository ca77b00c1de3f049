import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { getNamedType, isUnionType } from 'graphql';
import { type Operation, operationsOf } from '../../apps/api/access.check.js';
import type { AccessRow, Outcome } from './access.rows.js';
import { accessTable } from './access.table.js';
import { makeWorld, type Role, roles, type World } from './access.world.js';
import { postBody, sayProblem } from './asking.js';
import { leaks } from './leaks.suite.js';
import { type WalkedOperation, walkOperations } from './schema.walk.js';

let world: World;
let walked: Map<string, WalkedOperation>;
let declared: Operation[];
/** Operations that answer one of several things: which one is their outcome. */
let unions: Set<string>;

beforeAll(async () => {
  world = await makeWorld();
  const { app } = world.benchside;
  const { schema } = app.get(GraphQLSchemaHost);
  const fields = { ...schema.getQueryType()?.getFields(), ...schema.getMutationType()?.getFields() };
  unions = new Set(
    Object.values(fields)
      .filter(({ type }) => isUnionType(getNamedType(type)))
      .map(({ name }) => name),
  );
  walked = new Map(walkOperations(schema).map((operation) => [operation.name, operation]));
  declared = operationsOf(app);
});
afterAll(() => world?.benchside.stop());

/** What has to be right for the id to be looked at. */
const plausible: Record<string, object> = {
  addCollaborationPerson: { input: { id: randomUUID(), email: 'pat@example.org', role: 'lead' } },
  changeCollaborationRole: { input: { id: randomUUID(), accountId: randomUUID(), role: 'lead' } },
  addOutcome: {
    input: {
      collaborationId: randomUUID(),
      kind: 'other',
      title: 'A method',
      happenedOn: '2026-01-01',
      idempotencyKey: randomUUID(),
    },
  },
  decidePolicyPermission: {
    input: {
      collaborationId: randomUUID(),
      organisationId: randomUUID(),
      termsNumber: 1,
      given: true,
      reason: 'Agreed.',
    },
  },
  askSignOff: {
    input: { signOffId: randomUUID(), name: 'Dr Pat Lead', email: 'pat@trust.example', idempotencyKey: randomUUID() },
  },
  draftAgreement: {
    input: { idempotencyKey: randomUUID(), collaborationId: randomUUID(), agreementKind: 'nda', answers: [] },
  },
  moveAgreement: { input: { id: randomUUID(), version: 1, action: 'submit' } },
  signRequestNda: {
    input: {
      ...{ id: randomUUID(), version: '2026.1', capacity: 'myself', signatory: 'Ada Own', role: 'Nurse' },
      ...{ signedOn: '2026-01-05', idempotencyKey: randomUUID() },
    },
  },
  saveAgreementStep: { input: { agreementId: randomUUID(), step: 'sign', done: true } },
  recordSignature: {
    input: { id: randomUUID(), version: 1, signatory: 'Sam', signatoryRole: 'Director', signedOn: '2026-01-05' },
  },
  archiveRequests: { ids: [randomUUID()] },
  confirmClaim: { code: 'ABCD-EFGH' },
  correctTransfer: {
    input: { id: randomUUID(), version: 1, category: 'fees', amountPence: 100, paidOn: '2026-06-01', description: '' },
  },
  declineRequest: { reason: 'too-early' },
  endInterest: { endsOn: '2026-06-01' },
  match: { a: { kind: 'academic', id: randomUUID() }, b: { kind: 'organisation', id: randomUUID() } },
  moveCollaboration: { input: { id: randomUUID(), action: 'hold' } },
  mitigateInterest: { input: { id: randomUUID(), mitigation: 'none' } },
  recordTransfer: {
    input: {
      idempotencyKey: randomUUID(),
      organisationId: randomUUID(),
      toAcademicId: randomUUID(),
      category: 'fees',
      amountPence: 100,
      paidOn: '2026-06-01',
      description: '',
    },
  },
  postRequestMessage: { input: { idempotencyKey: randomUUID(), requestId: randomUUID(), text: 'A message' } },
};

const outcomeOf = async (operation: WalkedOperation, variables: object, role: Role): Promise<Outcome> => {
  const { cookie } = world.actors[role];
  const headers = { 'content-type': 'application/json', ...(cookie ? { cookie } : {}) };
  const reply = await postBody(world.benchside.url, JSON.stringify({ query: operation.document, variables }), headers);
  const [answer] = Object.values((reply.data ?? {}) as Record<string, { __typename?: string } | null>);
  const outcome = unions.has(operation.name) ? answer?.__typename : undefined;
  return sayProblem(reply) ?? reply.codes[0] ?? outcome ?? 'allowed';
};

const walk = async ({ operation: name, variables }: AccessRow): Promise<Partial<Record<Role, Outcome>>> => {
  const operation = walked.get(name);
  if (!operation) throw new Error(`There is no operation ${name}`);
  const as = async (role: Role) => [role, await outcomeOf(operation, await variables(world, role), role)] as const;
  if (operation.kind === 'query') return Object.fromEntries(await Promise.all(roles.map(as)));
  const found: Partial<Record<Role, Outcome>> = {};
  for (const role of roles) {
    const given = await variables(world, role);
    const before = await world.size();
    const outcome = await outcomeOf(operation, given, role);
    const after = await world.size();
    found[role] = outcome;
    const done = ['allowed', 'RequestSent'].includes(outcome);
    // What was refused has changed nothing.
    if (!done) expect({ role, after }).toEqual({ role, after: before });
    await world.reset();
  }
  return found;
};

describe('the table of access', () => {
  it('has a row for every operation of the API, and for nothing else', () => {
    const named = new Set(accessTable.map(({ operation }) => operation));
    const missing = [...walked.keys()].filter((name) => !named.has(name));
    const unknown = [...named].filter((name) => !walked.has(name));
    expect({ 'add rows to test/hardening/access.*.ts for': missing, 'take out the rows of': unknown }).toEqual({
      'add rows to test/hardening/access.*.ts for': [],
      'take out the rows of': [],
    });
  });

  it('agrees with what each operation declares', () => {
    expect(declared.map(({ name }) => name).sort()).toEqual([...walked.keys()].sort());
    const wrong = declared.filter(({ name, access }) =>
      accessTable
        .filter(({ operation }) => operation === name)
        .some(({ outcomes }) => {
          if (access === 'anyone') return outcomes.nobody === 'SIGN_IN_NEEDED';
          if (outcomes.nobody !== 'SIGN_IN_NEEDED') return true;
          return access === 'platform-admin' && outcomes.person !== 'NOT_ALLOWED';
        }),
    );
    expect(wrong).toEqual([]);
  });
});

describe('each operation, walked by everybody', () => {
  it.each(accessTable.map((row) => [`${row.operation}: ${row.on}`, row] as const))('%s', async (_, row) => {
    expect(await walk(row)).toEqual(row.outcomes);
  });
});

describe('an id that nobody has', () => {
  /** Where something else is said first, whoever asks. */
  const saidFirst: Record<string, Partial<Record<Role, Outcome>>> = {
    claimByOrcid: { academic: 'ALREADY_EXISTS' },
    claimByReview: { academic: 'ALREADY_EXISTS' },
    claimByWorkEmail: { academic: 'ALREADY_EXISTS' },
    confirmClaim: { academic: 'ALREADY_EXISTS' },
    // Of no organisation there are no people, and the platform may know that.
    organisationInvitations: { platform: 'allowed' },
    organisationMembers: { platform: 'allowed' },
  };
  /** Where an id is one of many, or the thing's maker chooses it; or only says which of the viewer's own is meant. */
  const taken = [
    'confirmInterests',
    'deleteRequestDraft',
    'markNotificationsRead',
    'myMatchJudgement',
    'removeMatchJudgement',
    'saveRequestDraft',
  ];

  it('is not found, by whoever asks', async () => {
    const problems: string[] = [];
    for (const { name, access } of declared) {
      const operation = walked.get(name);
      const ids = operation?.places.filter(({ type, nullable }) => type === 'ID' && !nullable) ?? [];
      if (!operation || ids.length === 0 || taken.includes(name)) continue;
      const plain = { ...operation.variables(), ...plausible[name] };
      for (const role of roles) {
        const refused = access === 'platform-admin' && role !== 'platform' ? 'NOT_ALLOWED' : 'NOT_FOUND';
        const expected =
          role === 'nobody' && access !== 'anyone' ? 'SIGN_IN_NEEDED' : (saidFirst[name]?.[role] ?? refused);
        const outcome = await outcomeOf(operation, plain, role);
        if (outcome !== expected) problems.push(`${name} as ${role}: ${outcome}, not ${expected}`);
      }
    }
    expect(problems).toEqual([]);
  });
});

describe('beside the operations', () => leaks(() => world));

describe('erasure', () => {
  it('of any account, profile or organisation is held up by nothing that points to it', async () => {
    // Rolled back: the tests after this one need their people.
    const undone = new Error('undone');
    const erasing = world.benchside.database.transaction(async (tx) => {
      for (const table of ['account_holder', 'academic', 'organisation']) {
        const rows = await tx.rows<{ id: string }>(`SELECT id FROM ${table}`);
        expect(rows.length).toBeGreaterThan(0);
        for (const { id } of rows) {
          await tx.affected(`DELETE FROM ${table} WHERE id = $1`, [id]);
          expect(await tx.row(`SELECT FROM ${table} WHERE id = $1`, [id])).toBeUndefined();
        }
      }
      throw undone;
    });
    await expect(erasing).rejects.toBe(undone);
  });
});
