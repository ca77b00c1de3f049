import {
  CorpusStatistics,
  chooseLandmarks,
  decodeWorkVector,
  encodeProfile,
  encodeWorkVector,
  Landmarks,
  pack,
  unpack,
  type WorkVector,
} from '#text-analysis';
import { needsLandmarks } from './text.store.js';
import type { OwnerTexts } from './text.types.js';
import { workIds } from './work.ids.js';

/** A directory as a brief sees it that is not the one in the database. */
export interface DirectoryView {
  landmarks: Landmarks;
  /** Terms that the database knows and no work of this directory has. */
  unused: readonly number[];
}

/** The academics' texts by owner, as if some had not been written. */
export interface DirectoryWithout extends DirectoryView {
  texts: Map<string, OwnerTexts>;
}

interface Kept {
  id: string;
  vector: WorkVector;
}

/**
 * The directory of these academics as if some works had never been written: the counts are of the others alone, the
 * landmarks are chosen from the others, and every work is placed by those anew. Nothing is written. It takes as long as
 * placing all works does.
 *
 * @param leftOut for each owner which works
 */
export const directoryWithout = (
  academics: ReadonlyMap<string, OwnerTexts>,
  leftOut: ReadonlyMap<string, ReadonlySet<number>>,
): DirectoryWithout => {
  const statistics = new CorpusStatistics();
  const goneTerms = new Set<number>();
  const all: Kept[] = [];
  const byOwner = new Map<string, Kept[]>();
  for (const [owner, { headings, vectors }] of academics) {
    const ids = workIds('academics', owner, headings);
    const kept: Kept[] = [];
    unpack(vectors).forEach((packed, index) => {
      const vector = decodeWorkVector(packed);
      if (leftOut.get(owner)?.has(index)) {
        for (const term of vector.terms) goneTerms.add(term);
        return;
      }
      statistics.add(vector);
      kept.push({ id: ids[index] ?? '', vector });
    });
    byOwner.set(owner, kept);
    all.push(...kept);
  }
  const works = new Map(all.map((work) => [work.id, work]));
  const chosen = needsLandmarks(all.length, 0) ? chooseLandmarks(works.keys()) : [];
  const landmarks = new Landmarks(
    chosen.flatMap((id) => works.get(id) ?? []),
    statistics,
  );
  const texts = new Map<string, OwnerTexts>();
  for (const [owner, { headings, workTopics, meanings }] of academics) {
    const stays = (_: unknown, index: number) => !leftOut.get(owner)?.has(index);
    const kept = byOwner.get(owner) ?? [];
    const places = landmarks.size === 0 ? [] : kept.map(({ id, vector }) => landmarks.profile(vector, id));
    texts.set(owner, {
      headings: headings.filter(stays),
      vectors: pack(kept.map(({ vector }) => encodeWorkVector(vector))),
      profiles: pack(places.map(encodeProfile)),
      workTopics,
      meanings: meanings?.filter(stays) ?? null,
    });
  }
  return { landmarks, texts, unused: [...goneTerms].filter((term) => statistics.worksWith(term) === 0) };
};
