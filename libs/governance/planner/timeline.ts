import type { Circumstances } from '../rules/circumstances.js';
import { type Asking, cite, holding, narrowest, type RuleSet, rulesFor } from '../rules/rule.set.js';
import { type LeadStep, type RuleOf, stepCodes } from '../rules/rule.shapes.js';
import { daysAfter, daysSince, monthsAfter, monthsBefore } from './dates.js';
import type { PlanFacts, TimelineStep } from './plan.objects.js';

const labels: Record<LeadStep, string> = {
  discuss: 'Discuss it',
  apply: 'Apply',
  notice: 'Give notice',
  'annual-form': 'Annual form and report',
  'return-notice': 'Give notice of your return',
};

/** The days by which the annual form is due: before each review that falls into the time, or once for each year out. */
const annualDays = ({ startsOn, endsOn, nextArcpOn }: PlanFacts, months: number): string[] => {
  const days: string[] = [];
  if (nextArcpOn) {
    for (let count = 0; count < 20; count += 1) {
      const review = monthsAfter(nextArcpOn, count * months);
      if (review > endsOn) break;
      if (review > startsOn) days.push(daysAfter(review, -1));
    }
    return days;
  }
  for (let count = 1; count < 20; count += 1) {
    const yearEnd = daysAfter(monthsAfter(startsOn, count * months), -1);
    if (yearEnd > endsOn) break;
    days.push(yearEnd);
  }
  // A review may fall into a shorter time, too.
  return days.length > 0 ? days : [endsOn];
};

/**
 * The steps from the first talk to the return, each with its day, worked out backwards from the first day by the rules of
 * the place; a rule for a region goes before one for a nation, and that before one for all.
 */
export const timelineOf = (
  facts: PlanFacts,
  circumstances: Circumstances,
  rules: RuleSet,
  asking: Asking,
): TimelineStep[] => {
  const { startsOn, endsOn } = facts;
  const { today } = asking;
  const returnsOn = daysAfter(endsOn, 1);
  const late = (on: string) => (on < today ? daysSince(today, on) : null);
  const steps: TimelineStep[] = [];
  const add = (rule: RuleOf<'lead'>, on: string, lastDay: string | null) =>
    steps.push({
      code: rule.step,
      label: labels[rule.step],
      on,
      text: rule.text,
      lateByDays: late(on),
      lastDay,
      rule: cite(rule),
    });
  const leads = holding(rulesFor(rules, 'lead', asking), circumstances);
  for (const step of stepCodes) {
    const rule = narrowest(leads.filter((lead) => lead.step === step));
    if (!rule) continue;
    if (rule.of === 'annual') {
      for (const day of annualDays(facts, rule.months)) add(rule, day, null);
    } else {
      const from = rule.of === 'start' ? startsOn : returnsOn;
      add(rule, monthsBefore(from, rule.months), rule.minimumMonths ? monthsBefore(from, rule.minimumMonths) : null);
    }
  }
  const fixed = { lateByDays: null, lastDay: null, rule: null };
  steps.push({
    code: 'start',
    label: 'First day',
    on: startsOn,
    text: 'Nothing starts without the approval.',
    ...fixed,
  });
  steps.push({ code: 'return', label: 'Back in your post', on: returnsOn, text: 'Your first day back.', ...fixed });
  const order: TimelineStep['code'][] = [
    'discuss',
    'apply',
    'notice',
    'start',
    'annual-form',
    'return-notice',
    'return',
  ];
  return steps.sort((a, b) => a.on.localeCompare(b.on) || order.indexOf(a.code) - order.indexOf(b.code));
};
