import { type AccessRow, asInput, onAll, onId, only, row, signedIn } from './access.rows.js';

/** Who sees and moves collaborations. `collaboration` is of an academic who does not walk, and the other company. */
export const collaborationRows: AccessRow[] = [
  onId('collaboration', 'collaboration', only(['other'])),
  onAll('collaborations', signedIn('allowed'), { first: 1 }),
  onId('officeCollaborations', 'company', only(['admin', 'office']), 'organisationId', { first: 1 }),
  row(
    'moveCollaboration',
    'collaboration',
    asInput(({ ids }) => ({ id: ids.collaboration, action: 'start-governance' })),
    only(['other']),
  ),
  row(
    'changeTerms',
    'collaboration',
    asInput(({ ids }) => ({ id: ids.collaboration, basedOn: 1, terms: { type: 'consultancy', daysPerYear: 10 } })),
    only(['other']),
  ),
];
