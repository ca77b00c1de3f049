import type { Database } from '#database';
import { rightsRules } from './rights.rules.js';

const { invitationDays, claimAddressDays, approvalLinkDays, removedDocumentDays } = rightsRules.retention;

/** Each with the days after which it is done. */
const statements: [sql: string, days: number][] = [
  [
    'DELETE FROM account_invitation WHERE coalesce(decided_at, expires_at) < now() - make_interval(days => $1)',
    invitationDays,
  ],
  ['DELETE FROM collaboration_invitation WHERE created_at < now() - make_interval(days => $1)', invitationDays],
  [
    `UPDATE account_claim SET work_email = NULL WHERE work_email IS NOT NULL AND state <> 'code-sent'
       AND coalesce(decided_at, created_at) < now() - make_interval(days => $1)`,
    claimAddressDays,
  ],
  [
    `UPDATE sign_off_link SET email = NULL, revoked_at = CASE WHEN used_at IS NULL THEN coalesce(revoked_at, now()) END
     WHERE email IS NOT NULL AND coalesce(used_at, revoked_at, expires_at) < now() - make_interval(days => $1)`,
    approvalLinkDays,
  ],
  // Whoever was asked and never said anything is no part of the record: somebody else can be asked.
  [
    `UPDATE sign_off s SET state = 'to-ask', approver_name = NULL, approver_email = NULL
     WHERE s.state IN ('to-ask', 'asked') AND s.approver_email IS NOT NULL AND s.asked_at < now() - make_interval(days => $1)
       AND NOT EXISTS (SELECT FROM sign_off_link l WHERE l.sign_off_id = s.id AND l.email IS NOT NULL)`,
    approvalLinkDays,
  ],
  [
    `WITH gone AS (
       UPDATE collaboration_document d SET file_id = NULL FROM collaboration_document was
       WHERE was.id = d.id AND d.removed_at < now() - make_interval(days => $1) AND d.file_id IS NOT NULL RETURNING was.file_id
     ) DELETE FROM stored_file WHERE id IN (SELECT file_id FROM gone)`,
    removedDocumentDays,
  ],
];

/** Removes addresses and files that have outlived their purpose; the bytes of the files go with the next sweep. */
export const forgetOutdated = async (database: Database): Promise<number> => {
  let forgotten = 0;
  for (const [sql, days] of statements) forgotten += await database.affected(sql, [days]);
  return forgotten;
};
