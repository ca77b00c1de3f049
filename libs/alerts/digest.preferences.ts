import { Inject, Injectable } from '@nestjs/common';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { ConsentService, isSignedIn, type Viewer } from '#accounts';
import { Database } from '#database';
import { signInNeeded } from '#graphql';
import { alertRules, type Cadence, nextPeriod } from './alert.rules.js';
import type { DigestInput } from './saved-search.inputs.js';

/** How often letters may come. */
@ObjectType({ description: 'How often letters may come.' })
export class CadenceChoice {
  @Field(() => String)
  code: string;

  @Field()
  label: string;
}

/** What somebody has chosen about digests. */
@ObjectType({ description: 'What you have chosen about digests.' })
export class DigestPreferences {
  @Field({ description: 'Whether you agree to letters at all.' })
  letters: boolean;

  @Field(() => String, { description: 'How often letters say which companies looked at your profile.' })
  profileViews: Cadence;

  @Field(() => Date, { nullable: true, description: 'When that is due next; null where it never is.' })
  nextViewsAt: Date | null;

  @Field({ description: 'What you agree to with letters.' })
  consentText: string;

  @Field()
  consentVersion: string;

  @Field(() => [CadenceChoice])
  cadences: CadenceChoice[];

  @Field(() => Int, { description: 'How many searches may be saved.' })
  mostSearches: number;
}

/** What people choose about digests. */
@Injectable()
export class DigestPreferenceService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(ConsentService) private readonly consents: ConsentService,
  ) {}

  async mine(viewer: Viewer): Promise<DigestPreferences> {
    if (!isSignedIn(viewer)) throw signInNeeded();
    const row = await this.database.row<{ letters: boolean; views: Cadence | null }>(
      `SELECT EXISTS (SELECT FROM account_consent WHERE account_id = $1 AND purpose = 'digest' AND withdrawn_at IS NULL)
         AS letters, (SELECT profile_views FROM digest_preference WHERE account_id = $1) AS views`,
      [viewer.accountId],
    );
    const profileViews = row?.views ?? alertRules.usualCadence;
    return {
      letters: row?.letters ?? false,
      profileViews,
      nextViewsAt: nextPeriod(profileViews, new Date()),
      consentText: alertRules.consent.text,
      consentVersion: alertRules.consent.version,
      cadences: [...alertRules.cadences, { code: 'off', label: 'Never' }],
      mostSearches: alertRules.savedSearchesPerPerson,
    };
  }

  /** Changes what is given and leaves the rest; letters that are switched on again do not tell of what came meanwhile. */
  async change(viewer: Viewer, { letters, profileViews }: DigestInput): Promise<DigestPreferences> {
    if (!isSignedIn(viewer)) throw signInNeeded();
    const { accountId } = viewer;
    if (profileViews) {
      await this.database.affected(
        `INSERT INTO digest_preference AS d (account_id, profile_views) VALUES ($1, $2)
         ON CONFLICT (account_id) DO UPDATE SET profile_views = excluded.profile_views,
           views_told_until = CASE WHEN d.profile_views = 'off' THEN now() ELSE d.views_told_until END`,
        [accountId, profileViews],
      );
    }
    if (letters === false) await this.consents.withdraw(viewer, 'digest');
    if (letters === true) await this.agree(viewer);
    return this.mine(viewer);
  }

  /** Agrees to letters. They start anew: what came before nobody had agreed is not told. */
  async agree(viewer: Viewer): Promise<void> {
    if ((await this.mine(viewer)).letters) return;
    await this.database.transaction(async (tx) => {
      await tx.affected('UPDATE saved_search SET told_until = now() WHERE account_id = $1', [viewer.accountId]);
      await tx.affected(
        `INSERT INTO digest_preference (account_id, profile_views) VALUES ($1, $2)
         ON CONFLICT (account_id) DO UPDATE SET views_told_until = now()`,
        [viewer.accountId, alertRules.usualCadence],
      );
    });
    await this.consents.give(viewer, 'digest', alertRules.consent.version);
  }
}
