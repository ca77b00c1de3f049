import { Inject, Injectable, Logger } from '@nestjs/common';
import { TextMeanings } from '#texts';
import { type SearchKind, searchKinds } from '../search-engine.js';
import { NearIndex } from './near.index.js';

/** How many are looked for by meaning, beside those that the words find. */
export const mostNear = 50;
/** Owners whose vectors are in memory at once. */
const batch = 50;

/** Whoever means the same in other words, and shares no word and no topic. */
@Injectable()
export class NearCandidates {
  private readonly log = new Logger('Encoder');

  constructor(
    @Inject(NearIndex) private readonly index: NearIndex,
    @Inject(TextMeanings) private readonly meanings: TextMeanings,
  ) {}

  /** What they are looked for in; null where they are not. */
  get foundIn(): NearIndex['name'] {
    return this.index.name;
  }

  /** Those nearest to what somebody's texts mean; nobody where these are unread, or the index is away. */
  async of(asking: SearchKind, id: string, sought: SearchKind): Promise<string[]> {
    if (this.index.name === null) return [];
    try {
      const meaning = await this.meanings.whole(asking, id);
      return meaning ? await this.index.nearest(sought, meaning, mostNear) : [];
    } catch (error) {
      this.log.warn(`Nobody is found by meaning: ${(error as Error).message}`);
      return [];
    }
  }

  /** Makes the index hold what was read, and nothing else. @returns how many were put right */
  async settle(): Promise<number> {
    if (this.index.name === null) return 0;
    let settled = 0;
    for (const kind of searchKinds) {
      const [held, wanted] = [await this.index.versions(kind), await this.meanings.versions(kind)];
      const gone = [...held.keys()].filter((id) => !wanted.has(id));
      await this.index.remove(kind, gone);
      const wrong = [...wanted].filter(([id, version]) => held.get(id) !== version).map(([id]) => id);
      for (let start = 0; start < wrong.length; start += batch) {
        await this.index.put(kind, await this.meanings.of(kind, wrong.slice(start, start + batch)));
      }
      settled += gone.length + wrong.length;
    }
    return settled;
  }
}
