import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { projectPath } from '#config';

const text = z.string().trim().min(1);
const code = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const when = z.record(code, z.array(code).min(1));

/** Where a row comes from, and where and from when to when it holds. No row is without these. */
const dated = {
  source: z.strictObject({ title: text, url: z.url().nullable() }),
  /** False for what no publication says: shown as usual practice. */
  sourced: z.boolean(),
  nations: z.array(code),
  validFrom: z.iso.date(),
  validTo: z.iso.date().nullable(),
};

const families = [
  'confidentiality',
  'research',
  'consortium',
  'clinical-collaboration',
  'commercial-study',
  'non-commercial-study',
  'services',
  'people',
  'transfer',
] as const;
const family = z.enum(families);

const kind = z.strictObject({
  ...dated,
  code,
  label: text,
  family,
  text: text.nullable(),
  described: z.boolean(),
  /** Whether it is used as it stands, without changes. */
  unmodified: z.boolean(),
  signatories: z.array(code),
});
const question = z.strictObject({
  ...dated,
  code,
  text,
  help: text.nullable(),
  /** Questions that are counted together. */
  group: code.nullable(),
  options: z.array(z.strictObject({ value: code, label: text })).min(2),
  when,
});
const count = z.number().int().min(0);
const recommendation = z.strictObject({
  ...dated,
  id: code,
  kind: code,
  role: z.enum(['main', 'beside']),
  when,
  yes: z.strictObject({ group: code, min: count, max: count }).nullable(),
  reason: text,
});
const alternative = z.strictObject({ ...dated, id: code, of: z.array(code).min(1), kind: code, why: text });
const balanced = z.strictObject({ ...dated, group: code, yes: count, text });
const step = z.strictObject({
  ...dated,
  code,
  label: text,
  owner: code,
  families: z.array(family),
  weeksBefore: count,
});
const role = z.strictObject({ code, label: text });
const necessity = z.strictObject({ ...dated, id: code, text, needed: z.boolean(), engagementTypes: z.array(code) });
const section = z.strictObject({ ...dated, code, title: text, families: z.array(family) });

const edition = text;
const shapes = {
  'agreement-kinds': z.strictObject({ edition, kinds: z.array(kind) }),
  'agreement-questions': z.strictObject({ edition, questions: z.array(question) }),
  'agreement-recommendations': z.strictObject({
    edition,
    recommendations: z.array(recommendation),
    alternatives: z.array(alternative),
    balanced,
  }),
  'agreement-steps': z.strictObject({ edition, roles: z.array(role), steps: z.array(step) }),
  'agreement-necessity': z.strictObject({ edition, necessity: z.array(necessity) }),
  'heads-of-terms': z.strictObject({ edition, sections: z.array(section) }),
};

export type KindRule = z.infer<typeof kind>;
export type QuestionRule = z.infer<typeof question>;
export type StepRule = z.infer<typeof step>;
export type Family = z.infer<typeof family>;

/** A row with its dates. */
export type Dated = Pick<KindRule, 'source' | 'sourced' | 'nations' | 'validFrom' | 'validTo'>;

/** All that is known of agreements. The functions that use it take it as an argument, so other data give other results. */
export interface AgreementRules {
  kinds: KindRule[];
  questions: QuestionRule[];
  recommendations: z.infer<typeof recommendation>[];
  alternatives: z.infer<typeof alternative>[];
  balanced: z.infer<typeof balanced>;
  steps: StepRule[];
  roles: z.infer<typeof role>[];
  necessity: z.infer<typeof necessity>[];
  sections: z.infer<typeof section>[];
}

const read = (file: keyof typeof shapes): unknown =>
  JSON.parse(readFileSync(projectPath('libs/agreements/data', `${file}.json`), 'utf8'));

/** Reads and checks the data files. */
export const readAgreementRules = (file: (name: keyof typeof shapes) => unknown = read): AgreementRules => ({
  ...shapes['agreement-kinds'].parse(file('agreement-kinds')),
  ...shapes['agreement-questions'].parse(file('agreement-questions')),
  ...shapes['agreement-recommendations'].parse(file('agreement-recommendations')),
  ...shapes['agreement-steps'].parse(file('agreement-steps')),
  ...shapes['agreement-necessity'].parse(file('agreement-necessity')),
  ...shapes['heads-of-terms'].parse(file('heads-of-terms')),
});

/** The data as the files have it. */
export const agreementRules: AgreementRules = readAgreementRules();

/** Whether a row holds on a day, as YYYY-MM-DD. */
export const inForce = ({ validFrom, validTo }: Pick<Dated, 'validFrom' | 'validTo'>, today: string): boolean =>
  validFrom <= today && (validTo === null || today <= validTo);

/** A role in words; one that the data do not name is shown by its code. */
export const roleLabel = ({ roles }: Pick<AgreementRules, 'roles'>, role: string): string =>
  roles.find((each) => each.code === role)?.label ?? role;

/** The kind that a code names, whether or not it may still be chosen. */
export const kindOf = ({ kinds }: Pick<AgreementRules, 'kinds'>, wanted: string): KindRule | undefined =>
  kinds.find((each) => each.code === wanted);

/** Whether work of this type waits for a signed agreement, and by which row: the one that names the type comes first. */
export const necessityOf = (
  { necessity }: Pick<AgreementRules, 'necessity'>,
  engagementType: string,
  today: string,
) => {
  const rows = necessity.filter((row) => inForce(row, today));
  return (
    rows.find(({ engagementTypes }) => engagementTypes.includes(engagementType)) ??
    rows.find(({ engagementTypes }) => engagementTypes.length === 0)
  );
};
