import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { fontCoverage } from './font.coverage.js';
import { type Block, mapTexts, type WrittenDocument, writable } from './written.document.js';

const { resolve } = createRequire(import.meta.url);
const fontFile = (style: string) => resolve(`pdfmake/build/fonts/Roboto/Roboto-${style}.ttf`);

/** Stands where the typeface has no letter: never a blank, never a wrong letter. */
const missing = '\ufffd';
/** This many different missing characters are named at the end. */
const mostNamed = 40;

const prepare = async () => {
  const { default: pdfmake } = await import('pdfmake');
  const fonts = { normal: fontFile('Regular'), bold: fontFile('Medium'), italics: fontFile('Italic') };
  const files: readonly string[] = Object.values(fonts);
  pdfmake.setFonts({ Roboto: { ...fonts, bolditalics: fonts.bold } });
  // A document is made of what it is given: it reads nothing else, from the disk or from elsewhere.
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((path: string) => files.includes(path));
  return { pdfmake, has: fontCoverage(readFileSync(fonts.normal)) };
};
let prepared: ReturnType<typeof prepare> | undefined;

/**
 * The document as a PDF on A4. The typeface has Latin, Greek and Cyrillic letters; others are shown as \ufffd and named at
 * the end, and the Word file has them. The library is loaded when the first one is written.
 */
export const writePdf = async (document: WrittenDocument, { compress = true } = {}): Promise<Buffer> => {
  prepared ??= prepare();
  const { pdfmake, has } = await prepared;
  const lacking = new Set<string>();
  const shown = (text: string) =>
    Array.from(writable(text), (letter) => {
      if (letter === '\n' || letter === '\t' || has(letter.codePointAt(0) ?? 0)) return letter;
      lacking.add(letter);
      return missing;
    }).join('');
  const { title } = document;
  const definition = laidOut(mapTexts(document, shown), noteOf(lacking));
  return pdfmake
    .createPdf({ ...definition, info: { title: writable(title), creator: 'Benchside' }, compress })
    .getBuffer();
};

const noteOf = (lacking: ReadonlySet<string>): string | undefined => {
  if (lacking.size === 0) return undefined;
  const codes = [...lacking]
    .slice(0, mostNamed)
    .map((letter) => `U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`);
  const more = lacking.size > mostNamed ? ' and others' : '';
  return `Where this shows ${missing}, the typeface of this PDF has no letter: ${codes.join(', ')}${more}. The Word version has them.`;
};

const laidOut = (
  { title, subtitle, footer, blocks }: WrittenDocument,
  note: string | undefined,
): TDocumentDefinitions => ({
  pageSize: 'A4',
  pageMargins: [70, 60, 70, 60],
  language: 'en-GB',
  displayTitle: true,
  defaultStyle: { font: 'Roboto', fontSize: 10.5, lineHeight: 1.25 },
  footer: (page, pages) => ({
    text: `${footer ?? title} · ${page} of ${pages}`,
    alignment: 'center',
    fontSize: 8.5,
    margin: [70, 20, 70, 0],
  }),
  content: [
    { text: title, fontSize: 20, bold: true, margin: [0, 0, 0, 6] },
    ...(subtitle ? [{ text: subtitle, margin: [0, 0, 0, 12] } satisfies Content] : []),
    ...blocks.map(placed),
    ...(note ? [{ text: note, italics: true, fontSize: 8.5, margin: [0, 14, 0, 0] } satisfies Content] : []),
  ],
});

const sizes = { 1: 15, 2: 12.5, 3: 11 };

const placed = (block: Block): Content => {
  switch (block.kind) {
    case 'heading':
      return {
        text: block.text,
        bold: true,
        fontSize: sizes[block.level ?? 1],
        margin: [0, 10, 0, 4],
        headlineLevel: 1,
      };
    case 'paragraph':
      return { text: block.text, margin: [0, 0, 0, 6] };
    case 'list': {
      const items = block.items.map((text) => ({ text }));
      return block.numbered ? { ol: items, margin: [0, 0, 0, 6] } : { ul: items, margin: [0, 0, 0, 6] };
    }
    case 'facts':
      return {
        table: {
          widths: ['32%', '*'],
          body: block.rows.map(([name, value]) => [{ text: name, bold: true }, { text: value }]),
        },
        layout: 'lightHorizontalLines',
        margin: [0, 2, 0, 8],
      };
    case 'table':
      return {
        table: {
          headerRows: 1,
          dontBreakRows: true,
          widths: block.head.map(() => '*'),
          body: [
            block.head.map((text) => ({ text, bold: true })),
            ...block.rows.map((row) => block.head.map((_, at) => ({ text: row[at] ?? '' }))),
          ],
        },
        layout: 'lightHorizontalLines',
        margin: [0, 2, 0, 8],
      };
  }
};
