import type { FastifyInstance } from 'fastify';
import { mountLetterLink } from '#alerts';
import type { ErasureService } from './erasure.service.js';

/** Takes an erasure back by the link of its letter, without a sign-in. */
export const mountKeepAccount = (fastify: FastifyInstance, erasures: ErasureService): void =>
  mountLetterLink(
    fastify,
    '/keep-my-account',
    {
      question: [
        'Keep your account?',
        `<p>You asked for your account to be erased. If you keep it, nothing is erased.</p>
<form method="post"><button type="submit">Keep my account</button></form>`,
      ],
      done: ['Your account is kept', '<p>Nothing was erased. You can <a href="/sign-in">sign in</a> as before.</p>'],
      unknown: [
        'There is nothing to keep here',
        '<p>The account was kept already, or was erased, or the link was cut off in the letter. What is held about you is under <a href="/me/data">My data</a>.</p>',
      ],
    },
    { knows: (token) => erasures.knows(token), follow: (token) => erasures.keep(token) },
  );
