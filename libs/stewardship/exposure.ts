/** What exposure is counted by: the columns of a profile, and the vocabulary of each. */
export const groupings = { profession: 'profession', careerStage: 'career-stage', nation: 'nation' } as const;

export type Grouping = keyof typeof groupings;

/** Somebody of the directory, as far as exposure is counted. */
export type Shown = Record<Grouping, string | null> & { id: string };

/** One group: how many of its people there are, and how many places in the lists they have. */
export interface GroupCount {
  grouping: Grouping;
  /** Null for those who do not say. */
  code: string | null;
  people: number;
  places: number;
}

/** What one measurement found: counts only, from which every share is worked out. */
export interface Exposure {
  lists: number;
  people: number;
  places: number;
  neverShown: number;
  /** The places of the hundredth of people who are shown most. */
  placesOfMostShown: number;
  groups: GroupCount[];
}

/** Counts who is shown, and how often, in the first places of lists; each list is the ids that it shows. */
export const exposureOf = (people: readonly Shown[], lists: readonly (readonly string[])[]): Exposure => {
  const known = new Set(people.map(({ id }) => id));
  const shown = new Map<string, number>();
  for (const id of lists.flat()) if (known.has(id)) shown.set(id, (shown.get(id) ?? 0) + 1);
  const counts = people.map(({ id }) => shown.get(id) ?? 0).sort((a, b) => b - a);
  const sum = (numbers: readonly number[]) => numbers.reduce((total, count) => total + count, 0);
  const groups = (Object.keys(groupings) as Grouping[]).flatMap((grouping) => {
    const byCode = new Map<string | null, GroupCount>();
    for (const person of people) {
      const code = person[grouping];
      const group = byCode.get(code) ?? { grouping, code, people: 0, places: 0 };
      group.people += 1;
      group.places += shown.get(person.id) ?? 0;
      byCode.set(code, group);
    }
    return [...byCode.values()].sort((a, b) => b.people - a.people || (a.code ?? '').localeCompare(b.code ?? ''));
  });
  return {
    lists: lists.length,
    people: people.length,
    places: sum(counts),
    neverShown: counts.filter((count) => count === 0).length,
    placesOfMostShown: sum(counts.slice(0, Math.max(1, Math.round(people.length / 100)))),
    groups,
  };
};
