import type { PersonalPart } from '#accounts';

/** What is kept of matches holds of people. */
export const feedbackPersonal: PersonalPart = {
  room: 'Matches',
  tables: {
    match_judgement: {
      leads: ['account_id', 'for_academic_id', 'with_academic_id'],
      copy: {
        title: 'What you said of matches',
        sql: `SELECT for_kind, with_kind, relevant, reasons, remark, score, rank, query, created_at FROM match_judgement
              WHERE account_id = :account ORDER BY created_at`,
      },
      erasure: 'goes',
    },
    match_request: {
      leads: ['for_id', 'with_id'],
      copy: { none: 'It only has how well two sides of a request fitted, which the match says whenever you look.' },
      erasure: 'goes',
      erase: ['DELETE FROM match_request WHERE for_id = :profile OR with_id = :profile'],
    },
  },
};
