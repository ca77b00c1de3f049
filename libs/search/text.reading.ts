import { Inject, Injectable, Logger } from '@nestjs/common';
import type { JobHandler } from '#jobs';
import { EncoderProblem, TextMeanings } from '#texts';
import { DocumentSource } from './document.source.js';
import { NearCandidates } from './near/near.candidates.js';

/** The token of the timed work of reading, for the worker. */
export const READING_JOBS = Symbol('ReadingJobs');

/** Has the encoder read what it has not read yet, if one is set. It is done in the worker, a few profiles at a time. */
@Injectable()
export class TextReading {
  private readonly log = new Logger('Encoder');

  constructor(
    @Inject(TextMeanings) private readonly meanings: TextMeanings,
    @Inject(DocumentSource) private readonly source: DocumentSource,
    @Inject(NearCandidates) private readonly near: NearCandidates,
  ) {}

  /** Every minute, where an encoder is set; otherwise there is nothing to do. */
  handlers(): JobHandler[] {
    if (!this.meanings.wanted) return [];
    return [
      { name: 'read-texts', cron: '* * * * *', run: async () => void (await this.catchUp()) },
      // What was withdrawn, or lost with the index.
      { name: 'settle-meanings', cron: '*/20 * * * *', run: async () => void (await this.near.settle()) },
    ];
  }

  /**
   * Reads all that is unread. Where the encoder fails it ends, and the next run takes up there: matches go on by words.
   * @returns how many profiles and briefs were read
   */
  async catchUp(): Promise<number> {
    const read = await this.read();
    if (read > 0) await this.near.settle();
    return read;
  }

  private async read(): Promise<number> {
    const tried = new Set<string>();
    for (let read = 0; ; ) {
      const unread = await this.meanings.unread();
      if (!unread) return read;
      const rows = await this.source.documents(unread.kind, unread.ids);
      const owners = rows.map(({ document: { id, version }, texts }) => ({ id, version, texts }));
      // What has changed since, or is not in the directory any more, comes again when its words have been taken in.
      const key = unread.ids.join();
      if (owners.length === 0 || tried.has(key)) return read;
      tried.add(key);
      try {
        await this.meanings.put(unread.kind, owners);
      } catch (error) {
        if (!(error instanceof EncoderProblem)) throw error;
        this.log.warn(`${error.message} Matches go on by words alone for what is unread.`);
        return read;
      }
      read += owners.length;
    }
  }
}
