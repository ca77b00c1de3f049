import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { projectPath } from '#config';

const count = z.number().int().min(1);
const text = z.string().trim().min(1);

const shape = z.strictObject({
  edition: text,
  source: text,
  validFrom: z.iso.date(),
  sourced: z.boolean(),
  linkDays: count,
  codeMinutes: count,
  codesPerLink: count,
  wrongCodes: count,
  asksPerPersonPerDay: count,
  asksPerAddressPerDay: count,
});

/** How long links and codes hold, how often a code may be wrong, and how many letters go out in a day: all in data/sign-off-limits.json. */
export const signOffLimits = shape.parse(
  JSON.parse(readFileSync(projectPath('libs/sign-offs/data/sign-off-limits.json'), 'utf8')),
);
