import { readdirSync, readFileSync } from 'node:fs';
import { projectPath } from '#config';
import { type Circumstances, holds } from './circumstances.js';
import type { CitedRule } from './cited.rule.js';
import {
  type ApplicationForm,
  fileShape,
  formShape,
  type Rule,
  type RuleKind,
  type RuleOf,
  regionsShape,
  type TrainingRegion,
} from './rule.shapes.js';

/** All rules of the field. The functions that use them take them as an argument, so other rules give other results. */
export interface RuleSet {
  rules: readonly Rule[];
  form: ApplicationForm;
  regions: readonly TrainingRegion[];
}

/** Where somebody works or trains: codes of the nations and of the training regions. */
export interface RulePlace {
  nation: string | null;
  region: string | null;
}

/** For whom and when rules are looked up. */
export interface Asking {
  /** YYYY-MM-DD: rules that are not in force on this day are left out. */
  today: string;
  place: RulePlace;
  profession: string | null;
}

const folder = 'libs/governance/data';
const ruleFiles = ['out-of-programme.json', 'sign-offs.json', 'pre-check.json'];
const otherFiles = ['application-form.json', 'training-regions.json', 'policy-kinds.json'];

const read = (file: string): unknown => JSON.parse(readFileSync(projectPath(folder, file), 'utf8'));

/**
 * Checks rules that were read from data.
 *
 * @throws when a row lacks its source, its dates or anything else, when two rows have one id, or when dates are turned round
 */
export const checkedRules = (files: readonly unknown[]): Rule[] => {
  const rules = files.flatMap((file) => fileShape.parse(file).rules);
  const ids = new Set<string>();
  for (const { id, validFrom, validTo } of rules) {
    if (ids.has(id)) throw new Error(`Two rules are called ${id}`);
    ids.add(id);
    if (validTo && validTo < validFrom) throw new Error(`${id} ends before it begins`);
  }
  return rules;
};

/** Reads and checks the data files of the rules. */
export const readRuleSet = (): RuleSet => {
  const unknown = readdirSync(projectPath(folder)).filter((file) => ![...ruleFiles, ...otherFiles].includes(file));
  if (unknown.length > 0) throw new Error(`No rules are read from ${unknown.join(', ')}`);
  return {
    rules: checkedRules(ruleFiles.map(read)),
    form: formShape.parse(read('application-form.json')),
    regions: regionsShape.parse(read('training-regions.json')).regions,
  };
};

/** The rules as the data files have them. */
export const governanceRules: RuleSet = readRuleSet();

/** Whether a rule is in force on a day. */
export const inForce = ({ validFrom, validTo }: Pick<Rule, 'validFrom' | 'validTo'>, today: string): boolean =>
  validFrom <= today && (validTo === null || today <= validTo);

/** How narrowly a rule says where it holds: for a region 2, for a nation 1, for all of the United Kingdom 0. */
export const narrowness = ({ where }: Pick<Rule, 'where'>): number =>
  where.regions.length > 0 ? 2 : where.nations.length > 0 ? 1 : 0;

const holdsIn = ({ where }: Rule, { nation, region }: RulePlace): boolean => {
  if (where.regions.length > 0) return region !== null && where.regions.includes(region);
  return where.nations.length === 0 || (nation !== null && where.nations.includes(nation));
};

const holdsFor = ({ professions }: Rule, profession: string | null): boolean =>
  professions.length === 0 || (profession !== null && professions.includes(profession));

/** The rules of a kind that are in force for somebody, in the order of the data. */
export const rulesFor = <Kind extends RuleKind>(
  { rules }: Pick<RuleSet, 'rules'>,
  kind: Kind,
  { today, place, profession }: Asking,
): RuleOf<Kind>[] =>
  rules.filter(
    (rule): rule is RuleOf<Kind> =>
      rule.kind === kind && inForce(rule, today) && holdsIn(rule, place) && holdsFor(rule, profession),
  );

/** Of rules about one thing, the one that is written for the narrowest place; of several, the first. */
export const narrowest = <Some extends Pick<Rule, 'where'>>(rules: readonly Some[]): Some | undefined => {
  let best: Some | undefined;
  for (const rule of rules) if (!best || narrowness(rule) > narrowness(best)) best = rule;
  return best;
};

/** Those rules that hold under these circumstances. */
export const holding = <Some extends { when: Parameters<typeof holds>[0] }>(
  rules: readonly Some[],
  circumstances: Circumstances,
): Some[] => rules.filter(({ when }) => holds(when, circumstances));

/** The place of somebody, completed: a nation with one training region has no other, and a region has one nation. */
export const completePlace = (
  { regions }: Pick<RuleSet, 'regions'>,
  { nation, region }: { nation?: string | null; region?: string | null },
): RulePlace => {
  const known = regions.find(({ code }) => code === region);
  if (known) return { nation: known.nation, region: known.code };
  // A region of the directory, where the training regions do not divide it.
  const within = regions.filter((one) => one.region === region || (!region && one.nation === nation));
  const [only] = within;
  if (only && within.length === 1) return { nation: only.nation, region: only.code };
  return { nation: nation ?? only?.nation ?? null, region: null };
};

/** Whether a profession takes time away from training out of programme, and by which rule. */
export const oopRule = (set: RuleSet, asking: Asking, trainingStatus: string | null): RuleOf<'oop-profession'> | null =>
  (trainingStatus === 'in-programme' && rulesFor(set, 'oop-profession', asking)[0]) || null;

/** A rule, quoted. */
export const cite = ({ id, text, source, sourced }: Pick<Rule, 'id' | 'text' | 'source' | 'sourced'>): CitedRule => ({
  id,
  text,
  source: source.title,
  sourceUrl: source.url,
  sourced,
});
