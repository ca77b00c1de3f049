import { heldAgainst, type PolicyCase } from '../packs/policy.evaluation.js';
import { type PolicyKindCode, policyKind, type StoredPolicyRule } from '../packs/policy.rules.js';
import type { CheckLine } from './pre-check.objects.js';

/** The policy of an employer, a university or a funder, in force. */
export interface AppliedPack {
  id: string;
  /** Null where it is a funder's. */
  organisationId?: string | null;
  name: string;
  version: number;
  rules: readonly StoredPolicyRule[];
  /** Whether it has given its permission already. */
  permitted?: boolean;
}

/** What one rule of a policy says, and whose policy it is. */
export interface PolicyLine extends CheckLine {
  organisationId: string | null;
  /** Whether a collaboration waits for it: it blocks, or would where what it looks at is not known. */
  holds: boolean;
  /** The state of a collaboration that waits for it. */
  before: 'agreement' | 'active';
  /** Whether the organisation's permission puts it right. */
  permissionLifts: boolean;
}

/** What the policies say, rule by rule. Pure. */
export const policyLines = (packs: readonly AppliedPack[], found: Omit<PolicyCase, 'permitted'>): PolicyLine[] =>
  packs.flatMap(({ id, organisationId, name, version, rules, permitted }) =>
    rules.flatMap((rule, at): PolicyLine[] => {
      const finding = heldAgainst(rule, { ...found, permitted: permitted ?? false }, name);
      const kind = policyKind(rule.kind as PolicyKindCode);
      if (!finding || !kind) return [];
      return [
        {
          code: rule.kind,
          ...finding,
          decides: name,
          rule: {
            id: `${id}-${at + 1}`,
            text: rule.note || finding.text,
            source: `${rule.sourceTitle} (policy of ${name}, version ${version})`,
            sourceUrl: rule.sourceUrl,
            sourced: true,
          },
          from: 'policy',
          organisationId: organisationId ?? null,
          holds: rule.effect === 'block' && finding.level !== 'ready',
          before: kind.before,
          permissionLifts: kind.permissionLifts,
        },
      ];
    }),
  );
