import { expect } from '@jest/globals';

/** One answer, looked at from outside. */
export interface Reply {
  status: number;
  headers: Headers;
  text: string;
  errors: { message: string; path?: (string | number)[]; extensions: Record<string, unknown> }[];
  codes: string[];
  data: unknown;
}

const json = { 'content-type': 'application/json' };

const read = (text: string): { data?: unknown; errors?: Reply['errors'] } => {
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === 'object' && body !== null ? body : {};
  } catch {
    return {};
  }
};

/** Sends exactly this, and reads whatever comes back. */
export const send = async (url: string, request: RequestInit): Promise<Reply> => {
  const response = await fetch(url, { redirect: 'manual', ...request });
  const text = await response.text();
  const { data, errors = [] } = read(text);
  const codes = errors.map(({ extensions }) => String(extensions?.code));
  return { status: response.status, headers: response.headers, text, errors, codes, data };
};

/** Posts a body as it stands to GraphQL. */
export const postBody = (url: string, body: string | Uint8Array, headers: Record<string, string> = json) =>
  send(`${url}/graphql`, { method: 'POST', headers, body: body as string });

/** Posts an operation to GraphQL. */
export const post = (url: string, query: string, variables: object = {}, headers: Record<string, string> = {}) =>
  postBody(url, JSON.stringify({ query, variables }), { ...json, ...headers });

/** What no answer may hold: traces, paths, and the words of drivers, of PostgreSQL and of JavaScript. */
const inside =
  /node_modules|\bat [\w.<>]+ \(|\.(?:ts|js|mjs):\d+|syntax error at or near|invalid input syntax|invalid byte sequence|violates |relation "|column "|QueryFailed|TypeORM|TypeError|RangeError|ReferenceError|is not a function|Cannot read prop/;

/** A refusal as it has to be: of the caller's making, coded, and silent about what is inside. */
export const expectRefusal = (reply: Reply, code?: string) => {
  expect({ status: reply.status, text: reply.text }).toEqual({ status: expect.any(Number), text: expect.any(String) });
  expect(reply.status).toBeLessThan(500);
  expect(reply.errors.length).toBeGreaterThan(0);
  expectSilence(reply);
  if (code) expect(reply.codes).toEqual([code]);
};

/** Nothing of ours is told, and nothing went wrong that was ours. */
export const expectSilence = (reply: Reply) => {
  expect(reply.codes).not.toContain('INTERNAL_SERVER_ERROR');
  expect(reply.codes).not.toContain('undefined');
  expect(reply.errors.map(({ message }) => message).filter((message) => inside.test(message))).toEqual([]);
  expect(reply.text).not.toMatch(/"stacktrace"|"exception"/);
};

/** What of an answer should never be: a fault, a trace, words of ours; nothing where all is well. */
export const sayProblem = ({ status, codes, errors, text }: Reply): string | undefined => {
  const coded = codes.every(
    (code) => code !== 'INTERNAL_SERVER_ERROR' && code !== 'UNAVAILABLE' && code !== 'undefined',
  );
  if (status < 500 && coded && !errors.some(({ message }) => inside.test(message))) return undefined;
  return `${status} ${text.slice(0, 300)}`;
};
