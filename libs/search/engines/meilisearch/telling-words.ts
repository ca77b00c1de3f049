import type { MultiSearchQuery } from 'meilisearch';
import type { Question } from '../question.js';
import { filterOf, ownCounts } from './queries.js';
import type { Server } from './server.js';

/** Meilisearch reads ten words of a query, so each word of a long text is a query of its own, at 2 to 8 ms each. */
const wordLimit = 24;
/** Documents asked for per word: of a word that many more hold, the rest would add little to any score. */
const documentsPerWord = 200;
const documentLimit = 1_000;
/** Words of a text up to which a typing error is forgiven. */
const forgivingLimit = 10;

/** The documents that hold any of the words, with a score: a rare word adds more, and so does one in a weightier field. */
export const scoreByTellingWords = async (
  server: Server,
  indexUid: string,
  question: Question,
  words: readonly string[],
  signal?: AbortSignal,
): Promise<Map<string, number>> => {
  const common = { indexUid, filter: filterOf(question, ownCounts(question)), attributesToRetrieve: ['id'] };
  const forgiving = words.length <= forgivingLimit;
  const [everything, ...found] = await server.search(
    [
      { ...common, limit: 0 },
      ...words.slice(0, wordLimit).map(
        (word): MultiSearchQuery => ({
          ...common,
          // A quoted word is taken as it is; one with a space behind it is whole, but may be mistyped.
          q: forgiving ? `${word} ` : `"${word}"`,
          limit: documentsPerWord,
          showRankingScore: true,
        }),
      ),
    ],
    signal,
  );
  const scores = new Map<string, number>();
  for (const { hits, estimatedTotalHits = 0 } of found) {
    const rarity = Math.log(1 + (everything?.estimatedTotalHits ?? 0) / Math.max(1, estimatedTotalHits));
    for (const { id, _rankingScore = 0 } of hits) {
      scores.set(id, (scores.get(id) ?? 0) + (rarity * (1 + _rankingScore)) / 2);
    }
  }
  return new Map([...scores].toSorted(([, a], [, b]) => b - a).slice(0, documentLimit));
};
