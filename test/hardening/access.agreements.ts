import { type AccessRow, asInput, everybody, key, onAll, onId, only, row, signedIn, text } from './access.rows.js';
import type { World } from './access.world.js';

/** An agreement of the collaboration, as a draft unless said otherwise. */
const agreement = ({ insert, ids }: World, values: object = {}) =>
  insert('agreement', { collaboration_id: ids.collaboration, kind: 'consultancy', terms_number: 1, ...values });

const upload = ({ insert, actors }: World, role: keyof World['actors'], values: object = {}) =>
  insert('stored_file', {
    sha256: 'a'.repeat(64),
    size: 1,
    media_type: 'application/pdf',
    name: 'a.pdf',
    purpose: 'document',
    uploaded_by: actors[role].accountId,
    ...values,
  });

/** A document that the other company has added. */
const document = async (world: World) => {
  const file_id = await upload(world, 'other', { attached_at: new Date() });
  return world.insert('collaboration_document', {
    collaboration_id: world.ids.collaboration,
    series_id: file_id,
    number: 1,
    file_id,
    title: 'A document',
    restricted: false,
    side: 'receiver',
  });
};

/** Who drafts, reads and signs agreements. `collaboration` is of an academic who does not walk, and the other company. */
export const agreementRows: AccessRow[] = [
  onAll('agreementKinds', everybody('allowed')),
  onAll('agreementNavigator', everybody('allowed'), { answers: [{ question: 'purpose', answer: 'talk' }] }),
  onId('agreements', 'collaboration', only(['other']), 'collaborationId'),
  onId('collaborationDocuments', 'collaboration', only(['other']), 'collaborationId'),
  row(
    'draftAgreement',
    'collaboration',
    asInput(({ ids }) => ({ ...key(), collaborationId: ids.collaboration, agreementKind: 'nda', answers: [] })),
    only(['other']),
  ),
  row(
    'saveHeadsOfTerms',
    'a draft',
    asInput(async (world) => ({
      id: await agreement(world),
      version: 1,
      sections: [{ code: 'law', title: 'Law', text }],
    })),
    only(['other']),
  ),
  row(
    'moveAgreement',
    'a draft',
    asInput(async (world) => ({ id: await agreement(world), version: 1, action: 'submit' })),
    only(['other']),
  ),
  row(
    'recordSignature',
    'one in review',
    asInput(async (world) => ({
      id: await agreement(world, { state: 'in-review' }),
      version: 1,
      signatory: 'Sam',
      signatoryRole: 'Director',
      signedOn: '2026-01-05',
    })),
    only(['other']),
  ),
  row(
    'saveAgreementStep',
    'a draft',
    asInput(async (world) => {
      const agreementId = await agreement(world);
      await world.benchside.database.affected(
        `INSERT INTO agreement_step (agreement_id, code, position) VALUES ($1, 'sign', 1)`,
        [agreementId],
      );
      return { agreementId, step: 'sign', done: true };
    }),
    only(['other']),
  ),
  row(
    'addDocument',
    'an upload of their own',
    asInput(async (world, role) => ({
      ...key(),
      collaborationId: world.ids.collaboration,
      fileId: await upload(world, role),
      title: 'A document',
      restricted: true,
    })),
    only(['other']),
  ),
  row(
    'addDocument',
    'an upload of another',
    asInput(async (world) => ({
      ...key(),
      collaborationId: world.ids.collaboration,
      fileId: await upload(world, 'platform'),
      title: 'A document',
      restricted: true,
    })),
    signedIn('NOT_FOUND'),
  ),
  row(
    'restrictDocument',
    'of the other company',
    async (world) => ({ id: await document(world), restricted: true }),
    only(['other']),
  ),
  row('removeDocument', 'of the other company', async (world) => ({ id: await document(world) }), only(['other'])),
];
