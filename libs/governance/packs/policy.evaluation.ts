import { daysAfter, daysSince, inWords } from '../planner/dates.js';
import type { CheckLevel } from '../rules/rule.shapes.js';
import { policyKind, policyKinds, type StoredPolicyRule } from './policy.rules.js';

/** What a policy is held against. */
export interface PolicyCase {
  engagementType: string;
  /** Of the other side; null where it is not known. */
  sector: string | null;
  counterpartyKnown: boolean;
  /** Days of work a year; worked out from the share of full time where only that is known. */
  daysPerYear: number | null;
  fte: number | null;
  startsOn: string | null;
  /** Whether an interest in the other side is on record. */
  declared: boolean;
  /** Whether the organisation has given its permission. */
  permitted: boolean;
  today: string;
}

/** What one rule says to a case. */
export interface PolicyFinding {
  level: CheckLevel;
  blocks: boolean;
  text: string;
  fix: string;
}

/** Days a year, as far as they are known. */
export const daysOf = ({ daysPerYear, fte }: Pick<PolicyCase, 'daysPerYear' | 'fte'>): number | null => {
  if (daysPerYear !== null) return daysPerYear;
  return fte === null ? null : Math.round(fte * policyKinds.workingDaysPerYear);
};

/** Only the organisation itself lifts its own rule. */
const askItsOffice = 'Its office can permit it: once you collaborate, ask on the page of the collaboration.';

const kept = (text: string): PolicyFinding => ({
  level: 'ready',
  blocks: false,
  text,
  fix: 'Nothing needs to be done.',
});
/** What a rule of a policy says to a case; null where it has nothing to say. `name` is whose policy it is. Pure. */
export const heldAgainst = (rule: StoredPolicyRule, found: PolicyCase, name: string): PolicyFinding | null => {
  const permitted = found.permitted && policyKind(rule.kind)?.permissionLifts;
  const broken = (text: string, fix: string): PolicyFinding =>
    permitted
      ? kept(`${text} It has given its permission.`)
      : {
          level: rule.effect === 'block' ? 'not-as-it-stands' : 'needs-attention',
          blocks: rule.effect === 'block',
          text,
          fix,
        };
  /** What cannot be looked at is pointed out, and by itself blocks nothing. */
  const unknown = (text: string, fix: string): PolicyFinding =>
    permitted ? kept(`${text} It has given its permission.`) : { level: 'needs-attention', blocks: false, text, fix };
  const concerned = rule.codes.length === 0 || rule.codes.includes(found.engagementType);
  switch (rule.kind) {
    case 'max-outside-days': {
      const days = daysOf(found);
      const most = rule.amount ?? 0;
      if (days === null) {
        return unknown(
          `${name} allows at most ${most} days of outside work a year.`,
          'Say how many days a year it is.',
        );
      }
      return days > most
        ? broken(
            `${name} allows at most ${most} days of outside work a year; this is ${days}.`,
            `Agree fewer days. ${askItsOffice}`,
          )
        : kept(`${name} allows up to ${most} days of outside work a year; this is ${days}.`);
    }
    case 'prior-permission':
      return concerned ? broken(`${name} wants to be asked before this starts.`, askItsOffice) : null;
    case 'notice-weeks': {
      const weeks = rule.amount ?? 0;
      if (found.startsOn === null) {
        return unknown(`${name} wants ${weeks} weeks’ notice.`, 'Say when the first day is.');
      }
      return daysSince(found.startsOn, found.today) < weeks * 7
        ? broken(
            `${name} wants ${weeks} weeks’ notice, and the first day is sooner.`,
            `Start on ${inWords(daysAfter(found.today, weeks * 7))} or later. ${askItsOffice}`,
          )
        : kept(`${name} wants ${weeks} weeks’ notice, and there is time for it.`);
    }
    case 'forbidden-engagement-types':
      return rule.codes.includes(found.engagementType)
        ? broken(`${name} rules this way of working out.`, `Choose another way of working. ${askItsOffice}`)
        : null;
    case 'forbidden-sectors':
      if (!found.counterpartyKnown) {
        return unknown(`${name} rules some sectors out, and the other side is not known.`, 'Look again once it is.');
      }
      return found.sector !== null && rule.codes.includes(found.sector)
        ? broken(`${name} rules work with this sector out.`, `Choose another partner. ${askItsOffice}`)
        : null;
    case 'declaration-before-start':
      return found.declared
        ? kept(`${name} wants interests declared before the start, and a declaration is on record.`)
        : broken(
            `${name} wants interests declared before the start.`,
            'Declare your interests, or that there are none.',
          );
    case 'ip-office-told':
      return concerned
        ? broken(
            `${name} wants its office for intellectual property told.`,
            `Tell it before you share anything unpublished. ${askItsOffice}`,
          )
        : null;
  }
};
