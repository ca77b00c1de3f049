import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { projectPath } from '#config';

const text = z.string().trim().min(1);
const count = z.number().int().min(1);

const shape = z.strictObject({
  edition: text,
  source: text,
  validFrom: z.iso.date(),
  sourced: z.boolean(),
  /** Between asking for an erasure and its being done. */
  graceDays: count,
  /** Until an erasure that something stood in the way of is tried again. */
  postponeDays: count,
  /** How new a sign-in is that counts instead of a password. */
  freshMinutes: count,
  retention: z.strictObject({
    invitationDays: count,
    claimAddressDays: count,
    approvalLinkDays: count,
    removedDocumentDays: count,
  }),
});

/** How long an erasure waits, and how long addresses and removed files are kept: all in data/rights-rules.json. */
export const rightsRules = shape.parse(
  JSON.parse(readFileSync(projectPath('libs/rights/data/rights-rules.json'), 'utf8')),
);
