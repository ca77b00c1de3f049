import { academicName } from '#academics';
import type { Database, Sql } from '#database';
import { Introduction } from './introduction.entity.js';

/** An introduction with the names around it. */
export interface IntroductionRow extends Introduction {
  targetName: string;
  askerOrganisationName: string | null;
  askerEmail: string;
  /** The address of the academic to be met, or of the one who answered for the organisation. */
  targetEmail: string | null;
}

/** The introductions with these ids, whoever may see them: the policies come after. */
export const introductionRows = (database: Database, ids: readonly string[], sql: Sql = database) =>
  sql.rows<IntroductionRow>(
    `SELECT ${database.columns(Introduction, 'i')},
       coalesce(o.name, ${academicName('t')}) AS "targetName",
       ao.name AS "askerOrganisationName", coalesce(aa.contact_email::text, ah.email) AS "askerEmail",
       coalesce(t.contact_email::text, th.email, (SELECT email FROM account_holder WHERE id = i.answered_by)) AS "targetEmail"
     FROM introduction i
     JOIN account_holder ah ON ah.id = i.asker_account_id
     LEFT JOIN academic aa ON aa.account_id = ah.id
     LEFT JOIN organisation ao ON ao.id = i.asker_organisation_id
     LEFT JOIN academic t ON t.id = i.target_academic_id
     LEFT JOIN account_holder th ON th.id = t.account_id
     LEFT JOIN organisation o ON o.id = i.target_organisation_id
     WHERE i.id = ANY($1::uuid[])`,
    [ids],
  );

/** Whom a step of an introduction is told to. */
export const peopleOn = (sql: Sql, id: string) =>
  sql.row<{ asker: string; middle: string; target: string[] }>(
    `SELECT i.asker_account_id AS asker, i.middle_account_id AS middle, ARRAY(
       SELECT a.account_id FROM academic a WHERE a.id = i.target_academic_id AND a.account_id IS NOT NULL
       UNION SELECT m.account_id FROM account_membership m
       WHERE m.organisation_id = i.target_organisation_id AND m.role IN ('admin', 'member')) AS target
     FROM introduction i WHERE i.id = $1`,
    [id],
  );

/** Whether somebody has checked that an organisation is who it says it is: for others nobody asks anybody. */
export const isVerified = async (sql: Sql, organisationId: string): Promise<boolean> =>
  (await sql.row(`SELECT FROM organisation WHERE id = $1 AND verification = 'verified'`, [organisationId])) !==
  undefined;
