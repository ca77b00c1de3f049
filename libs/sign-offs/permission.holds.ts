import { Inject, Injectable } from '@nestjs/common';
import type { Sql } from '#database';
import {
  DeclaredInterests,
  interestsIn,
  type PolicyLine,
  PolicyPackService,
  policyLines,
  type StoredPolicyRule,
} from '#governance';
import type { RequestSide } from '#requests';
import { type PermissionRow, permissionsOf, type WorkRow, workOf } from './permission.queries.js';

/** An organisation of somebody who takes part, with what its own policy holds, and what it has said. */
export interface OrganisationHolds {
  side: RequestSide;
  organisationId: string;
  name: string;
  lines: PolicyLine[];
  permission: PermissionRow | undefined;
}

/** What the policies of employers and universities hold in a collaboration, as its terms stand. */
@Injectable()
export class PolicyHolds {
  constructor(
    @Inject(PolicyPackService) private readonly packs: PolicyPackService,
    @Inject(DeclaredInterests) private readonly interests: DeclaredInterests,
  ) {}

  /** Where somebody does not show whose people they are, the name and the source are told only to those whom `knows` names. */
  async of(
    sql: Sql,
    collaborationId: string,
    knows: (side: RequestSide, organisationId: string) => boolean,
  ): Promise<OrganisationHolds[]> {
    const work = await workOf(sql, collaborationId);
    const ids = work.flatMap(({ organisations }) => organisations.map(({ id }) => id));
    if (ids.length === 0) return [];
    const packs = await this.packs.inForce([...new Set(ids)], null, sql);
    const permissions = await permissionsOf(sql, collaborationId);
    const found: OrganisationHolds[] = [];
    for (const row of work) {
      const declared = await this.declared(sql, row);
      for (const { id, as, shown, ...organisation } of row.organisations) {
        const named = shown || knows(row.side, id);
        const name = named ? organisation.name : `The ${as}`;
        const permission = permissions.find(({ organisationId }) => organisationId === id);
        const pack = packs.find(({ organisationId }) => organisationId === id);
        const rules = named ? pack?.rules : pack?.rules.map(unnamed);
        const applied = pack && rules ? [{ ...pack, name, rules, permitted: permission?.state === 'given' }] : [];
        const lines = policyLines(applied, {
          ...row,
          sector: row.otherSector,
          counterpartyKnown: true,
          declared,
          // Notice was given on the day on which the terms were written: time that passes since does not use it up.
          today: row.termsOn,
        });
        found.push({ side: row.side, organisationId: id, name, permission, lines: lines.filter(({ holds }) => holds) });
      }
    }
    return found;
  }

  private async declared(sql: Sql, { accountId, otherId, otherName, otherSector }: WorkRow): Promise<boolean> {
    if (!accountId) return false;
    const interests = await this.interests.of(accountId, sql);
    const other = { known: true, id: otherId, name: otherName, sector: otherSector };
    return interests.some(({ nothing }) => nothing) || interestsIn(other, interests).length > 0;
  }
}

/** A rule whose words could name the organisation. */
const unnamed = (rule: StoredPolicyRule): StoredPolicyRule => ({
  ...rule,
  note: '',
  sourceTitle: 'Its own policy',
  sourceUrl: null,
});
