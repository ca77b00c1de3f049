import type { PersonalPart } from '#accounts';
import { theirCollaborations } from '#collaborations';

/** What approvals hold of people: of those who asked for them, and of those who were asked and need no account for it. */
export const signOffsPersonal: PersonalPart = {
  room: 'Approvals',
  tables: {
    sign_off: {
      leads: ['asked_by', 'approver_email'],
      copy: {
        title: 'Approvals you were asked for, or asked for',
        sql: `SELECT CASE WHEN approver_email = :email THEN 'approver' ELSE 'asker' END AS "you", label, state, asked_at, decided_at,
                CASE WHEN approver_email = :email THEN approver_name END AS called,
                CASE WHEN approver_email = :email THEN reason END AS reason
              FROM sign_off WHERE asked_by = :account OR approver_email = :email ORDER BY asked_at`,
      },
      erasure: {
        stays:
          'That an approval was given and on what terms, because the work rests on it: without the name and address of who gave it.',
      },
      strike: { columns: ['why', 'reason'], where: `collaboration_id IN ${theirCollaborations}` },
      erase: [
        `UPDATE sign_off SET state = CASE state WHEN 'asked' THEN 'to-ask' ELSE state END, approver_name = NULL, approver_email = NULL
         WHERE approver_email = :email`,
      ],
    },
    sign_off_link: {
      leads: ['email'],
      copy: {
        title: 'Letters that asked you for an approval',
        sql: `SELECT created_at, expires_at, opened_at, used_at, revoked_at FROM sign_off_link
              WHERE email = :email ORDER BY created_at`,
      },
      erasure: { stays: 'What was approved, word for word, without your name and address.' },
      strike: {
        columns: ['content'],
        where: `sign_off_id IN (SELECT id FROM sign_off WHERE collaboration_id IN ${theirCollaborations})`,
      },
      erase: [
        `UPDATE sign_off_link SET email = NULL, revoked_at = CASE WHEN used_at IS NULL THEN coalesce(revoked_at, now()) END
         WHERE email = :email`,
      ],
    },
  },
};
