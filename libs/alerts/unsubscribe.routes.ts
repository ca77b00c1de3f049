import type { FastifyInstance, FastifyReply } from 'fastify';
import { escapeHtml } from '#mail';
import type { Unsubscribing } from './unsubscribing.js';

const longestBody = 4 * 1024;
const headers = { 'cache-control': 'no-store', 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex' };

const page = (title: string, body: string) => `<!doctype html>
<html lang="en-GB">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><meta name="color-scheme" content="light dark"><title>${escapeHtml(title)} – Benchside</title>
<style>body{font:1.05rem/1.55 system-ui,sans-serif;margin:0;padding:2rem 1.25rem}main{max-width:36rem;margin:0 auto}
button{font:inherit;padding:.7rem 1.1rem;min-height:2.75rem;cursor:pointer}</style></head>
<body><main><h1>${escapeHtml(title)}</h1>
${body}
</main></body></html>
`;

/** What a letter's link leads to, as titles and bodies: the question, what is said once it was done, and to a token that is not ours. */
export interface LinkPages {
  question: readonly [title: string, body: string];
  done: readonly [title: string, body: string];
  unknown: readonly [title: string, body: string];
}

/**
 * The page of a letter's link, which needs no sign-in: opening it asks, posting to it does. Mail programs and scanners open
 * links by themselves, so opening alone changes nothing; what is posted does not matter.
 */
export const mountLetterLink = (
  fastify: FastifyInstance,
  prefix: string,
  pages: LinkPages,
  link: { knows(token: string): boolean | Promise<boolean>; follow(token: string): Promise<boolean> },
): void => {
  const answer = (reply: FastifyReply, status: number, [title, body]: readonly [string, string]) =>
    reply.code(status).headers(headers).type('text/html; charset=utf-8').send(page(title, body));
  fastify.register(
    async (scope) => {
      scope.removeAllContentTypeParsers();
      scope.addContentTypeParser('*', { parseAs: 'string', bodyLimit: longestBody }, (_request, _body, read) =>
        read(null, undefined),
      );
      scope.get<{ Params: { token: string } }>('/:token', async (request, reply) =>
        (await link.knows(request.params.token))
          ? answer(reply, 200, pages.question)
          : answer(reply, 404, pages.unknown),
      );
      scope.post<{ Params: { token: string } }>('/:token', { bodyLimit: longestBody }, async (request, reply) =>
        (await link.follow(request.params.token)) ? answer(reply, 200, pages.done) : answer(reply, 404, pages.unknown),
      );
    },
    { prefix },
  );
};

/** Ends digests without a sign-in (RFC 8058). */
export const mountUnsubscribe = (fastify: FastifyInstance, unsubscribing: Unsubscribing): void =>
  mountLetterLink(
    fastify,
    '/unsubscribe',
    {
      question: [
        'No more letters?',
        `<p>This ends the letters about your saved searches and about who looked at your profile. Letters about requests still come.</p>
<form method="post"><button type="submit">Send me no more of these letters</button></form>`,
      ],
      done: [
        'You get no more of these letters',
        '<p>Your saved searches are kept. If you change your mind, switch letters on again under <a href="/me/searches">Saved searches</a>.</p>',
      ],
      unknown: [
        'This link cannot be read',
        '<p>It may have been cut off in the letter. You can switch letters off under <a href="/me/searches">Saved searches</a>, once you have signed in.</p>',
      ],
    },
    { knows: (token) => unsubscribing.knows(token), follow: (token) => unsubscribing.end(token) },
  );
