import { academicName } from '#academics';
import { type Database, pageOfIds, type Sql, type Tx, type WantedPage } from '#database';
import { TransferOfValue } from './transfer.entity.js';

const rowsSql = (columns: string) => `
  SELECT ${columns}, o.name AS "organisationName", a.employer_id AS "employerId",
    CASE WHEN a.id IS NOT NULL THEN ${academicName('a')} ELSE r.name END AS "recipientName"
  FROM transfer_of_value t JOIN organisation o ON o.id = t.organisation_id
  LEFT JOIN academic a ON a.id = t.academic_id LEFT JOIN organisation r ON r.id = t.recipient_organisation_id
  WHERE t.id = ANY($1::uuid[])`;

/** A transfer as it is stored, with the names beside it. */
export type TransferRow = Omit<TransferOfValue, 'roles' | 'actions' | 'named'>;

export const transferRows = (database: Database, ids: readonly string[], sql: Sql = database) =>
  sql.rows<TransferRow>(rowsSql(database.columns(TransferOfValue, 't')), [ids]);

const listed = (where: string) => `SELECT t.id, t.created_at FROM transfer_of_value t WHERE ${where}`;

/** What a company has recorded. */
export const companyPage = (sql: Sql, organisationId: string, year: number | null, page: WantedPage) =>
  pageOfIds(sql, listed('t.organisation_id = $1 AND ($2::int IS NULL OR t.year = $2)'), [organisationId, year], page);

/** What was recorded as given to a person. */
export const recipientPage = (sql: Sql, academicId: string | null, page: WantedPage) =>
  pageOfIds(sql, listed('t.academic_id = $1'), [academicId], page);

/** What was recorded as given to an organisation or the people whom it employs. */
export const officePage = (sql: Sql, organisationId: string, year: number | null, page: WantedPage) =>
  pageOfIds(
    sql,
    listed(`(t.recipient_organisation_id = $1 OR t.academic_id IN (SELECT a.id FROM academic a WHERE a.employer_id = $1))
      AND ($2::int IS NULL OR t.year = $2)`),
    [organisationId, year],
    page,
  );

/** One line of a year: what one recipient got in one category. */
export interface YearLine {
  category: string;
  recipientKind: 'hcp' | 'hco';
  recipientId: string | null;
  recipientName: string | null;
  amountPence: number;
  /** Whether the recipient agreed to be named. */
  consented: boolean;
  disputed: boolean;
}

/** Everything that a company gave in a calendar year. */
export const yearLines = (sql: Sql, organisationId: string, year: number) =>
  sql.rows<YearLine>(
    `SELECT t.category, t.recipient_kind AS "recipientKind", coalesce(a.id, r.id) AS "recipientId",
       CASE WHEN a.id IS NOT NULL THEN ${academicName('a')} ELSE r.name END AS "recipientName",
       t.amount_pence AS "amountPence", t.consent = 'given' AS consented, t.state = 'disputed' AS disputed
     FROM transfer_of_value t LEFT JOIN academic a ON a.id = t.academic_id
     LEFT JOIN organisation r ON r.id = t.recipient_organisation_id
     WHERE t.organisation_id = $1 AND t.year = $2 AND t.amount_pence > 0
     ORDER BY t.paid_on, t.id`,
    [organisationId, year],
  );

/** The calendar years in which a company has recorded something, latest first. */
export const yearsOf = async (sql: Sql, organisationId: string): Promise<number[]> => {
  const rows = await sql.rows<{ year: number }>(
    'SELECT DISTINCT year FROM transfer_of_value WHERE organisation_id = $1 ORDER BY year DESC',
    [organisationId],
  );
  return rows.map(({ year }) => year);
};

/** What a history keeps of a transfer: never who got it. */
const content = (row: string) =>
  `jsonb_build_object('category', ${row}.category, 'amountPence', ${row}.amount_pence, 'paidOn', ${row}.paid_on,
     'description', ${row}.description, 'consent', ${row}.consent, 'state', ${row}.state, 'disputeReason', ${row}.dispute_reason)`;

export const insertTransfer = (tx: Tx, accountId: string, values: Record<string, unknown>) => {
  const columns = Object.entries(values);
  return tx.row<{ id: string }>(
    `WITH made AS (
       INSERT INTO transfer_of_value (recorded_by, ${columns.map(([column]) => column).join(', ')})
       VALUES ($1, ${columns.map((_, at) => `$${at + 2}`).join(', ')}) RETURNING *)
     INSERT INTO transfer_change (transfer_id, version, action, account_id, content)
     SELECT m.id, m.version, 'recorded', $1, ${content('m')} FROM made m RETURNING transfer_id AS id`,
    [accountId, ...columns.map(([, value]) => value)],
  );
};

export interface TransferStep {
  id: string;
  /** The version that was read. */
  version: number;
  action: 'corrected' | 'disputed' | 'consent';
  accountId: string;
  changes: Record<string, unknown>;
}

/** Changes a transfer and writes its history in one statement; false where it has changed since it was read. */
export const changeTransfer = async (tx: Tx, { id, version, action, accountId, changes }: TransferStep) => {
  const columns = Object.entries(changes);
  const set = columns.map(([column], at) => `${column} = $${at + 5}`).join(', ');
  const changed = await tx.affected(
    `WITH changed AS (UPDATE transfer_of_value SET ${set} WHERE id = $1 AND version = $2 RETURNING *)
     INSERT INTO transfer_change (transfer_id, version, action, account_id, content)
     SELECT c.id, c.version, $3, $4, ${content('c')} FROM changed c`,
    [id, version, action, accountId, ...columns.map(([, value]) => value)],
  );
  return changed === 1;
};

/** Whom a transfer concerns on one side: the person or the office that got it, or the administrators of the company. */
export const concernedBy = (sql: Sql, id: string, side: 'recipient' | 'company') =>
  sql.rows<{ accountId: string }>(
    side === 'recipient'
      ? `SELECT a.account_id AS "accountId" FROM transfer_of_value t JOIN academic a ON a.id = t.academic_id
         WHERE t.id = $1 AND a.account_id IS NOT NULL
         UNION SELECT m.account_id FROM transfer_of_value t
         JOIN account_membership m ON m.organisation_id = t.recipient_organisation_id AND m.role IN ('admin', 'office')
         WHERE t.id = $1`
      : `SELECT m.account_id AS "accountId" FROM transfer_of_value t
         JOIN account_membership m ON m.organisation_id = t.organisation_id
         WHERE t.id = $1 AND (m.role = 'admin' OR m.account_id = t.recorded_by)`,
    [id],
  );
