import type { FieldErrors } from '../forms/errors';
import type { Draft } from './draft';

/** The steps of the wizard, one question group each. */
export const steps = [
  { key: 'need', title: 'Need' },
  { key: 'terms', title: 'Terms' },
  { key: 'reason', title: 'Reason' },
  { key: 'check', title: 'Check answers' },
] as const;

export type StepKey = (typeof steps)[number]['key'];

export const isStep = (text: unknown): text is StepKey => steps.some(({ key }) => key === text);

export const reasonLength = { least: 50, most: 600 };

const day = /^\d{4}-\d{2}-\d{2}$/;

const wrongWith: Record<StepKey, (draft: Draft) => FieldErrors> = {
  need: ({ type }): FieldErrors => (type ? {} : { type: 'Choose how you would like to work together' }),
  terms: ({ terms }) => {
    const errors: FieldErrors = {};
    if (terms.startsOn && !day.test(terms.startsOn)) errors.startsOn = 'The start must be a day, such as 1 March 2027';
    const months = Number(terms.lengthMonths);
    if (terms.lengthMonths && !(Number.isInteger(months) && months >= 1 && months <= 120)) {
      errors.lengthMonths = 'The length must be a whole number of months, 1 to 120';
    }
    if (terms.funding.trim().length > 500) errors.funding = 'Funding must have at most 500 characters';
    if (terms.note.trim().length > 1_000) errors.note = 'The note must have at most 1,000 characters';
    return errors;
  },
  reason: ({ reason }): FieldErrors => {
    const { length } = reason.trim();
    if (length < reasonLength.least) return { reason: `Say in at least ${reasonLength.least} characters why you ask` };
    if (length > reasonLength.most) return { reason: `The reason must have at most ${reasonLength.most} characters` };
    return {};
  },
  check: () => ({}),
};

/** What is wrong on one step. */
export const errorsOn = (step: StepKey, draft: Draft): FieldErrors => wrongWith[step](draft);

/** What is wrong anywhere. */
export const allErrors = (draft: Draft): FieldErrors =>
  Object.assign({}, ...steps.map(({ key }) => errorsOn(key, draft))) as FieldErrors;

const places: Record<string, StepKey> = {
  type: 'need',
  as: 'need',
  attached: 'need',
  startsOn: 'terms',
  lengthMonths: 'terms',
  fte: 'terms',
  placeMode: 'terms',
  funding: 'terms',
  note: 'terms',
  reason: 'reason',
};

/** Where a field is. */
export const stepOf = (field: string): StepKey => places[field] ?? 'check';

export const stepAfter = (step: StepKey): StepKey =>
  steps[steps.findIndex(({ key }) => key === step) + 1]?.key ?? 'check';

export const stepBefore = (step: StepKey): StepKey | null =>
  steps[steps.findIndex(({ key }) => key === step) - 1]?.key ?? null;
