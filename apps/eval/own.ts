import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { projectPath } from '#config';
import { generateDirectory } from '#demonstration';
import { type Numbers, ndcgAt10, ranked } from '#text-analysis';
import { gradedOnly } from './graded.js';
import { type Evaluation, meanFigure } from './report.js';
import type { EvaluationWorld } from './world.js';

const ownCollection = z.object({
  /** Whom the judgements are of, by the keys of the demonstration directory: a generated person may become another one. */
  profiles: z.record(z.string(), z.string()),
  briefs: z.array(
    z.object({
      id: z.string(),
      from: z.string(),
      text: z.string(),
      grades: z.record(z.string(), z.number().int().min(0).max(3)),
    }),
  ),
});
export type OwnCollection = z.output<typeof ownCollection>;

/** Briefs as companies, trainees and offices write them, with profiles of the demonstration directory judged by hand. */
export const readOwnCollection = (): OwnCollection =>
  ownCollection.parse(JSON.parse(readFileSync(projectPath('apps/eval/data/briefs.json'), 'utf8')));

/** The order of the judged profiles for each brief, in the whole demonstration directory. */
export const evaluateOwn = async (world: EvaluationWorld): Promise<Evaluation> => {
  const { briefs, profiles } = readOwnCollection();
  const records = [...generateDirectory()].filter(({ kind }) => kind !== 'opportunity');
  const changed = records.flatMap((record) =>
    record.kind === 'academic' && (profiles[record.sourceKey] ?? record.specialty) !== record.specialty
      ? [record.sourceKey]
      : [],
  );
  world.say(`The demonstration directory, ${records.length} records`);
  const directory = await world.load(records);
  const scores: Record<string, Numbers> = {};
  for (const { id, text } of briefs) scores[id] = Object.fromEntries(await directory.fits(text));
  const values = briefs.map(({ id, grades }) => {
    const still = Object.fromEntries(Object.entries(grades).filter(([key]) => !changed.includes(key)));
    return ndcgAt10(still, ranked(gradedOnly(scores[id] ?? {}, still)));
  });
  return {
    collection: 'own',
    questions: briefs.length,
    judgements: briefs.reduce((sum, { grades }) => sum + Object.keys(grades).length, 0),
    changedProfiles: changed,
    metrics: { ndcgAt10: meanFigure(values) },
    scores,
  };
};
