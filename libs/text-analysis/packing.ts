/** Several values as one: how many, how long each is, then the values. */
export const pack = (values: readonly Uint8Array[]): Buffer => {
  const head = Buffer.alloc(4 + 4 * values.length);
  head.writeUInt32LE(values.length, 0);
  values.forEach((value, index) => {
    head.writeUInt32LE(value.length, 4 + 4 * index);
  });
  return Buffer.concat([head, ...values]);
};

/** How many values were packed. */
export const packedCount = (packed: Buffer): number => (packed.length === 0 ? 0 : packed.readUInt32LE(0));

/** Calls back for each packed value with where it lies; `end` is excluded. */
export const eachPacked = (packed: Buffer, found: (index: number, start: number, end: number) => void): void => {
  const count = packedCount(packed);
  for (let index = 0, start = 4 + 4 * count; index < count; index += 1) {
    const end = start + packed.readUInt32LE(4 + 4 * index);
    found(index, start, end);
    start = end;
  }
};

/** The values that were packed, as views of the one. */
export const unpack = (packed: Buffer): Buffer[] => {
  const values: Buffer[] = [];
  eachPacked(packed, (_, start, end) => values.push(packed.subarray(start, end)));
  return values;
};
