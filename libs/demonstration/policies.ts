import { readFileSync } from 'node:fs';
import { projectPath } from '#config';
import { checkedPolicyRules, type StoredPolicyRule } from '#governance';
import type { Taxonomy } from '#taxonomy';

/** The policy that the demonstration's organisations of a type have. */
export interface DemonstrationPolicy {
  type: string;
  /** YYYY-MM-DD. */
  validFrom: string;
  rules: StoredPolicyRule[];
}

interface PoliciesFile {
  validFrom: string;
  policies: { type: string; rules: Partial<StoredPolicyRule>[] }[];
}

/** The policies of the demonstration: data/policies.json, checked as an office's own would be. */
export const demonstrationPolicies = (taxonomy: Taxonomy): DemonstrationPolicy[] => {
  const path = projectPath('libs/demonstration/data/policies.json');
  const { validFrom, policies } = JSON.parse(readFileSync(path, 'utf8')) as PoliciesFile;
  return policies.map(({ type, rules }) => ({ type, validFrom, rules: checkedPolicyRules(rules, taxonomy) }));
};
