import type { OrganisationRole } from './viewer.js';

/** A person in an organisation, as their colleagues see them. */
export interface Member {
  accountId: string;
  organisationId: string;
  name: string;
  email: string;
  role: OrganisationRole;
  since: Date;
}

/** An offer to belong to an organisation, to the holder of an address. */
export interface Invitation {
  id: string;
  organisationId: string;
  organisationName: string;
  email: string;
  role: OrganisationRole;
  status: 'pending' | 'accepted' | 'rejected' | 'canceled';
  inviterName: string;
  expiresAt: Date;
  createdAt: Date;
}

const member = `
  m.account_id AS "accountId", m.organisation_id AS "organisationId", h.name, h.email, m.role, m.created_at AS since`;

const invitation = (row: string) => `
  ${row}.id, ${row}.organisation_id AS "organisationId", o.name AS "organisationName", ${row}.email, ${row}.role,
  ${row}.status, h.name AS "inviterName", ${row}.expires_at AS "expiresAt", ${row}.created_at AS "createdAt"`;

const withNames = (row: string) => `
  JOIN organisation o ON o.id = ${row}.organisation_id JOIN account_holder h ON h.id = ${row}.inviter_id`;

export const memberQueries = {
  appoint: `
    INSERT INTO account_membership (organisation_id, account_id, role) VALUES ($1, $2, $3)
    ON CONFLICT (account_id, organisation_id) DO UPDATE SET role = excluded.role`,
  /** A role that the person has by now, by another way, is not lowered by an old invitation. */
  join: `
    INSERT INTO account_membership (organisation_id, account_id, role) VALUES ($1, $2, $3)
    ON CONFLICT (account_id, organisation_id) DO NOTHING`,
  byEmail: `
    SELECT m.id FROM account_membership m JOIN account_holder h ON h.id = m.account_id
    WHERE m.organisation_id = $1 AND h.email = $2`,
  ofOrganisation: `
    SELECT ${member} FROM account_membership m JOIN account_holder h ON h.id = m.account_id
    WHERE m.organisation_id = $1 ORDER BY m.role = 'admin' DESC, h.name, m.id`,
  withRoles: `
    SELECT account_id AS "accountId" FROM account_membership
    WHERE organisation_id = $1 AND role = ANY($2::text[]) ORDER BY created_at, id`,
  lockAdmins: `
    SELECT id FROM account_membership WHERE organisation_id = $1 AND role = 'admin' ORDER BY id FOR UPDATE`,
  lockOne: `
    SELECT ${member} FROM account_membership m JOIN account_holder h ON h.id = m.account_id
    WHERE m.organisation_id = $1 AND m.account_id = $2 FOR UPDATE OF m`,
  setRole: 'UPDATE account_membership SET role = $3 WHERE organisation_id = $1 AND account_id = $2',
  remove: 'DELETE FROM account_membership WHERE organisation_id = $1 AND account_id = $2',
};

export const invitationQueries = {
  open: `
    WITH made AS (
      INSERT INTO account_invitation AS i (organisation_id, email, role, inviter_id, expires_at)
      SELECT $1, $2, $3, $4, now() + interval '7 days'
      WHERE (SELECT count(*) FROM account_invitation
        WHERE organisation_id = $1 AND status = 'pending' AND expires_at > now() AND email <> $2) < $5
      ON CONFLICT (organisation_id, email) WHERE status = 'pending'
        DO UPDATE SET role = excluded.role, inviter_id = excluded.inviter_id, expires_at = excluded.expires_at
      RETURNING i.*
    )
    SELECT ${invitation('made')} FROM made ${withNames('made')}`,
  one: `SELECT ${invitation('i')} FROM account_invitation i ${withNames('i')} WHERE i.id = $1 AND i.status = 'pending'`,
  ofOrganisation: `
    SELECT ${invitation('i')} FROM account_invitation i ${withNames('i')}
    WHERE i.organisation_id = $1 AND i.status = 'pending' AND i.expires_at > now() ORDER BY i.created_at DESC, i.id`,
  toAddress: `
    SELECT ${invitation('i')} FROM account_invitation i ${withNames('i')}
    WHERE i.email = $1 AND i.status = 'pending' AND i.expires_at > now() ORDER BY i.created_at DESC, i.id`,
  /** One winner: whoever comes second finds it decided. */
  decide: `
    WITH decided AS (
      UPDATE account_invitation SET status = $2, decided_at = now()
      WHERE id = $1 AND status = 'pending' AND ($2 <> 'accepted' OR expires_at > now()) RETURNING *
    )
    SELECT ${invitation('decided')} FROM decided ${withNames('decided')}`,
  cancelOf: `
    UPDATE account_invitation SET status = 'canceled', decided_at = now()
    WHERE organisation_id = $1 AND inviter_id = $2 AND status = 'pending'`,
};
