import { genericOAuth } from 'better-auth/plugins/generic-oauth';
import type { OrcidSettings } from './settings.js';

export const orcidProvider = 'orcid';
const orcidIssuer = 'https://orcid.org';

/** The issuer, without a slash at its end. */
export const issuerOf = (orcid: OrcidSettings): string => (orcid.issuer ?? orcidIssuer).replace(/\/+$/, '');

/** The iD's address, which is the issuer and the subject together: the key of a sign-in with ORCID. */
export const orcidSubject = (orcid: OrcidSettings, id: string): string => `${issuerOf(orcid)}/${id}`;

interface Claims {
  iss: string;
  sub: string;
  name: string;
}

/** The claims of a token whose signature, issuer, audience and nonce better-auth has already verified. */
const claimsOf = (idToken: string | undefined): Claims | null => {
  const payload: unknown = JSON.parse(Buffer.from(idToken?.split('.')[1] ?? '', 'base64url').toString() || 'null');
  if (typeof payload !== 'object' || payload === null || !('sub' in payload) || !('iss' in payload)) return null;
  const { sub, iss } = payload;
  if (typeof sub !== 'string' || typeof iss !== 'string') return null;
  const named = 'name' in payload && typeof payload.name === 'string' ? payload.name : '';
  return { sub, iss: iss.replace(/\/+$/, ''), name: named };
};

/**
 * Sign-in with ORCID, by OpenID Connect with the scope `openid` alone. ORCID gives no e-mail address, so it never opens
 * an account and never finds one by address: an account holder connects their iD while signed in, and from then on it
 * signs them in. The key is issuer and subject.
 */
export const orcidSignIn = (orcid: OrcidSettings) =>
  genericOAuth({
    config: [
      {
        providerId: orcidProvider,
        name: 'ORCID',
        clientId: orcid.clientId,
        clientSecret: orcid.clientSecret,
        discoveryUrl: `${issuerOf(orcid)}/.well-known/openid-configuration`,
        requireIdTokenVerification: true,
        scopes: ['openid'],
        pkce: true,
        disableSignUp: true,
        disableImplicitSignUp: true,
        overrideUserInfo: false,
        getUserInfo: async (tokens) => {
          const claims = claimsOf(tokens.idToken);
          // better-auth wants an address to look at. This one can belong to nobody (RFC 2606), and is never stored.
          return claims && { ...claims, email: `${claims.sub}@orcid.invalid`, emailVerified: false };
        },
        accountSubject: ({ tokens }) => {
          const claims = claimsOf(tokens.idToken);
          return claims ? `${claims.iss}/${claims.sub}` : '';
        },
      },
    ],
  });
