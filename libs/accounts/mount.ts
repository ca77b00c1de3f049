import { Logger } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Auth, addressHeader, authPath } from './auth.js';
import { traceOf } from './auth.log.js';
import { type AuthRoute, authRoutes, saidAnswer } from './auth.routes.js';
import { confirmPage } from './confirm.page.js';
import type { AccountsSettings } from './settings.js';

const logger = new Logger('Accounts');
const longestBody = 16 * 1024;
const defaultBeat = 500;

const noStore = { 'cache-control': 'no-store', pragma: 'no-cache', 'referrer-policy': 'no-referrer' };
const broken = { code: 'UNAVAILABLE', message: 'This did not work. Try again in a moment.' };
const refusals: Record<number, string> = {
  413: 'The body is too large.',
  415: 'Send the body as application/json.',
};
const nothingHere = { code: 'NOT_FOUND', message: 'There is nothing at this address.' };

/** The headers that better-auth needs to know; the caller's address is ours to say. */
const forwarded = ['cookie', 'origin', 'referer', 'user-agent', 'sec-fetch-site', 'sec-fetch-mode', 'sec-fetch-dest'];

const requestFor = (route: AuthRoute, request: FastifyRequest, baseUrl: string) => {
  const url = new URL(`${baseUrl}${authPath}${route.path}`);
  url.search = new URL(request.url, baseUrl).search;
  const headers = new Headers({ [addressHeader]: request.ip });
  for (const name of forwarded) {
    const value = request.headers[name];
    if (typeof value === 'string') headers.set(name, value);
  }
  if (route.method === 'GET') return new Request(url, { headers });
  headers.set('content-type', 'application/json');
  return new Request(url, { method: 'POST', headers, body: JSON.stringify(request.body ?? {}) });
};

const codeOf = (text: string): string | undefined => {
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === 'object' && body !== null && 'code' in body && typeof body.code === 'string'
      ? body.code
      : undefined;
  } catch {
    return undefined;
  }
};

const isPlainObject = (body: unknown) => typeof body === 'object' && body !== null && !Array.isArray(body);

/**
 * Serves sign-in and its neighbours under `/auth`: the listed paths and nothing else, JSON bodies only (so that no form
 * of another site can post), answers that are never stored, and none that tells whether an address is known.
 */
export const mountAuth = (fastify: FastifyInstance, auth: Auth, settings: AccountsSettings): void => {
  const beat = settings.answerBeat ?? defaultBeat;

  const answer = async (route: AuthRoute, request: FastifyRequest, reply: FastifyReply) => {
    const started = performance.now();
    if (route.method === 'POST' && request.body !== undefined && !isPlainObject(request.body)) {
      return reply.code(400).headers(noStore).send({ code: 'BAD_INPUT', message: 'Send one JSON object.' });
    }
    const response = await auth.handler(requestFor(route, request, settings.baseUrl));
    const text = response.status === 500 ? JSON.stringify(broken) : await response.text();
    const said = saidAnswer(route.path, response.status, codeOf(text));
    if (route.quiet && (said !== undefined || route.path !== '/sign-in/email')) {
      const late = performance.now() - started;
      await new Promise((resolve) => setTimeout(resolve, Math.ceil(late / beat) * beat - late));
    }
    reply.code(said?.status ?? response.status).headers(noStore);
    for (const [name, value] of response.headers) {
      if (name === 'x-retry-after') reply.header('retry-after', value);
      else if (['location', 'retry-after'].includes(name)) reply.header(name, value);
    }
    if (route.path === '/callback/orcid' && response.status >= 400) {
      // A person's browser came here by itself: it goes on to a page, which says what went wrong.
      const page = new URL('/account', settings.baseUrl);
      page.searchParams.set('error', codeOf(text) ?? 'orcid_failed');
      return reply.redirect(page.href);
    }
    if (said) return reply.type('application/json').send(JSON.stringify(said.body));
    for (const cookie of response.headers.getSetCookie()) reply.header('set-cookie', cookie);
    reply.type(response.headers.get('content-type') ?? 'application/json');
    return reply.send(text);
  };

  fastify.register(
    async (scope) => {
      scope.removeAllContentTypeParsers();
      scope.addContentTypeParser(
        'application/json',
        { parseAs: 'string' },
        scope.getDefaultJsonParser('error', 'error'),
      );
      scope.setErrorHandler((error: Error & { statusCode?: number }, _request, reply) => {
        const status = error.statusCode ?? 500;
        reply.code(status).headers(noStore);
        if (status >= 500) {
          logger.error(traceOf(error));
          return reply.send(broken);
        }
        return reply.send({ code: 'BAD_INPUT', message: refusals[status] ?? 'This request cannot be read.' });
      });
      for (const route of authRoutes(settings)) {
        scope.route({
          method: route.method,
          url: route.path,
          bodyLimit: longestBody,
          exposeHeadRoute: false,
          handler: (request, reply) => answer(route, request, reply),
        });
      }
      scope.get<{ Querystring: { token?: unknown; callbackURL?: unknown } }>(
        '/confirm-email',
        async (request, reply) => {
          const { token, callbackURL } = request.query;
          const parts = { token: String(token ?? ''), callbackURL: String(callbackURL ?? '/') };
          return reply.headers(noStore).type('text/html; charset=utf-8').send(confirmPage(parts));
        },
      );
      scope.all('/*', async (_request, reply) => reply.code(404).headers(noStore).send(nothingHere));
    },
    { prefix: authPath },
  );
};
