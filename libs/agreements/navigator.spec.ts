import { describe, expect, it } from '@jest/globals';
import { inForce, necessityOf, readAgreementRules, agreementRules as rules } from './agreement.rules.js';
import { type Answers, navigate, stepsFor } from './navigator.js';

const today = '2026-11-22';
const ask = (answers: Answers, set = rules) => navigate(set, answers, { today, startsOn: '2027-09-01' });
const kind = (answers: Answers) => ask(answers).recommended?.kind.code;

const project = { purpose: 'research', parties: 'two', 'nhs-collaboration': 'no' };
const shared = { ...project, critical: 'no', 'more-than-non-exclusive': 'yes' };
const six = [
  'exclusive-licence',
  'unused-fields',
  'integral',
  'university-background',
  'patent-budget',
  'no-tax-credits',
];
const quiz = (yes: number) => ({
  ...shared,
  ...Object.fromEntries(six.map((code, at) => [code, at < yes ? 'yes' : 'no'])),
});

describe('the data', () => {
  const { kinds, questions, recommendations, alternatives, steps, necessity, sections, roles } = rules;
  const rows = [...kinds, ...questions, ...recommendations, ...alternatives, ...steps, ...necessity, ...sections];

  it('have a source and dates in every row, and say where a publication is missing', () => {
    expect(rows.length).toBeGreaterThan(100);
    for (const { source, validFrom, validTo, sourced } of rows) {
      expect(source.title.length).toBeGreaterThan(10);
      expect(validTo === null || validTo >= validFrom).toBe(true);
      expect(sourced || source.title.startsWith('Usual practice')).toBe(true);
    }
  });

  it.each(['source', 'validFrom', 'sourced'])('are not read where a row lacks its %s', (name) => {
    const broken = kinds.map((row, at) =>
      Object.fromEntries(Object.entries(row).filter(([key]) => at > 0 || key !== name)),
    );
    const file = (wanted: string) =>
      wanted === 'agreement-kinds' ? { edition: 'x', kinds: broken } : { edition: 'x' };
    expect(() => readAgreementRules(file)).toThrow(name);
  });

  it('name only kinds, questions, options and roles that there are', () => {
    const codes = new Set(kinds.map(({ code }) => code));
    expect(codes.size).toBe(kinds.length);
    const named = [...recommendations.map((row) => row.kind), ...alternatives.flatMap((row) => [row.kind, ...row.of])];
    expect(named.filter((code) => !codes.has(code))).toEqual([]);
    const options = new Set(questions.flatMap(({ code, options }) => options.map(({ value }) => `${code}=${value}`)));
    const whens = [...questions, ...recommendations].flatMap(({ when }) =>
      Object.entries(when).flatMap(([code, values]) => values.map((value) => `${code}=${value}`)),
    );
    expect(whens.filter((pair) => !options.has(pair))).toEqual([]);
    const known = new Set(roles.map(({ code }) => code));
    expect(
      [...steps.map(({ owner }) => owner), ...kinds.flatMap(({ signatories }) => signatories)].filter(
        (role) => !known.has(role),
      ),
    ).toEqual([]);
  });

  it('describe no kind without a publication that does', () => {
    expect(kinds.filter(({ described }) => !described).map(({ code }) => code)).toEqual([
      'lambert-4a',
      'lambert-6',
      'dta',
    ]);
    expect(kinds.filter(({ text, described }) => (text !== null) !== described)).toEqual([]);
    // What is not described is never recommended as a research agreement.
    expect(recommendations.filter((row) => /^lambert-(?:4a|6)$/.test(row.kind))).toEqual([]);
  });
});

