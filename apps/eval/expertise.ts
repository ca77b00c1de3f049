import { easyAccuracy, expertiseLoss, hardAccuracy, type Numbers, tallyRatings } from '#text-analysis';
import type { ExpertiseCollection } from './collection.js';
import { type Evaluation, figure } from './report.js';
import { briefOf, type EvaluationWorld } from './world.js';

/** Briefs asked together: each waits for the database several times. */
const atOnce = 8;

/** How well people themselves could judge each item, against how well it fits their works; over all versions of these. */
export const evaluateExpertise = async (
  world: EvaluationWorld,
  { kind, texts, versions, ratings }: ExpertiseCollection,
): Promise<Evaluation> => {
  const scores: Record<string, Numbers>[] = [];
  for (const [index, { people, items }] of versions.entries()) {
    world.say(`Version ${index + 1} of ${versions.length}`);
    const works = Object.entries(people).map(([id, own]) => ({ id, works: own.flatMap((at) => texts[at] ?? []) }));
    const directory = await world.takeIn(works);
    const version: Record<string, Record<string, number>> = {};
    const asked = Object.entries(items);
    for (let start = 0; start < asked.length; start += atOnce) {
      const part = asked.slice(start, start + atOnce);
      const found = await Promise.all(part.map(([, at]) => directory.fits(briefOf(texts[at]))));
      part.forEach(([item], index) => {
        for (const [person, fit] of found[index] ?? []) {
          version[person] = Object.assign(version[person] ?? {}, { [item]: fit });
        }
      });
    }
    scores.push(version);
  }
  const tallies = tallyRatings(ratings, scores);
  return {
    collection: kind,
    people: tallies.length,
    versions: versions.length,
    metrics: {
      loss: figure(tallies, expertiseLoss),
      easyAccuracy: figure(tallies, easyAccuracy),
      hardAccuracy: figure(tallies, hardAccuracy),
    },
    scores,
  };
};
