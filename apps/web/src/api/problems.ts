/** What went wrong with a request, as a page can say it. */
export class Problem extends Error {
  constructor(
    /** A code of the API, or OFFLINE, TIMEOUT, OUTDATED, BROKEN for what is wrong on the way. */
    readonly code: string,
    message: string,
    readonly details: Record<string, unknown> = {},
    /** Names this request in the server's log. */
    readonly requestId: string | null = null,
  ) {
    super(message);
    this.name = 'Problem';
  }
}

/** Anything that was thrown, as a problem that can be shown. */
export const problemOf = (error: unknown): Problem => {
  if (error instanceof Problem) return error;
  const message = error instanceof Error ? error.message : String(error);
  // A page of an older build asks for files that a newer build has replaced.
  if (/dynamically imported module|Importing a module script failed|Failed to fetch dynamically/i.test(message)) {
    return new Problem('OUTDATED', 'This page is from an older version of Benchside. Load it again to go on.');
  }
  return new Problem('BROKEN', 'Something on this page does not work. Try again; if it stays, tell us.', { message });
};

/** Whether asking again could help: a refusal stays a refusal. */
export const mayPass = (problem: Problem) =>
  ['OFFLINE', 'TIMEOUT', 'INTERNAL_SERVER_ERROR', 'BROKEN', 'TOO_MANY', 'UNAVAILABLE'].includes(problem.code);
