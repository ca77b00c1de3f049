import { Inject, Injectable } from '@nestjs/common';
import { AcademicService } from '#academics';
import { isAdminOf, isMemberOf, isSignedIn, type Viewer } from '#accounts';
import { Database } from '#database';
import { notAllowed, notFound, signInNeeded } from '#graphql';
import { type Organisation, OrganisationService } from '#organisations';
import { alertRules } from './alert.rules.js';

/** A company whose people looked at a profile, and on how many days. */
export interface CompanyViews {
  organisation: Organisation;
  days: number;
  lastOn: string;
}

const nothing: ReadonlySet<string> = new Set();

/** One row for each company of the viewer's that looks openly; a company that has looked today already adds nothing. */
const record = `
  INSERT INTO profile_view (academic_id, organisation_id)
  SELECT a.id, o.id FROM academic a, organisation o
  WHERE a.id = $1 AND a.account_id IS NOT NULL AND o.id = ANY($2::uuid[]) AND o.type = 'company'
    AND o.verification = 'verified'
    AND NOT EXISTS (SELECT FROM profile_view_refusal r WHERE r.academic_id = a.id OR r.organisation_id = o.id)
  ON CONFLICT DO NOTHING`;

const most = 20;

/** Which companies looked at whose profile, by day: an organisation's interest and never a person's. */
@Injectable()
export class ProfileViewService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(AcademicService) private readonly academics: AcademicService,
    @Inject(OrganisationService) private readonly organisations: OrganisationService,
  ) {}

  /**
   * Records that the viewer's companies have looked at a profile, unless either side has refused. The answer never says
   * whether something was recorded: who refuses is nobody's business.
   */
  async record(viewer: Viewer, academicId: string): Promise<true> {
    if (!isSignedIn(viewer)) throw signInNeeded();
    await this.academics.one(viewer, academicId, nothing);
    const organisationIds = viewer.memberships.map(({ organisationId }) => organisationId);
    if (organisationIds.length > 0 && viewer.academicId !== academicId) {
      await this.database.affected(record, [academicId, organisationIds]);
    }
    return true;
  }

  /** The companies that looked at the viewer's profile from a day to before another; those that it may not see are counted. */
  async between(viewer: Viewer, from: string, to: string): Promise<{ companies: CompanyViews[]; others: number }> {
    if (viewer.academicId === null) return { companies: [], others: 0 };
    const rows = await this.database.rows<{ organisationId: string; days: number; lastOn: string }>(
      `SELECT organisation_id AS "organisationId", count(*)::int AS days, max(day)::text AS "lastOn" FROM profile_view
       WHERE academic_id = $1 AND day >= $2 AND day < $3
       GROUP BY organisation_id ORDER BY max(day) DESC, count(*) DESC, organisation_id`,
      [viewer.academicId, from, to],
    );
    const ids = rows.slice(0, most).map(({ organisationId }) => organisationId);
    const organisations = await this.organisations.visible(viewer, ids, nothing);
    const companies = rows.flatMap(({ organisationId, days, lastOn }) => {
      const organisation = organisations.get(organisationId);
      return organisation ? [{ organisation, days, lastOn }] : [];
    });
    return { companies, others: rows.length - companies.length };
  }

  /** How many companies looked since a day, and how many between an earlier day and that one. */
  async counts(viewer: Viewer, since: string, earlier: string): Promise<{ lately: number; before: number }> {
    const row = await this.database.row<{ lately: number; before: number }>(
      `SELECT count(DISTINCT organisation_id) FILTER (WHERE day >= $2)::int AS lately,
         count(DISTINCT organisation_id) FILTER (WHERE day < $2)::int AS before
       FROM profile_view WHERE academic_id = $1 AND day >= $3`,
      [viewer.academicId, since, earlier],
    );
    return row ?? { lately: 0, before: 0 };
  }

  /** Whether views of the viewer's profile are recorded; null without a profile. */
  async recorded(viewer: Viewer): Promise<boolean | null> {
    if (!isSignedIn(viewer)) throw signInNeeded();
    return viewer.academicId === null ? null : !(await this.refuses('academic_id', viewer.academicId));
  }

  /** Whether the people of an organisation look unseen; for its own people. */
  async unseen(viewer: Viewer, organisationId: string): Promise<boolean> {
    if (!isSignedIn(viewer)) throw signInNeeded();
    if (!isMemberOf(viewer, organisationId)) throw notFound('organisation');
    return this.refuses('organisation_id', organisationId);
  }

  /** Records the views of the viewer's profile or stops it; what was recorded goes when it stops. */
  async setRecorded(viewer: Viewer, recorded: boolean): Promise<boolean> {
    if (!isSignedIn(viewer)) throw signInNeeded();
    if (viewer.academicId === null) throw notFound('academic');
    await this.set('academic_id', viewer.academicId, !recorded);
    return recorded;
  }

  /** Lets the people of an organisation look unseen, or openly; for its administrators. */
  async setUnseen(viewer: Viewer, organisationId: string, unseen: boolean): Promise<boolean> {
    if (!isSignedIn(viewer)) throw signInNeeded();
    if (!isMemberOf(viewer, organisationId)) throw notFound('organisation');
    if (!isAdminOf(viewer, organisationId)) {
      throw notAllowed('How your organisation looks at profiles is for its administrators to say.');
    }
    await this.set('organisation_id', organisationId, unseen);
    return unseen;
  }

  /** Removes what is older than the rules allow; answers how many rows. */
  forget(): Promise<number> {
    return this.database.affected('DELETE FROM profile_view WHERE day < current_date - $1::int', [
      alertRules.profileViewDays,
    ]);
  }

  private async refuses(side: 'academic_id' | 'organisation_id', id: string): Promise<boolean> {
    return (await this.database.row(`SELECT FROM profile_view_refusal WHERE ${side} = $1`, [id])) !== undefined;
  }

  private set(side: 'academic_id' | 'organisation_id', id: string, refused: boolean): Promise<void> {
    return this.database.transaction(async (tx) => {
      if (!refused) {
        await tx.affected(`DELETE FROM profile_view_refusal WHERE ${side} = $1`, [id]);
        return;
      }
      await tx.affected(`INSERT INTO profile_view_refusal (${side}) VALUES ($1) ON CONFLICT DO NOTHING`, [id]);
      await tx.affected(`DELETE FROM profile_view WHERE ${side} = $1`, [id]);
    });
  }
}
