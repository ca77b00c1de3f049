import { randomUUID } from 'node:crypto';
import type { Tx } from '#database';
import { type ClaimableProfile, type ClaimProof, ProfileClaims } from './profile-claims.js';
import { type AccountsForTests, accountsForTests } from './testing.js';
import type { Viewer } from './viewer.js';

/** Profiles as the academics feature keeps them, as far as a claim goes. */
class TestProfiles extends ProfileClaims {
  constructor(private readonly world: AccountsForTests) {
    super();
  }

  async describe(profileId: string): Promise<ClaimableProfile | undefined> {
    const row = await this.world.database.row<Omit<ClaimableProfile, 'workEmail'>>(
      `SELECT a.id, given_name AS "givenName", family_name AS "familyName", orcid, account_id IS NOT NULL AS claimed,
         coalesce(o.email_domains, '{}') AS "emailDomains"
       FROM academic a LEFT JOIN organisation o ON o.id = a.employer_id WHERE a.id = $1`,
      [profileId],
    );
    return row && { ...row, workEmail: null };
  }

  async assign(tx: Tx, profileId: string, accountId: string, _proof: ClaimProof): Promise<boolean> {
    const changed = await tx.affected(
      `UPDATE academic SET account_id = $2 WHERE id = $1 AND account_id IS NULL
         AND NOT EXISTS (SELECT FROM academic WHERE account_id = $2)`,
      [profileId, accountId],
    );
    return changed === 1;
  }
}

/** The issuer that the claims of a test are made with. */
export const issuer = 'https://orcid.org';

/** People, profiles from a register, and codes in letters. */
export const claimsForTests = async () => {
  const world = await accountsForTests();
  world.settings.orcid = { clientId: 'APP-1', clientSecret: 's', issuer };
  world.claims.register(new TestProfiles(world));
  const employer = await world.database.row<{ id: string }>(
    `INSERT INTO organisation (slug, name, type, email_domains) VALUES ('leeds', 'Leeds', 'university', '{leeds.example}')
     RETURNING id`,
  );
  let people = 0;
  let mailboxes = 0;

  const profile = async (orcid: string | null = null) => {
    const row = await world.database.row<{ id: string }>(
      `INSERT INTO academic (given_name, family_name, employer_id, orcid, source, source_key)
       VALUES ('Amina', 'Yusuf', $1, $2, 'register', $3) RETURNING id`,
      [employer?.id, orcid, randomUUID()],
    );
    return row?.id ?? '';
  };
  const person = async () => {
    people += 1;
    const { browser } = await world.join(`Claimant ${people}`, `claimant${people}@example.org`);
    await world.forgetAttempts();
    const again = () => world.viewers.of(browser.cookieHeader);
    return { viewer: await again(), again };
  };
  const admin = async (): Promise<Viewer> => ({ ...(await person()).viewer, platformRole: 'platform-admin' });
  /** Each claim to a mailbox of its own: a mailbox gets three codes a day. */
  const newMailbox = () => {
    mailboxes += 1;
    return `a.yusuf${mailboxes}@leeds.example`;
  };
  const claimBy = async (viewer: Viewer, profileId: string) => {
    const workEmail = newMailbox();
    const claim = await world.claims.claimByWorkEmail(viewer, { profileId, workEmail });
    const { text } = await world.letter(workEmail, 'claim-code');
    return { claim, workEmail, code: /[2-9A-Z]{4}-[2-9A-Z]{4}/.exec(text)?.[0] ?? '' };
  };
  const connectOrcid = (viewer: Viewer, subject: string) =>
    world.database.affected(`INSERT INTO account_credential (account_id, provider, subject) VALUES ($1, 'orcid', $2)`, [
      viewer.accountId,
      subject,
    ]);
  return { world, profile, person, admin, newMailbox, claimBy, connectOrcid };
};

export type ClaimsForTests = Awaited<ReturnType<typeof claimsForTests>>;
