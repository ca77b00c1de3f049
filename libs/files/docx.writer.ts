import type { Document, FileChild, Paragraph, Table, TextRun } from 'docx';
import { type Block, mapTexts, type WrittenDocument, writable } from './written.document.js';

type Docx = typeof import('docx');

/** A4 with margins of 25 mm, in twentieths of a point. */
const page = { size: { width: 11_906, height: 16_838 }, margin: { top: 1418, right: 1418, bottom: 1418, left: 1418 } };
const textWidth = page.size.width - page.margin.left - page.margin.right;
const factsWidths = [Math.round(textWidth * 0.32), Math.round(textWidth * 0.68)];
const numbering = 'numbered';

/** The document as a Word file (Office Open XML). The library is loaded when the first one is written. */
export const writeDocx = async (document: WrittenDocument): Promise<Buffer> => {
  const docx = await import('docx');
  return docx.Packer.toBuffer(built(docx, mapTexts(document, writable)));
};

const built = (docx: Docx, { title, subtitle, footer, blocks }: WrittenDocument): Document => {
  const { AlignmentType, Footer, HeadingLevel, LevelFormat, PageNumber, Paragraph, TextRun } = docx;
  let list = 0;
  const children = blocks.flatMap((block): FileChild[] => {
    if (block.kind === 'list') list += 1;
    return written(docx, block, list);
  });
  return new docx.Document({
    title,
    creator: 'Benchside',
    lastModifiedBy: 'Benchside',
    styles: { default: { document: { run: { font: 'Calibri', size: 22, language: { value: 'en-GB' } } } } },
    numbering: {
      config: [
        {
          reference: numbering,
          levels: [{ level: 0, format: LevelFormat.DECIMAL, text: '%1.', alignment: AlignmentType.START }],
        },
      ],
    },
    sections: [
      {
        properties: { page },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                alignment: AlignmentType.CENTER,
                children: [
                  new TextRun({
                    size: 18,
                    children: [`${footer ?? title} · `, PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES],
                  }),
                ],
              }),
            ],
          }),
        },
        children: [
          new Paragraph({ heading: HeadingLevel.TITLE, children: runs(docx, title) }),
          ...(subtitle ? [new Paragraph({ spacing: { after: 240 }, children: runs(docx, subtitle) })] : []),
          ...children,
        ],
      },
    ],
  });
};

/** The lines of a text: Word knows no line break inside a run of text. */
const runs = ({ TextRun: Run }: Docx, text: string, more: { bold?: boolean } = {}): TextRun[] =>
  text.split('\n').map((line, at) => new Run({ text: line, ...more, ...(at > 0 ? { break: 1 } : {}) }));

const written = (docx: Docx, block: Block, list: number): (Paragraph | Table)[] => {
  const { HeadingLevel, Paragraph } = docx;
  const after = { spacing: { after: 120 } };
  switch (block.kind) {
    case 'heading': {
      const heading = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3][(block.level ?? 1) - 1];
      return [new Paragraph({ heading, keepNext: true, children: runs(docx, block.text) })];
    }
    case 'paragraph':
      return [new Paragraph({ ...after, children: runs(docx, block.text) })];
    case 'list':
      return block.items.map(
        (item) =>
          new Paragraph({
            children: runs(docx, item),
            ...(block.numbered
              ? { numbering: { reference: numbering, level: 0, instance: list } }
              : { bullet: { level: 0 } }),
          }),
      );
    case 'facts':
      return [grid(docx, block.rows, factsWidths, 'first-column'), new Paragraph(after)];
    case 'table': {
      const width = Math.floor(textWidth / Math.max(1, block.head.length));
      const widths = block.head.map(() => width);
      return [grid(docx, [block.head, ...block.rows], widths, 'first-row'), new Paragraph(after)];
    }
  }
};

const grid = (
  docx: Docx,
  rows: readonly (readonly string[])[],
  widths: number[],
  bold: 'first-row' | 'first-column',
): Table => {
  const { Paragraph, Table, TableCell, TableRow, WidthType } = docx;
  return new Table({
    columnWidths: widths,
    width: { size: 100, type: WidthType.PERCENTAGE },
    margins: { top: 60, bottom: 60, left: 100, right: 100 },
    rows: rows.map(
      (cells, y) =>
        new TableRow({
          tableHeader: bold === 'first-row' && y === 0,
          cantSplit: true,
          children: widths.map(
            (width, x) =>
              new TableCell({
                width: { size: width, type: WidthType.DXA },
                children: [
                  new Paragraph({
                    children: runs(docx, cells[x] ?? '', { bold: bold === 'first-row' ? y === 0 : x === 0 }),
                  }),
                ],
              }),
          ),
        }),
    ),
  });
};
