import { onlyWho, type PersonalPart } from '#accounts';
import { theirCollaborations } from '#collaborations';

/** What agreements and documents hold of people. */
export const agreementsPersonal: PersonalPart = {
  room: 'Agreements and documents',
  tables: {
    agreement: {
      leads: ['created_by'],
      copy: {
        title: 'Agreements you drafted',
        sql: `SELECT kind, state, sections, signed_on, created_at FROM agreement WHERE created_by = :account ORDER BY created_at`,
      },
      erasure: {
        stays:
          'A signed agreement, word for word: the other side may have to show it for as long as claims can be made on it (six years in England, Limitation Act 1980, section 5). In drafts your name is struck out.',
      },
      strike: {
        columns: ['sections', 'answers'],
        where: `signed_on IS NULL AND collaboration_id IN ${theirCollaborations}`,
      },
    },
    agreement_signature: {
      leads: ['account_id'],
      copy: {
        title: 'Signatures you recorded',
        sql: `SELECT s.side, s.signatory, s.role, s.signed_on FROM agreement_signature s
              WHERE s.account_id = :account ORDER BY s.signed_on`,
      },
      erasure: { stays: 'Who signed an agreement and when: part of the agreement, kept as long as it is.' },
    },
    agreement_step: {
      leads: ['done_by'],
      copy: {
        title: 'Steps of agreements you took',
        sql: 'SELECT code, done_on FROM agreement_step WHERE done_by = :account ORDER BY done_on',
      },
      ...onlyWho('That a step was taken'),
    },
    collaboration_document: {
      leads: ['account_id'],
      copy: {
        title: 'Documents you added',
        sql: `SELECT title, number AS version, restricted, created_at, removed_at FROM collaboration_document
              WHERE account_id = :account ORDER BY created_at`,
      },
      erasure: {
        stays:
          'Documents that you gave to the other side and did not remove, without who added them; of removed ones, that there was one.',
      },
      strike: { columns: ['title'], where: `collaboration_id IN ${theirCollaborations}` },
      erase: [
        `WITH gone AS (
           UPDATE collaboration_document d SET file_id = NULL FROM collaboration_document was
           WHERE was.id = d.id AND d.account_id = :account AND d.removed_at IS NOT NULL AND d.file_id IS NOT NULL RETURNING was.file_id
         ) DELETE FROM stored_file WHERE id IN (SELECT file_id FROM gone)`,
      ],
    },
  },
};
