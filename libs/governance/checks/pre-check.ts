import { inWords } from '../planner/dates.js';
import type { PlanFacts, TimelineStep } from '../planner/plan.objects.js';
import { planTraining } from '../planner/planner.js';
import type { Circumstances } from '../rules/circumstances.js';
import { type Asking, cite, completePlace, holding, oopRule, type RuleSet, rulesFor } from '../rules/rule.set.js';
import { checkLevels, type Purpose } from '../rules/rule.shapes.js';
import { type AppliedPack, policyLines } from './policy.lines.js';
import type { CheckLine, PreCheckResult } from './pre-check.objects.js';

/** An interest that is on record. */
export interface DeclaredInterest {
  /** The organisation it is in, where the directory knows it. */
  organisationId: string | null;
  name: string;
  /** financial, non-financial-professional, non-financial-personal or indirect. */
  category: string;
  /** Whether it says that there is nothing to declare; then it names nobody. */
  nothing?: boolean;
}

/** Who would do what, with whom, under which policies. */
export interface PreCheckFacts {
  who: {
    profession: string | null;
    trainingStatus: string | null;
    careerStage: string | null;
    nation: string | null;
    region: string | null;
    firstYear: boolean;
    finalYear: boolean;
    visaSponsored: boolean;
  };
  what: {
    engagementType: string;
    /** The share of full time. */
    fte: number | null;
    daysPerYear: number | null;
    startsOn: string | null;
    endsOn: string | null;
    purpose: Purpose;
    countsToTraining: boolean;
  };
  counterparty: { known: boolean; id: string | null; name: string | null; sector: string | null };
  /** Null where nobody may look at them. */
  interests: readonly DeclaredInterest[] | null;
  packs: readonly AppliedPack[];
}

const note =
  'This quotes published rules and the policies of the organisations concerned; it is not legal advice and decides nothing. Each line says who does.';

const awayFromTraining = ['out-of-programme-year', 'secondment-full-time', 'secondment-part-time'];
const timed: TimelineStep['code'][] = ['discuss', 'apply', 'notice'];
const sameName = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase();

/** Interests in the other side, by its id or its name. */
export const interestsIn = (
  { id, name }: PreCheckFacts['counterparty'],
  interests: readonly DeclaredInterest[],
): DeclaredInterest[] =>
  interests.filter((one) => (id !== null && one.organisationId === id) || (name !== null && sameName(one.name, name)));

/** Where time away is planned and its days are known, what the planner says to it. */
const planned = (facts: PreCheckFacts, rules: RuleSet, today: string): CheckLine[] => {
  const { who, what } = facts;
  const { startsOn, endsOn } = what;
  if (!who.profession || !who.trainingStatus || !startsOn || !endsOn) return [];
  if (!awayFromTraining.includes(what.engagementType)) return [];
  const plan: PlanFacts = {
    ...who,
    ...what,
    profession: who.profession,
    trainingStatus: who.trainingStatus,
    startsOn,
    endsOn,
    nextArcpOn: null,
  };
  const advice = planTraining(plan, rules, today);
  const lines = advice.warnings.map(
    ({ code, level, text, fix, decides, rule }): CheckLine => ({
      code,
      level: level === 'serious' ? 'not-as-it-stands' : 'needs-attention',
      blocks: false,
      text,
      fix,
      decides,
      rule,
      from: 'rule',
    }),
  );
  const [best] = advice.suggestions;
  const reason = best?.reasons[0];
  if (best && reason) {
    lines.push({
      code: 'suggested-type',
      level: best.fit === 'usually-not' ? 'needs-attention' : 'ready',
      blocks: false,
      text: `${best.label} is what fits best. ${reason.text}`,
      fix: 'Open the planner for the other ways and their reasons.',
      decides: best.decides,
      rule: reason.rule,
      from: 'rule',
    });
  }
  for (const { code, label, on, lateByDays, lastDay, text, rule } of advice.timeline) {
    if (lateByDays === null || rule === null || !timed.includes(code)) continue;
    const still = lastDay && lastDay >= today ? ` ${inWords(lastDay)} is the last day for it.` : '';
    lines.push({
      code: `late-${code}`,
      level: 'needs-attention',
      blocks: false,
      text: `${label}: this was due on ${inWords(on)}, ${lateByDays} ${lateByDays === 1 ? 'day' : 'days'} ago.${still} ${text}`,
      fix: 'Do it now, or choose a later first day.',
      decides: best?.decides ?? 'Your employer',
      rule,
      from: 'rule',
    });
  }
  return lines;
};

/**
 * Whether something can be done as it stands: the rules of the field, what is on record, and the policies of those
 * concerned. Pure: `rules` is the data and `today` (YYYY-MM-DD) the day that counts.
 */
export const preCheck = (facts: PreCheckFacts, rules: RuleSet, today: string): PreCheckResult => {
  const { who, what, counterparty } = facts;
  const asking: Asking = { today, place: completePlace(rules, who), profession: who.profession };
  const interests = interestsIn(counterparty, facts.interests ?? []);
  const nothing = facts.interests?.some((one) => one.nothing) ?? false;
  const known = counterparty.known;
  const circumstances: Circumstances = {
    ...who,
    engagementType: what.engagementType,
    sector: counterparty.sector,
    oop: oopRule(rules, asking, who.trainingStatus) !== null,
    countsToTraining: what.countsToTraining,
    interestInCounterparty: interests.length > 0,
    interestsKnown: facts.interests !== null,
    counterpartyKnown: known,
    datesKnown: what.startsOn !== null && what.endsOn !== null,
  };
  const named = interests.map(({ category }) => category.replaceAll('-', ' ')).join(', ');
  const lines = [
    ...holding(rulesFor(rules, 'check', asking), circumstances).map(
      (rule): CheckLine => ({
        code: rule.id,
        level: rule.level,
        blocks: false,
        text: rule.when.interestInCounterparty && named ? `${rule.text} On record: ${named}.` : rule.text,
        fix: rule.fix,
        decides: rule.decides,
        rule: cite(rule),
        from: 'rule',
      }),
    ),
    ...planned(facts, rules, today),
    ...policyLines(facts.packs, {
      ...what,
      sector: counterparty.sector,
      counterpartyKnown: known,
      declared: interests.length > 0 || nothing,
      today,
    }),
  ];
  const rank = ({ level, blocks }: CheckLine) => checkLevels.indexOf(level) + (blocks ? 1 : 0);
  const sorted = lines.map((line, at) => ({ line, at })).sort((a, b) => rank(b.line) - rank(a.line) || a.at - b.at);
  const worst = sorted[0]?.line.level ?? 'ready';
  return { overall: worst, blocked: lines.some(({ blocks }) => blocks), lines: sorted.map(({ line }) => line), note };
};
