import type { Circumstances } from '../rules/circumstances.js';
import {
  type Asking,
  cite,
  completePlace,
  holding,
  narrowest,
  oopRule,
  type RuleSet,
  rulesFor,
} from '../rules/rule.set.js';
import { type Fit, fits, type RuleOf } from '../rules/rule.shapes.js';
import { requiredSignOffs } from '../sign-offs.js';
import { daysAfter, isLonger, monthsFrom } from './dates.js';
import type { PlanFacts, PlanReason, PlanSuggestion, PlanWarning, TrainingAdvice } from './plan.objects.js';
import { timelineOf } from './timeline.js';

const note =
  'This quotes published rules; it is not legal advice and approves nothing. The people named decide, and your region and employer may have rules of their own.';

/** A suggestion with how well it suited before anything stood against it: the order of equals. */
interface Ranked {
  suggestion: PlanSuggestion;
  before: Fit;
}

const rank = (fit: Fit) => fits.indexOf(fit);
const lower = (a: Fit, b: Fit | null): Fit => (b !== null && rank(b) > rank(a) ? b : a);
const reasonOf = (rule: Parameters<typeof cite>[0], text = rule.text): PlanReason => ({ text, rule: cite(rule) });

const inRank = (list: Ranked[]): PlanSuggestion[] =>
  list
    .map((one, at) => ({ ...one, at }))
    .sort((a, b) => rank(a.suggestion.fit) - rank(b.suggestion.fit) || rank(a.before) - rank(b.before) || a.at - b.at)
    .map(({ suggestion }) => suggestion);

/** What the length of the time means for a type. */
const lengthReason = (facts: PlanFacts, rule: RuleOf<'oop-length'>): { reason: PlanReason; ceiling: Fit | null } => {
  const over = (months: number) => isLonger(facts.startsOn, facts.endsOn, months);
  if (!over(rule.maxMonths)) return { reason: reasonOf(rule), ceiling: null };
  if (rule.exceptionalMonths && !over(rule.exceptionalMonths)) {
    return { reason: reasonOf(rule, `Your dates are longer than is usual. ${rule.text}`), ceiling: 'possible' };
  }
  return { reason: reasonOf(rule, `Your dates are longer than this allows. ${rule.text}`), ceiling: 'usually-not' };
};

/** What a type means for the date of completion, and whether that is what is wanted. */
const countsReason = (facts: PlanFacts, rule: RuleOf<'oop-counts'>): { reason: PlanReason; ceiling: Fit | null } => {
  const parts: string[] = [];
  const ceiling = facts.countsToTraining ? rule.ifWanted : null;
  if (ceiling) parts.push('You would like the time to count towards training.');
  if (facts.countsToTraining && rule.maxMonths && isLonger(facts.startsOn, facts.endsOn, rule.maxMonths)) {
    parts.push(`Of your dates, ${rule.maxMonths} months may count at most.`);
  }
  return { reason: reasonOf(rule, [...parts, rule.text].join(' ')), ceiling };
};

const approversOf = (facts: PlanFacts, type: RuleOf<'oop-type'>, rules: RuleSet, today: string): string[] =>
  requiredSignOffs(
    { ...facts, engagementType: 'out-of-programme-year', oopType: type.oop, companyOrganisationId: null },
    rules,
    today,
  )
    .filter(({ necessary }) => necessary)
    .map(({ label }) => label);

const oopSuggestions = (
  facts: PlanFacts,
  circumstances: Circumstances,
  rules: RuleSet,
  asking: Asking,
): PlanSuggestion[] => {
  const lengths = rulesFor(rules, 'oop-length', asking);
  const countings = rulesFor(rules, 'oop-counts', asking);
  const limits = holding(rulesFor(rules, 'oop-limit', asking), circumstances);
  const ranked = rulesFor(rules, 'oop-type', asking).flatMap((type): Ranked[] => {
    const purpose = type.purposes[facts.purpose];
    const length = narrowest(lengths.filter(({ oop }) => oop === type.oop));
    const counts = narrowest(countings.filter(({ oop }) => oop === type.oop));
    if (!purpose || !counts) return [];
    const reasons: PlanReason[] = [reasonOf(type, purpose.why)];
    const counting = countsReason(facts, counts);
    let fit = lower(purpose.fit, counting.ceiling);
    if (counting.ceiling) reasons.push(counting.reason);
    if (length) {
      const { reason, ceiling } = lengthReason(facts, length);
      reasons.push(reason);
      fit = lower(fit, ceiling);
    }
    for (const limit of limits.filter(({ types }) => types.includes(type.oop))) {
      reasons.push(reasonOf(limit));
      fit = lower(fit, limit.ceiling);
    }
    const suggestion: PlanSuggestion = {
      code: type.oop,
      label: `${type.label} (${type.oop})`,
      fit,
      reasons,
      maxMonths: length?.maxMonths ?? null,
      exceptionalMonths: length?.exceptionalMonths ?? null,
      exceptionBy: length?.exceptionBy ?? null,
      approvers: approversOf(facts, type, rules, asking.today),
      decides: type.decides,
      effect: counting.reason,
    };
    return [{ suggestion, before: purpose.fit }];
  });
  return inRank(ranked);
};

