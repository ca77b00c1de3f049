import { createHmac, randomInt, randomUUID, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Database, type Tx } from '#database';
import { badInput, checkFirst, conflict, notAllowed, notFound, tooMany, written } from '#graphql';
import { ACCOUNTS_SETTINGS } from './accounts.tokens.js';
import { Attempts, type Limit } from './attempts.js';
import { workEmailVerdict } from './claim.policy.js';
import { type Claim, claimQueries } from './claim.queries.js';
import { claimCode, claimDecided } from './letters.js';
import { orcidProvider, orcidSubject } from './orcid.js';
import { Post } from './post.js';
import type { ClaimableProfile, ClaimProof, ProfileClaims } from './profile-claims.js';
import { idOf, signedIn } from './refusals.js';
import type { AccountsSettings } from './settings.js';
import { isPlatformAdmin, type SignedIn, type Viewer } from './viewer.js';

const minutes = 60;
const day = 24 * 3600;
const codeLife = 30 * minutes;
const codeAttempts = 5;
const limits = {
  byAccount: { max: 5, window: day },
  toMailbox: { max: 3, window: day },
  onProfile: { max: 10, window: day },
} satisfies Record<string, Limit>;

/** Without letters and digits that are taken for one another; 32^8 codes and five guesses. */
const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const newCode = () => {
  const letters = Array.from({ length: 8 }, () => alphabet[randomInt(alphabet.length)]);
  return `${letters.slice(0, 4).join('')}-${letters.slice(4).join('')}`;
};

