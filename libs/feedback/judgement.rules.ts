import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { projectPath } from '#config';

const text = z.string().trim().min(1);
const grade = z.number().int().min(0).max(3);
const attribution = { edition: text, source: text, validFrom: z.iso.date(), sourced: z.boolean(), note: text };

const reasonsShape = z.strictObject({
  ...attribution,
  scheme: z.literal('judgement-reason'),
  licence: text,
  terms: z.array(
    z.strictObject({ code: z.string().regex(/^[a-z]+(-[a-z]+)*$/), label: text, grade: grade.nullable() }),
  ),
});

const gradesShape = z.strictObject({
  ...attribution,
  relevant: grade,
  requested: grade,
  accepted: grade,
  completed: grade,
  declined: z.record(z.string(), grade),
  enough: z.strictObject({ questions: z.number().int(), pairs: z.number().int() }),
});

const read = (file: string): unknown => JSON.parse(readFileSync(projectPath('libs/feedback/data', file), 'utf8'));

/** Why a match may be judged not relevant: data/judgement-reason.json. */
export const judgementReasons = reasonsShape.parse(read('judgement-reason.json')).terms;

/** What judgements count for, and how many are needed to tell weightings apart: data/judgement-grade.json. */
export const judgementGrades = gradesShape.parse(read('judgement-grade.json'));

/** The longest remark with a judgement, in characters. */
export const longestRemark = 300;
