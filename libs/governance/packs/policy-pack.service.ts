import { Inject, Injectable } from '@nestjs/common';
import { isPlatformAdmin, isSignedIn, type SignedIn, type Viewer } from '#accounts';
import { Database, once, type Sql, type Tx } from '#database';
import {
  badInput,
  type Connection,
  conflict,
  notAllowed,
  notFound,
  placeAfter,
  placedPage,
  signInNeeded,
  today,
} from '#graphql';
import { OrganisationService } from '#organisations';
import { type Taxonomy, TaxonomyService, termsOf } from '#taxonomy';
import { heldAgainst } from './policy.evaluation.js';
import { checkedPolicyRules, policyKinds, refuseBlocking, type StoredPolicyRule } from './policy.rules.js';
import { PolicyPack, type PolicyRule } from './policy-pack.entity.js';
import type {
  PolicyOwnerInput,
  PolicyPacksArgs,
  PolicyTrial,
  PolicyTrialCounts,
  PolicyTrialInput,
  SavePolicyPackInput,
} from './policy-pack.inputs.js';
import { canWritePolicy, type PolicyOwner } from './policy-pack.policy.js';
import {
  fundersWithPolicy,
  ownedBy,
  packsInForce,
  peopleOf,
  type TrialCase,
  trialCases,
} from './policy-pack.queries.js';

/** The policies of organisations and funders: each save is a new version, and older ones stay readable. */
@Injectable()
export class PolicyPackService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(TaxonomyService) private readonly taxonomy: TaxonomyService,
    @Inject(OrganisationService) private readonly organisations: OrganisationService,
  ) {}

  /** The policies in force of these organisations, and of a funder by its name. */
  inForce(organisationIds: readonly string[], funder: string | null, sql: Sql = this.database) {
    return packsInForce(sql, organisationIds, funder, today());
  }

  /** The policy of an organisation that holds today, for anybody who may see the organisation. */
  async current(viewer: Viewer, organisationId: string): Promise<PolicyPack | null> {
    await this.organisations.one(viewer, organisationId);
    const [held] = await this.inForce([organisationId], null);
    return held ? this.byId(held.id, held.id) : null;
  }

  /** Funders whose policies are kept: those in force, and to the platform's administrators those in writing too. */
  funders(viewer: Viewer): Promise<string[]> {
    return fundersWithPolicy(this.database, today(), isPlatformAdmin(viewer));
  }

  /** Every version, newest first, for those who write it. */
  async versions(viewer: Viewer, { first, after, ...owned }: PolicyPacksArgs): Promise<Connection<PolicyPack>> {
    const owner = this.writing(viewer, owned);
    const { condition, value } = ownedBy(owner);
    const place = placeAfter('policy-packs', after);
    const rows = await this.database.rows<PolicyPack & { total: number }>(
      `SELECT ${this.database.columns(PolicyPack, 'p')},
         (SELECT count(*)::int FROM policy_pack p WHERE ${condition}) AS total
       FROM policy_pack p WHERE ${condition} AND ($3::timestamptz IS NULL OR (p.created_at, p.id) < ($3, $4::uuid))
       ORDER BY p.created_at DESC, p.id DESC LIMIT $2`,
      [value, first + 1, place?.createdAt ?? null, place?.id ?? null],
    );
    const held = await this.heldNow(owner);
    const nodes = rows.slice(0, first).map((row) => complete(row, held, this.taxonomy.current));
    const totalCount = rows[0]?.total ?? 0;
    return placedPage('policy-packs', nodes, { totalCount, hasNextPage: rows.length > first, after: place });
  }

  /** Saves the next version; where somebody else has saved one since, nothing is. */
  async save(viewer: Viewer, input: SavePolicyPackInput): Promise<PolicyPack> {
    const owner = this.writing(viewer, input);
    if (!isSignedIn(viewer)) throw signInNeeded();
    const rules = checkedPolicyRules(input.rules, this.taxonomy.current);
    if ('funder' in owner) refuseBlocking(rules);
    const { id } = await this.database.transaction((tx) => this.insert(tx, viewer, owner, input, rules));
    return this.byId(id, await this.heldNow(owner));
  }

  /**
   * What rules would say to the requests of an organisation's people, and to the briefs of the directory; whom a funder
   * funds is not known here.
   */
  async trial(viewer: Viewer, { rules: given, ...asked }: PolicyTrialInput): Promise<PolicyTrial> {
    const owner = this.writing(viewer, asked);
    const rules = checkedPolicyRules(given, this.taxonomy.current);
    const organisationId = 'organisationId' in owner ? owner.organisationId : null;
    if ('funder' in owner) refuseBlocking(rules);
    const cases = await trialCases(this.database, organisationId);
    const name = 'funder' in owner ? owner.funder : (await this.organisations.one(viewer, owner.organisationId)).name;
    const counts = (kind: TrialCase['kind']) =>
      countsOf(
        cases.filter((one) => one.kind === kind),
        rules,
        name,
      );
    const people = organisationId ? await peopleOf(this.database, organisationId) : null;
    return { people, requests: counts('request'), briefs: counts('brief') };
  }

  /** Whose policy is meant, where the viewer may write it; to everybody else there is no such thing. */
  private writing(viewer: Viewer, { organisationId, funder }: PolicyOwnerInput): PolicyOwner {
    if (!isSignedIn(viewer)) throw signInNeeded();
    if (organisationId && funder) {
      throw badInput('funder', 'there is an organisation as well.', 'Name one of the two.');
    }
    if (organisationId) {
      const owner = { organisationId };
      if (!canWritePolicy(viewer, owner)) throw notFound('organisation');
      return owner;
    }
    if (!funder?.trim()) throw badInput('organisationId', 'it is missing.', 'Name an organisation or a funder.');
    const owner = { funder: funder.trim() };
    if (!canWritePolicy(viewer, owner)) {
      throw notAllowed('The policies of funders are written by the platform administrators.');
    }
    return owner;
  }

  private insert(tx: Tx, { accountId }: SignedIn, owner: PolicyOwner, input: SavePolicyPackInput, rules: object[]) {
    const { idempotencyKey, ...asked } = input;
    return once(tx, { accountId, key: idempotencyKey, operation: 'savePolicyPack', input: asked }, async () => {
      const { condition, value } = ownedBy(owner);
      const made = await tx.row<{ id: string }>(
        `INSERT INTO policy_pack (${'organisationId' in owner ? 'organisation_id' : 'funder'}, version, state, rules,
           valid_from, edited_by)
         SELECT $1, $2::int + 1, $3, $4, $5, $6
         WHERE coalesce((SELECT max(p.version) FROM policy_pack p WHERE ${condition}), 0) = $2::int
         ON CONFLICT DO NOTHING RETURNING id`,
        [value, input.after, input.publish ? 'published' : 'draft', JSON.stringify(rules), input.validFrom, accountId],
      );
      if (made) return made;
      const newest = await tx.row<{ version: number }>(
        `SELECT coalesce(max(p.version), 0) AS version FROM policy_pack p WHERE ${condition}`,
        [value],
      );
      throw conflict('CHANGED_MEANWHILE', 'Somebody else has saved a version since you read this one.', {
        currentVersion: newest?.version ?? 0,
      });
    });
  }

  private async heldNow(owner: PolicyOwner): Promise<string | null> {
    const [held] =
      'organisationId' in owner
        ? await this.inForce([owner.organisationId], null)
        : await this.inForce([], owner.funder);
    return held?.id ?? null;
  }

  private async byId(id: string, held: string | null): Promise<PolicyPack> {
    const row = await this.database.row<PolicyPack>(
      `SELECT ${this.database.columns(PolicyPack, 'p')} FROM policy_pack p WHERE p.id = $1`,
      [id],
    );
    if (!row) throw notFound('policy');
    return complete(row, held, this.taxonomy.current);
  }
}

