import { Inject, Injectable } from '@nestjs/common';
import { type Academic, AcademicService } from '#academics';
import { nobody, type Viewer } from '#accounts';
import { type Beside, Database, once } from '#database';
import { badInput, conflict, notAllowed, notFound, signInNeeded, today } from '#graphql';
import { OrganisationService } from '#organisations';
import { TaxonomyService } from '#taxonomy';
import { completeOpportunity } from './opportunity.completion.js';
import { checkContent, refuseBlindText } from './opportunity.content.js';
import { Opportunity, type OpportunityState } from './opportunity.entity.js';
import type { CreateOpportunityInput, UpdateOpportunityInput } from './opportunity.inputs.js';
import { canSeeOpportunity, ownsOpportunity, seesBehind } from './opportunity.policy.js';
import { saveContent } from './opportunity.queries.js';

/** What matching compares of an opportunity. */
export type OpportunityCodes = Pick<
  Opportunity,
  | 'id'
  | 'side'
  | 'title'
  | 'topicCodes'
  | 'sectorCodes'
  | 'professionCodes'
  | 'careerStageCodes'
  | 'engagementTypeCodes'
  | 'mustHaveStored'
  | 'niceToHaveStored'
  | 'excludeStored'
  | 'regionCode'
  | 'nationCode'
  | 'placeMode'
  | 'startsOn'
  | 'fte'
>;

const unreadOfCandidates = [
  'opportunityTypeCode',
  'summary',
  'text',
  'lengthMonths',
  'city',
  'funding',
  'deadline',
  'blind',
  'revealAfter',
  'publishedAt',
  'source',
  'sourceKey',
  'createdAt',
  'updatedAt',
];

