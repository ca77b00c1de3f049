/** One part of a document that the product writes. Line breaks in texts stay line breaks. */
export type Block =
  | { kind: 'heading'; text: string; level?: 1 | 2 | 3 }
  | { kind: 'paragraph'; text: string }
  | { kind: 'list'; items: readonly string[]; numbered?: boolean }
  /** Names and their values, one under another, as on a form. */
  | { kind: 'facts'; rows: readonly (readonly [name: string, value: string])[] }
  | { kind: 'table'; head: readonly string[]; rows: readonly (readonly string[])[] };

/** A document that the product writes, whatever the format it is handed out in. */
export interface WrittenDocument {
  title: string;
  /** One line under the title. */
  subtitle?: string;
  /** Stands at the foot of every page, beside its number. */
  footer?: string;
  blocks: readonly Block[];
}

/** Halves of characters become the mark for what cannot be read. */
export const wellFormed = (text: string): string => text.replace(/\p{Cs}/gu, '\ufffd');

/** What XML and PDF cannot hold: control characters, but for tab and line break. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g;

/** A text that every format can hold: well-formed, composed, with line breaks of one kind. */
export const writable = (text: string): string =>
  wellFormed(text.replace(/\r\n?/g, '\n')).replace(unwritable, '').normalize('NFC');

/** The same document with every text changed. */
export const mapTexts = (document: WrittenDocument, change: (text: string) => string): WrittenDocument => ({
  title: change(document.title),
  ...(document.subtitle === undefined ? {} : { subtitle: change(document.subtitle) }),
  ...(document.footer === undefined ? {} : { footer: change(document.footer) }),
  blocks: document.blocks.map((block) => mapBlock(block, change)),
});

const mapBlock = (block: Block, change: (text: string) => string): Block => {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return { ...block, text: change(block.text) };
    case 'list':
      return { ...block, items: block.items.map(change) };
    case 'facts':
      return { ...block, rows: block.rows.map(([name, value]) => [change(name), change(value)] as const) };
    case 'table':
      return { ...block, head: block.head.map(change), rows: block.rows.map((row) => row.map(change)) };
  }
};
