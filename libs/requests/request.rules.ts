import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { projectPath } from '#config';

const text = z.string().trim().min(1);
const attribution = { edition: text, source: text, validFrom: z.iso.date(), sourced: z.boolean() };
const count = z.number().int().min(1);

const rulesShape = z.strictObject({
  ...attribution,
  openDays: count,
  remindDaysBefore: count,
  coolDownDays: count,
  newRequestsPerWeek: z.strictObject({ organisation: count, academic: count }),
  undoMinutes: count,
  draftsPerPerson: count,
});

const reasonsShape = z.strictObject({
  ...attribution,
  scheme: z.literal('decline-reason'),
  licence: text,
  terms: z.array(z.strictObject({ code: z.string().regex(/^[a-z]+(-[a-z]+)*$/), label: text, toSender: text })),
});

const read = (file: string): unknown => JSON.parse(readFileSync(projectPath('libs/requests/data', file), 'utf8'));

/** How long requests stay open, how many there may be, and what may be taken back: all in data/request-rules.json. */
export const requestRules = rulesShape.parse(read('request-rules.json'));

/** Why a request may be declined: data/decline-reason.json. */
export const declineReasons = reasonsShape.parse(read('decline-reason.json')).terms;
