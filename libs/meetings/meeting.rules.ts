import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { projectPath } from '#config';

const text = z.string().trim().min(1);
const attribution = { edition: text, source: text, validFrom: z.iso.date(), sourced: z.boolean() };
const count = z.number().int().min(1);

const rulesShape = z.strictObject({
  ...attribution,
  openDays: count,
  remindHours: count,
  slotMinutes: z.strictObject({ least: count, most: count }),
  openSlotsPerMentor: count,
  openQuestionsPerPerson: count,
  questionsPerPersonPerDay: count,
  slotsOfferedDaysAhead: count,
});

const termsShape = z.strictObject({
  ...attribution,
  scheme: text,
  licence: text,
  terms: z.array(z.strictObject({ code: z.string().regex(/^[a-z]+(-[a-z]+)*$/), label: text })).min(1),
});

/** A choice that this room offers: its code, and how it reads. */
export interface Choice {
  code: string;
  label: string;
}

const read = (file: string): unknown => JSON.parse(readFileSync(projectPath('libs/meetings/data', file), 'utf8'));

/** How long questions stay open, how long slots are, and how many there may be: data/meeting-rules.json. */
export const meetingRules = rulesShape.parse(read('meeting-rules.json'));

/** On what grounds somebody mentors: data/mentor-ground.json. */
export const mentorGrounds: readonly Choice[] = termsShape.parse(read('mentor-ground.json')).terms;

/** What kinds of events there are: data/event-kind.json. */
export const eventKinds: readonly Choice[] = termsShape.parse(read('event-kind.json')).terms;

/** The choices behind codes, in the order of the list. */
export const chosen = (choices: readonly Choice[], codes: readonly string[]): Choice[] =>
  choices.filter(({ code }) => codes.includes(code));
