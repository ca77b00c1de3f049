import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { type ClaimableProfile, type ClaimProof, ClaimService, ProfileClaims } from '#accounts';
import { Database, type Tx } from '#database';

/** What claiming needs of academics' profiles. */
@Injectable()
export class AcademicClaims extends ProfileClaims implements OnModuleInit {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(ClaimService) private readonly claims: ClaimService,
  ) {
    super();
  }

  onModuleInit() {
    this.claims.register(this);
  }

  override async describe(profileId: string): Promise<ClaimableProfile | undefined> {
    return this.database.row<ClaimableProfile>(
      `SELECT a.id, a.given_name AS "givenName", a.family_name AS "familyName", a.orcid,
         a.account_id IS NOT NULL AS claimed, a.contact_email::text AS "workEmail",
         coalesce(e.email_domains, '{}') || coalesce(u.email_domains, '{}') AS "emailDomains"
       FROM academic a
       LEFT JOIN organisation e ON e.id = a.employer_id
       LEFT JOIN organisation u ON u.id = a.university_id
       WHERE a.id = $1 AND a.visibility <> 'hidden'`,
      [profileId],
    );
  }

  override async assign(tx: Tx, profileId: string, accountId: string, proof: ClaimProof): Promise<boolean> {
    const changed = await tx.affected(
      `UPDATE academic a SET account_id = $2, orcid_authenticated = orcid_authenticated OR $3,
         contact_email = coalesce(contact_email, (SELECT email FROM account_holder WHERE id = $2))
       WHERE a.id = $1 AND a.account_id IS NULL AND NOT EXISTS (SELECT 1 FROM academic WHERE account_id = $2)`,
      [profileId, accountId, proof === 'orcid'],
    );
    return changed === 1;
  }
}
