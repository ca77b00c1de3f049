import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Frame, values } from './json.frames.js';
import { JsonSource, longestRecord } from './json.source.js';
import { sourceFiles } from './source.files.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'benchside-json-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const write = (name: string, content: string | Buffer) => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

/** The values of a file, and the problems in the place of those that could not be read. */
const read = async (name: string, content: string | Buffer) => {
  const source = new JsonSource(await sourceFiles(write(name, content)), 'studies');
  const entries: unknown[] = [];
  for await (const entry of source.entries()) entries.push(entry.problem ?? (entry as { value: unknown }).value);
  return { entries, problems: source.problems };
};

const values3 = [{ a: 1 }, { a: '}]"\\' }, { a: [[{}]] }];

describe('records in a file', () => {
  it.each([
    ['one a line', 'x.ndjson', values3.map((one) => JSON.stringify(one)).join('\n')],
    ['one a line, in a .json', 'x.json', `${values3.map((one) => JSON.stringify(one)).join('\r\n')}\n`],
    [
      'one a line, with empty lines between',
      'x.jsonl',
      `\n${values3.map((one) => JSON.stringify(one)).join('\n\n')}\n\n`,
    ],
    ['a list', 'x.json', JSON.stringify(values3)],
    ['a list over many lines', 'x.json', JSON.stringify(values3, null, 2)],
    ['a list in a file that says one a line', 'x.ndjson', JSON.stringify(values3)],
    ['a list called studies', 'x.json', JSON.stringify({ totalCount: 3, studies: values3, nextPageToken: 'x' })],
    ['a list called studies over many lines', 'x.json', JSON.stringify({ studies: values3 }, null, 2)],
    ['objects one after the other', 'x.json', values3.map((one) => JSON.stringify(one, null, 1)).join('\n')],
    ['with a byte-order mark', 'x.json', `\ufeff${JSON.stringify(values3)}`],
  ])('%s', async (_, name, content) => {
    expect(await read(name, content)).toEqual({ entries: values3, problems: [] });
  });

  it('is one record, where the file is one object', async () => {
    expect(await read('x.json', JSON.stringify({ a: { studies: [1] } }))).toEqual({
      entries: [{ a: { studies: [1] } }],
      problems: [],
    });
    expect((await read('x.json', JSON.stringify({ a: [1] }, null, 2))).entries).toEqual([{ a: [1] }]);
  });

  it('that are broken take no other with them', async () => {
    const { entries, problems } = await read(
      'x.ndjson',
      Buffer.concat([
        Buffer.from('{"a":1}\n{"a":\n{"a":"\u0000"}\n'),
        Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d, 0x0a]),
        Buffer.from('nonsense\n{"a":2}\n'),
      ]),
    );
    expect(problems).toEqual([]);
    expect(entries).toEqual([
      { a: 1 },
      expect.stringContaining('is not valid JSON'),
      expect.stringContaining('is not valid JSON'),
      'is not written in UTF-8',
      expect.stringContaining('is not valid JSON'),
      { a: 2 },
    ]);
  });

  it('that are broken inside a list take no other with them', async () => {
    const { entries } = await read('x.json', '[{"a":1}, {"a":nonsense}, {"a":2}, 7, "text", {"a":3}]');
    expect(entries).toEqual([{ a: 1 }, expect.stringContaining('is not valid JSON'), { a: 2 }, 7, 'text', { a: 3 }]);
  });

  it('are read up to where the file is cut off', async () => {
    for (const [name, content] of [
      ['x.ndjson', '{"a":1}\n{"a":2}\n{"a"'],
      ['x.json', '[{"a":1},\n{"a":2},\n{"a"'],
      ['x.json', '{"studies":[{"a":1},{"a":2},{"a"'],
    ] as const) {
      const { entries, problems } = await read(name, content);
      expect(entries).toEqual([{ a: 1 }, { a: 2 }, 'the file is cut off inside this record']);
      expect(problems).toEqual([expect.stringContaining('is cut off')]);
    }
    expect((await read('x.json', '[{"a":1},')).problems).toEqual([expect.stringContaining('is cut off')]);
  });

  it('longer than 10 MB are passed over', async () => {
    const long = JSON.stringify({ a: 'x'.repeat(longestRecord) });
    expect((await read('x.ndjson', `{"a":1}\n${long}\n{"a":2}`)).entries).toEqual([
      { a: 1 },
      'is longer than 10 MB',
      { a: 2 },
    ]);
    expect((await read('x.json', `[{"a":1},${long},{"a":2}]`)).entries).toEqual([
      { a: 1 },
      'is longer than 10 MB',
      { a: 2 },
    ]);
  });

  it('are found wherever the chunks of the stream end', async () => {
    const json = fc.array(fc.jsonValue({ maxDepth: 3 }).filter((one) => typeof one === 'object' && one !== null));
    await fc.assert(
      fc.asyncProperty(json, fc.integer({ min: 1, max: 9 }), fc.boolean(), async (list, size, wrapped) => {
        const bytes = Buffer.from(JSON.stringify(wrapped ? { n: 1, studies: list } : list));
        const chunks = async function* () {
          for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
        };
        const frames: Frame[] = [];
        for await (const frame of values(chunks(), longestRecord, 'studies')) frames.push(frame);
        expect(frames.map(({ bytes: one }) => JSON.parse(one?.toString() ?? ''))).toEqual(
          JSON.parse(JSON.stringify(list)),
        );
      }),
    );
  });
});

