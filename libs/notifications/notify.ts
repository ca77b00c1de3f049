import type { Sql } from '#database';
import { addJob } from '#jobs';

/** One person to be told of one thing. */
export interface NewNotification {
  accountId: string;
  kind: string;
  subjectKind: string;
  subjectId: string;
  /** What its words depend on beside the kind; never a name. */
  details?: Record<string, string>;
}

/** The job that sends the letters of notifications. */
export const LETTERS_JOB = 'notification-letters';

/**
 * Tells people of something, in the caller's transaction; with `letterAt`, also by letter from then on, if they have not
 * read it by that time; with `lettersPerDay`, not by more letters than that about such subjects within a day. What somebody
 * has not read yet is not told to them again.
 */
export const notify = async (
  tx: Sql,
  notifications: readonly NewNotification[],
  { letterAt, lettersPerDay }: { letterAt?: Date; lettersPerDay?: number } = {},
): Promise<void> => {
  if (notifications.length === 0) return;
  const rows = await tx.rows<{ id: string }>(
    `INSERT INTO notification (account_id, kind, subject_kind, subject_id, details)
     SELECT n."accountId", n.kind, n."subjectKind", n."subjectId", coalesce(n.details, '{}')
     FROM jsonb_to_recordset($1::jsonb)
       AS n("accountId" uuid, kind text, "subjectKind" text, "subjectId" uuid, details jsonb)
     ON CONFLICT (account_id, kind, subject_id) WHERE read_at IS NULL DO NOTHING RETURNING id`,
    [JSON.stringify(notifications)],
  );
  if (!letterAt || rows.length === 0) return;
  const ids = rows.map(({ id }) => id);
  const by = lettersPerDay === undefined ? ids : await within(tx, ids, lettersPerDay);
  if (by.length > 0) await addJob(tx, LETTERS_JOB, { ids: by }, letterAt);
};

/** Of these notifications, those whose readers were told of no more than so many such things within a day. */
const within = async (tx: Sql, ids: readonly string[], perDay: number): Promise<string[]> => {
  const rows = await tx.rows<{ id: string }>(
    `SELECT n.id FROM notification n WHERE n.id = ANY($1::uuid[]) AND $2 >= (
       SELECT count(*) FROM notification o WHERE o.account_id = n.account_id AND o.subject_kind = n.subject_kind
         AND o.created_at > now() - interval '1 day')`,
    [ids, perDay],
  );
  return rows.map(({ id }) => id);
};

/** Marks as read what somebody was told of these things: they have seen them elsewhere. */
export const readAbout = (tx: Sql, accountId: string, subjectKind: string, subjectIds: readonly string[]) =>
  tx.affected(
    `UPDATE notification SET read_at = now()
     WHERE account_id = $1 AND subject_kind = $2 AND subject_id = ANY($3::uuid[]) AND read_at IS NULL`,
    [accountId, subjectKind, subjectIds],
  );

/**
 * Takes back what people were told and have not read. False where somebody has read it: the caller's transaction must then
 * not be committed.
 */
export const unsay = async (tx: Sql, kinds: readonly string[], subjectId: string): Promise<boolean> => {
  await tx.affected('DELETE FROM notification WHERE subject_id = $1 AND kind = ANY($2) AND read_at IS NULL', [
    subjectId,
    kinds,
  ]);
  // Looked for afterwards: the deletion has waited for whoever was reading at that moment.
  const read = await tx.row('SELECT FROM notification WHERE subject_id = $1 AND kind = ANY($2) LIMIT 1', [
    subjectId,
    kinds,
  ]);
  return read === undefined;
};
