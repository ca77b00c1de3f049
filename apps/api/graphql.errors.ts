import type { ApolloServerPlugin } from '@apollo/server';
import { ApolloServerErrorCode } from '@apollo/server/errors';
import { Logger } from '@nestjs/common';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { DomainError } from '#graphql';
import { SearchTimedOut, SearchUnavailable } from '#search';
import type { ApiContext } from './graphql.context.js';

const log = new Logger('GraphQL');

/** Codes of Apollo's own that say what is wrong with a request, and nothing of ours. */
const tellable = new Set<string>([
  ...Object.values(ApolloServerErrorCode).filter((code) => code !== ApolloServerErrorCode.INTERNAL_SERVER_ERROR),
  'INTROSPECTION_DISABLED',
  'LIMIT_EXCEEDED',
]);

/** More errors than this in one answer tell nobody more. */
const mostErrors = 5;

/** PostgreSQL's refusals that the caller can do something about. */
const badValues: Record<string, string> = {
  '22P02': 'An id or a number is malformed.',
  '22021': 'A text holds characters that cannot be stored, such as a NUL.',
  '22P05': 'A text holds characters that cannot be stored, such as a NUL.',
  '22007': 'A date is malformed: write it as 2027-03-31.',
  '22008': 'A date is out of range.',
  '22003': 'A number is out of range.',
};

/** PostgreSQL's and Node's ways of saying that the database is down, full or too slow. */
const outages = new Set(['57014', '57P01', '57P02', '57P03', '53300', '53400', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE']);
/** What the pool says when it has no connection to give: it has no code for it. */
const outageMessage = /^(?:timeout exceeded when trying to connect|Connection terminated)/;

/** What was thrown, taken out of what GraphQL wrapped around it. */
const thrown = (error: unknown): unknown =>
  error instanceof GraphQLError && error.originalError && !(error.originalError instanceof GraphQLError)
    ? error.originalError
    : error;

const codeOf = (error: unknown): string => {
  const { code } = (error ?? {}) as { code?: unknown };
  return typeof code === 'string' ? code : '';
};

/** The field whose column the database would not leave empty, or whose own check the value did not pass. */
const fieldOf = (error: unknown, code: string): string | undefined => {
  const { column, constraint, table } = (error ?? {}) as { column?: string; constraint?: string; table?: string };
  const [, checked] = constraint?.startsWith(`${table}_`)
    ? (/^(\w+)_check$/.exec(constraint.slice(`${table}_`.length)) ?? [])
    : [];
  const name = { '23502': column, '23514': checked }[code];
  return name?.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
};

const domainErrorOf = (error: unknown): DomainError | undefined => {
  const original = thrown(error);
  if (original instanceof DomainError) return original;
  const code = codeOf(original);
  const bad = badValues[code];
  if (bad) return new DomainError('BAD_INPUT', bad);
  const field = fieldOf(original, code);
  if (!field) return undefined;
  const problem = code === '23502' ? 'must not be empty: leave it out to keep it as it is' : 'cannot have this value';
  return new DomainError('BAD_INPUT', `${field} ${problem}.`, { field });
};

const isOutage = (error: unknown): boolean => {
  const original = thrown(error);
  if (original instanceof SearchUnavailable || original instanceof SearchTimedOut) return true;
  return outages.has(codeOf(original)) || (original instanceof Error && outageMessage.test(original.message));
};

const isTellable = (error: unknown) => error instanceof GraphQLError && tellable.has(String(error.extensions.code));

/** What the caller reads of an error: a caller's mistake as it is, ours masked. */
export const maskError = (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
  const { path, locations } = formatted;
  const requestId = formatted.extensions?.requestId;
  const named = requestId === undefined ? {} : { requestId };
  const domainError = domainErrorOf(error);
  if (domainError) {
    const { code, message, details } = domainError;
    return { message, path, extensions: { code, ...details, ...named } };
  }
  const code = formatted.extensions?.code;
  if (typeof code === 'string' && tellable.has(code)) {
    return { message: formatted.message, path, locations, extensions: { code } };
  }
  if (isOutage(error)) {
    return {
      message: 'This cannot be answered at the moment. Try again soon.',
      path,
      extensions: { code: 'UNAVAILABLE', ...named },
    };
  }
  return {
    message: 'Something went wrong here. It was written down; quote the request id if you ask about it.',
    path,
    extensions: { code: 'INTERNAL_SERVER_ERROR', ...named },
  };
};

const record = (error: unknown, requestId = '-', operationName?: string | null) => {
  const original = thrown(error);
  if (original instanceof DomainError || isTellable(error)) return;
  const asked = `${requestId} ${operationName ?? 'anonymous'}`;
  const refusal = domainErrorOf(error);
  // A check of ours should have said it first: worth knowing, but without the values, which are the caller's.
  if (refusal) return log.warn(`${asked}: the database refused it with ${codeOf(original)}: ${refusal.message}`);
  const trace = original instanceof Error ? original.stack : String(original);
  log.error(`${asked}: ${trace}`);
};

/** An error that came before there was a context to answer with: logged and named like the others. */
export const beforeAnswering = (error: unknown, requestId: string): GraphQLError => {
  record(error, requestId);
  const extensions =
    error instanceof GraphQLError ? error.extensions : { http: { status: isOutage(error) ? 503 : 500 } };
  const originalError = error instanceof GraphQLError ? error.originalError : (error as Error);
  return new GraphQLError((error as Error).message, { originalError, extensions: { ...extensions, requestId } });
};

/** Logs what is our fault with its request id, and puts that id into the answer. */
export const answerErrors = (): ApolloServerPlugin<ApiContext> => ({
  async requestDidStart() {
    return {
      async didEncounterErrors({ errors, contextValue, operationName }) {
        for (const error of errors) record(error, contextValue?.requestId, operationName);
      },
      async willSendResponse({ response, contextValue }) {
        if (response.body.kind !== 'single') return;
        const { errors } = response.body.singleResult;
        if (!errors) return;
        response.body.singleResult.errors = errors.slice(0, mostErrors).map((error) => ({
          ...error,
          extensions: { ...error.extensions, requestId: contextValue?.requestId },
        }));
      },
    };
  },
});
