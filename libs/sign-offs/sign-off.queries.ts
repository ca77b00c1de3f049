import type { CollaborationState } from '#collaborations';
import type { Database, Sql } from '#database';
import type { RequestSide } from '#requests';
import { SignOff } from './sign-off.entity.js';

/** A sign-off as it is kept, with the link that holds, and the side that knows who approves. */
export type SignOffRow = SignOff & { linkId: string | null; asksSide: RequestSide };

/**
 * Which side of the collaboration `c` knows who gives the sign-off `s`: the organisation its own approval; all the others
 * the academic, and of two academics the one who asked, whose time it is.
 */
export const asksSideSql = `CASE WHEN CASE s.code WHEN 'company' THEN c.sender_organisation_id ELSE c.sender_academic_id END IS NULL
  THEN 'receiver' ELSE 'sender' END`;

const rowsSql = (columns: string, where: string) => `
  SELECT ${columns}, l.id AS "linkId", l.expires_at AS "linkUntil", ${asksSideSql} AS "asksSide" FROM sign_off s
  JOIN collaboration c ON c.id = s.collaboration_id
  LEFT JOIN sign_off_link l ON l.sign_off_id = s.id AND l.used_at IS NULL AND l.revoked_at IS NULL
  WHERE ${where} ORDER BY s.position`;

/** The sign-offs of a collaboration, in their order. */
export const signOffsOf = (database: Database, collaborationId: string, sql: Sql = database) =>
  sql.rows<SignOffRow>(rowsSql(database.columns(SignOff, 's'), 's.collaboration_id = $1'), [collaborationId]);

/** Whose collaboration a sign-off is of. */
export const collaborationOf = async (sql: Sql, signOffId: string): Promise<string | null> =>
  (await sql.row<{ id: string }>('SELECT collaboration_id AS id FROM sign_off WHERE id = $1', [signOffId]))?.id ?? null;

/** A link with what it is about. */
export interface LinkRow {
  id: string;
  signOffId: string;
  collaborationId: string;
  code: string;
  label: string;
  email: string;
  approverName: string;
  termsNumber: number;
  /** The number of the terms that hold now. */
  currentTerms: number;
  collaborationState: CollaborationState;
  content: object;
  codesSent: number;
  codeUntil: Date | null;
  wrongCodes: number;
  expiresAt: Date;
  usedAt: Date | null;
  revokedAt: Date | null;
}

/** The link with this token, whatever has become of it; with `lock` it stays so until the transaction ends. */
export const linkByHash = (sql: Sql, hash: Buffer, lock = false) =>
  sql.row<LinkRow>(
    `SELECT l.id, l.sign_off_id AS "signOffId", s.collaboration_id AS "collaborationId", s.code, s.label, coalesce(l.email, '') AS email,
       coalesce(s.approver_name, 'Somebody') AS "approverName", l.terms_number AS "termsNumber", c.terms_number AS "currentTerms", c.state AS "collaborationState", l.content,
       l.codes_sent AS "codesSent", l.code_until AS "codeUntil", l.wrong_codes AS "wrongCodes", l.expires_at AS "expiresAt",
       l.used_at AS "usedAt", l.revoked_at AS "revokedAt"
     FROM sign_off_link l JOIN sign_off s ON s.id = l.sign_off_id JOIN collaboration c ON c.id = s.collaboration_id
     WHERE l.token_hash = $1${lock ? ' FOR UPDATE OF l' : ''}`,
    [hash],
  );
