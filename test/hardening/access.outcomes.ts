import { type AccessRow, asInput, everybody, key, onAll, onId, only, row, signedIn } from './access.rows.js';

const outcome = { kind: 'other', title: 'A method that others use', happenedOn: '2026-01-01' };
const notBegun = { other: 'WRONG_STATE' } as const;
const move = {
  direction: 'to-industry',
  organisation: 'Breathe',
  what: 'Secondment',
  startedOn: '2020-01-01',
  shown: true,
};

/** Who writes down what came of the work, and whose moves are seen. The collaboration of the world has not begun. */
export const outcomeRows: AccessRow[] = [
  onAll('outcomeChoices', everybody('allowed')),
  onId('collaborationOutcomes', 'collaboration', only(['other']), 'collaborationId'),
  row(
    'addOutcome',
    'collaboration',
    asInput(({ ids }) => ({ ...outcome, ...key(), collaborationId: ids.collaboration })),
    only([], notBegun),
  ),
  onId('removeOutcome', 'outcome', only(['other'])),
  row(
    'reviewCollaboration',
    'collaboration',
    asInput(({ ids }) => ({ collaborationId: ids.collaboration, text: 'It went well.', again: true })),
    only([], notBegun),
  ),
  onId('mobility', 'own', everybody('allowed'), 'academicId'),
  onId('mobility', 'hidden', everybody('NOT_FOUND', { platform: 'allowed' }), 'academicId'),
  row(
    'saveMobility',
    'a move of their own',
    asInput(() => move),
    signedIn('NOT_READY', { academic: 'allowed' }),
  ),
  row(
    'saveMobility',
    'somebody else’s move',
    asInput(({ ids }) => ({ ...move, id: ids.move })),
    signedIn('NOT_READY', { academic: 'NOT_FOUND' }),
  ),
  onId('removeMobility', 'move', signedIn('NOT_FOUND')),
  row('declineFeedback', 'their own', () => ({}), signedIn('NOT_READY', { academic: 'allowed' })),
  onId('declineFeedback', 'company', only(['admin', 'office']), 'organisationId'),
];
