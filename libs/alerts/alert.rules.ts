import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { projectPath } from '#config';

const text = z.string().trim().min(1);
const count = z.number().int().min(1);

/** How often letters come. */
export const cadenceCodes = ['weekly', 'fortnightly', 'four-weekly', 'off'] as const;

export type Cadence = (typeof cadenceCodes)[number];

const shape = z.strictObject({
  edition: text,
  source: text,
  validFrom: z.iso.date(),
  sourced: z.boolean(),
  savedSearchesPerPerson: count,
  firstMonday: z.iso.date(),
  cadences: z.array(
    z.strictObject({ code: z.enum(['weekly', 'fortnightly', 'four-weekly']), label: text, weeks: count }),
  ),
  usualCadence: z.enum(cadenceCodes),
  linesPerSearch: count,
  settlingMinutes: count,
  profileViewDays: count,
  gapsShownFrom: count,
  gapWeeks: count,
  gapsPerPersonAndDay: count,
  consent: z.strictObject({ version: z.string().regex(/^[\w.-]{1,40}$/), text }),
});

/** How many searches may be saved, how often letters come, how long views are kept: all in data/alert-rules.json. */
export const alertRules = shape.parse(
  JSON.parse(readFileSync(projectPath('libs/alerts/data/alert-rules.json'), 'utf8')),
);

const week = 7 * 86_400_000;
const origin = Date.parse(`${alertRules.firstMonday}T00:00:00Z`);

/** When the present period of a cadence started: a Monday at midnight UTC, the same for everybody, so that one letter says all. */
export const periodStart = (weeks: number, now: Date): Date =>
  new Date(origin + Math.floor((now.valueOf() - origin) / (weeks * week)) * weeks * week);

/** When the next period of a cadence starts; null where no letters come. */
export const nextPeriod = (cadence: Cadence, now: Date): Date | null => {
  const weeks = weeksOf(cadence);
  return weeks === null ? null : new Date(periodStart(weeks, now).valueOf() + weeks * week);
};

/** The weeks between two letters; null where none come. */
export const weeksOf = (cadence: Cadence): number | null =>
  alertRules.cadences.find(({ code }) => code === cadence)?.weeks ?? null;

/** For each cadence, when its present period started: what was told before is due. */
export const periodStarts = (now: Date): Record<string, string> =>
  Object.fromEntries(alertRules.cadences.map(({ code, weeks }) => [code, periodStart(weeks, now).toISOString()]));
