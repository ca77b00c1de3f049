import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { projectPath } from '#config';
import { badInput } from '#graphql';
import { checkCodes, type Taxonomy } from '#taxonomy';

/** What an organisation's or a funder's policy can ask for. */
export const policyKindCodes = [
  'max-outside-days',
  'prior-permission',
  'notice-weeks',
  'forbidden-engagement-types',
  'forbidden-sectors',
  'declaration-before-start',
  'ip-office-told',
] as const;
export type PolicyKindCode = (typeof policyKindCodes)[number];

const text = z.string().trim().min(1);

const kindsShape = z.strictObject({
  edition: text,
  source: z.strictObject({ title: text, url: z.url().nullable() }),
  sourced: z.boolean(),
  validFrom: z.iso.date(),
  validTo: z.iso.date().nullable(),
  workingDaysPerYear: z.number().int().min(1).max(366),
  kinds: z
    .array(
      z.strictObject({
        code: z.enum(policyKindCodes),
        label: text,
        hint: text,
        amount: z.strictObject({ label: text, min: z.number().int(), max: z.number().int() }).nullable(),
        scheme: z.enum(['engagement-type', 'sector']).nullable(),
        needsCodes: z.boolean(),
        /** The state of a collaboration that waits for it, where the organisation lets it block. */
        before: z.enum(['agreement', 'active']),
        /** Whether the organisation’s permission puts it right. */
        permissionLifts: z.boolean(),
      }),
    )
    .length(policyKindCodes.length),
});

/** The kinds of policy rules, and how many days of work a year has: data/policy-kinds.json. */
export const policyKinds = kindsShape.parse(
  JSON.parse(readFileSync(projectPath('libs/governance/data/policy-kinds.json'), 'utf8')),
);

/** What there is to know of a kind of rule. */
export const policyKind = (code: PolicyKindCode) => policyKinds.kinds.find((kind) => kind.code === code);

/** Whether a rule that is not kept is pointed out, or blocks. */
export const policyEffects = ['warn', 'block'] as const;
export type PolicyEffect = (typeof policyEffects)[number];

/** One rule of a policy pack, as it is stored. */
export interface StoredPolicyRule {
  kind: PolicyKindCode;
  effect: PolicyEffect;
  /** Days a year or weeks, by the kind. */
  amount: number | null;
  /** Codes of the vocabulary that the kind speaks of. */
  codes: string[];
  /** The organisation's own words. */
  note: string;
  /** Where the organisation has written it. */
  sourceTitle: string;
  sourceUrl: string | null;
}

/** The most rules that one pack has. */
export const mostPolicyRules = 30;

/** Checks the rules of a pack as somebody has typed them, and names the one that is wrong. */
export const checkedPolicyRules = (
  given: readonly Partial<StoredPolicyRule>[],
  taxonomy: Taxonomy,
): StoredPolicyRule[] => {
  if (given.length > mostPolicyRules) {
    throw badInput('rules', `there are ${given.length}.`, `Keep to ${mostPolicyRules} at most.`);
  }
  const rules = given.map((rule, at) => checkedRule(rule, `rules[${at}]`, taxonomy));
  const seen = new Set<string>();
  for (const [at, rule] of rules.entries()) {
    const same = JSON.stringify([rule.kind, rule.effect, [...rule.codes].sort()]);
    if (seen.has(same)) throw badInput(`rules[${at}]`, 'the same rule stands above already.', 'Keep one of the two.');
    seen.add(same);
  }
  return rules;
};

/** Nobody of a funder could permit anything here, so that its rules only point things out: only an organisation lets its own block. */
export const refuseBlocking = (rules: readonly StoredPolicyRule[]): void => {
  const at = rules.findIndex(({ effect }) => effect === 'block');
  if (at >= 0) {
    throw badInput(`rules[${at}].effect`, 'the rules of a funder do not block.', 'Use warn: it is pointed out.');
  }
};

const checkedRule = (rule: Partial<StoredPolicyRule>, field: string, taxonomy: Taxonomy): StoredPolicyRule => {
  const kind = rule.kind && policyKind(rule.kind);
  if (!kind) {
    throw badInput(`${field}.kind`, `"${rule.kind}" is not a kind of rule.`, `Use ${policyKindCodes.join(', ')}.`);
  }
  if (rule.effect !== 'warn' && rule.effect !== 'block') {
    throw badInput(`${field}.effect`, `"${rule.effect}" is not an effect.`, 'Use warn or block.');
  }
  const amount = rule.amount ?? null;
  if (
    kind.amount === null ? amount !== null : amount === null || amount < kind.amount.min || amount > kind.amount.max
  ) {
    throw badInput(
      `${field}.amount`,
      kind.amount ? 'a number is needed.' : 'this kind of rule has no number.',
      kind.amount ? `Give a whole number from ${kind.amount.min} to ${kind.amount.max}.` : 'Leave it out.',
    );
  }
  const codes = [...new Set(rule.codes ?? [])];
  if (!kind.scheme && codes.length > 0) {
    throw badInput(`${field}.codes`, 'this kind of rule has no codes.', 'Leave them out.');
  }
  if (kind.needsCodes && codes.length === 0)
    throw badInput(`${field}.codes`, 'there are none.', 'Choose at least one.');
  if (kind.scheme) checkCodes(taxonomy, kind.scheme, `${field}.codes`, codes);
  const sourceTitle = (rule.sourceTitle ?? '').trim();
  if (sourceTitle.length < 3) {
    throw badInput(`${field}.sourceTitle`, 'where this is written is missing.', 'Name your policy and its section.');
  }
  return {
    kind: kind.code,
    effect: rule.effect,
    amount,
    codes,
    note: (rule.note ?? '').trim(),
    sourceTitle,
    sourceUrl: rule.sourceUrl?.trim() || null,
  };
};
