import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { APIError } from 'better-auth/api';
import { projectPath } from '#config';
import type { PasswordWork } from './settings.js';

export const passwordLength = { shortest: 12, longest: 128 } as const;

/**
 * scrypt with N = 2^15, r = 8, p = 3 is one of the settings that OWASP's password storage cheat sheet gives as equal to
 * argon2id at 19 MiB. It is part of Node itself: no native package to install, patch or lack on some platform.
 */
const defaultWork: PasswordWork = { logN: 15, p: 3 };
const blockSize = 8;
const keyLength = 32;

/** One hash takes 32 MiB and a tenth of a second: two at a time leave the machine usable, and a queue has an end. */
const atOnce = 2;
const longestQueue = 60;

/** Too many passwords are being checked at this moment; the caller may try again. */
const busy = () =>
  new APIError(
    'SERVICE_UNAVAILABLE',
    { code: 'BUSY', message: 'Too many people are signing in at this moment. Try again shortly.' },
    { 'Retry-After': '2' },
  );

/** Lets a bounded number of tasks run at once and a bounded number wait. */
const turnstile = (running: number, waitingAtMost: number) => {
  let active = 0;
  const waiting: (() => void)[] = [];
  return async <Result>(task: () => Promise<Result>): Promise<Result> => {
    if (active >= running) {
      if (waiting.length >= waitingAtMost) throw busy();
      // The one who leaves hands its place on, so `active` stays as it is.
      await new Promise<void>((enter) => waiting.push(enter));
    } else {
      active += 1;
    }
    try {
      return await task();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else active -= 1;
    }
  };
};

const derive = (password: string, salt: Buffer, { logN, p }: PasswordWork): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const N = 2 ** logN;
    const options = { N, r: blockSize, p, maxmem: 2 * 128 * N * blockSize };
    scrypt(password.normalize('NFKC'), salt, keyLength, options, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });

const format = /^\$scrypt\$ln=(\d{1,2}),r=8,p=(\d{1,2})\$([A-Za-z0-9_-]{22})\$([A-Za-z0-9_-]{43})$/;

/** Hashes passwords and compares them, a few at a time. Each hash says its own cost, so that the cost can be raised. */
export const createPasswords = (work: PasswordWork = defaultWork) => {
  const inTurn = turnstile(atOnce, longestQueue);
  return {
    hash: (password: string) =>
      inTurn(async () => {
        const salt = randomBytes(16);
        const key = await derive(password, salt, work);
        return `$scrypt$ln=${work.logN},r=${blockSize},p=${work.p}$${salt.toString('base64url')}$${key.toString('base64url')}`;
      }),
    verify: ({ hash, password }: { hash: string; password: string }) =>
      inTurn(async () => {
        const [, logN, p, salt = '', key = ''] = format.exec(hash) ?? [];
        if (!logN || !p) return false;
        const found = await derive(password, Buffer.from(salt, 'base64url'), { logN: Number(logN), p: Number(p) });
        return timingSafeEqual(found, Buffer.from(key, 'base64url'));
      }),
  };
};

let common: Set<string> | undefined;
const commonPasswords = () => {
  common ??= new Set(readFileSync(projectPath('libs/accounts/data/common-passwords.txt'), 'utf8').trim().split('\n'));
  return common;
};

/** Letters and digits alone, lower case: what is left when decoration is taken off. */
const bare = (text: string) =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** The parts of a person's name and address that a guess would start with. */
const ownWords = ({ name, email }: { name: string; email: string }) => {
  const [mailbox = '', domain = ''] = email.split('@');
  const words = [...name.split(/\s+/), ...mailbox.split(/[._+-]/), domain.split('.')[0] ?? '', mailbox, name];
  return words.map(bare).filter((word) => word.length >= 4);
};

/**
 * What is wrong with a password for this person, or undefined. No rules on kinds of characters: length, and not being
 * among the first guesses, is what counts (ASVS 5, 6.2).
 */
export const passwordProblem = (password: string, person: { name: string; email: string }): string | undefined => {
  const { shortest, longest } = passwordLength;
  if (password.length < shortest)
    return `Use at least ${shortest} characters; three or four words make a good password.`;
  if (password.length > longest) return `Use at most ${longest} characters.`;
  const plain = bare(password);
  if (new Set(plain.length > 0 ? plain : password).size < 5)
    return 'Use more different characters: this is easy to guess.';
  if (commonPasswords().has(password.toLowerCase()) || commonPasswords().has(plain)) {
    return 'Choose another: this is one of the passwords that are tried first.';
  }
  const rest = ownWords(person).reduce((left, word) => left.replaceAll(word, ''), plain);
  if (rest.length < 8 && rest.length < plain.length) {
    return 'Choose another: this is little more than your own name or e-mail address.';
  }
  return undefined;
};
