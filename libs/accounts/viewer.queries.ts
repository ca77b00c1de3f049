import { createHmac, timingSafeEqual } from 'node:crypto';
import { parseCookies } from 'better-auth/cookies';
import type { Pool } from 'pg';
import type { Auth } from './auth.js';
import { type AccountsSettings, type SessionLimits, sessionLimits } from './settings.js';
import { type Membership, nobody, type PlatformRole, type Viewer } from './viewer.js';

interface ViewerRow {
  session_id: string;
  account_id: string;
  name: string;
  email: string;
  email_verified: boolean;
  two_factor_enabled: boolean | null;
  platform_role: PlatformRole;
  academic_id: string | null;
  memberships: Membership[] | null;
  unrecorded: boolean;
}

/** Session, account, memberships and profile in one statement: what was revoked a moment ago is gone. */
const viewerOfToken = `
  SELECT s.id AS session_id, h.id AS account_id, h.name, h.email, h.email_verified, h.two_factor_enabled,
    h.platform_role, a.id AS academic_id,
    (SELECT json_agg(json_build_object('organisationId', m.organisation_id, 'role', m.role) ORDER BY m.created_at, m.id)
      FROM account_membership m WHERE m.account_id = h.id) AS memberships,
    s.updated_at < now() - make_interval(secs => $2) AS unrecorded
  FROM account_session s
  JOIN account_holder h ON h.id = s.account_id
  LEFT JOIN academic a ON a.account_id = h.id
  WHERE s.token = $1 AND s.expires_at > now()`;

/** Records a use, at most once in a while, and never past the longest life of a session. */
const recordUse = `
  UPDATE account_session
  SET updated_at = now(), expires_at = least(now() + make_interval(secs => $2), created_at + make_interval(secs => $3))
  WHERE id = $1 AND expires_at > now() AND updated_at < now() - make_interval(secs => $4)`;

/** `token.signature`, percent-encoded: what better-auth puts in the session cookie. */
const signatureLength = 44;

/** Tells who is asking from the session cookie. */
export class Viewers {
  private readonly limits: SessionLimits;
  private constructor(
    private readonly pool: Pool,
    private readonly settings: AccountsSettings,
    private readonly cookieName: string,
  ) {
    this.limits = sessionLimits(settings);
  }

  /** The name of the cookie is better-auth's to say. */
  static async create(pool: Pool, auth: Auth, settings: AccountsSettings): Promise<Viewers> {
    const { authCookies } = await auth.$context;
    return new Viewers(pool, settings, authCookies.sessionToken.name);
  }

  /** The viewer behind a `Cookie` header: nobody, unless the cookie is signed by us and its session is alive. */
  async of(cookieHeader: string | undefined): Promise<Viewer> {
    const token = this.tokenOf(cookieHeader);
    if (token === undefined) return nobody;
    const { rows } = await this.pool.query<ViewerRow>({
      name: 'viewer',
      text: viewerOfToken,
      values: [token, this.limits.refresh],
    });
    const [row] = rows;
    if (row === undefined) return nobody;
    if (row.unrecorded) {
      const { idle, absolute, refresh } = this.limits;
      await this.pool.query({ name: 'viewer-use', text: recordUse, values: [row.session_id, idle, absolute, refresh] });
    }
    const secondFactor = row.two_factor_enabled === true;
    return {
      accountId: row.account_id,
      sessionId: row.session_id,
      name: row.name,
      email: row.email,
      emailVerified: row.email_verified,
      secondFactor,
      // In production the platform's own rights take a second factor; without one, an admin is a person like others.
      platformRole: this.settings.production && !secondFactor ? 'person' : row.platform_role,
      memberships: row.memberships ?? [],
      academicId: row.academic_id,
    };
  }

  /** The session's token, if the signature beside it is ours. A forged cookie costs no query. */
  private tokenOf(cookieHeader: string | undefined): string | undefined {
    if (!cookieHeader?.includes(this.cookieName)) return undefined;
    const value = parseCookies(cookieHeader).get(this.cookieName);
    const dot = value?.lastIndexOf('.') ?? -1;
    if (value === undefined || dot < 1) return undefined;
    const token = value.slice(0, dot);
    const signature = Buffer.from(value.slice(dot + 1));
    const right = Buffer.from(createHmac('sha256', this.settings.authSecret).update(token).digest('base64'));
    if (signature.length !== signatureLength || !timingSafeEqual(signature, right)) return undefined;
    return token;
  }
}
