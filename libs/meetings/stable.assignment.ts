/** Somebody who could meet others: at which times, and how much they would like to meet each (higher is better). */
export interface Candidate {
  id: string;
  times: readonly number[];
  /** By the other's id; somebody who is not in it is not wanted at all. Equal numbers are liked equally. */
  likes: ReadonlyMap<string, number>;
}

/** Two people and the time at which they meet. */
export interface AssignedMeeting {
  left: string;
  right: string;
  time: number;
}

/**
 * Gives people of two sides meetings with each other, each person at most one at a time and each pair at most one in all,
 * such that nobody prefers each other over their slots: there are no two who do not meet, could both come at some time,
 * and would each rather have the other then than what they have. One time after the other, deferred acceptance (Gale and
 * Shapley 1962) among those who can come and have not met yet; where somebody likes two equally, the order of ids
 * decides, so that the same people always get the same meetings.
 */
export const assignMeetings = (left: readonly Candidate[], right: readonly Candidate[]): AssignedMeeting[] => {
  const times = [...new Set([...left, ...right].flatMap((one) => one.times))].sort((a, b) => a - b);
  const met = new Set<string>();
  const meetings: AssignedMeeting[] = [];
  for (const time of times) {
    for (const [leftId, rightId] of matchAt(time, left, right, met)) {
      met.add(pairKey(leftId, rightId));
      meetings.push({ left: leftId, right: rightId, time });
    }
  }
  return meetings;
};

const pairKey = (left: string, right: string) => `${left} ${right}`;

/** Best liked first; equal ones by id. */
const inOrder = (likes: ReadonlyMap<string, number>) => (a: string, b: string) =>
  (likes.get(b) ?? 0) - (likes.get(a) ?? 0) || (a < b ? -1 : a > b ? 1 : 0);

/** Who meets whom at one time: those of the left propose, those of the right keep the best proposal so far. */
const matchAt = (
  time: number,
  left: readonly Candidate[],
  right: readonly Candidate[],
  met: ReadonlySet<string>,
): [left: string, right: string][] => {
  const there = (side: readonly Candidate[]) =>
    new Map(side.filter(({ times }) => times.includes(time)).map((one) => [one.id, one]));
  const proposers = there(left);
  const receivers = there(right);
  const lists = new Map(
    [...proposers.values()].map(({ id, likes }) => [
      id,
      [...likes.keys()]
        .filter((other) => receivers.get(other)?.likes.has(id) && !met.has(pairKey(id, other)))
        .sort(inOrder(likes)),
    ]),
  );
  const keeps = new Map<string, string>();
  const free = [...proposers.keys()].sort();
  for (let proposer = free.pop(); proposer !== undefined; proposer = free.pop()) {
    const next = lists.get(proposer)?.shift();
    if (next === undefined) continue;
    const kept = keeps.get(next);
    const likes = receivers.get(next)?.likes ?? new Map<string, number>();
    if (kept === undefined || inOrder(likes)(proposer, kept) < 0) {
      keeps.set(next, proposer);
      if (kept !== undefined) free.push(kept);
    } else free.push(proposer);
  }
  return [...keeps].map(([receiver, proposer]): [string, string] => [proposer, receiver]);
};
