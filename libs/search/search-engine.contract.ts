import { afterAll, beforeAll, describe, jest } from '@jest/globals';
import { describeBadInput } from './contract/bad-input.contract.js';
import { describeFacets } from './contract/facets.contract.js';
import { describeFilters } from './contract/filters.contract.js';
import { describeHighlights } from './contract/highlights.contract.js';
import type { EngineUnderTest } from './contract/library.js';
import { describePhrasesAndMatching } from './contract/phrases.contract.js';
import { describeRanking } from './contract/ranking.contract.js';
import { describeRebuilding } from './contract/rebuilding.contract.js';
import { describeTypos } from './contract/typos.contract.js';
import { describeWords } from './contract/words.contract.js';
import { describeWriting } from './contract/writing.contract.js';

/** Everything that the platform relies on in a search engine; where engines differ, the weaker promise is the contract. */
export const describeSearchEngine = (name: string, makeEngine: () => Promise<EngineUnderTest>): void => {
  // An engine of its own process on a busy machine: each write of a case is a task that it takes its time for.
  jest.setTimeout(120_000);
  describe(name, () => {
    let tested: EngineUnderTest | undefined;
    const engine = () => {
      if (!tested) throw new Error(`${name} did not start`);
      return tested.engine;
    };

    beforeAll(async () => {
      tested = await makeEngine();
    }, 60_000);
    afterAll(() => tested?.stop());

    for (const part of [
      describeWords,
      describeTypos,
      describePhrasesAndMatching,
      describeRanking,
      describeFilters,
      describeFacets,
      describeHighlights,
      describeWriting,
      describeRebuilding,
      describeBadInput,
    ]) {
      part(engine);
    }
  });
};
