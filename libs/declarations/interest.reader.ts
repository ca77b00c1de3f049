import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '#database';
import { type DeclaredInterest, DeclaredInterests } from '#governance';

/** Lets a pre-check know what its viewer has declared, so that nothing has to be declared a second time. */
@Injectable()
export class InterestsForChecks implements OnModuleInit {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(DeclaredInterests) private readonly declared: DeclaredInterests,
  ) {}

  onModuleInit() {
    this.declared.register((accountId, sql = this.database) =>
      sql.rows<DeclaredInterest>(
        `SELECT d.organisation_id AS "organisationId", coalesce(o.name, d.counterparty, '') AS name,
           coalesce(d.category, '') AS category, d.nothing
         FROM interest_declaration d LEFT JOIN organisation o ON o.id = d.organisation_id
         WHERE d.account_id = $1 AND d.state = 'current' ORDER BY d.created_at, d.id`,
        [accountId],
      ),
    );
  }
}
