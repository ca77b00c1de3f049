/** Several values as one: how many, how long each is, then the values. */
export const pack = (values: readonly Uint8Array[]): Buffer => {
  const head = Buffer.alloc(4 + 4 * values.length);
  head.writeUInt32LE(values.length, 0);
  values.forEach((value, index) => {
    head.writeUInt32LE(value.length, 4 + 4 * index);
  });
  return Buffer.concat([head, ...values]);
};

/** The values that were packed, as views of the one. */
export const unpack = (packed: Buffer): Buffer[] => {
  const count = packed.length === 0 ? 0 : packed.readUInt32LE(0);
  const values: Buffer[] = [];
  for (let index = 0, at = 4 + 4 * count; index < count; index += 1) {
    const length = packed.readUInt32LE(4 + 4 * index);
    values.push(packed.subarray(at, at + length));
    at += length;
  }
  return values;
};
