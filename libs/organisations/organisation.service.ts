import { Inject, Injectable } from '@nestjs/common';
import { MembershipService, type Viewer } from '#accounts';
import { type Beside, Database, once, type Tx } from '#database';
import { badInput, conflict, notAllowed, notFound, signInNeeded, unshown, written } from '#graphql';
import { checkCodes, TaxonomyService, termOf, termOrCode, termsOf } from '#taxonomy';
import { comparedFields, type OrganisationCodes } from './organisation.codes.js';
import { shownInLists } from './organisation.columns.js';
import { Organisation, type RequestPolicy, type Verification } from './organisation.entity.js';
import { slugOf, validRorId } from './organisation.identifiers.js';
import type {
  OrganisationProfileInput,
  RegisterOrganisationInput,
  UpdateOrganisationInput,
} from './organisation.inputs.js';
import {
  canEditOrganisation,
  canSeeOrganisation,
  canSetRequestPolicy,
  canVerifyOrganisation,
} from './organisation.policy.js';

const longTexts = ['summary', 'lookingFor'] as const;

/** Long texts are read only where somebody reads them. */
const unreadTexts = (fields: ReadonlySet<string>) => longTexts.filter((field) => !fields.has(field));

/** What is not read. */
const empty: Partial<Organisation> = {
  summary: '',
  lookingFor: '',
  aliases: [],
  topicCodes: [],
  engagementTypeCodes: [],
};