const arrangements = (facts: PlanFacts, rules: RuleSet, asking: Asking): PlanSuggestion[] =>
  inRank(
    rulesFor(rules, 'arrangement', asking).flatMap((rule): Ranked[] => {
      const purpose = rule.purposes[facts.purpose];
      if (!purpose) return [];
      const suggestion: PlanSuggestion = {
        code: rule.code,
        label: rule.label,
        fit: purpose.fit,
        reasons: [reasonOf(rule, purpose.why), reasonOf(rule)],
        maxMonths: null,
        exceptionalMonths: null,
        exceptionBy: null,
        approvers: ['Employer'],
        decides: rule.decides,
        effect: reasonOf(rule, rule.effect),
      };
      return [{ suggestion, before: purpose.fit }];
    }),
  );

const warningsOf = (
  facts: PlanFacts,
  circumstances: Circumstances,
  rules: RuleSet,
  asking: Asking,
  best: PlanSuggestion | undefined,
): PlanWarning[] => {
  const warnings: PlanWarning[] = [];
  const limits = circumstances.oop ? rulesFor(rules, 'oop-limit', asking) : [];
  for (const rule of holding([...limits, ...rulesFor(rules, 'warning', asking)], circumstances)) {
    if (rule.warning) warnings.push({ ...rule.warning, text: rule.text, rule: cite(rule) });
  }
  const length = best && narrowest(rulesFor(rules, 'oop-length', asking).filter(({ oop }) => oop === best.code));
  if (circumstances.oop && length && isLonger(facts.startsOn, facts.endsOn, length.maxMonths)) {
    warnings.push({
      code: 'too-long',
      level: 'serious',
      text: `Your dates are longer than is usual for ${best.label}. ${length.text}`,
      fix: 'Choose an earlier last day, or ask beforehand whether an exception is made.',
      decides: best.decides,
      rule: cite(length),
    });
  }
  return warnings.sort((a, b) => Number(b.level === 'serious') - Number(a.level === 'serious'));
};

/** What is known of a plan when rules are looked up. */
const circumstancesOf = (facts: PlanFacts, rules: RuleSet, asking: Asking): Circumstances => {
  const started = facts.startsOn < asking.today;
  return {
    trainingStatus: facts.trainingStatus,
    oop: oopRule(rules, asking, facts.trainingStatus) !== null,
    firstYear: facts.firstYear,
    finalYear: facts.finalYear,
    visaSponsored: facts.visaSponsored,
    countsToTraining: facts.countsToTraining,
    started,
    monthsToStart: started ? null : monthsFrom(asking.today, facts.startsOn),
    datesKnown: true,
  };
};

/**
 * Plans time away from a training programme or a post: which type suits and why, what to look after, and what is due when.
 * Pure: `rules` is the data, `today` (YYYY-MM-DD) says which of it is in force and what is late.
 */
export const planTraining = (facts: PlanFacts, rules: RuleSet, today: string): TrainingAdvice => {
  const asking: Asking = { today, place: completePlace(rules, facts), profession: facts.profession };
  const circumstances = circumstancesOf(facts, rules, asking);
  const routeRule = oopRule(rules, asking, facts.trainingStatus);
  const suggestions = routeRule
    ? oopSuggestions(facts, circumstances, rules, asking)
    : arrangements(facts, rules, asking);
  return {
    route: routeRule ? 'out-of-programme' : 'employer',
    routeRule: routeRule && cite(routeRule),
    suggestions,
    warnings: warningsOf(facts, circumstances, rules, asking, suggestions[0]),
    timeline: timelineOf(facts, circumstances, rules, asking),
    returnsOn: daysAfter(facts.endsOn, 1),
    note,
  };
};
