import { type WrittenDocument, writePdf } from '#files';
import { inWords } from '../planner/dates.js';
import type { PlanFacts, TrainingAdvice } from '../planner/plan.objects.js';
import type { ApplicationForm } from '../rules/rule.shapes.js';
import { GeneratedFile } from './generated.file.js';

const blank = '\n';
const signature =
  'Name:                                                Signature:                                    Date:';

/** What the plan itself says in fields that nobody has filled in. */
const fromPlan = (facts: PlanFacts, advice: TrainingAdvice): Record<string, string> => ({
  oopType: advice.suggestions[0]?.label ?? '',
  startsOn: inWords(facts.startsOn),
  endsOn: inWords(facts.endsOn),
  returnsOn: inWords(advice.returnsOn),
});

/** The application form with its fields filled in as far as they are known, ready to be signed or copied. */
export const formDocument = (
  facts: PlanFacts,
  advice: TrainingAdvice,
  form: ApplicationForm,
  written: Record<string, string>,
): WrittenDocument => {
  const known: Record<string, string> = { ...fromPlan(facts, advice), ...written };
  return {
    title: 'Application for time out of programme',
    subtitle: form.text,
    footer: 'Made with Benchside. It approves nothing.',
    blocks: [
      { kind: 'facts', rows: form.fields.map(({ code, label }) => [label, known[code] ?? blank] as const) },
      { kind: 'heading', text: 'Signatures', level: 1 },
      { kind: 'facts', rows: form.signatures.map(({ label }) => [label, `${signature}\n`] as const) },
      { kind: 'heading', text: 'What is due when', level: 1 },
      {
        kind: 'table',
        head: ['By', 'Step', 'Source'],
        rows: advice.timeline.map(({ on, label, rule }) => [inWords(on), label, rule ? rule.source : '']),
      },
      { kind: 'paragraph', text: `Fields after: ${form.source.title}. ${advice.note}` },
    ],
  };
};

/** The application form of a plan, as a PDF. */
export const planForm = async (
  facts: PlanFacts,
  advice: TrainingAdvice,
  form: ApplicationForm,
  written: Record<string, string>,
): Promise<GeneratedFile> => {
  const file = await writePdf(formDocument(facts, advice, form, written));
  return { name: `application-${facts.startsOn}.pdf`, type: 'application/pdf', base64: file.toString('base64') };
};