/** Briefs and project ideas: who sees what of them, and how they come and go. */
@Injectable()
export class OpportunityService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(TaxonomyService) private readonly taxonomy: TaxonomyService,
    @Inject(OrganisationService) private readonly organisations: OrganisationService,
    @Inject(AcademicService) private readonly academics: AcademicService,
  ) {}

  /** The opportunities with these ids that the viewer may see, by id; `fields` says which relations are read. */
  async visible(
    viewer: Viewer,
    ids: readonly string[],
    fields: ReadonlySet<string>,
    beside?: Beside,
  ): Promise<Map<string, Opportunity>> {
    if (ids.length === 0) return new Map();
    const rows = await this.database.rows<{ revealed?: boolean } & Opportunity>(
      `SELECT ${this.columns(fields)}, r.account_id IS NOT NULL AS revealed ${beside ? `, ${beside.columns}` : ''}
       FROM opportunity o LEFT JOIN opportunity_reveal r ON r.opportunity_id = o.id AND r.account_id = $2
       ${this.joins(fields)} ${beside?.join ?? ''} WHERE o.id = ANY($1::uuid[])`,
      [ids, viewer.accountId],
    );
    const revealed = new Set(rows.filter((row) => row.revealed).map(({ id }) => id));
    for (const row of rows) delete row.revealed;
    const seen = rows.filter((row) => canSeeOpportunity(viewer, row));
    for (const row of seen) beside?.take(row.id, row);
    return this.complete(viewer, seen, fields, revealed);
  }

  /** The same as far as matching compares them: their codes alone, without the terms behind them. */
  async candidates(viewer: Viewer, ids: readonly string[], beside: Beside): Promise<Map<string, OpportunityCodes>> {
    if (ids.length === 0) return new Map();
    const rows = await this.database.rows<Opportunity>(
      `SELECT ${this.database.columns(Opportunity, 'o', unreadOfCandidates)}, ${beside.columns}
       FROM opportunity o ${beside.join} WHERE o.id = ANY($1::uuid[])`,
      [ids],
    );
    const seen = rows.filter((row) => canSeeOpportunity(viewer, row));
    for (const row of seen) beside.take(row.id, row);
    return new Map(seen.map((row) => [row.id, row]));
  }

  /** What everybody may know of these opportunities, by id, for the search index; only published ones. */
  async published(ids: readonly string[]): Promise<Map<string, Opportunity>> {
    const opportunities = await this.visible(nobody, ids, new Set(['organisation', 'academic']));
    for (const [id, { state }] of opportunities) if (state !== 'published') opportunities.delete(id);
    return opportunities;
  }

  async one(viewer: Viewer, id: string, fields: ReadonlySet<string>, beside?: Beside): Promise<Opportunity> {
    const opportunity = (await this.visible(viewer, [id], fields, beside)).get(id);
    if (!opportunity) throw notFound('opportunity');
    return opportunity;
  }

  /** The viewer's own and their organisations' opportunities, drafts included, newest first; at most 200. */
  async mine(viewer: Viewer, fields: ReadonlySet<string>): Promise<Opportunity[]> {
    const rows = await this.database.rows<Opportunity>(
      `SELECT ${this.columns(fields)} FROM opportunity o ${this.joins(fields)}
       WHERE o.academic_id = $1 OR o.organisation_id = ANY($2::uuid[]) ORDER BY o.created_at DESC, o.id LIMIT 200`,
      [viewer.academicId, viewer.memberships.map(({ organisationId }) => organisationId)],
    );
    return [...(await this.complete(viewer, rows, fields, new Set())).values()];
  }

  /** Makes a draft, for an organisation of the viewer's or as the viewer's own project idea. */
  async create(viewer: Viewer, input: CreateOpportunityInput, fields: ReadonlySet<string>): Promise<Opportunity> {
    const { accountId, academicId } = viewer;
    if (!accountId) throw signInNeeded();
    const organisationId = input.organisationId ?? null;
    if (organisationId && !viewer.memberships.some((membership) => membership.organisationId === organisationId)) {
      throw notFound('organisation');
    }
    if (!organisationId && !academicId) {
      throw badInput('organisationId', 'is missing.', 'Name your organisation, or make your own profile first.');
    }
    checkContent(this.taxonomy.current, input);
    const { idempotencyKey, ...content } = input;
    const { id } = await this.database.transaction((tx) =>
      once(tx, { accountId, key: idempotencyKey, operation: 'createOpportunity', input: content }, async () => {
        const made = await tx.row<{ id: string }>(
          `INSERT INTO opportunity (side, organisation_id, academic_id, opportunity_type, title)
           VALUES ($1, $2, $3, $4, $5) RETURNING id`,
          [
            organisationId ? 'company' : 'academic',
            organisationId,
            organisationId ? null : academicId,
            input.opportunityType,
            input.title.trim(),
          ],
        );
        if (!made) throw new Error('The opportunity was not inserted');
        await saveContent(tx, made.id, content);
        await refuseBlindText(tx, made.id);
        return made;
      }),
    );
    return this.one(viewer, id, fields);
  }

  /** Changes an opportunity; a stale version, or a blind text that gives away who is behind it, changes nothing. */
  async update(viewer: Viewer, input: UpdateOpportunityInput, fields: ReadonlySet<string>): Promise<Opportunity> {
    const opportunity = await this.own(viewer, input.id);
    checkContent(this.taxonomy.current, input, opportunity);
    await this.database.transaction(async (tx) => {
      if (!(await saveContent(tx, input.id, input, input.version))) {
        throw conflict('CHANGED_MEANWHILE', 'Somebody else has changed this opportunity since you read it.', {
          currentVersion: opportunity.version,
        });
      }
      await refuseBlindText(tx, input.id);
    });
    return this.one(viewer, input.id, fields);
  }

  /** Shows a draft (or a closed opportunity again) to everybody who may find it. */
  async publish(viewer: Viewer, id: string, fields: ReadonlySet<string>): Promise<Opportunity> {
    const opportunity = await this.own(viewer, id);
    if (opportunity.text.trim().length < 50) {
      throw badInput(
        'text',
        'the brief is too short.',
        'Say in at least 50 characters what is to be done and with whom.',
      );
    }
    if (opportunity.topicCodes.length === 0) {
      throw badInput('topics', 'there are none.', 'Name at least one topic, or nobody can be matched with it.');
    }
    if (opportunity.deadline && opportunity.deadline < today()) {
      throw badInput('deadline', `${opportunity.deadline} has passed.`, 'Set a later day, or none.');
    }
    if (opportunity.organisationId) {
      const organisation = await this.organisations.one(viewer, opportunity.organisationId);
      if (organisation.verification !== 'verified') {
        throw notAllowed('Only verified organisations publish. Yours waits for its verification; the draft is kept.');
      }
    }
    return this.move(viewer, id, ['draft', 'closed', 'expired'], 'published', fields);
  }

  /** Takes no more requests. */
  async close(viewer: Viewer, id: string, fields: ReadonlySet<string>): Promise<Opportunity> {
    await this.own(viewer, id);
    return this.move(viewer, id, ['published'], 'closed', fields);
  }

  /** Marks what has passed its deadline; returns how many. */
  expire(): Promise<number> {
    return this.database.affected(
      `UPDATE opportunity SET state = 'expired' WHERE state = 'published' AND deadline < (now() AT TIME ZONE 'Europe/London')::date`,
    );
  }

  private async own(viewer: Viewer, id: string): Promise<Opportunity> {
    const opportunity = await this.one(viewer, id, new Set());
    if (!ownsOpportunity(viewer, opportunity)) throw notAllowed('Only its own side changes an opportunity.');
    return opportunity;
  }

  private async move(
    viewer: Viewer,
    id: string,
    from: OpportunityState[],
    to: OpportunityState,
    fields: ReadonlySet<string>,
  ): Promise<Opportunity> {
    const moved = await this.database.affected(
      `UPDATE opportunity SET state = $3,
         published_at = CASE $3 WHEN 'published' THEN coalesce(published_at, now()) ELSE published_at END
       WHERE id = $1 AND state = ANY($2)`,
      [id, from, to],
    );
    if (moved === 0) throw conflict('WRONG_STATE', `Only an opportunity that is ${from.join(' or ')} can be ${to}.`);
    return this.one(viewer, id, fields);
  }

  /** With the organisation, where it is shown. */
  private columns(fields: ReadonlySet<string>): string {
    const own = this.database.columns(Opportunity, 'o');
    if (!fields.has('organisation')) return own;
    return `${own}, ${this.organisations.value('organisation', fields, { listed: false })} AS organisation`;
  }

  private joins(fields: ReadonlySet<string>): string {
    return fields.has('organisation') ? 'LEFT JOIN organisation ON organisation.id = o.organisation_id' : '';
  }

  private async complete(
    viewer: Viewer,
    rows: Opportunity[],
    fields: ReadonlySet<string>,
    revealed: ReadonlySet<string>,
  ): Promise<Map<string, Opportunity>> {
    const open = rows.filter((row) => seesBehind(viewer, row, revealed));
    const organisations = this.organisations.seen(
      viewer,
      open.flatMap((row) => row.organisation ?? []),
    );
    const academicIds = new Set(open.flatMap(({ academicId }) => academicId ?? []));
    const academics: Map<string, Academic> = fields.has('academic')
      ? await this.academics.visible(viewer, [...academicIds], fields)
      : new Map();
    const shown = new Set(open.map((row) => row.id));
    return new Map(
      rows.map((row) => {
        const behind = shown.has(row.id);
        return [
          row.id,
          completeOpportunity(row, this.taxonomy.current, {
            organisation: (behind && row.organisationId && organisations.get(row.organisationId)) || null,
            academic: (behind && row.academicId && academics.get(row.academicId)) || null,
            mine: ownsOpportunity(viewer, row),
          }),
        ];
      }),
    );
  }
}
