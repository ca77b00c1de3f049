const days = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
const money = new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'GBP' });

/** Today in UTC, as YYYY-MM-DD. */
export const today = (): string => new Date().toISOString().slice(0, 10);

/** "1 December 2026", from YYYY-MM-DD or a moment. */
export const dayInWords = (day: string | Date): string => days.format(new Date(day));

/** "£1,250.00", from pence: money is kept and told in pence, in fields that are named so. */
export const pounds = (pence: number): string => money.format(pence / 100);

/** "1250.00", for a table that is read by a program. */
export const plainPounds = (pence: number): string => (pence / 100).toFixed(2);
