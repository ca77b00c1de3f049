const days = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
const months = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** "1 December 2026", from a day or a moment. */
export const dayOf = (day: string): string => {
  const time = Date.parse(day.length === 10 ? `${day}T00:00:00Z` : day);
  return Number.isNaN(time) ? day : days.format(time);
};

/** "December 2026". */
export const monthOf = (day: string): string => {
  const time = Date.parse(day.length === 10 ? `${day}T00:00:00Z` : day);
  return Number.isNaN(time) ? day : months.format(time);
};

const wholeDays = (day: string, today: Date) =>
  Math.round(
    (Date.parse(`${day}T00:00:00Z`) - Date.parse(`${today.toISOString().slice(0, 10)}T00:00:00Z`)) / 86_400_000,
  );

/** "Closes in 9 days, 1 December 2026". */
export const closing = (deadline: string, today = new Date()): string => {
  const left = wholeDays(deadline, today);
  if (left < 0) return `Closed on ${dayOf(deadline)}`;
  if (left === 0) return 'Closes today';
  if (left === 1) return 'Closes tomorrow';
  return left <= 60 ? `Closes in ${left} days, ${dayOf(deadline)}` : `Closes on ${dayOf(deadline)}`;
};

/** "Two days a week", from a share of full time. */
export const shareOfTime = (fte: number): string => {
  if (fte >= 0.95) return 'Full time';
  const week = Math.round(fte * 10) / 2;
  if (week < 0.75) return 'Half a day a week';
  if (week === 1) return 'One day a week';
  return `${['', '', 'Two', 'Three', 'Four', 'Five'][week] ?? week} days a week`;
};

/** "Available now, two days a week". */
export const availabilityOf = (
  { from, fte }: { from: string | null; fte: number | null },
  today = new Date(),
): string | null => {
  if (!from && !fte) return null;
  const when = !from ? 'Available' : wholeDays(from, today) <= 0 ? 'Available now' : `Available from ${dayOf(from)}`;
  return fte ? `${when}, ${shareOfTime(fte).toLowerCase()}` : when;
};

/** "Leeds, Yorkshire and The Humber"; London is said once. */
export const placeOf = (place: {
  city: string | null;
  region?: { label: string } | null;
  nation?: { label: string } | null;
}): string => [...new Set([place.city, place.region?.label ?? place.nation?.label])].filter(Boolean).join(', ');

/** "a, b and c". */
export const listed = (words: readonly string[]): string =>
  words.length > 1 ? `${words.slice(0, -1).join(', ')} and ${words.at(-1)}` : (words[0] ?? '');

/** "6 months", "1 year". */
export const lengthOf = (count: number): string => {
  if (count % 12 === 0) return count === 12 ? '1 year' : `${count / 12} years`;
  return count === 1 ? '1 month' : `${count} months`;
};

const countries = new Intl.DisplayNames('en-GB', { type: 'region' });

/** A country by its code: "Netherlands"; what is no code stays as it is. */
export const countryName = (code: string): string => (/^[A-Z]{2}$/.test(code) ? (countries.of(code) ?? code) : code);
