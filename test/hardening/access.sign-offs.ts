import { type AccessRow, asInput, everybody, key, onId, only, row } from './access.rows.js';
import type { World } from './access.world.js';

const unknown = 'a-token-that-was-never-given-out-to-anybody1';
const nowhere = everybody('NOT_FOUND');

/** The academic works with the other company, and a rule of the company, whose person they are, holds it. */
const permission = async ({ ids, insert, benchside: { database } }: World) => {
  await database.affected('UPDATE academic SET employer_id = $2 WHERE id = $1', [ids.own, ids.company]);
  const rule = { kind: 'prior-permission', effect: 'block', amount: null, codes: [], note: '', sourceUrl: null };
  await database.affected(
    `INSERT INTO policy_pack (organisation_id, version, state, valid_from, rules)
     VALUES ($1, 1, 'published', '2026-01-01', $2) ON CONFLICT DO NOTHING`,
    [ids.company, JSON.stringify([{ ...rule, sourceTitle: 'Outside work policy' }])],
  );
  const collaborationId = await insert('collaboration', {
    ...{ title: 'Advice', sender_academic_id: ids.own, receiver_organisation_id: ids.otherCompany },
  });
  await database.affected(
    `INSERT INTO engagement_terms (collaboration_id, number, type) VALUES ($1, 1, 'consultancy')`,
    [collaborationId],
  );
  return { collaborationId, organisationId: ids.company };
};

/** The same, where the office was asked. */
const askedPermission = async (world: World) => {
  const asked = await permission(world);
  const { collaborationId: collaboration_id, organisationId: organisation_id } = asked;
  await world.benchside.database.affected(
    `INSERT INTO collaboration_office (collaboration_id, organisation_id, side) VALUES ($1, $2, 'sender')`,
    [collaboration_id, organisation_id],
  );
  await world.insert('policy_permission', {
    ...{ collaboration_id, organisation_id, terms_number: 1, state: 'asked', asked_at: new Date() },
  });
  return asked;
};

/** Who asks for sign-offs; a link that was never given out is nobody's. */
export const signOffRows: AccessRow[] = [
  onId('signOffs', 'collaboration', only(['other']), 'collaborationId'),
  row(
    'askSignOff',
    'signOff',
    asInput(({ ids }) => ({ signOffId: ids.signOff, name: 'Dr Pat Lead', email: 'pat@trust.example', ...key() })),
    only(['other']),
  ),
  onId('revokeSignOff', 'signOff', only([], { other: 'WRONG_STATE' })),
  row('signOffLink', 'an unknown link', () => ({ token: unknown }), nowhere),
  row('sendSignOffCode', 'an unknown link', () => ({ token: unknown }), nowhere),
  row('openSignOff', 'an unknown link', () => ({ token: unknown, code: '123456' }), nowhere),
  row(
    'policyPermissions',
    'a collaboration that waits for an office',
    async (world) => ({ collaborationId: (await askedPermission(world)).collaborationId }),
    only(['academic', 'other', 'admin', 'office']),
  ),
  onId('collaborationsForPermission', 'company', only(['admin', 'office']), 'organisationId'),
  row(
    'askPolicyPermission',
    'a rule of the employer',
    asInput(permission),
    only(['academic'], { other: 'NOT_ALLOWED' }),
  ),
  row(
    'decidePolicyPermission',
    'an office that was asked',
    asInput(async (world) => ({ ...(await askedPermission(world)), termsNumber: 1, given: true, reason: 'Agreed.' })),
    only(['admin', 'office'], { academic: 'NOT_ALLOWED', other: 'NOT_ALLOWED' }),
  ),
  row(
    'decideSignOff',
    'an unknown link',
    asInput(() => ({ token: unknown, code: '123456', decision: 'approved' })),
    nowhere,
  ),
];
