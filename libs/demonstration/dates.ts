const day = 86_400_000;

const parsed = (date: string): Date => {
  const at = new Date(`${date}T00:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || Number.isNaN(at.getTime())) throw new RangeError(`"${date}" is not a date`);
  return at;
};

const iso = (date: Date): string => date.toISOString().slice(0, 10);

export const yearOf = (date: string): number => parsed(date).getUTCFullYear();

export const addDays = (date: string, days: number): string => iso(new Date(parsed(date).getTime() + days * day));

/** The first of the month that many months later. */
export const firstOfMonth = (date: string, months: number): string => {
  const from = parsed(date);
  return iso(new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months, 1)));
};

/** The first Wednesday of the next August or February, when doctors in training change posts, at least so many months later. */
export const nextRotation = (date: string, months: number): string => {
  const from = parsed(firstOfMonth(date, months));
  while (from.getUTCMonth() !== 7 && from.getUTCMonth() !== 1) from.setUTCMonth(from.getUTCMonth() + 1);
  from.setUTCDate(1 + ((3 - from.getUTCDay() + 7) % 7));
  return iso(from);
};

const months = 'January February March April May June July August September October November December'.split(' ');

/** "August 2027". */
export const monthAndYear = (date: string): string => `${months[parsed(date).getUTCMonth()]} ${yearOf(date)}`;
