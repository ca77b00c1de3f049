const day = 86_400_000;

/** The most times that one event offers. */
export const mostTimes = 200;

/**
 * When meetings at an event can start: one after the other within its hours, each day anew where it takes several days.
 * The hours of a day are from the clock time at which it starts to the one at which it ends.
 */
export const eventTimes = ({
  startsAt,
  endsAt,
  slotMinutes,
}: {
  startsAt: Date;
  endsAt: Date;
  slotMinutes: number;
}): Date[] => {
  const length = slotMinutes * 60_000;
  const whole = endsAt.getTime() - startsAt.getTime();
  const hours = whole <= day ? whole : whole % day || day;
  const times: Date[] = [];
  for (let start = startsAt.getTime(); start < endsAt.getTime(); start += day) {
    const end = Math.min(start + hours, endsAt.getTime());
    for (let time = start; time + length <= end && times.length < mostTimes; time += length) times.push(new Date(time));
  }
  return times;
};
