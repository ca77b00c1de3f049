const days = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'long', year: 'numeric' });
const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const zone = new Intl.DateTimeFormat('en-GB', { timeZoneName: 'short' });

/** "Tue, 1 December 2026", where the reader is. */
export const dayAt = (moment: string): string => days.format(Date.parse(moment));

/** "09:30". */
export const clockAt = (moment: string): string => clock.format(Date.parse(moment));

/** Which clock that is: "GMT", "BST". */
const zoneAt = (moment: string): string =>
  zone.formatToParts(Date.parse(moment)).find(({ type }) => type === 'timeZoneName')?.value ?? '';

/** "Tue, 1 December 2026, 09:30 GMT". */
export const momentOf = (moment: string): string => `${dayAt(moment)}, ${clockAt(moment)} ${zoneAt(moment)}`;

/** From when to when: the day is said once where it is one, and the clock is named. */
export const spanOf = (startsAt: string, endsAt: string): string =>
  dayAt(startsAt) === dayAt(endsAt)
    ? `${dayAt(startsAt)}, ${clockAt(startsAt)} to ${clockAt(endsAt)} ${zoneAt(startsAt)}`
    : `${dayAt(startsAt)} to ${dayAt(endsAt)}`;

/** What a field of the kind datetime-local says, as a moment; empty where it says none. */
export const momentFrom = (local: string): string => {
  const time = local === '' ? Number.NaN : new Date(local).getTime();
  return Number.isNaN(time) ? '' : new Date(time).toISOString();
};
