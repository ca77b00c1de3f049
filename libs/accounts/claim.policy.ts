import type { ClaimableProfile } from './profile-claims.js';

/** Where a claim stands. The last four are ends. */
export type ClaimState = 'code-sent' | 'in-review' | 'granted' | 'refused' | 'withdrawn' | 'expired';

/** The ways a claim can go; each is one guarded UPDATE in claim.queries.ts, and the database holds to the same table. */
export const claimTransitions: Record<ClaimState, readonly ClaimState[]> = {
  'code-sent': ['granted', 'refused', 'withdrawn', 'expired'],
  'in-review': ['granted', 'refused', 'withdrawn'],
  granted: [],
  refused: [],
  withdrawn: [],
  expired: [],
};

/** Addresses that anybody can get say nothing about where a person works. */
const forEverybody = new Set([
  'gmail.com',
  'googlemail.com',
  'outlook.com',
  'hotmail.com',
  'hotmail.co.uk',
  'live.com',
  'live.co.uk',
  'yahoo.com',
  'yahoo.co.uk',
  'icloud.com',
  'me.com',
  'aol.com',
  'btinternet.com',
  'protonmail.com',
  'proton.me',
  'mail.com',
  'gmx.com',
  'zoho.com',
]);

const plain = (text: string) =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');

const belongsTo = (domain: string, allowed: string) => {
  const listed = allowed.trim().toLowerCase().replace(/^@/, '');
  return listed.includes('.') && (domain === listed || domain.endsWith(`.${listed}`));
};

export type WorkEmailVerdict = 'allowed' | 'other-domain' | 'other-name';

/**
 * Whether a code sent to an address proves that its reader is the person of the profile. A domain alone shows no more
 * than the place of work, which thousands of colleagues share, so the mailbox must also carry the family name. Where
 * mailboxes are numbers, a person looks at the claim instead.
 */
export const workEmailVerdict = (profile: ClaimableProfile, email: string): WorkEmailVerdict => {
  const address = email.trim().toLowerCase();
  if (profile.workEmail !== null && profile.workEmail.trim().toLowerCase() === address) return 'allowed';
  const [mailbox = '', domain = ''] = address.split('@');
  if (forEverybody.has(domain) || !profile.emailDomains.some((allowed) => belongsTo(domain, allowed))) {
    return 'other-domain';
  }
  const parts = mailbox.split('+')[0]?.split(/[._-]/).map(plain) ?? [];
  const whole = parts.join('');
  const family = plain(profile.familyName);
  if (family.length < 2) return 'other-name';
  // A short name inside a longer word is chance: "Li" is not in "olivia". A long one may stand beside initials.
  const carries = family.length < 4 ? parts.includes(family) : whole.includes(family);
  const initials = parts.join('').replace(family, '');
  const given = plain(profile.givenName);
  if (!carries) return 'other-name';
  return initials === '' || /^\d*$/.test(initials) || initials.startsWith(given.slice(0, 1)) ? 'allowed' : 'other-name';
};
