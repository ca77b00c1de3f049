import { createHash } from 'node:crypto';
import { type CalendarEvent, writeCalendar } from '#files';
import { inWords } from '../planner/dates.js';
import type { PlanFacts, TrainingAdvice } from '../planner/plan.objects.js';
import { GeneratedFile } from './generated.file.js';

/** The same plan has the same name, so that a calendar replaces what it has. */
const seedOf = ({ profession, startsOn, endsOn, purpose }: PlanFacts) =>
  createHash('sha256')
    .update(JSON.stringify([profession, startsOn, endsOn, purpose]))
    .digest('hex')
    .slice(0, 20);

/**
 * The steps of a plan as whole days for a calendar. Their names stay the same when the plan is saved again: they are made
 * from the plan's id, or of an unsaved plan from what it is about, and from the step and its number.
 */
export const calendarEvents = (facts: PlanFacts, advice: TrainingAdvice, planId: string | null): CalendarEvent[] => {
  const seed = planId ?? seedOf(facts);
  const counts = new Map<string, number>();
  return advice.timeline.map(({ code, label, on, text, lastDay, rule }) => {
    const number = (counts.get(code) ?? 0) + 1;
    counts.set(code, number);
    const description = [
      text,
      lastDay && `Not later than ${inWords(lastDay)}.`,
      rule && `Source: ${rule.source}${rule.sourced ? '' : ' (not checked)'}.`,
      advice.note,
    ];
    return {
      id: `${seed}-${code}-${number}@benchside`,
      title: `${label} (${advice.route === 'employer' ? 'time away' : 'out of programme'})`,
      start: on,
      description: description.filter(Boolean).join('\n'),
    };
  });
};

/** The plan as a calendar file. */
export const planCalendar = async (
  facts: PlanFacts,
  advice: TrainingAdvice,
  planId: string | null = null,
): Promise<GeneratedFile> => {
  const file = await writeCalendar('Time away from training', calendarEvents(facts, advice, planId));
  return { name: `plan-${facts.startsOn}.ics`, type: 'text/calendar; charset=utf-8', base64: file.toString('base64') };
};
