import type { PersonalPart } from '#accounts';

/** What notifications hold of people. */
export const notificationsPersonal: PersonalPart = {
  room: 'Notifications',
  tables: {
    notification: {
      leads: ['account_id'],
      copy: {
        title: 'What you were told',
        sql: `SELECT kind, subject_kind, created_at, read_at, mailed_at FROM notification
              WHERE account_id = :account ORDER BY created_at`,
      },
      erasure: 'goes',
    },
  },
};