describe('the navigator', () => {
  it('asks one thing after another, and answers nothing before all of it is known', () => {
    const start = ask({});
    expect(start.questions.map(({ question }) => question.code)).toEqual(['purpose']);
    expect([start.complete, start.recommended]).toEqual([false, null]);
    const next = ask({ purpose: 'research', parties: 'two' }).questions.map(({ question }) => question.code);
    expect(next).toContain('nhs-collaboration');
    expect(next).not.toContain('exploitation');
    expect(next).not.toContain('exclusive-licence');
  });

  it('takes no notice of answers that were not asked for, or that are none', () => {
    expect(kind({ ...quiz(5), purpose: 'talk' })).toBe('nda');
    expect(kind({ purpose: 'anything', __proto__: 'x' } as never)).toBeUndefined();
  });

  it.each([
    [{ purpose: 'talk' }, 'nda'],
    [{ purpose: 'advice' }, 'consultancy'],
    [{ purpose: 'post', 'post-kind': 'to-company' }, 'secondment'],
    [{ purpose: 'post', 'post-kind': 'to-nhs' }, 'honorary-contract'],
    [{ ...project, 'nhs-collaboration': 'yes' }, 'micra'],
    [{ ...project, critical: 'yes', 'publication-harms': 'no' }, 'lambert-4'],
    [{ ...project, critical: 'yes', 'publication-harms': 'yes' }, 'lambert-5'],
    [{ ...project, critical: 'no', 'more-than-non-exclusive': 'no' }, 'lambert-1'],
    [{ ...project, parties: 'more', exploitation: 'no-strategy' }, 'lambert-a'],
    [{ ...project, parties: 'more', exploitation: 'one-lead' }, 'lambert-b'],
    [{ ...project, parties: 'more', exploitation: 'each-own' }, 'lambert-c'],
    [{ ...project, parties: 'more', exploitation: 'project-only' }, 'lambert-d'],
    [{ purpose: 'commercial-study', 'study-of': 'medicine', 'contract-organisation': 'no' }, 'mcta'],
    [{ purpose: 'commercial-study', 'study-of': 'medicine', 'contract-organisation': 'yes' }, 'cro-mcta'],
    [{ purpose: 'commercial-study', 'study-of': 'device', 'contract-organisation': 'no' }, 'mcia'],
    [{ purpose: 'commercial-study', 'study-of': 'no-intervention' }, 'mnisa'],
    [{ purpose: 'non-commercial-study' }, 'mnca'],
    [{ purpose: 'transfer', 'transfer-of': 'materials' }, 'mta'],
    [{ purpose: 'transfer', 'transfer-of': 'data' }, 'dta'],
  ])('leads from %j to %s, with a reason and its source', (answers, expected) => {
    const { recommended } = ask(answers);
    expect(recommended?.kind.code).toBe(expected);
    expect(recommended?.reason.length).toBeGreaterThan(30);
    expect(recommended?.from.source.title.length).toBeGreaterThan(10);
  });

  it.each([0, 1, 2, 3, 4, 5, 6])('counts the six questions between Lambert 2 and 3: %i yes', (yes) => {
    const advice = ask(quiz(yes));
    expect(advice.counted).toEqual({ yes, of: 6 });
    expect(advice.recommended?.kind.code).toBe(yes <= 2 ? 'lambert-3' : yes === 3 ? undefined : 'lambert-2');
    expect(advice.undecided?.text ?? '').toMatch(yes === 3 ? /evenly balanced/ : /^$/);
  });

  it('decides nothing while one of the six is open', () => {
    const { integral: _, ...open } = quiz(6) as Record<string, string>;
    const advice = ask(open);
    expect([advice.counted, advice.recommended, advice.undecided]).toEqual([null, null, null]);
  });

  it('says what else is needed, and why not the others', () => {
    const advice = ask({
      ...quiz(5),
      confidential: 'yes',
      'sends-materials': 'yes',
      'personal-data': 'yes',
      'nhs-access': 'yes',
    });
    expect(advice.complete).toBe(true);
    expect(advice.beside.map((each) => each.kind.code)).toEqual(['nda', 'mta', 'dta', 'honorary-contract']);
    expect(advice.alternatives.map((each) => each.kind.code)).toEqual([
      'lambert-1',
      'lambert-3',
      'lambert-4',
      'lambert-4a',
      'lambert-6',
      'lambert-a',
    ]);
  });

  it('counts the steps back from the first day, and marks those that are late', () => {
    const { steps } = ask(quiz(5));
    expect(steps.at(-1)).toMatchObject({ code: 'record', dueOn: '2027-08-11', late: false });
    expect(steps.map(({ dueOn }) => dueOn)).toEqual([...steps.map(({ dueOn }) => dueOn)].sort());
    const [nda] = rules.kinds;
    const late = nda && stepsFor(rules, nda, { startsOn: '2026-12-01', today });
    expect(late?.map((step) => [step.code, step.late])).toEqual([
      ['nda-draft', true],
      ['nda-legal', true],
      ['nda-sign', false],
    ]);
    expect(nda && stepsFor(rules, nda, { startsOn: null, today })[0]?.dueOn).toBeNull();
  });

  it('follows the data: a row that ends, or says another thing, changes the result', () => {
    const ended = {
      ...rules,
      recommendations: rules.recommendations.map((row) =>
        row.kind === 'lambert-2' ? { ...row, validTo: '2026-11-21' } : row,
      ),
    };
    expect(ask(quiz(5), ended).recommended).toBeNull();
    const stricter = {
      ...rules,
      recommendations: rules.recommendations.map((row) =>
        row.id === 'quiz-2' ? { ...row, yes: { group: 'lambert-2-or-3', min: 6, max: 6 } } : row,
      ),
    };
    expect(ask(quiz(5), stricter).recommended).toBeNull();
    expect(ask(quiz(6), stricter).recommended?.kind.code).toBe('lambert-2');
    expect(inForce({ validFrom: '2026-04-28', validTo: null }, '2026-04-27')).toBe(false);
  });

  it('knows which work waits for an agreement', () => {
    expect(necessityOf(rules, 'collaborative-research', today)?.needed).toBe(true);
    expect(necessityOf(rules, 'mentoring', today)?.needed).toBe(false);
  });
});
