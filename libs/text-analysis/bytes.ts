/** Numbers as bytes: 7 bits each, the lowest first, so that small ones take one byte. */
export class ByteWriter {
  private readonly bytes: number[] = [];

  number(value: number): void {
    let rest = value;
    while (rest >= 0x80) {
      this.bytes.push((rest & 0x7f) | 0x80);
      rest = Math.floor(rest / 0x80);
    }
    this.bytes.push(rest);
  }

  byte(value: number): void {
    this.bytes.push(value & 0xff);
  }

  buffer(): Buffer {
    return Buffer.from(this.bytes);
  }
}

/** What was written is not what is read: another version, or cut short. */
export class UnreadableBytes extends Error {}

/** Reads from bytes that others own: all of them, or from `start` to before `end`. */
export class ByteReader {
  private at = 0;
  private end = 0;

  constructor(private bytes: Uint8Array) {
    this.end = bytes.length;
  }

  /** Goes on with other bytes: one reader serves thousands of short values. */
  move(bytes: Uint8Array, start: number, end: number): void {
    this.bytes = bytes;
    this.at = start;
    this.end = Math.min(end, bytes.length);
  }

  number(): number {
    const first = this.byte();
    if (first < 0x80) return first;
    // Nearly all numbers have one, two or three bytes: put together as whole numbers, they take no memory.
    const second = this.byte();
    if (second < 0x80) return (first & 0x7f) | (second << 7);
    const third = this.byte();
    const low = (first & 0x7f) | ((second & 0x7f) << 7) | ((third & 0x7f) << 14);
    return third < 0x80 ? low : this.rest(low);
  }

  byte(): number {
    if (this.at >= this.end) throw new UnreadableBytes(`ends after ${this.at} bytes`);
    const byte = this.bytes[this.at] as number;
    this.at += 1;
    return byte;
  }

  private rest(low: number): number {
    let value = low;
    for (let factor = 0x80 ** 3; factor < 2 ** 42; factor *= 0x80) {
      const byte = this.byte();
      value += (byte & 0x7f) * factor;
      if (byte < 0x80) return value;
    }
    throw new UnreadableBytes('a number without end');
  }
}
