import { randomUUID } from 'node:crypto';
import { type AccessRow, asInput, key, onAll, onId, only, people, row, signedIn, text } from './access.rows.js';
import type { Role } from './access.world.js';

const ask = {
  type: 'consultancy',
  reason: 'We have built an inhaler sensor and look for somebody who knows severe asthma to try it with patients.',
};
const signature = {
  ...{ version: '2026.1', capacity: 'myself', signatory: 'Ada Own', role: 'Nurse' },
  signedOn: new Date().toISOString().slice(0, 10),
};
const sent = (by: Role[]) => Object.fromEntries(by.map((role) => [role, 'RequestSent']));

/** Administrators do what the office does; nobody else of the company knows of what it has not let through. */
const officers: Role[] = ['admin', 'office'];

/** Who sends, reads and answers requests. `request` is from the academic to the company, which may answer it. */
export const requestRows: AccessRow[] = [
  onId('request', 'request', only([...people, 'academic'])),
  onId('request', 'askedRequest', only(['academic', 'other'])),
  onId('request', 'requestInReview', only(officers)),
  onId('request', 'acceptedRequest', only(['other'])),
  onId('request', 'ndaRequest', only([...people, 'academic'])),
  onAll('requests', signedIn('allowed'), { box: 'received', first: 1 }),
  onAll('requestCounts', signedIn('allowed')),
  onAll('requestActivity', signedIn('allowed')),
  onId('officeRequests', 'company', only(officers), 'organisationId', { first: 1 }),
  row(
    'requestCheck',
    'to an academic',
    asInput(({ ids }) => ({ toAcademicId: ids.claimed })),
    signedIn('allowed'),
  ),
  row(
    'requestCheck',
    'for the company',
    asInput(({ ids }) => ({ toAcademicId: ids.asked, asOrganisationId: ids.company })),
    only(people),
  ),
  row(
    'requestCheck',
    'about a draft',
    asInput(({ ids }) => ({ opportunityId: ids.briefDraft })),
    only(people),
  ),
  row(
    'requestCheck',
    'to somebody hidden',
    asInput(({ ids }) => ({ toAcademicId: ids.hidden })),
    only(['platform']),
  ),

  row(
    'sendRequest',
    'for the company',
    asInput(({ ids }) => ({ ...ask, ...key(), toAcademicId: ids.asked, asOrganisationId: ids.company })),
    only([], sent(people)),
  ),
  row(
    'sendRequest',
    'as oneself',
    asInput(({ ids }) => ({ ...ask, ...key(), toAcademicId: ids.claimed })),
    signedIn('RequestProblems', sent(['academic'])),
  ),
  row(
    'sendRequest',
    'to somebody hidden',
    asInput(({ ids }) => ({ ...ask, ...key(), toAcademicId: ids.hidden })),
    only([], { platform: 'RequestProblems' }),
  ),
  row(
    'sendRequest',
    'about a draft of their own',
    asInput(({ ids }) => ({ ...ask, ...key(), opportunityId: ids.briefDraft })),
    only([], { member: 'RequestProblems', admin: 'RequestProblems', office: 'RequestProblems' }),
  ),

  onId('acceptRequest', 'request', only(people, { academic: 'NOT_ALLOWED' })),
  row(
    'signRequestNda',
    'ndaRequest',
    asInput(({ ids }) => ({ ...key(), ...signature, id: ids.ndaRequest })),
    only(['academic'], { member: 'NOT_ALLOWED', admin: 'NOT_ALLOWED', office: 'NOT_ALLOWED' }),
  ),
  row(
    'signRequestNda',
    'request, which needs none',
    asInput(({ ids }) => ({ ...key(), ...signature, id: ids.request })),
    only([], { academic: 'NOT_ALLOWED', member: 'NOT_ALLOWED', admin: 'NOT_ALLOWED', office: 'NOT_ALLOWED' }),
  ),
  onId('declineRequest', 'request', only(people, { academic: 'NOT_ALLOWED' }), 'id', { reason: 'too-early' }),
  onId('askRequest', 'request', only(people, { academic: 'NOT_ALLOWED' }), 'id', { question: 'When could you start?' }),
  onId('answerRequest', 'askedRequest', only(['academic'], { other: 'NOT_ALLOWED' }), 'id', { answer: 'In March.' }),
  row(
    'referRequest',
    'request',
    ({ ids }) => ({ id: ids.request, toAcademicId: ids.colleague }),
    only(people, { academic: 'NOT_ALLOWED' }),
  ),
  row(
    'referRequest',
    'request, to somebody hidden',
    ({ ids }) => ({ id: ids.request, toAcademicId: ids.hidden }),
    only([], { academic: 'NOT_ALLOWED' }),
  ),
  onId(
    'withdrawRequest',
    'request',
    signedIn('NOT_FOUND', { academic: 'allowed', member: 'NOT_ALLOWED', admin: 'NOT_ALLOWED', office: 'NOT_ALLOWED' }),
  ),
  onId('undoRequestDecision', 'acceptedRequest', only(['other'])),
  onId('approveRequest', 'requestInReview', only(officers)),
  onId('approveRequest', 'request', only([])),
  onId('refuseRequest', 'requestInReview', only(officers), 'id', { reason: text }),
  row(
    'postRequestMessage',
    'request',
    asInput(({ ids }) => ({ ...key(), requestId: ids.request, text })),
    only([...people, 'academic']),
  ),
  row(
    'postRequestMessage',
    'requestInReview',
    asInput(({ ids }) => ({ ...key(), requestId: ids.requestInReview, text })),
    only([], { admin: 'NOT_ALLOWED', office: 'NOT_ALLOWED' }),
  ),
  row(
    'pickRequestTime',
    'of the academic',
    async ({ ids, benchside }) => {
      const meeting = await benchside.database.row<{ time: Date }>(
        'SELECT slots[1] AS time FROM request_message WHERE id = $1',
        [ids.meeting],
      );
      return { messageId: ids.meeting, time: meeting?.time.toISOString() };
    },
    only(people, { academic: 'NOT_ALLOWED' }),
  ),
  onId('markRequestRead', 'request', only([...people, 'academic'])),
  row('archiveRequests', 'request', ({ ids }) => ({ ids: [ids.request] }), only([...people, 'academic'])),

  onAll('requestDrafts', signedIn('allowed')),
  row(
    'saveRequestDraft',
    'a new one',
    asInput(() => ({ id: randomUUID() })),
    signedIn('allowed'),
  ),
  row(
    'saveRequestDraft',
    'of another',
    asInput(async ({ insert, actors }) => ({
      id: await insert('request_draft', { id: randomUUID(), account_id: actors.office.accountId, content: '{}' }),
    })),
    only(['office']),
  ),
  row('deleteRequestDraft', 'an unknown one', () => ({ id: randomUUID() }), signedIn('allowed')),

  onAll('notifications', signedIn('allowed'), { first: 1 }),
  onAll('unreadCount', signedIn('allowed')),
  onAll('waitingForMe', signedIn('allowed')),
  onAll('markNotificationsRead', signedIn('allowed'), { ids: [randomUUID()] }),
];
