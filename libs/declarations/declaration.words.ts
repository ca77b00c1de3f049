const days = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
const money = new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'GBP' });

/** "1 December 2026", from YYYY-MM-DD. */
export const dayInWords = (day: string): string => days.format(new Date(`${day}T00:00:00Z`));

/** "£1,250.00", from pence. */
export const pounds = (pence: number): string => money.format(pence / 100);

/** "1250.00", for a table that is read by a program. */
export const plainPounds = (pence: number): string =>
  `${Math.floor(pence / 100)}.${String(pence % 100).padStart(2, '0')}`;
