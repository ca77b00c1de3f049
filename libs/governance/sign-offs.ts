import type { Circumstances, Holder } from './rules/circumstances.js';
import type { CitedRule } from './rules/cited.rule.js';
import { cite, completePlace, holding, oopRule, type RuleSet, rulesFor } from './rules/rule.set.js';
import { type OopType, type RuleOf, type SignOffCode, signOffCodes } from './rules/rule.shapes.js';

/** What decides who must sign. Codes are of the vocabularies profession, training-status, engagement-type and nation. */
export interface SignOffFacts {
  profession: string | null;
  trainingStatus: string | null;
  engagementType: string;
  oopType?: OopType | null;
  nation?: string | null;
  /** A training region, or a region of the directory. */
  region?: string | null;
  countsToTraining?: boolean;
  /** Whether the post is in a programme that the regulator has approved, in the same specialty. */
  postAlreadyApproved?: boolean;
  employerOrganisationId?: string | null;
  universityOfficeId?: string | null;
  companyOrganisationId?: string | null;
}

/** An approval that the rules ask for. */
export interface RequiredSignOff {
  code: SignOffCode;
  label: string;
  /** False where it is advised, and the work may go on without it. */
  necessary: boolean;
  /** Those of the list that come before it. */
  after: SignOffCode[];
  ruleIds: string[];
  rules: CitedRule[];
  /** The rules in a sentence or two. */
  why: string;
  /** Whose people give it, where that organisation is known. */
  organisationId: string | null;
}

/** How each of those who sign is called. */
export const signOffLabels: Record<SignOffCode, string> = {
  'educational-supervisor': 'Educational supervisor',
  'training-programme-director': 'Training programme director or head of school',
  college: 'College',
  dean: 'Postgraduate dean',
  regulator: 'Regulator',
  employer: 'Employer',
  'university-office': 'University office',
  company: 'Company',
};

const organisationOf = (code: SignOffCode, facts: SignOffFacts): string | null => {
  if (code === 'employer') return facts.employerOrganisationId ?? null;
  if (code === 'university-office') return facts.universityOfficeId ?? null;
  return code === 'company' ? (facts.companyOrganisationId ?? null) : null;
};

/** In an order in which nobody comes before those whom they wait for; where either may go first, as the codes stand. */
const inOrder = (list: RequiredSignOff[]): RequiredSignOff[] => {
  const left = [...list];
  const ordered: RequiredSignOff[] = [];
  while (left.length > 0) {
    const done = new Set(ordered.map(({ code }) => code));
    const at = left.findIndex(({ after }) => after.every((code) => done.has(code)));
    // Rules that wait for each other would be a mistake in the data, which a test finds: then nobody waits.
    ordered.push(...left.splice(Math.max(at, 0), 1));
  }
  return ordered;
};

/**
 * Who must approve an engagement and who should, each with the rules that say so, in the order in which they are asked.
 * Pure: `rules` is the data, `today` (YYYY-MM-DD) says which of it is in force.
 */
export const requiredSignOffs = (facts: SignOffFacts, rules: RuleSet, today: string): RequiredSignOff[] => {
  const asking = { today, place: completePlace(rules, facts), profession: facts.profession };
  const held: [Holder, string | null | undefined][] = [
    ['employerOrganisationId', facts.employerOrganisationId],
    ['universityOfficeId', facts.universityOfficeId],
    ['companyOrganisationId', facts.companyOrganisationId],
  ];
  const circumstances: Circumstances = {
    ...facts,
    oop: oopRule(rules, asking, facts.trainingStatus) !== null,
    has: held.flatMap(([holder, id]) => (id ? [holder] : [])),
  };
  const asked = new Map<SignOffCode, RuleOf<'sign-off'>[]>();
  for (const rule of holding(rulesFor(rules, 'sign-off', asking), circumstances)) {
    asked.set(rule.code, [...(asked.get(rule.code) ?? []), rule]);
  }
  const list = signOffCodes.flatMap((code): RequiredSignOff[] => {
    const all = asked.get(code);
    if (!all) return [];
    const needed = all.filter(({ necessity }) => necessity === 'needed');
    // What is only advised says nothing more where a rule asks for it.
    const telling = needed.length > 0 ? needed : all;
    const before = new Set(telling.flatMap(({ after }) => after));
    return [
      {
        code,
        label: signOffLabels[code],
        necessary: needed.length > 0,
        after: signOffCodes.filter((other) => before.has(other) && asked.has(other)),
        ruleIds: telling.map(({ id }) => id),
        rules: telling.map(cite),
        why: [...new Set(telling.map(({ text }) => text))].join(' '),
        organisationId: organisationOf(code, facts),
      },
    ];
  });
  return inOrder(list);
};
