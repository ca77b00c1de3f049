import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { type Frame, lines, values } from './json.frames.js';
import type { SourceFile } from './source.files.js';
import { SourceProblem } from './source.problem.js';

/** One value of a file, or why it could not be read. */
export type JsonEntry = { place: string; bytes: number } & (
  | { value: unknown; problem?: undefined }
  | { problem: string }
);

/** A record longer than this is no record: real ones have a few hundred thousand bytes at most. */
export const longestRecord = 10 * 1024 * 1024;

const looksFor = 64 * 1024;

/** The first bytes of a file. */
const startOf = async (path: string): Promise<Buffer> => {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(looksFor), 0, looksFor, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
};

const signatures: [bytes: string, what: string][] = [
  ['504b0304', 'a ZIP archive: unpack it first'],
  ['1f8b', 'compressed with gzip: unpack it first'],
  ['25504446', 'a PDF'],
  ['fffe', 'written in UTF-16: save it as UTF-8'],
  ['feff', 'written in UTF-16: save it as UTF-8'],
];

const byteOrderMark = '\ufeff';

/** Refuses what is no JSON by its first bytes, and says what it seems to be. */
const refuseOther = (start: Buffer, path: string) => {
  const hex = start.subarray(0, 8).toString('hex');
  const signature = signatures.find(([bytes]) => hex.startsWith(bytes));
  if (signature) throw new SourceProblem(`${path} is ${signature[1]}.`);
  const text = start.toString('utf8').replace(byteOrderMark, '').trimStart();
  if (text.length === 0) throw new SourceProblem(`${path} is empty.`);
  if (/^[[{]/.test(text)) return;
  if (start.includes(0)) throw new SourceProblem(`${path} is a binary file, not JSON.`);
  if (text.startsWith('<')) throw new SourceProblem(`${path} is XML or HTML, not JSON.`);
  const [line = ''] = text.split('\n');
  const table = /^[^,\t]+([,\t][^,\t]*)+$/.test(line) ? ': it looks like a table (CSV)' : '';
  throw new SourceProblem(`${path} is not JSON${table}. It starts with "${line.trim().slice(0, 60)}".`);
};

const parsed = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
};

/** Whether each line is a value of its own: by the file's name, or because its first line is one. */
const isLines = (start: Buffer, path: string, list: string) => {
  const text = start.toString('utf8').replace(byteOrderMark, '').trimStart();
  if (text.startsWith('[')) return false;
  if (['.ndjson', '.jsonl'].includes(extname(path).toLowerCase())) return true;
  const [line = ''] = text.split('\n', 1);
  const value = parsed(line);
  if (typeof value !== 'object' || value === null) return false;
  return !Array.isArray((value as Record<string, unknown>)[list]);
};

const strict = new TextDecoder('utf-8', { fatal: true });

const parse = ({ bytes, cutOff }: Frame): { value: unknown } | { problem: string } => {
  if (bytes === undefined) return { problem: `is longer than ${longestRecord / 1024 / 1024} MB` };
  let text: string;
  try {
    text = strict.decode(bytes);
  } catch {
    return { problem: cutOff ? 'the file is cut off inside this record' : 'is not written in UTF-8' };
  }
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    if (cutOff) return { problem: 'the file is cut off inside this record' };
    return { problem: `is not valid JSON: ${(error as Error).message.slice(0, 120)}` };
  }
};

/** The JSON values of some files, one after the other, whichever of the usual ways they are written in. */
export class JsonSource {
  /** What was wrong with files as a whole; the others were read. */
  readonly problems: string[] = [];

  /** @param list the name of the list of records, where a file is one object that holds such a list */
  constructor(
    private readonly files: readonly SourceFile[],
    private readonly list: string,
  ) {}

  get bytes(): number {
    return this.files.reduce((sum, file) => sum + file.bytes, 0);
  }

  /**
   * Reads on until the end of the last file, holding one record at a time. A file among several that is no JSON becomes
   * one of the problems.
   *
   * @param expect looks at the first value of each file, and throws a {@link SourceProblem} on a file of something else
   * @throws {SourceProblem} where the only file is no JSON, or is not what is expected
   */
  async *entries(expect: (value: unknown, file: string) => void = () => undefined): AsyncGenerator<JsonEntry> {
    let before = 0;
    for (const file of this.files) {
      try {
        yield* this.entriesOf(file, before, expect);
      } catch (error) {
        if (!(error instanceof SourceProblem) || this.files.length === 1) throw error;
        this.problems.push(error.message);
      }
      before += file.bytes;
    }
  }

  private async *entriesOf(
    { path }: SourceFile,
    before: number,
    expect: (value: unknown, file: string) => void,
  ): AsyncGenerator<JsonEntry> {
    const start = await startOf(path);
    refuseOther(start, path);
    const stream = createReadStream(path, { highWaterMark: 256 * 1024 });
    const chunks = withoutMark(stream);
    const byLine = isLines(start, path, this.list);
    const frames = byLine ? lines(chunks, longestRecord) : values(chunks, longestRecord, this.list);
    let first = true;
    for await (const frame of frames) {
      const place = `${basename(path)}, ${byLine ? 'line' : 'record'} ${frame.number}`;
      const read = parse(frame);
      if (frame.cutOff && 'problem' in read) this.problems.push(`${path} is cut off: it ends inside a record.`);
      if (first && 'value' in read) {
        expect(read.value, path);
        first = false;
      }
      yield { place, bytes: before + stream.bytesRead, ...read };
    }
  }
}

async function* withoutMark(stream: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let first = true;
  for await (const chunk of stream) {
    yield first && chunk.subarray(0, 3).toString('hex') === 'efbbbf' ? chunk.subarray(3) : chunk;
    first = false;
  }
}
