import type { Tx } from '#database';

/** A profile as far as a claim needs to know it. */
export interface ClaimableProfile {
  id: string;
  /** Given and family name, as the register has them. */
  givenName: string;
  familyName: string;
  /** The iD that the register gives, without an address before it. */
  orcid: string | null;
  /** Whether it is somebody's already. */
  claimed: boolean;
  /** The work address that the register itself names, if it does. */
  workEmail: string | null;
  /** The mail domains of the profile's employer and university. */
  emailDomains: string[];
}

/** How it was shown that a profile is somebody's own. */
export type ClaimProof = 'orcid' | 'work-email' | 'review';

/**
 * What claims need of the profiles themselves. Profiles sit to the right of accounts, so they register this with
 * `ClaimService.register` when they start.
 */
export abstract class ProfileClaims {
  /** The profile, or undefined when there is none that may be claimed. */
  abstract describe(profileId: string): Promise<ClaimableProfile | undefined>;

  /**
   * Makes the profile the account's, in the claim's own transaction. False when it has become somebody's meanwhile, or
   * the account has another: one guarded UPDATE decides (`account_id IS NULL`, and no profile of the account yet).
   */
  abstract assign(tx: Tx, profileId: string, accountId: string, proof: ClaimProof): Promise<boolean>;
}
