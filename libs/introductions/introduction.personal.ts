import type { PersonalPart } from '#accounts';

/** What introductions hold of people. */
export const introductionsPersonal: PersonalPart = {
  room: 'Introductions',
  tables: {
    introduction_choice: {
      leads: ['account_id'],
      copy: {
        title: 'Whether you may be asked for introductions',
        sql: 'SELECT available, updated_at FROM introduction_choice WHERE account_id = :account',
      },
      erasure: 'goes',
    },
    introduction: {
      leads: ['asker_account_id', 'middle_account_id', 'target_academic_id', 'answered_by'],
      copy: {
        title: 'Introductions',
        // Whom an introduction reaches reads it once it was passed on, and then as it was passed on.
        sql: `SELECT CASE WHEN asker_account_id = :account THEN 'asker' WHEN middle_account_id = :account THEN 'in the middle'
                ELSE 'to be met' END AS "you",
                CASE WHEN asker_account_id = :account OR middle_account_id = :account THEN note END AS note,
                CASE WHEN asker_account_id IS DISTINCT FROM :account THEN approved_note END AS note_passed_on,
                state, created_at
              FROM introduction
              WHERE asker_account_id = :account OR middle_account_id = :account
                OR passed_on_at IS NOT NULL AND (target_academic_id = :profile OR answered_by = :account)
              ORDER BY created_at`,
      },
      erasure: 'goes',
    },
  },
};