/** Claims on profiles from public registers: each needs proof, and the profile goes to one person, once. */
@Injectable()
export class ClaimService {
  private profiles: ProfileClaims | undefined;

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Attempts) private readonly attempts: Attempts,
    @Inject(Post) private readonly post: Post,
    @Inject(ACCOUNTS_SETTINGS) private readonly settings: AccountsSettings,
  ) {}

  /** Profiles make themselves known here when they start. */
  register(profiles: ProfileClaims): void {
    this.profiles = profiles;
  }

  /**
   * Claims with the ORCID iD that the viewer has connected: it must be the profile's own.
   *
   * @throws NOT_READY, WRONG_PROOF, TAKEN, ALREADY_EXISTS
   */
  async claimByOrcid(viewer: Viewer, profileId: string): Promise<Claim> {
    const claimant = this.claimant(viewer);
    const profile = await this.claimable(profileId);
    const connected = await this.database.row<{ subject: string }>(claimQueries.orcidOf, [
      claimant.accountId,
      orcidProvider,
    ]);
    if (!connected || !this.settings.orcid) {
      throw conflict('NOT_READY', 'Connect your ORCID iD to your account first.');
    }
    if (profile.orcid === null || connected.subject !== orcidSubject(this.settings.orcid, profile.orcid)) {
      throw conflict('WRONG_PROOF', 'The profile does not carry the ORCID iD of your account. Use another proof.');
    }
    return this.afresh(claimant, profile, async (tx) =>
      this.granted(tx, await tx.row<Claim>(claimQueries.grantAtOnce, [claimant.accountId, profile.id])),
    );
  }

  /**
   * Sends a code to a work address that the profile allows. A code sent before stops working.
   *
   * @throws WRONG_PROOF when the address does not fit the profile, TOO_MANY codes
   */
  async claimByWorkEmail(
    viewer: Viewer,
    { profileId, workEmail }: { profileId: string; workEmail: string },
  ): Promise<Claim> {
    const claimant = this.claimant(viewer);
    const address = workEmail.trim().toLowerCase();
    if (!z.email().max(254).safeParse(address).success) {
      throw badInput('workEmail', 'This is not an e-mail address.', 'Write it as name@example.org.');
    }
    const profile = await this.claimable(profileId);
    if (workEmailVerdict(profile, address) !== 'allowed') {
      throw conflict(
        'WRONG_PROOF',
        'This address does not show that the profile is yours: it must be at the employer or university of the profile and carry the family name. Otherwise ask for a review.',
      );
    }
    await this.within(this.attempts.keyOf('claim', claimant.accountId), limits.byAccount);
    await this.within(this.attempts.keyOf('claim-to', address), limits.toMailbox);
    await this.within(this.attempts.keyOf('claim-on', profile.id), limits.onProfile);
    const id = randomUUID();
    const code = newCode();
    const values = [id, claimant.accountId, profile.id, address, this.hash(id, code), codeAttempts, codeLife];
    const claim = await this.afresh(claimant, profile, (tx) => tx.row<Claim>(claimQueries.open, values));
    const name = `${profile.givenName} ${profile.familyName}`;
    this.post.send('claim-code', address, () =>
      claimCode({ profile: name, claimant: claimant.name, email: claimant.email, code }),
    );
    return claim;
  }

  /**
   * Proves a claim with the code of the letter.
   *
   * @throws WRONG_PROOF with `attemptsLeft`; LINK_CLOSED when it has expired, was used, or has no attempts left
   */
  async confirmCode(viewer: Viewer, { claimId, code }: { claimId: string; code: string }): Promise<Claim> {
    const claimant = this.claimant(viewer);
    const own = [idOf(claimId, 'claim'), claimant.accountId];
    const known = await this.database.row<Claim>(claimQueries.one, [claimId]);
    if (known?.accountId !== claimant.accountId || known.proof !== 'work-email') throw notFound('claim');
    const spent = await this.database.row<{ codeHash: Buffer; profileId: string; attemptsLeft: number }>(
      claimQueries.spendAttempt,
      own,
    );
    if (!spent) throw conflict('LINK_CLOSED', 'This code no longer works. Ask for a new one.');
    if (!timingSafeEqual(spent.codeHash, this.hash(claimId, code))) {
      if (spent.attemptsLeft === 0) await this.database.affected(claimQueries.exhaust, [claimId]);
      throw conflict('WRONG_PROOF', 'This is not the code of the letter.', { attemptsLeft: spent.attemptsLeft });
    }
    return this.database.transaction(async (tx) =>
      this.granted(tx, await tx.row<Claim>(claimQueries.grantByCode, own)),
    );
  }

  /** Asks a person of the platform to look at the evidence. */
  async claimByReview(
    viewer: Viewer,
    { profileId, evidence }: { profileId: string; evidence: string },
  ): Promise<Claim> {
    const claimant = this.claimant(viewer);
    const text = written('evidence', evidence, { min: 20, max: 4_000 });
    const profile = await this.claimable(profileId);
    await this.within(this.attempts.keyOf('claim', claimant.accountId), limits.byAccount);
    const values = [claimant.accountId, profile.id, text];
    return this.afresh(claimant, profile, (tx) => tx.row<Claim>(claimQueries.review, values));
  }

  /** Grants or refuses a claim in review, with the reason; never one's own. */
  async decide(
    viewer: Viewer,
    { claimId, grant, reason }: { claimId: string; grant: boolean; reason: string },
  ): Promise<Claim> {
    const decider = signedIn(viewer);
    if (!isPlatformAdmin(viewer)) throw notFound('claim');
    const text = written('reason', reason, { min: 5, max: 2_000 });
    const known = await this.database.row<Claim>(claimQueries.one, [idOf(claimId, 'claim')]);
    if (!known) throw notFound('claim');
    if (known.accountId === decider.accountId) throw notAllowed('Somebody else must decide on your own claim.');
    const decided = await this.database.transaction(async (tx) => {
      await tx.row(claimQueries.lockAccount, [known.accountId]);
      const values = [claimId, grant ? 'granted' : 'refused', decider.accountId, text];
      const claim = await tx.row<Claim>(claimQueries.decide, values);
      if (!claim) throw conflict('WRONG_STATE', 'This claim is not in review any more.');
      return grant ? this.granted(tx, claim) : claim;
    });
    await this.tell(decided);
    return decided;
  }

  /** Gives an open claim up. */
  async withdraw(viewer: Viewer, claimId: string): Promise<Claim> {
    const { accountId } = signedIn(viewer);
    const claim = await this.database.row<Claim>(claimQueries.withdraw, [idOf(claimId, 'claim'), accountId]);
    if (!claim) throw notFound('claim');
    return claim;
  }

  /** The viewer's own claims, newest first. */
  async mine(viewer: Viewer): Promise<Claim[]> {
    return this.database.rows<Claim>(claimQueries.mine, [signedIn(viewer).accountId]);
  }

  /** The claims that wait for a decision, oldest first, for platform admins. */
  async awaitingReview(viewer: Viewer, { first, offset = 0 }: { first: number; offset?: number }): Promise<Claim[]> {
    if (!isPlatformAdmin(viewer)) throw notFound('claim');
    checkFirst(first);
    return this.database.rows<Claim>(claimQueries.inReview, [first, Math.max(0, offset)]);
  }

  /** Opens a claim in place of what the account had open on the profile. */
  private async afresh(
    { accountId }: SignedIn,
    profile: ClaimableProfile,
    open: (tx: Tx) => Promise<Claim | undefined>,
  ): Promise<Claim> {
    return this.database.transaction(async (tx) => {
      await tx.row(claimQueries.lockAccount, [accountId]);
      await tx.affected(claimQueries.endOpen, [accountId, profile.id]);
      const claim = await open(tx);
      if (!claim) throw notFound('profile');
      return claim;
    });
  }

  /** Hands the profile over, or undoes the whole transaction. */
  private async granted(tx: Tx, claim: Claim | undefined): Promise<Claim> {
    if (!claim) throw conflict('LINK_CLOSED', 'This code no longer works. Ask for a new one.');
    const proof: ClaimProof = claim.proof;
    if (!(await this.port.assign(tx, claim.profileId, claim.accountId, proof))) {
      throw conflict('TAKEN', 'This profile is somebody’s already, or you have another one.');
    }
    await tx.affected(claimQueries.refuseOthers, [claim.profileId, claim.id]);
    return claim;
  }

  private claimant(viewer: Viewer): SignedIn {
    const claimant = signedIn(viewer);
    if (!claimant.emailVerified) throw notAllowed('Confirm your e-mail address first.');
    if (claimant.academicId !== null) throw conflict('ALREADY_EXISTS', 'You have a profile already.');
    return claimant;
  }

  private async claimable(profileId: string): Promise<ClaimableProfile> {
    const profile = await this.port.describe(idOf(profileId, 'profile'));
    if (!profile) throw notFound('profile');
    if (profile.claimed) throw conflict('TAKEN', 'This profile is somebody’s already.');
    return profile;
  }

  private get port(): ProfileClaims {
    if (!this.profiles) throw new Error('No profiles are registered for claims.');
    return this.profiles;
  }

  private hash(claimId: string, code: string): Buffer {
    const written = code.toUpperCase().replace(/[^0-9A-Z]/g, '');
    return createHmac('sha256', this.settings.authSecret).update(`claim\n${claimId}\n${written}`).digest();
  }

  private async tell({ accountId, state, decisionReason }: Claim): Promise<void> {
    const person = await this.database.row<{ name: string; email: string }>(
      'SELECT name, email FROM account_holder WHERE id = $1',
      [accountId],
    );
    if (!person) return;
    const url = `${this.settings.baseUrl}/account`;
    this.post.send('claim-decided', person.email, () =>
      claimDecided({ name: person.name, granted: state === 'granted', reason: decisionReason ?? '', url }),
    );
  }

  private async within(key: string, limit: Limit) {
    const { allowed, retryAfter } = await this.attempts.consume(key, limit);
    if (!allowed) throw tooMany('Too many claims. Try again later.', retryAfter);
  }
}