describe('a file that is no JSON', () => {
  it.each([
    ['empty.json', '', 'is empty'],
    ['blank.json', ' \n\n ', 'is empty'],
    ['table.json', 'nct_id,title,sponsor\nNCT1,a,b\n', 'it looks like a table (CSV)'],
    ['page.json', '<!doctype html><p>Not found', 'is XML or HTML'],
    ['words.json', 'Dear colleagues', 'is not JSON. It starts with "Dear colleagues"'],
    ['packed.json', Buffer.from('504b030414000000', 'hex'), 'is a ZIP archive'],
    ['packed.json', Buffer.from('1f8b08000000', 'hex'), 'is compressed with gzip'],
    ['paper.json', '%PDF-1.7', 'is a PDF'],
    ['wide.json', Buffer.from('\ufeff{"a":1}', 'utf16le'), 'is written in UTF-16'],
    ['image.json', Buffer.from([0x89, 0x50, 0, 0, 1]), 'is a binary file'],
  ])('%s is refused: it %s', async (name, content, problem) => {
    await expect(read(name, content)).rejects.toThrow(problem);
  });

  it('among others leaves those readable', async () => {
    const several = join(folder, 'several', 'deeper');
    mkdirSync(several, { recursive: true });
    writeFileSync(join(several, 'a.json'), '{"a":1}');
    writeFileSync(join(several, '..', 'b.json'), 'nonsense');
    writeFileSync(join(several, '..', 'c.txt'), 'no business of ours');
    writeFileSync(join(several, '..', 'd.ndjson'), '{"a":2}');
    const source = new JsonSource(await sourceFiles(join(folder, 'several')), 'studies');
    const found: unknown[] = [];
    for await (const entry of source.entries()) found.push(entry.problem ?? (entry as { value: unknown }).value);
    expect(found).toEqual([{ a: 2 }, { a: 1 }]);
    expect(source.problems).toEqual([expect.stringContaining('b.json is not JSON')]);
  });

  it('is said to be missing, or to hold nothing', async () => {
    await expect(sourceFiles(join(folder, 'missing.json'))).rejects.toThrow('There is no file or folder');
    await expect(sourceFiles(join(write('file.json', '{}'), 'below'))).rejects.toThrow('There is no file or folder');
    mkdirSync(join(folder, 'bare'));
    await expect(sourceFiles(join(folder, 'bare'))).rejects.toThrow('holds no files that end in .json');
    await expect(sourceFiles('/dev/null')).rejects.toThrow('is neither a file nor a folder');
  });
});
