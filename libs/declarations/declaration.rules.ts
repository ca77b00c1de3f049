import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { projectPath } from '#config';

const text = z.string().trim().min(1);
const code = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const count = z.number().int().min(1);
const dates = { validFrom: z.iso.date(), validTo: z.iso.date().nullable() };
const term = z.strictObject({ code, label: text, detail: z.string(), source: text, sourced: z.boolean() });

const termsShape = z.strictObject({
  edition: text,
  nation: text,
  ...dates,
  categories: z.array(term),
  situations: z.array(term.extend({ lasting: z.boolean() })),
  valueBands: z.array(term),
  mitigations: z.array(term),
  visibilities: z.array(term),
});

const transferShape = z.strictObject({
  edition: text,
  ...dates,
  categories: z.array(
    term.extend({
      recipients: z.array(z.enum(['hcp', 'hco'])).min(1),
      aggregateOnly: z.boolean(),
      situation: code,
    }),
  ),
});

/** Why a person may have an interest in a company that they have not declared. */
export const evidenceKinds = ['industry-experience', 'transfer', 'declared-before', 'collaboration', 'work'] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

const rulesShape = z.strictObject({
  edition: text,
  source: text,
  sourced: z.boolean(),
  validFrom: z.iso.date(),
  confirmEveryMonths: count,
  remindDaysBefore: count,
  remindAgainDays: count,
  reviewWithinMonths: count,
  transferLettersPerDay: count,
  evidence: z.array(z.strictObject({ kind: z.enum(evidenceKinds), label: text, category: code, situation: code })),
  legalForms: z.array(text),
  shortestNameFound: count,
});

const read = (file: string): unknown => JSON.parse(readFileSync(projectPath('libs/declarations/data', file), 'utf8'));

/** Categories, situations, value bands, mitigations and visibilities of interests: data/interest-terms.json. */
export const interestTerms = termsShape.parse(read('interest-terms.json'));

/** The categories in which transfers of value are disclosed: data/transfer-categories.json. */
export const transferCategories = transferShape.parse(read('transfer-categories.json')).categories;

/** When interests are confirmed, and what points to a missing one: data/declaration-rules.json. */
export const declarationRules = rulesShape.parse(read('declaration-rules.json'));

/** What the term of a code is called; the code itself where the list no longer has it. */
export const labelOf = (terms: readonly { code: string; label: string }[], wanted: string | null): string =>
  terms.find((one) => one.code === wanted)?.label ?? wanted ?? '';

/** The category in which a transfer is disclosed, or undefined. */
export const transferCategory = (wanted: string) => transferCategories.find((one) => one.code === wanted);

/** The day by which what was confirmed on a day must be confirmed again. */
export const confirmBy = (confirmedOn: string): string => {
  const [year = 0, month = 1, day = 1] = confirmedOn.split('-').map(Number);
  const months = month - 1 + declarationRules.confirmEveryMonths;
  const lastDay = new Date(Date.UTC(year, months + 1, 0)).getUTCDate();
  // 29 February is confirmed again by the 28th.
  return new Date(Date.UTC(year, months, Math.min(day, lastDay))).toISOString().slice(0, 10);
};
