import type { PersonalPart } from '#accounts';
import { theirCollaborations } from '#collaborations';

/** What outcomes hold of people. */
export const outcomesPersonal: PersonalPart = {
  room: 'Outcomes',
  tables: {
    outcome: {
      leads: ['account_id'],
      copy: {
        title: 'Outcomes you recorded',
        sql: `SELECT kind, title, identifier, happened_on, amount_pence, credit_roles, trl_before, trl_after, created_at FROM outcome
              WHERE account_id = :account ORDER BY happened_on`,
      },
      erasure: { stays: 'What came of the work, as both sides’ record, without who wrote it down.' },
      strike: { columns: ['title'], where: `collaboration_id IN ${theirCollaborations}` },
    },
    collaboration_review: {
      leads: ['account_id'],
      copy: {
        title: 'What you said of collaborations',
        sql: 'SELECT text, again, written_at FROM collaboration_review WHERE account_id = :account ORDER BY written_at',
      },
      erasure: { stays: 'What each side said of the work, with your name and addresses struck out.' },
      strike: { columns: ['text'], where: `collaboration_id IN ${theirCollaborations}` },
    },
    mobility: {
      leads: ['academic_id'],
      copy: {
        title: 'Your moves between academia and industry',
        sql: `SELECT direction, organisation, what, started_on, ended_on, shown, created_at FROM mobility
              WHERE academic_id = :profile ORDER BY started_on`,
      },
      erasure: 'goes',
    },
  },
};
