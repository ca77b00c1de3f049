import type { Database, Sql } from '#database';
import { StoredFile } from '#files';
import { Agreement, type AgreementSignature } from './agreement.entity.js';

/** An agreement as its row has it, with the number of the terms that hold now. */
export type AgreementRow = Agreement & { termsNow: number };

const rowsSql = (columns: string, where: string) => `
  SELECT ${columns}, c.terms_number AS "termsNow" FROM agreement a JOIN collaboration c ON c.id = a.collaboration_id
  WHERE ${where} ORDER BY a.created_at, a.id`;

/** The agreements of a collaboration, whoever may see them: the caller decides. */
export const agreementsOf = (database: Database, sql: Sql, collaborationId: string) =>
  sql.rows<AgreementRow>(rowsSql(database.columns(Agreement, 'a'), 'a.collaboration_id = $1'), [collaborationId]);

/** One agreement, whoever may see it: the caller decides. */
export const agreementRow = (database: Database, sql: Sql, id: string) =>
  sql.row<AgreementRow>(rowsSql(database.columns(Agreement, 'a'), 'a.id = $1'), [id]);

export interface StepRow {
  agreementId: string;
  code: string;
  dueOn: string | null;
  doneOn: string | null;
}

/** The steps, signatures and signed copies of agreements, a statement each. */
export const partsOf = async (database: Database, sql: Sql, agreements: readonly AgreementRow[]) => {
  const ids = agreements.map(({ id }) => id);
  const fileIds = agreements.flatMap(({ fileId }) => fileId ?? []);
  const [steps, signatures, files] = [
    await sql.rows<StepRow>(
      `SELECT agreement_id AS "agreementId", code, due_on AS "dueOn", done_on AS "doneOn" FROM agreement_step
       WHERE agreement_id = ANY($1::uuid[]) ORDER BY position`,
      [ids],
    ),
    await sql.rows<AgreementSignature & { agreementId: string }>(
      `SELECT s.agreement_id AS "agreementId", s.side, s.signatory, s.role, s.signed_on AS "signedOn",
         h.name AS "recordedBy", s.created_at AS "createdAt"
       FROM agreement_signature s LEFT JOIN account_holder h ON h.id = s.account_id
       WHERE s.agreement_id = ANY($1::uuid[]) ORDER BY s.created_at, s.side`,
      [ids],
    ),
    fileIds.length === 0
      ? []
      : await sql.rows<StoredFile>(
          `SELECT ${database.columns(StoredFile, 'f')} FROM stored_file f WHERE id = ANY($1::uuid[])`,
          [fileIds],
        ),
  ];
  return { steps, signatures, files };
};

/** Whether the two sides of a collaboration have a confidentiality agreement that both have signed and that has not ended. */
export const hasSignedNda = async (sql: Sql, collaborationId: string): Promise<boolean> =>
  (await sql.row(
    `SELECT FROM agreement WHERE collaboration_id = $1 AND kind = 'nda' AND state = 'signed' AND signed_on <= current_date`,
    [collaborationId],
  )) !== undefined;
