import { BadRecord } from './field.checks.js';

/** Constraints that a well-formed record can still run into, and what they mean. */
const meanings: Record<string, string> = {
  academic_orcid_key: 'its ORCID iD belongs to another profile',
  organisation_ror_id_key: 'its ROR identifier belongs to another organisation',
};

/** Classes of PostgreSQL's error codes that speak of the data: wrong cardinality, data exception, constraint, limit. */
const ofTheData = /^(21|22|23|54)/;

/** Why a record was refused; undefined where the record is not what is wrong. */
export const reasonOf = (error: unknown): string | undefined => {
  if (error instanceof BadRecord) return error.message;
  const { code, constraint, message } = error as { code?: string; constraint?: string; message?: string };
  if (!code || !ofTheData.test(code)) return undefined;
  return meanings[constraint ?? ''] ?? `the database refused it: ${(message ?? code).split('\n')[0]?.slice(0, 200)}`;
};
