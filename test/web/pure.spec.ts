import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { projectPath } from '#config';
import { eventSentence } from '../../apps/web/src/collaborations/words.js';
import { pointsOf } from '../../apps/web/src/matches/points.js';
import {
  changed,
  cursorOf,
  facetNames,
  pageOf,
  readSearchState,
  toggled,
  withSuccessors,
} from '../../apps/web/src/search/search-state.js';
import { readAddress, writeAddress } from '../../apps/web/src/shell/address.js';
import { availabilityOf, closing, lengthOf, listed, shareOfTime } from '../../apps/web/src/theme/words.js';

// These stand on files that only the pages' own compiler reads: their types are given here.
const pages = (path: string): Promise<unknown> => import(projectPath('apps', 'web', 'src', path));
const { pageChoices } = (await pages('shell/palette-choices.ts')) as {
  pageChoices: (viewer: object | null, typed: string) => { to: { to?: unknown } }[];
};
const { orderOf } = (await pages('search/order.ts')) as {
  orderOf: (kind: string, state: object, viewer: object | null | undefined) => string | undefined;
};
const { dueWords, linkOf } = (await pages('dashboard/due.ts')) as {
  dueWords: (due: string, now: number) => unknown;
  linkOf: (address: string) => unknown;
};

const today = new Date('2026-11-22T23:30:00Z');

describe('the palette', () => {
  it('finds every page that can be opened by itself', () => {
    const viewer = {
      academic: { id: 'ada', name: 'Ada Nwosu' },
      platformRole: 'platform-admin',
      memberships: [
        { role: 'office', organisation: { id: 'tyne', name: 'Tyne Hospitals', type: { code: 'company' } } },
      ],
    };
    // These are led to by a letter or by what they are about.
    const led = ['/sign-off', '/reset-password', '/forgotten-password', '/match', '/requests/new'];
    const pages = Object.keys(JSON.parse(readFileSync(projectPath('apps', 'web', 'pages.json'), 'utf8')) as object);
    const found = new Set([...pageChoices(viewer, ''), ...pageChoices(null, '')].map(({ to }) => to.to as string));
    expect(pages.filter((page) => !page.includes('$') && !led.includes(page) && !found.has(page))).toEqual([]);
    expect([...found]).toEqual(expect.arrayContaining(['/office/$organisationId', '/organisations/$id/policies']));
  });
});

describe('what waits', () => {
  it('leads to its page, with what the address asks for and the place on it', () => {
    expect(linkOf('/collaborations/c1#sign-offs')).toEqual({ to: '/collaborations/c1', search: {}, hash: 'sign-offs' });
    expect(linkOf('/me/meetings?box=agreed&meeting=m1')).toEqual({
      to: '/me/meetings',
      search: { box: 'agreed', meeting: 'm1' },
      hash: undefined,
    });
  });

  it('says when it is due, and what is soon', () => {
    const now = Date.parse('2026-11-22T23:30:00Z');
    expect(dueWords('2026-11-20', now)).toEqual({ text: 'Was due on 20 November 2026', soon: true });
    expect(dueWords('2026-11-22T08:00:00Z', now)).toEqual({ text: 'Due today', soon: true });
    expect(dueWords('2026-11-23', now)).toEqual({ text: 'Due tomorrow', soon: true });
    expect(dueWords('2026-11-29', now)).toEqual({ text: 'Due in 7 days, 29 November 2026', soon: true });
    expect(dueWords('2026-12-04', now)).toEqual({ text: 'Due in 12 days, 4 December 2026', soon: false });
    expect(dueWords('2027-08-04', now)).toEqual({ text: 'Due on 4 August 2027', soon: false });
  });
});

describe('points', () => {
  it('add up to the sum that stands below them, and none is far from what it is', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 0.2, noNaN: true }), { maxLength: 12 }), (shares) => {
        const { lines, sum } = pointsOf(shares);
        expect(lines.reduce((all, line) => all + Math.round(line * 10), 0)).toBe(Math.round(sum * 10));
        for (const [index, share] of shares.entries()) {
          expect(Math.abs((lines[index] ?? 0) - share * 100)).toBeLessThan(0.1001);
        }
      }),
    );
  });
});

describe('what has happened with a collaboration', () => {
  const told = (action: string, about: string | null = null, person: string | null = 'Ada Nwosu', side = 'sender') =>
    eventSentence({ action, about, person, side });
  const lead = 'Pat Lead (Employer)';

  it('names who approves, who has no account here', () => {
    expect(told('ask-sign-off', lead)).toBe('Ada Nwosu asked Pat Lead (Employer) for a sign-off');
    expect(told('revoke-sign-off', lead)).toBe('Ada Nwosu took back what Pat Lead (Employer) was asked');
    expect(eventSentence({ action: 'sign-off-approved', about: lead, person: null, side: null })).toBe(
      'Pat Lead (Employer) approved',
    );
    expect(told('sign-off-locked', lead, null, 'clock')).toBe(
      'The link sent to Pat Lead (Employer) was closed after too many wrong codes',
    );
  });

  it('quotes titles, and not people', () => {
    expect(told('add-outcome', 'A paper')).toBe('Ada Nwosu wrote down what came of it: “A paper”');
    expect(told('add-task', 'Write the protocol')).toBe('Ada Nwosu added the task “Write the protocol”');
    expect(told('add-person', 'Ben Brown')).toBe('Ada Nwosu brought in Ben Brown');
    expect(told('start-governance', null, null)).toBe('One side moved on to governance');
  });
});

