import type { Taxonomy } from '#taxonomy';
import { isStudy, readStudy } from './clinicaltrials.reader.js';
import { JsonSource } from './json.source.js';
import type { ReadRecord } from './records.js';
import { isRorRecord, readRorRecord } from './ror.reader.js';
import { sourceFiles } from './source.files.js';
import { SourceProblem } from './source.problem.js';

interface Source {
  /** how people call it */
  title: string;
  /** the name of the list, where a file is one object that holds it */
  list: string;
  recognises(value: unknown): boolean;
  read(value: unknown, taxonomy: Taxonomy, place: string): ReadRecord[];
}

const sources = {
  clinicaltrials: { title: 'ClinicalTrials.gov', list: 'studies', recognises: isStudy, read: readStudy },
  ror: { title: 'ROR', list: 'items', recognises: isRorRecord, read: readRorRecord },
} satisfies Record<string, Source>;

/** A register that can be imported from files. */
export type SourceName = keyof typeof sources;

export const sourceNames = Object.keys(sources) as SourceName[];

export const titleOf = (name: SourceName): string => sources[name].title;

/** Records of a register, read from files one at a time. */
export class SourceReading {
  /** How much there is to read. */
  readonly totalBytes: number;
  bytesRead = 0;
  /** How many entries of the register were met: studies, organisations. */
  entriesRead = 0;
  private readonly source: Source;

  private constructor(
    readonly name: SourceName,
    private readonly json: JsonSource,
    private readonly taxonomy: Taxonomy,
  ) {
    this.source = sources[name];
    this.totalBytes = json.bytes;
  }

  /** @throws {SourceProblem} where there is nothing to read at this path */
  static async open(name: SourceName, path: string, taxonomy: Taxonomy): Promise<SourceReading> {
    return new SourceReading(name, new JsonSource(await sourceFiles(path), sources[name].list), taxonomy);
  }

  /** What was wrong with files as a whole, known when all is read. */
  get problems(): readonly string[] {
    return this.json.problems;
  }

  /**
   * Everything the files hold, bad records too, each with its reason.
   *
   * @throws {SourceProblem} where the only file is no JSON, or is that of another register
   */
  async *records(): AsyncGenerator<ReadRecord> {
    for await (const entry of this.json.entries((value, file) => this.refuseOther(value, file))) {
      this.bytesRead = entry.bytes;
      this.entriesRead += 1;
      if (entry.problem !== undefined) {
        yield { kind: 'unreadable', sourceKey: entry.place, reason: entry.problem };
        continue;
      }
      yield* this.source.read(entry.value, this.taxonomy, entry.place);
    }
    this.bytesRead = this.totalBytes;
  }

  private refuseOther(value: unknown, file: string) {
    if (this.source.recognises(value)) return;
    const other = sourceNames.find((name) => sources[name].recognises(value));
    if (!other) return;
    throw new SourceProblem(
      `${file} holds records of ${titleOf(other)}, not of ${this.source.title}. ` +
        `Import them with: npm run import -- ${other} <file or folder>`,
    );
  }
}
