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

const unknown = page(
  'This link cannot be read',
  '<p>It may have been cut off in the letter. You can switch letters off under <a href="/me/searches">Saved searches</a>, once you have signed in.</p>',
);
const done = page(
  'You get no more of these letters',
  '<p>Your saved searches are kept. If you change your mind, switch letters on again under <a href="/me/searches">Saved searches</a>.</p>',
);
const question = page(
  'No more letters?',
  `<p>This ends the letters about your saved searches and about who looked at your profile. Letters about requests still come.</p>
<form method="post"><button type="submit">Send me no more of these letters</button></form>`,
);

/**
 * Ends digests without a sign-in (RFC 8058): opening the link asks, posting to it ends them. Mail programs and scanners
 * open links by themselves, so opening alone changes nothing; what is posted does not matter.
 */
export const mountUnsubscribe = (fastify: FastifyInstance, unsubscribing: Unsubscribing): void => {
  const answer = (reply: FastifyReply, status: number, html: string) =>
    reply.code(status).headers(headers).type('text/html; charset=utf-8').send(html);
  fastify.register(
    async (scope) => {
      scope.removeAllContentTypeParsers();
      scope.addContentTypeParser('*', { parseAs: 'string', bodyLimit: longestBody }, (_request, _body, read) =>
        read(null, undefined),
      );
      scope.get<{ Params: { token: string } }>('/:token', (request, reply) =>
        unsubscribing.knows(request.params.token) ? answer(reply, 200, question) : answer(reply, 404, unknown),
      );
      scope.post<{ Params: { token: string } }>('/:token', { bodyLimit: longestBody }, async (request, reply) =>
        (await unsubscribing.end(request.params.token)) ? answer(reply, 200, done) : answer(reply, 404, unknown),
      );
    },
    { prefix: '/unsubscribe' },
  );
};
