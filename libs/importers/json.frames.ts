/** Where one JSON value of a file starts and ends, found without reading the value. */
export interface Frame {
  /** undefined where the value is longer than the limit */
  bytes: Buffer | undefined;
  /** counted from 1: the line in NDJSON, else the value */
  number: number;
  /** whether the file ends inside the value */
  cutOff: boolean;
}

const newline = 0x0a;
const quote = 0x22;
const backslash = 0x5c;
const comma = 0x2c;
const opening = new Set([0x5b, 0x7b]);
const closing = new Set([0x5d, 0x7d]);
const space = new Set([0x20, 0x09, 0x0a, 0x0d]);

/** Collects the bytes of one value, and lets go of them once they are more than the limit. */
class Collected {
  private parts: Buffer[] = [];
  private length = 0;

  constructor(private readonly limit: number) {}

  add(part: Buffer) {
    this.length += part.length;
    if (this.length > this.limit) this.parts = [];
    else if (part.length > 0) this.parts.push(part);
  }

  take(): Buffer | undefined {
    const bytes = this.length > this.limit ? undefined : Buffer.concat(this.parts);
    this.parts = [];
    this.length = 0;
    return bytes;
  }

  get empty() {
    return this.length === 0;
  }
}

/** The lines of a file, empty ones left out. A line longer than the limit is passed over, not held. */
export async function* lines(chunks: AsyncIterable<Buffer>, limit: number): AsyncGenerator<Frame> {
  const collected = new Collected(limit);
  let number = 1;
  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(newline); end >= 0; end = chunk.indexOf(newline, start)) {
      collected.add(chunk.subarray(start, end));
      const bytes = collected.take();
      if (bytes === undefined || bytes.some((byte) => !space.has(byte))) yield { bytes, number, cutOff: false };
      number += 1;
      start = end + 1;
    }
    collected.add(chunk.subarray(start));
  }
  if (collected.empty) return;
  const bytes = collected.take();
  if (bytes === undefined || bytes.some((byte) => !space.has(byte))) yield { bytes, number, cutOff: true };
}

/**
 * The values of a JSON file that is not one value a line: the elements of an array, those of the list called `list` in
 * an object, or objects one after the other. Only brackets and strings are looked at, so that a value that is broken
 * inside takes no other with it.
 */
export async function* values(chunks: AsyncIterable<Buffer>, limit: number, list: string): AsyncGenerator<Frame> {
  const collected = new Collected(limit);
  let number = 0;
  /** At which depth the values stand: 0 for objects one after the other, 1 in an array, 2 in a list of an object. */
  let floor = 0;
  let depth = 0;
  let inString = false;
  let escaped = false;
  let inScalar = false;
  let word: number[] = [];
  let begun = false;

  for await (const chunk of chunks) {
    let start = 0;
    for (let at = 0; at < chunk.length; at += 1) {
      const byte = chunk[at] ?? 0;
      if (inString) {
        if (escaped) escaped = false;
        else if (byte === backslash) escaped = true;
        else if (byte === quote) inString = false;
        else if (floor === 0 && depth === 1 && word.length < 64) word.push(byte);
        continue;
      }
      if (byte === quote) {
        inString = true;
        word = [];
        if (depth === floor && !inScalar) {
          inScalar = true;
          start = at;
        }
      } else if (opening.has(byte)) {
        if (!begun && byte === 0x5b) floor = 1;
        else if (floor === 0 && depth === 1 && byte === 0x5b && Buffer.from(word).toString() === list) {
          floor = 2;
          collected.take();
        } else if (depth === floor) start = at;
        depth += 1;
      } else if (closing.has(byte)) {
        if (depth === floor && inScalar) {
          collected.add(chunk.subarray(start, at));
          number += 1;
          inScalar = false;
          yield { bytes: collected.take(), number, cutOff: false };
        }
        depth -= 1;
        if (depth === floor && !inScalar) {
          collected.add(chunk.subarray(start, at + 1));
          number += 1;
          yield { bytes: collected.take(), number, cutOff: false };
        }
        // What stands behind the list in its object is of no interest.
        if (depth < floor) floor = -1;
      } else if (depth === floor && inScalar && (byte === comma || space.has(byte))) {
        collected.add(chunk.subarray(start, at));
        number += 1;
        inScalar = false;
        yield { bytes: collected.take(), number, cutOff: false };
      } else if (depth === floor && !inScalar && byte !== comma && !space.has(byte)) {
        inScalar = true;
        start = at;
      }
      begun ||= !space.has(byte);
      if (floor < 0) return;
    }
    if (depth > floor || inScalar) collected.add(chunk.subarray(start));
  }
  if (depth > 0 || inScalar) yield { bytes: collected.take(), number: number + 1, cutOff: true };
}
