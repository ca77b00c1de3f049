import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { projectPath } from '#config';

const text = z.string().trim().min(1);
const count = z.number().int().min(1);

/** How long people have to answer, and how much is asked of them: all in data/introduction-rules.json. */
export const introductionRules = z
  .strictObject({
    edition: text,
    source: text,
    validFrom: z.iso.date(),
    sourced: z.boolean(),
    middleDays: count,
    targetDays: count,
    openPerAsker: count,
    asksPerDay: count,
    openPerMiddle: count,
    quietDays: count,
  })
  .parse(JSON.parse(readFileSync(projectPath('libs/introductions/data/introduction-rules.json'), 'utf8')));
