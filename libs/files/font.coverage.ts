/**
 * Which characters a TrueType font has letters for, read from its `cmap` table (format 4: the first 65,536 characters).
 * Source: Microsoft typography, OpenType specification, "cmap".
 */
export const fontCoverage = (font: Buffer): ((codePoint: number) => boolean) => {
  const table = tableOf(font, 'cmap');
  const segments = segmentsOf(font, table);
  return (codePoint) =>
    segments.some(({ start, end, glyph }) => codePoint >= start && codePoint <= end && glyph(codePoint) !== 0);
};

const tableOf = (font: Buffer, name: string): number => {
  const tables = font.readUInt16BE(4);
  for (let at = 12; at < 12 + tables * 16; at += 16) {
    if (font.toString('latin1', at, at + 4) === name) return font.readUInt32BE(at + 8);
  }
  throw new Error(`The font has no table ${name}`);
};

interface Segment {
  start: number;
  end: number;
  glyph(codePoint: number): number;
}

const segmentsOf = (font: Buffer, cmap: number): Segment[] => {
  const encodings = font.readUInt16BE(cmap + 2);
  const subtables = Array.from({ length: encodings }, (_, at) => cmap + font.readUInt32BE(cmap + 4 + at * 8 + 4));
  const subtable = subtables.find((at) => font.readUInt16BE(at) === 4);
  if (subtable === undefined) throw new Error('The font has no table of characters in format 4');
  const size = font.readUInt16BE(subtable + 6);
  const ends = subtable + 14;
  const starts = ends + size + 2;
  return Array.from({ length: size / 2 }, (_, at): Segment => {
    const start = font.readUInt16BE(starts + at * 2);
    const delta = font.readUInt16BE(starts + size + at * 2);
    const offsetAt = starts + size * 2 + at * 2;
    const offset = font.readUInt16BE(offsetAt);
    return {
      start,
      end: font.readUInt16BE(ends + at * 2),
      glyph: (codePoint) => {
        if (offset === 0) return (codePoint + delta) % 65_536;
        const glyph = font.readUInt16BE(offsetAt + offset + (codePoint - start) * 2);
        return glyph === 0 ? 0 : (glyph + delta) % 65_536;
      },
    };
  });
};
