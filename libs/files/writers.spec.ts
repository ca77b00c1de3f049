import { describe, expect, it } from '@jest/globals';
import ICAL from 'ical.js';
import { fromBufferPromise } from 'yauzl';
import { type CalendarEvent, type WrittenDocument, writeCalendar, writeCsv, writeDocx, writePdf } from './index.js';

const partOf = async (archive: Buffer, name: string): Promise<string> => {
  const zip = await fromBufferPromise(archive, { autoClose: false });
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName !== name) continue;
    const parts: Buffer[] = [];
    for await (const part of await zip.openReadStreamPromise(entry)) parts.push(part as Buffer);
    return Buffer.concat(parts).toString('utf8');
  }
  throw new Error(`There is no ${name}`);
};

const terms: WrittenDocument = {
  title: 'Heads of terms <draft> & more',
  subtitle: 'Zoë Müller – Łukasz Żak – Ωμέγα – Іван – 张伟 – محمد – 😀',
  footer: 'Not legal advice',
  blocks: [
    { kind: 'heading', text: 'Who' },
    { kind: 'paragraph', text: 'One line\nand another, with a NUL\0 and half \ud83d a character.' },
    { kind: 'list', items: ['first', 'second'], numbered: true },
    { kind: 'list', items: ['dot'] },
    { kind: 'facts', rows: [['Starts on', '1 March 2027']] },
    { kind: 'table', head: ['Step', 'Who'], rows: [['Draft', 'Technology transfer office'], ['Sign']] },
  ],
};

describe('a document as a Word file', () => {
  it('holds every text, whatever the letters, as well-formed XML', async () => {
    const file = await writeDocx(terms);
    const xml = await partOf(file, 'word/document.xml');
    for (const text of [
      'Zoë Müller',
      '张伟',
      'محمد',
      '😀',
      '&lt;draft&gt; &amp; more',
      'half \ufffd a',
      'Technology transfer office',
    ]) {
      expect(xml).toContain(text);
    }
    expect(xml).not.toContain('\0');
    expect(xml).toMatch(/<w:br\/>/);
    expect(xml).toMatch(/w:pgSz [^>]*w:w="11906" w:h="16838"/);
    expect(await partOf(file, 'docProps/core.xml')).toContain(
      '<dc:title>Heads of terms &lt;draft&gt; &amp; more</dc:title>',
    );
    expect(await partOf(file, 'word/footer1.xml')).toMatch(/Not legal advice.*NUMPAGES/s);
  });
});

/** The texts of an uncompressed PDF are codes of glyphs; the titles and the number of pages are plain. */
const pagesOf = (file: Buffer) =>
  Number(/\/Type \/Pages[^>]*\/Count (\d+)/s.exec(file.toString('latin1'))?.[1] ?? Number.NaN);
/** What a reader copies out: the codes by the table that the file brings for each of its fonts. */
const unicodeOf = (file: Buffer) => {
  const text = file.toString('latin1');
  const maps = [...text.matchAll(/beginbfrange\n([\s\S]*?)endbfrange/g)].map((match) => match[1] ?? '');
  return new Set(
    maps
      .join('')
      .match(/<[0-9a-f]{4,}>/g)
      ?.map((code) => String.fromCodePoint(Number.parseInt(code.slice(1, -1), 16) || 0)),
  );
};

describe('a document as a PDF', () => {
  it('is on A4, has its title and the letters of Latin, Greek and Cyrillic names', async () => {
    const file = await writePdf(terms, { compress: false });
    expect(file.subarray(0, 5).toString()).toBe('%PDF-');
    expect(pagesOf(file)).toBe(1);
    expect(file.toString('latin1')).toMatch(/\/MediaBox \[0 0 595\.28 841\.89\]/);
    expect(file.toString('latin1')).toContain('(Heads of terms <draft> & more)');
    const letters = unicodeOf(file);
    for (const letter of 'ëüŁŻΩІ') expect(letters).toContain(letter);
  });

  it('shows where it has no letter, and says which', async () => {
    const named = await writePdf(terms, { compress: false });
    const plain = await writePdf({ ...terms, subtitle: 'Zoë', blocks: [] }, { compress: false });
    expect(unicodeOf(named)).toContain('\ufffd');
    expect(unicodeOf(plain)).not.toContain('\ufffd');
  });

  it('goes on over many pages', async () => {
    const long = Array.from({ length: 120 }, (_, at) => ({ kind: 'paragraph', text: `Clause ${at}` }) as const);
    expect(pagesOf(await writePdf({ title: 'Long', blocks: long }))).toBeGreaterThan(2);
  });
});

describe('rows as CSV', () => {
  it('never begin with what a spreadsheet would run, and keep numbers', () => {
    const text = writeCsv([
      ['name', 'value', 'on'],
      ['=HYPERLINK("http://evil.example")', -5, new Date(0)],
      ['+44 20', '-5', null],
      ['@SUM(A1)', '\tx', true],
      ['\r=x', ' =1+1', 'a,"b"\n'],
      ['\uff1d1', 'plain', 'Zoë 张'],
    ]).toString('utf8');
    expect(text).toBe(
      [
        '\ufeffname,value,on',
        `"'=HYPERLINK(""http://evil.example"")",-5,1970-01-01T00:00:00.000Z`,
        `'+44 20,'-5,`,
        `'@SUM(A1),'\tx,true`,
        `"'\n=x",' =1+1,"a,""b""\n"`,
        `'\uff1d1,plain,Zoë 张`,
        '',
      ].join('\r\n'),
    );
  });
});

describe('events as a calendar', () => {
  const events: CalendarEvent[] = [
    { id: 'step-1@benchside', title: 'Apply; tell, "everyone"\nnow', start: '2027-02-28' },
    {
      id: 'step-2@benchside',
      title: 'Year',
      start: '2027-03-01',
      end: '2028-02-29',
      description: 'Źródło '.repeat(30),
    },
    {
      id: 'talk@benchside',
      title: 'Talk',
      start: new Date('2027-03-28T09:30:00Z'),
      end: new Date('2027-03-28T10:00:00Z'),
      place: 'Room 1',
      url: 'https://benchside.example/meetings/1',
      organiser: { name: 'Zoë', email: 'zoe@example.org' },
      attendees: [{ name: '张伟', email: 'wei@example.org' }],
    },
  ];

  it('are read back as they were, days as days and moments as moments', async () => {
    const calendar = new ICAL.Component(ICAL.parse((await writeCalendar('A year', events)).toString('utf8')));
    const [step, year, talk] = calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
    expect(step?.summary).toBe('Apply; tell, "everyone"\nnow');
    expect([step?.uid, step?.startDate.isDate, step?.startDate.toString(), step?.endDate.toString()]).toEqual([
      'step-1@benchside',
      true,
      '2027-02-28',
      '2027-03-01',
    ]);
    expect([year?.startDate.toString(), year?.endDate.toString()]).toEqual(['2027-03-01', '2028-03-01']);
    expect(year?.description.trim()).toBe('Źródło '.repeat(30).trim());
    expect(talk?.startDate.toJSDate()).toEqual(new Date('2027-03-28T09:30:00Z'));
    expect(talk?.endDate.toJSDate()).toEqual(new Date('2027-03-28T10:00:00Z'));
    expect(talk?.location).toBe('Room 1');
    expect(talk?.attendees[0]?.getFirstValue()).toBe('MAILTO:wei@example.org');
  });
});
