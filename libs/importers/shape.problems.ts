import type { z } from 'zod';

/** The first thing that is wrong with a record's shape: which field, and what it should be. */
export const describeProblem = (error: z.ZodError): string => {
  const [issue] = error.issues;
  if (!issue) return 'does not have the shape of a record';
  const field = issue.path.join('.');
  const missing = /received (undefined|null)/.test(issue.message);
  return missing ? `${field} is missing` : `${field}: ${issue.message.replace(/^Invalid input: /, '')}`;
};
