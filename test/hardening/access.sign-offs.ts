import { type AccessRow, asInput, everybody, key, onId, only, row } from './access.rows.js';

const unknown = 'a-token-that-was-never-given-out-to-anybody1';
const nowhere = everybody('NOT_FOUND');

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
    'decideSignOff',
    'an unknown link',
    asInput(() => ({ token: unknown, code: '123456', decision: 'approved' })),
    nowhere,
  ),
];
