import type { GovernanceChoicesQuery, PolicyRuleInput, SavedPackFragment } from '../generated/graphql';

export type PolicyKind = GovernanceChoicesQuery['governanceChoices']['policyKinds'][number];
export type SavedPack = SavedPackFragment;

/** Whose rules they are: an organisation's, or a funder's by its name. */
export type PolicyOwner = { organisationId: string } | { funder: string };

/** A rule as it is typed. */
export interface RuleForm {
  key: string;
  kind: string;
  effect: string;
  amount: string;
  codes: string[];
  note: string;
  sourceTitle: string;
  sourceUrl: string;
}

export const emptyRule = (kind: string): RuleForm => ({
  key: crypto.randomUUID(),
  kind,
  effect: 'warn',
  amount: '',
  codes: [],
  note: '',
  sourceTitle: '',
  sourceUrl: '',
});

export const rulesFrom = (pack: SavedPack | undefined): RuleForm[] =>
  (pack?.rules ?? []).map(({ kind, effect, amount, terms, note, sourceTitle, sourceUrl }) => ({
    key: crypto.randomUUID(),
    kind,
    effect,
    amount: amount === null ? '' : String(amount),
    codes: terms.map(({ code }) => code),
    note,
    sourceTitle,
    sourceUrl: sourceUrl ?? '',
  }));

export const ruleInputs = (rules: readonly RuleForm[]): PolicyRuleInput[] =>
  rules.map(({ kind, effect, amount, codes, note, sourceTitle, sourceUrl }) => ({
    kind,
    effect,
    amount: amount === '' ? null : Number(amount),
    codes,
    note,
    sourceTitle,
    sourceUrl: sourceUrl.trim() || null,
  }));

/** "rules[2].amount: ..." as the number of the rule and what is wrong with it. */
export const ruleProblem = (message: string): { at: number; text: string } | null => {
  const found = /rules(?:\[|\.)(\d+)\]?(?:\.\w+)?:? (.*)/s.exec(message);
  if (!found) return null;
  const text = found[2] ?? message;
  return { at: Number(found[1]), text: text.charAt(0).toUpperCase() + text.slice(1) };
};
