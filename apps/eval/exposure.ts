import type { Match } from '#search';
import { type Figure, figure } from './report.js';

/** What exposure is counted by. */
export const groupings = ['profession', 'careerStage', 'nation'] as const;
export type Grouping = (typeof groupings)[number];

/** Somebody of the directory, as far as exposure is counted. */
export type Shown = Record<Grouping, string | null> & { id: string };

/** Those who were shown for one brief, best first. */
export type TopList = readonly string[];

export interface GroupExposure {
  group: string;
  /** The share of all profiles, and of all places in the lists. */
  directory: number;
  places: Figure;
  /** Places over profiles: 1 is as many places as profiles; above it the group is shown more than it is there. */
  ratio: Figure;
}

const share = (part: number, whole: number) => (whole === 0 ? 0 : part / whole);
const rounded = (value: number) => Math.round(value * 10_000) / 10_000;

/** The groups of one kind: their share of the directory against their share of the places; intervals over the briefs. */
const byGroup = (people: readonly Shown[], lists: readonly TopList[], grouping: Grouping): GroupExposure[] => {
  const groupOf = new Map(people.map((person) => [person.id, person[grouping] ?? 'not stated']));
  const sizes = new Map<string, number>();
  for (const group of groupOf.values()) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  return [...sizes]
    .map(([group, size]) => {
      const directory = share(size, people.length);
      const counted = lists.map((list) => ({
        here: list.filter((id) => groupOf.get(id) === group).length,
        all: list.length,
      }));
      const places = (drawn: readonly (typeof counted)[number][]) =>
        share(
          drawn.reduce((sum, { here }) => sum + here, 0),
          drawn.reduce((sum, { all }) => sum + all, 0),
        );
      return {
        group,
        directory: rounded(directory),
        places: figure(counted, places),
        ratio: figure(counted, (drawn) => places(drawn) / directory),
      };
    })
    .sort((a, b) => b.directory - a.directory || a.group.localeCompare(b.group));
};

/** Who is shown, and how often, in the first places of the lists. */
export const exposureOf = (people: readonly Shown[], lists: readonly TopList[]) => {
  const shown = new Map<string, number>();
  for (const id of lists.flat()) shown.set(id, (shown.get(id) ?? 0) + 1);
  const counts = people.map(({ id }) => shown.get(id) ?? 0).sort((a, b) => b - a);
  const all = counts.reduce((sum, count) => sum + count, 0);
  const hundredth = Math.max(1, Math.round(people.length / 100));
  return {
    briefs: lists.length,
    profiles: people.length,
    places: all,
    neverShown: rounded(share(counts.filter((count) => count === 0).length, people.length)),
    /** The share of all places that the hundredth most shown have. */
    placesOfMostShown: rounded(
      share(
        counts.slice(0, hundredth).reduce((sum, count) => sum + count, 0),
        all,
      ),
    ),
    mostShown: counts[0] ?? 0,
    groups: Object.fromEntries(groupings.map((grouping) => [grouping, byGroup(people, lists, grouping)])) as Record<
      Grouping,
      GroupExposure[]
    >,
  };
};

/** Whom a list shows. */
export const topOf = (matches: readonly Pick<Match, 'academic'>[]): TopList =>
  matches.flatMap(({ academic }) => (academic ? [academic.id] : []));