const shown = (rule: StoredPolicyRule, taxonomy: Taxonomy): PolicyRule => {
  const kind = policyKinds.kinds.find(({ code }) => code === rule.kind);
  return {
    ...rule,
    label: kind?.label ?? rule.kind,
    terms: kind?.scheme ? termsOf(taxonomy, kind.scheme, rule.codes) : [],
  };
};

const complete = (row: PolicyPack, held: string | null, taxonomy: Taxonomy): PolicyPack =>
  Object.assign(new PolicyPack(), row, {
    inForce: row.id === held,
    rules: row.stored.map((rule) => shown(rule, taxonomy)),
  });

/** The worst that each case hears, counted. */
const countsOf = (cases: readonly TrialCase[], rules: readonly StoredPolicyRule[], name: string): PolicyTrialCounts => {
  const counts = { total: cases.length, ready: 0, needsAttention: 0, notAsItStands: 0 };
  for (const { engagementType, sector, fte, startsOn } of cases) {
    const found = {
      engagementType,
      sector,
      fte,
      startsOn,
      counterpartyKnown: sector !== null,
      daysPerYear: null,
      declared: false,
      permitted: false,
      today: today(),
    };
    const levels = rules.flatMap((rule) => heldAgainst(rule, found, name)?.level ?? []);
    if (levels.includes('not-as-it-stands')) counts.notAsItStands += 1;
    else if (levels.includes('needs-attention')) counts.needsAttention += 1;
    else counts.ready += 1;
  }
  return counts;
};
