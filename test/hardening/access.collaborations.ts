import { type AccessRow, asInput, key, onAll, onId, only, row, signedIn } from './access.rows.js';

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

  row(
    'addCollaborationPerson',
    'collaboration',
    asInput(({ ids }) => ({ id: ids.collaboration, email: 'new@example.org', role: 'scientist' })),
    only(['other']),
  ),
  row(
    'changeCollaborationRole',
    'collaboration',
    asInput(({ ids }) => ({ id: ids.collaboration, accountId: ids.collaborationHelper, role: 'scientist' })),
    only(['other']),
  ),
  row(
    'removeCollaborationPerson',
    'collaboration',
    ({ ids }) => ({ id: ids.collaboration, accountId: ids.collaborationHelper }),
    only(['other']),
  ),
  onAll('myCollaborationInvitations', signedIn('allowed')),
  onId('answerCollaborationInvitation', 'collaborationInvitation', only(['person']), 'id', { accept: true }),
  onId('cancelCollaborationInvitation', 'collaborationInvitation', only(['other'])),
  onAll('myCollaborationTasks', signedIn('allowed')),
  row(
    'addCollaborationTask',
    'collaboration',
    asInput(({ ids }) => ({ ...key(), id: ids.collaboration, title: 'Send the protocol' })),
    only(['other']),
  ),
  row(
    'changeCollaborationTask',
    'task',
    asInput(({ ids }) => ({ taskId: ids.collaborationTask, version: 1, title: 'Send the protocol' })),
    only(['other']),
  ),
  onId('finishCollaborationTask', 'collaborationTask', only(['other']), 'taskId'),
  onId('removeCollaborationTask', 'collaborationTask', only(['other']), 'taskId'),
  row(
    'orderCollaborationTasks',
    'collaboration',
    ({ ids }) => ({ id: ids.collaboration, taskIds: [ids.collaborationTask] }),
    only(['other']),
  ),
  row(
    'postCollaborationMessage',
    'collaboration',
    asInput(({ ids }) => ({ ...key(), id: ids.collaboration, text: 'Shall we begin?' })),
    only(['other']),
  ),
  onId('markCollaborationRead', 'collaboration', only(['other'])),
  row(
    'setNextDate',
    'collaboration',
    asInput(({ ids }) => ({ id: ids.collaboration, on: '2027-01-12', what: 'First call' })),
    only(['other']),
  ),
  onId('startFollowUp', 'collaboration', only([], { other: 'WRONG_STATE' }), 'collaborationId'),
  onId('pairHistory', 'collaboration', only(['other']), 'collaborationId'),
];
