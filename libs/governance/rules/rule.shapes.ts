import { z } from 'zod';

const text = z.string().trim().min(1);
const code = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const codes = z.array(code);

/** Types of time out of programme. */
export const oopTypes = ['OOPC', 'OOPE', 'OOPR', 'OOPT', 'OOPP'] as const;
export type OopType = (typeof oopTypes)[number];

/** What somebody wants the time for. */
export const purposes = [
  'industry-post',
  'research',
  'training',
  'experience',
  'patient-facing',
  'other-interests',
] as const;
export type Purpose = (typeof purposes)[number];

/** How well a type or an arrangement suits, best first. */
export const fits = ['suits', 'possible', 'usually-not'] as const;
export type Fit = (typeof fits)[number];

/** Who signs. */
export const signOffCodes = [
  'educational-supervisor',
  'training-programme-director',
  'college',
  'dean',
  'regulator',
  'employer',
  'university-office',
  'company',
] as const;
export type SignOffCode = (typeof signOffCodes)[number];

/** The steps of a plan, in the order in which they come. */
export const stepCodes = ['discuss', 'apply', 'notice', 'annual-form', 'return-notice'] as const;
export type LeadStep = (typeof stepCodes)[number];

/** Under which circumstances a rule holds; what is not named makes no difference. */
export const whenShape = z
  .strictObject({
    trainingStatus: codes,
    careerStages: codes,
    engagementTypes: codes,
    sectors: codes,
    oopTypes: z.array(z.enum(oopTypes)),
    has: z.array(z.enum(['employerOrganisationId', 'universityOfficeId', 'companyOrganisationId'])),
    oop: z.boolean(),
    countsToTraining: z.boolean(),
    postAlreadyApproved: z.boolean(),
    firstYear: z.boolean(),
    finalYear: z.boolean(),
    visaSponsored: z.boolean(),
    started: z.boolean(),
    monthsToStartBelow: z.number().int().min(1),
    interestInCounterparty: z.boolean(),
    interestsKnown: z.boolean(),
    counterpartyKnown: z.boolean(),
    datesKnown: z.boolean(),
  })
  .partial();
export type When = z.infer<typeof whenShape>;

/** Where a rule comes from, where and for whom it holds, and from when to when. No rule is without these. */
const common = {
  id: code,
  text,
  source: z.strictObject({ title: text, url: z.url().nullable() }),
  sourced: z.boolean(),
  where: z.strictObject({ nations: codes, regions: codes }),
  professions: codes,
  validFrom: z.iso.date(),
  validTo: z.iso.date().nullable(),
};

const months = z.number().int().min(1);
const fitOfPurposes = z.record(z.enum(purposes), z.strictObject({ fit: z.enum(fits), why: text }));
const warning = z.strictObject({
  code,
  level: z.enum(['attention', 'serious']),
  fix: text,
  decides: text,
});

/** How sure a line of the pre-check is that nothing stands in the way. */
export const checkLevels = ['ready', 'needs-attention', 'not-as-it-stands'] as const;
export type CheckLevel = (typeof checkLevels)[number];

export const ruleShape = z.discriminatedUnion('kind', [
  z.strictObject({
    ...common,
    kind: z.literal('sign-off'),
    code: z.enum(signOffCodes),
    necessity: z.enum(['needed', 'advised']),
    after: z.array(z.enum(signOffCodes)),
    when: whenShape,
  }),
  z.strictObject({ ...common, kind: z.literal('oop-profession') }),
  z.strictObject({
    ...common,
    kind: z.literal('oop-type'),
    oop: z.enum(oopTypes),
    label: text,
    decides: text,
    purposes: fitOfPurposes,
  }),
  z.strictObject({
    ...common,
    kind: z.literal('oop-length'),
    oop: z.enum(oopTypes),
    maxMonths: months,
    exceptionalMonths: months.nullable(),
    exceptionBy: text.nullable(),
  }),
  z.strictObject({
    ...common,
    kind: z.literal('oop-counts'),
    oop: z.enum(oopTypes),
    counts: z.enum(['yes', 'no', 'may', 'on-return']),
    /** How well it can suit at best where the time is to count. */
    ifWanted: z.enum(fits).nullable(),
    maxMonths: months.nullable(),
  }),
  z.strictObject({
    ...common,
    kind: z.literal('oop-limit'),
    types: z.array(z.enum(oopTypes)).min(1),
    /** How well it can suit at best; empty where there is only something to know. */
    ceiling: z.enum(fits).nullable(),
    when: whenShape,
    warning: warning.nullable(),
  }),
  z.strictObject({ ...common, kind: z.literal('warning'), when: whenShape, warning }),
  z.strictObject({
    ...common,
    kind: z.literal('arrangement'),
    code,
    label: text,
    decides: text,
    effect: text,
    purposes: fitOfPurposes,
  }),
  z.strictObject({
    ...common,
    kind: z.literal('lead'),
    step: z.enum(stepCodes),
    months,
    /** Shorter than this it is never taken. */
    minimumMonths: months.nullable(),
    /** Before the first day, before the return, or each time so many months have passed. */
    of: z.enum(['start', 'end', 'annual']),
    when: whenShape,
  }),
  z.strictObject({
    ...common,
    kind: z.literal('check'),
    level: z.enum(checkLevels),
    fix: text,
    decides: text,
    when: whenShape,
  }),
]);

/** A rule of the field, as the data files have it. */
export type Rule = z.infer<typeof ruleShape>;
export type RuleKind = Rule['kind'];
export type RuleOf<Kind extends RuleKind> = Extract<Rule, { kind: Kind }>;

export const fileShape = z.strictObject({ edition: text, rules: z.array(ruleShape).min(1) });

/** The application form: its fields and signatures. */
export const formShape = z.strictObject({
  ...common,
  fields: z.array(z.strictObject({ code: z.string().regex(/^[a-zA-Z]+$/), label: text })).min(1),
  signatures: z.array(z.strictObject({ code: z.enum(signOffCodes), label: text })).min(1),
});
export type ApplicationForm = z.infer<typeof formShape>;

export const regionsShape = z.strictObject({
  edition: text,
  source: common.source,
  sourced: z.boolean(),
  validFrom: common.validFrom,
  validTo: common.validTo,
  regions: z.array(z.strictObject({ code, label: text, nation: code, region: code })).min(1),
});
/** A region that organises postgraduate training; `region` is its region of the directory. */
export type TrainingRegion = z.infer<typeof regionsShape>['regions'][number];