describe('the address of a list', () => {
  const code = fc.stringMatching(/^[a-z0-9-]{1,12}$/);
  const state = fc.record(
    {
      q: fc.string({ minLength: 1, maxLength: 60 }).filter((text) => text.trim() !== ''),
      topics: fc.uniqueArray(code, { minLength: 1 }),
      regions: fc.uniqueArray(code, { minLength: 1 }),
    },
    { requiredKeys: [] },
  );

  it('holds the whole question: what is written is read again', () => {
    fc.assert(fc.property(state, (asked) => expect(readSearchState(readAddress(writeAddress(asked)))).toEqual(asked)));
  });

  it('is read whatever was typed into it', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('q', 'sort', 'after', 'availableBy', 'nonsense', ...facetNames), fc.anything()),
        (raw) => {
          const read = readSearchState(raw);
          expect(readSearchState({ ...read })).toEqual(read);
          expect(read).not.toHaveProperty('nonsense');
        },
      ),
    );
  });

  it('starts at the first page again when anything changes', () => {
    expect(changed({ q: 'asthma', after: 'x' }, { sort: 'name' })).toEqual({ q: 'asthma', sort: 'name' });
    expect(toggled({ topics: ['asthma'], after: 'x' }, 'topics', 'copd')).toEqual({ topics: ['asthma', 'copd'] });
    expect(toggled({ topics: ['asthma'] }, 'topics', 'asthma')).toEqual({});
  });

  it('goes on with the topics of today', () => {
    const replaced = [{ code: 'gout', successor: 'psoriasis' }];
    expect(withSuccessors({ q: 'skin', topics: ['gout', 'psoriasis', 'stroke'] }, replaced)).toEqual({
      q: 'skin',
      topics: ['psoriasis', 'stroke'],
    });
  });

  it('says only where opportunities that are over are wanted too', () => {
    expect(readSearchState({ openToday: 'true' })).toEqual({});
    expect(readSearchState({ openToday: 'no' })).toEqual({ openToday: 'no' });
  });

  it('has a cursor for each page, made from any of the list', () => {
    const known = Buffer.from('a1B2_-cD:40').toString('base64url');
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 50_000 }), (page) => {
        const cursor = cursorOf(page, known);
        expect(pageOf(cursor)).toBe(page);
        expect(Buffer.from(cursor ?? '', 'base64url').toString()).toBe(`a1B2_-cD:${(page - 1) * 20 - 1}`);
      }),
    );
    expect(cursorOf(1, known)).toBeUndefined();
    expect(pageOf('nonsense')).toBe(1);
  });
});

describe('the order of a list', () => {
  const nurse = { academic: { id: 'ada', name: 'Ada Nwosu' }, memberships: [] };
  const scientist = { academic: null, memberships: [{ role: 'member' }] };
  const newcomer = { academic: null, memberships: [] };

  it('is what was chosen, for whoever looks', () => {
    for (const viewer of [nurse, scientist, newcomer, null, undefined]) {
      expect(orderOf('opportunities', { sort: 'closing' }, viewer)).toBe('closing');
      expect(orderOf('academics', { q: 'asthma', sort: 'relevance' }, viewer)).toBe('relevance');
    }
    expect(orderOf('academics', { q: 'asthma', sort: 'fit' }, scientist)).toBe('fit');
  });

  it('follows the words, and without words how well each fits who looks', () => {
    expect(orderOf('academics', { q: 'asthma' }, scientist)).toBe('relevance');
    expect(orderOf('academics', {}, scientist)).toBe('fit');
    expect(orderOf('opportunities', { topics: ['asthma'] }, nurse)).toBe('fit');
    expect(orderOf('opportunities', { sort: 'relevance' }, nurse)).toBe('fit');
  });

  it('is that of names where nothing fits who looks, and on later pages of such a list', () => {
    expect(orderOf('academics', {}, nurse)).toBe('name');
    expect(orderOf('organisations', {}, scientist)).toBe('name');
    expect(orderOf('academics', { sort: 'fit' }, nurse)).toBe('name');
    expect(orderOf('academics', {}, null)).toBe('name');
    expect(orderOf('opportunities', { after: 'x' }, nurse)).toBe('name');
  });

  it('is not known before it is known who looks, where that decides', () => {
    expect(orderOf('academics', {}, undefined)).toBeUndefined();
    expect(orderOf('academics', { q: 'asthma' }, undefined)).toBe('relevance');
  });
});

describe('words', () => {
  it.each([
    ['2026-11-21', 'Closed on 21 November 2026'],
    ['2026-11-22', 'Closes today'],
    ['2026-11-23', 'Closes tomorrow'],
    ['2026-12-01', 'Closes in 9 days, 1 December 2026'],
    ['2027-06-01', 'Closes on 1 June 2027'],
  ])('say of the deadline %s: %s', (day, said) => {
    expect(closing(day, today)).toBe(said);
  });

  it.each([
    [0.1, 'Half a day a week'],
    [0.2, 'One day a week'],
    [0.4, 'Two days a week'],
    [0.5, '2.5 days a week'],
    [0.8, 'Four days a week'],
    [1, 'Full time'],
  ])('say of the share of time %s: %s', (share, said) => {
    expect(shareOfTime(share)).toBe(said);
  });

  it('say when somebody is available, or nothing', () => {
    expect(availabilityOf({ from: null, fte: null }, today)).toBeNull();
    expect(availabilityOf({ from: '2026-01-01', fte: 0.2 }, today)).toBe('Available now, one day a week');
    expect(availabilityOf({ from: '2027-02-01', fte: null }, today)).toBe('Available from 1 February 2027');
    expect(availabilityOf({ from: null, fte: 1 }, today)).toBe('Available, full time');
  });

  it('join and count', () => {
    expect(listed(['a', 'b', 'c'])).toBe('a, b and c');
    expect([1, 6, 12, 24, 18].map(lengthOf)).toEqual(['1 month', '6 months', '1 year', '2 years', '18 months']);
  });
});
