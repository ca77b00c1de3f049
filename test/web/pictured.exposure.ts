import type { Benchside } from '../support/benchside.js';

/** How much more of the first places a group has than even shares, and what each week adds to it. */
const leanings: Record<string, [now: number, aWeek: number]> = {
  nurse: [1.45, 0.12],
  pharmacist: [0.7, -0.05],
  professor: [1.25, 0.03],
  doctoral: [0.8, 0.02],
  scotland: [0.9, -0.02],
};

const [lists, places] = [40, 400];

/** Four weekly measurements of who is shown: made up, because measuring takes minutes. */
export const measureForPictures = async ({ database }: Benchside): Promise<void> => {
  const groups = await database.rows<{ grouping: string; code: string | null; people: number; share: number }>(
    `SELECT grouping, code, count(*)::int AS people, count(*) / sum(count(*)) OVER (PARTITION BY grouping)::float AS share
     FROM academic, LATERAL (VALUES ('profession', profession), ('careerStage', career_stage), ('nation', nation)) g (grouping, code)
     GROUP BY grouping, code`,
  );
  const all = await database.row<{ people: number }>('SELECT count(*)::int AS people FROM academic');
  const people = all?.people ?? 0;
  for (const weeks of [3, 2, 1, 0]) {
    const counted = groups.map(({ share, ...group }) => {
      const [now, aWeek] = leanings[group.code ?? ''] ?? [1, 0];
      return { ...group, places: Math.round(places * share * (now - aWeek * weeks)) };
    });
    const neverShown = Math.round(people * (0.62 + 0.02 * weeks));
    const result = { lists, people, places, neverShown, placesOfMostShown: 40 + weeks, groups: counted };
    await database.affected(
      `INSERT INTO exposure_measurement (state, weights_edition, result, created_at, ended_at)
       VALUES ('done', '2026.1', $1, now() - make_interval(weeks => $2), now())`,
      [JSON.stringify(result), weeks],
    );
  }
};
