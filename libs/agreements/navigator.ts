import {
  type AgreementRules,
  type Dated,
  inForce,
  type KindRule,
  kindOf,
  type QuestionRule,
  roleLabel,
} from './agreement.rules.js';

/** Answers by the codes of their questions. */
export type Answers = Readonly<Record<string, string>>;

/** A question that is asked, given the answers before it. */
export interface AskedQuestion {
  question: QuestionRule;
  answer: string | null;
}

/** A kind, and why. */
export interface Reasoned {
  kind: KindRule;
  reason: string;
  from: Dated;
}

/** One step towards a signed agreement. */
export interface PlannedStep {
  code: string;
  label: string;
  owner: string;
  ownerLabel: string;
  /** As YYYY-MM-DD; null without a first day. */
  dueOn: string | null;
  /** Whether the day has passed already. */
  late: boolean;
  from: Dated;
}

/** What the answers lead to. */
export interface Advice {
  questions: AskedQuestion[];
  /** Whether every question that is asked is answered. */
  complete: boolean;
  /** How many of counted questions were answered yes, where all of them are answered. */
  counted: { yes: number; of: number } | null;
  recommended: Reasoned | null;
  /** Why nothing is recommended, though all is answered. */
  undecided: { text: string; from: Dated } | null;
  /** Agreements that are needed as well. */
  beside: Reasoned[];
  alternatives: Reasoned[];
  steps: PlannedStep[];
}

const yes = 'yes';
const day = 86_400_000;

const holds = (when: Readonly<Record<string, readonly string[]>>, answers: Answers): boolean =>
  Object.entries(when).every(([question, values]) => values.includes(answers[question] ?? ''));

/** The questions that are asked one after another: an answer to one that is not asked, or with no such option, is no answer. */
const askedOf = (rules: AgreementRules, given: Answers, today: string): AskedQuestion[] => {
  const accepted: Record<string, string> = {};
  const asked: AskedQuestion[] = [];
  for (const question of rules.questions) {
    if (!inForce(question, today) || !holds(question.when, accepted)) continue;
    const answer = question.options.find(({ value }) => value === given[question.code])?.value ?? null;
    if (answer !== null) accepted[question.code] = answer;
    asked.push({ question, answer });
  }
  return asked;
};

const countOf = (asked: readonly AskedQuestion[], group: string) => {
  const questions = asked.filter(({ question }) => question.group === group);
  if (questions.length === 0 || questions.some(({ answer }) => answer === null)) return null;
  return { yes: questions.filter(({ answer }) => answer === yes).length, of: questions.length };
};

/** The steps for a kind, counted back from the first day; the earliest first. */
export const stepsFor = (
  rules: AgreementRules,
  kind: Pick<KindRule, 'family'>,
  { startsOn, today }: { startsOn: string | null; today: string },
): PlannedStep[] =>
  rules.steps
    .filter((step) => inForce(step, today) && step.families.includes(kind.family))
    .sort((a, b) => b.weeksBefore - a.weeksBefore)
    .map(({ code, label, owner, weeksBefore, ...from }) => {
      const due = startsOn && new Date(Date.parse(startsOn) - weeksBefore * 7 * day).toISOString().slice(0, 10);
      return {
        code,
        label,
        owner,
        ownerLabel: roleLabel(rules, owner),
        dueOn: due,
        late: due !== null && due < today,
        from,
      };
    });

/** Leads from answers to a kind of agreement, with the reasons, or to the questions that are still open. */
export const navigate = (
  rules: AgreementRules,
  given: Answers,
  { startsOn = null, today }: { startsOn?: string | null; today: string },
): Advice => {
  const questions = askedOf(rules, given, today);
  const answers = Object.fromEntries(
    questions.flatMap(({ question, answer }) => (answer ? [[question.code, answer]] : [])),
  );
  const counted = countOf(questions, rules.balanced.group);
  const matching = rules.recommendations.filter((row) => {
    if (!inForce(row, today) || !holds(row.when, answers)) return false;
    if (!row.yes) return true;
    const count = countOf(questions, row.yes.group);
    return count !== null && count.yes >= row.yes.min && count.yes <= row.yes.max;
  });
  const reasoned = (row: Dated & { kind: string }, reason: string): Reasoned[] => {
    const kind = kindOf(rules, row.kind);
    return kind && inForce(kind, today) ? [{ kind, reason, from: row }] : [];
  };
  const recommended =
    matching.filter(({ role }) => role === 'main').flatMap((row) => reasoned(row, row.reason))[0] ?? null;
  const { balanced } = rules;
  return {
    questions,
    complete: questions.every(({ answer }) => answer !== null),
    counted,
    recommended,
    undecided:
      !recommended && inForce(balanced, today) && counted?.yes === balanced.yes
        ? { text: balanced.text, from: balanced }
        : null,
    beside: matching
      .filter(({ role, kind }) => role === 'beside' && kind !== recommended?.kind.code)
      .flatMap((row) => reasoned(row, row.reason)),
    alternatives: rules.alternatives
      .filter((row) => inForce(row, today) && recommended && row.of.includes(recommended.kind.code))
      .flatMap((row) => reasoned(row, row.why)),
    steps: recommended ? stepsFor(rules, recommended.kind, { startsOn, today }) : [],
  };
};
