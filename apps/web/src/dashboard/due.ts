import type { LinkProps } from '@tanstack/react-router';
import { readAddress } from '../shell/address';
import { dayOf } from '../theme/words';

/** An address of our own as the router takes it: a string with a question mark in it would be a path. */
export const linkOf = (address: string): Pick<LinkProps, 'to' | 'params' | 'search' | 'hash'> => {
  const { pathname, search, hash } = new URL(address, 'http://benchside.invalid');
  return { to: pathname, search: readAddress(search), hash: hash.slice(1) || undefined } as never;
};

const dayLength = 86_400_000;

/** "Due in 3 days, 4 December 2026", and whether that is soon: within a week. */
export const dueWords = (due: string, now = Date.now()): { text: string; soon: boolean } => {
  const days = Math.floor(Date.parse(due) / dayLength) - Math.floor(now / dayLength);
  if (days < 0) return { text: `Was due on ${dayOf(due)}`, soon: true };
  if (days < 2) return { text: days === 0 ? 'Due today' : 'Due tomorrow', soon: true };
  return { text: days < 22 ? `Due in ${days} days, ${dayOf(due)}` : `Due on ${dayOf(due)}`, soon: days < 8 };
};