/** Organisations: who they are, who may change that, and whether it has been checked. */
@Injectable()
export class OrganisationService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(TaxonomyService) private readonly taxonomy: TaxonomyService,
    @Inject(MembershipService) private readonly memberships: MembershipService,
  ) {}

  /** The organisations with these ids that the viewer may see, by id; `fields` says which long texts are read. */
  async visible(
    viewer: Viewer,
    ids: readonly string[],
    fields: ReadonlySet<string> = new Set(longTexts),
    beside?: Beside,
  ): Promise<Map<string, Organisation>> {
    if (ids.length === 0) return new Map();
    return this.load(viewer, ids, unreadTexts(fields), beside);
  }

  /** The same for a list: only what these fields show is read, and the rest is left empty. */
  async listed(
    viewer: Viewer,
    ids: readonly string[],
    fields: ReadonlySet<string>,
  ): Promise<Map<string, Organisation>> {
    if (ids.length === 0) return new Map();
    return this.load(viewer, ids, unshown(shownInLists, fields));
  }

  /** The same as far as matching compares them: their codes alone, without the terms behind them. */
  async candidates(viewer: Viewer, ids: readonly string[], beside: Beside): Promise<Map<string, OrganisationCodes>> {
    if (ids.length === 0) return new Map();
    const rows = await this.rows(ids, unshown(shownInLists, comparedFields), beside);
    const seen = rows.filter((row) => canSeeOrganisation(viewer, row));
    for (const row of seen) beside.take(row.id, row);
    return new Map(seen.map((row) => [row.id, row]));
  }

  /** Of rows that were read with others, those organisations that the viewer may see, by id. */
  seen(viewer: Viewer, rows: readonly Organisation[]): Map<string, Organisation> {
    const organisations = new Map<string, Organisation>();
    for (const row of rows) {
      if (organisations.has(row.id) || !canSeeOrganisation(viewer, row)) continue;
      organisations.set(row.id, this.complete(row));
    }
    return organisations;
  }

  /** An organisation that is read with another row, as one value; a list reads only what these fields show. */
  value(alias: string, fields: ReadonlySet<string>, { listed }: { listed: boolean }): string {
    const unread = listed ? unshown(shownInLists, fields) : unreadTexts(fields);
    return this.database.value(Organisation, alias, unread);
  }

  /** @param beside of the organisation `o` */
  private rows(ids: readonly string[], unread: readonly string[], beside?: Beside): Promise<Organisation[]> {
    return this.database.rows<Organisation>(
      `SELECT ${[this.database.columns(Organisation, 'o', unread), ...(beside ? [beside.columns] : [])].join(', ')}
       FROM organisation o ${beside?.join ?? ''} WHERE o.id = ANY($1::uuid[])`,
      [ids],
    );
  }

  private async load(viewer: Viewer, ids: readonly string[], unread: readonly string[], beside?: Beside) {
    const rows = await this.rows(ids, unread, beside);
    const seen = this.seen(viewer, rows);
    if (beside) for (const row of rows) if (seen.has(row.id)) beside.take(row.id, row);
    return seen;
  }

  /** What everybody may know of these organisations, by id, for the search index; hidden ones are left out. */
  async published(ids: readonly string[]): Promise<Map<string, Organisation>> {
    const rows = await this.database.rows<Organisation>(
      `SELECT ${this.database.columns(Organisation, 'o')} FROM organisation o
       WHERE o.id = ANY($1::uuid[]) AND o.visibility <> 'hidden'`,
      [ids],
    );
    return new Map(rows.map((row) => [row.id, this.complete(row)]));
  }

  async one(viewer: Viewer, id: string, beside?: Beside): Promise<Organisation> {
    const organisation = (await this.visible(viewer, [id], undefined, beside)).get(id);
    if (!organisation) throw notFound('organisation');
    return organisation;
  }

  /** Adds an organisation, unverified, with the person who registers it as its first administrator. */
  async register(viewer: Viewer, input: RegisterOrganisationInput): Promise<Organisation> {
    const { accountId } = viewer;
    if (!accountId) throw signInNeeded();
    this.check(input);
    checkCodes(this.taxonomy.current, 'organisation-type', 'type', input.type);
    const { idempotencyKey, ...profile } = input;
    const { id } = await this.database.transaction((tx) =>
      once(tx, { accountId, key: idempotencyKey, operation: 'registerOrganisation', input: profile }, async () => {
        await this.refuseTaken(tx, input, null);
        const organisation = await tx.row<{ id: string }>(
          `INSERT INTO organisation (slug, name, type, verification) VALUES ($1, $2, $3, 'pending') RETURNING id`,
          [slugOf(input.name), input.name.trim(), input.type],
        );
        if (!organisation) throw new Error('The organisation was not inserted');
        await this.write(tx, organisation.id, input);
        await this.memberships.appoint(tx, organisation.id, accountId, 'admin');
        return organisation;
      }),
    );
    const registered = await this.database.row<Organisation>(
      `SELECT ${this.database.columns(Organisation, 'o')} FROM organisation o WHERE o.id = $1`,
      [id],
    );
    if (!registered) throw notFound('organisation');
    return this.complete(registered);
  }

  /** Changes what an organisation says of itself; a stale version changes nothing. */
  async update(viewer: Viewer, input: UpdateOrganisationInput): Promise<Organisation> {
    const organisation = await this.one(viewer, input.id);
    if (!canEditOrganisation(viewer, organisation)) {
      throw notAllowed('Only the administrators of an organisation change its profile.');
    }
    this.check(input, organisation);
    await this.database.transaction(async (tx) => {
      await this.refuseTaken(tx, input, input.id);
      if (!(await this.write(tx, input.id, input, input.version))) {
        throw conflict('CHANGED_MEANWHILE', 'Somebody else has changed this organisation since you read it.', {
          currentVersion: organisation.version,
        });
      }
    });
    return this.one(viewer, input.id);
  }

  /** Says whether requests go straight to people, or the office is told or must approve. */
  async setRequestPolicy(viewer: Viewer, id: string, policy: RequestPolicy): Promise<Organisation> {
    const organisation = await this.one(viewer, id);
    if (!canSetRequestPolicy(viewer, organisation)) {
      throw notAllowed('Only the office and the administrators of an organisation set how requests reach it.');
    }
    if (!['direct', 'office-told', 'office-approves'].includes(policy)) {
      throw badInput('policy', `"${policy}" is not a policy.`, 'Use direct, office-told or office-approves.');
    }
    await this.database.affected('UPDATE organisation SET request_policy = $2 WHERE id = $1', [id, policy]);
    return this.one(viewer, id);
  }

  /** Records whether an organisation is who it says it is, and on what evidence. */
  async verify(viewer: Viewer, id: string, verification: Verification, evidence: string): Promise<Organisation> {
    const organisation = await this.one(viewer, id);
    if (!canVerifyOrganisation(viewer)) throw notAllowed('Only the platform administrators verify organisations.');
    if (!['unverified', 'pending', 'verified', 'revoked'].includes(verification)) {
      throw badInput(
        'verification',
        `"${verification}" is not a state.`,
        'Use verified, pending, unverified or revoked.',
      );
    }
    const checked = written('evidence', evidence, { min: 10, max: 4_000 });
    await this.database.affected(
      `UPDATE organisation SET verification = $2, verification_evidence = $3,
         verified_at = CASE $2 WHEN 'verified' THEN now() END WHERE id = $1`,
      [organisation.id, verification, checked],
    );
    return this.one(viewer, id);
  }

  /** Organisations that wait to be verified, oldest first. */
  async awaitingVerification(viewer: Viewer): Promise<Organisation[]> {
    if (!canVerifyOrganisation(viewer)) throw notAllowed('Only the platform administrators verify organisations.');
    const rows = await this.database.rows<Organisation>(
      `SELECT ${this.database.columns(Organisation, 'o')} FROM organisation o
       WHERE o.verification = 'pending' ORDER BY o.created_at, o.id LIMIT 100`,
    );
    return rows.map((row) => this.complete(row));
  }

  /** Whether a company or institution may take part in requests: verified, and the viewer one of its people. */
  async actsFor(viewer: Viewer, id: string): Promise<boolean> {
    if (!viewer.memberships.some(({ organisationId }) => organisationId === id)) return false;
    const row = await this.database.row<{ verification: Verification }>(
      'SELECT verification FROM organisation WHERE id = $1',
      [id],
    );
    return row?.verification === 'verified';
  }

  /** Fills in what follows from the columns of a row. */
  complete(row: Organisation): Organisation {
    const taxonomy = this.taxonomy.current;
    return Object.assign(new Organisation(), empty, row, {
      // A row that was read with another one is JSON, which has no dates.
      updatedAt: row.updatedAt && new Date(row.updatedAt),
      type: termOrCode(taxonomy, 'organisation-type', row.typeCode),
      sector: termOf(taxonomy, 'sector', row.sectorCode),
      segment: termOf(taxonomy, 'segment', row.segmentCode),
      topics: termsOf(taxonomy, 'topic', row.topicCodes ?? []),
      engagementTypes: termsOf(taxonomy, 'engagement-type', row.engagementTypeCodes ?? []),
      place: {
        city: row.city,
        region: termOf(taxonomy, 'region', row.regionCode),
        nation: termOf(taxonomy, 'nation', row.nationCode),
        country: row.country,
      },
    });
  }

  private check(input: OrganisationProfileInput, held?: Organisation) {
    const taxonomy = this.taxonomy.current;
    checkCodes(taxonomy, 'sector', 'sector', input.sector, held?.sectorCode);
    checkCodes(taxonomy, 'segment', 'segment', input.segment, held?.segmentCode);
    checkCodes(taxonomy, 'topic', 'topics', input.topics, held?.topicCodes);
    checkCodes(taxonomy, 'engagement-type', 'engagementTypes', input.engagementTypes, held?.engagementTypeCodes);
    checkCodes(taxonomy, 'region', 'region', input.region, held?.regionCode);
    checkCodes(taxonomy, 'nation', 'nation', input.nation, held?.nationCode);
    if (input.rorId && !validRorId(input.rorId)) {
      throw badInput(
        'rorId',
        `"${input.rorId}" is not a ROR identifier.`,
        'It looks like 03yrm5c26; look yours up at ror.org.',
      );
    }
  }

  private async refuseTaken(tx: Tx, input: OrganisationProfileInput, own: string | null) {
    if (!input.rorId) return;
    const taken = await tx.row('SELECT 1 FROM organisation WHERE ror_id = $1 AND id IS DISTINCT FROM $2', [
      input.rorId,
      own,
    ]);
    if (taken) {
      throw conflict('ALREADY_EXISTS', 'rorId: an organisation with this ROR identifier is already in the directory.');
    }
  }

  /** Whether the organisation was changed: it is not where its version has moved on. */
  private async write(tx: Tx, id: string, input: OrganisationProfileInput & { visibility?: string }, version?: number) {
    const changes: Partial<Organisation> = {};
    const set = <Key extends keyof Organisation>(key: Key, value: Organisation[Key] | undefined) => {
      if (value !== undefined) changes[key] = value;
    };
    set('name', input.name?.trim());
    set('summary', input.summary);
    set('lookingFor', input.lookingFor);
    set('sectorCode', input.sector);
    set('segmentCode', input.segment);
    set('topicCodes', input.topics);
    set('engagementTypeCodes', input.engagementTypes);
    set('size', input.size);
    set('city', input.city);
    set('regionCode', input.region);
    set('nationCode', input.nation);
    set('website', input.website);
    set('registerNumber', input.registerNumber);
    set('rorId', input.rorId);
    set('established', input.established);
    set('visibility', input.visibility as Organisation['visibility'] | undefined);
    if (Object.keys(changes).length === 0) return true;
    const result = await tx.manager.update(Organisation, version === undefined ? { id } : { id, version }, changes);
    return result.affected === 1;
  }
}
