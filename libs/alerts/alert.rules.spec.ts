import { describe, expect, it } from '@jest/globals';
import { readTaxonomy } from '#taxonomy';
import { alertRules, nextPeriod, periodStart } from './alert.rules.js';
import { subjectOf, together } from './digest.letter.js';
import { filterFrom, pathOf, plainQuery, questionKey } from './saved-question.js';
import { gapTerms } from './search-gap.terms.js';
import { letterToken, subjectOfToken } from './unsubscribe.token.js';

const account = '7c0f3c1e-54b2-4d8c-9a55-0a1b2c3d4e5f';

describe('the periods of letters', () => {
  it('start on a Monday, the same for everybody, and follow each other without a gap', () => {
    for (const { weeks } of alertRules.cadences) {
      for (let day = 0; day < 60; day += 1) {
        const now = new Date(Date.UTC(2026, 10, 1 + day, 23, 59, 59));
        const start = periodStart(weeks, now);
        expect(start.getUTCDay()).toBe(1);
        expect(start.valueOf()).toBeLessThanOrEqual(now.valueOf());
        expect(now.valueOf() - start.valueOf()).toBeLessThan(weeks * 7 * 86_400_000);
      }
    }
    const monday = new Date('2026-11-23T00:00:00Z');
    expect(periodStart(1, monday)).toEqual(monday);
    expect(nextPeriod('weekly', monday)).toEqual(new Date('2026-11-30T00:00:00Z'));
    expect(nextPeriod('off', monday)).toBeNull();
  });
});

describe('a question', () => {
  it('is the same however it was typed, and another for another kind of list', () => {
    const one = filterFrom('academics', [{ name: 'topics', values: ['copd', 'asthma'] }]);
    const other = filterFrom('academics', [{ name: 'topics', values: ['asthma', 'copd', 'asthma', ''] }]);
    const key = questionKey('academics', plainQuery('  Severe   asthma '), one);
    expect(questionKey('academics', plainQuery('severe asthma'), other)).toBe(key);
    expect(questionKey('opportunities', 'severe asthma', one)).not.toBe(key);
    expect(questionKey('academics', 'severe asthma', {})).not.toBe(key);
  });

  it('leads to the page of its results', () => {
    expect(pathOf('academics', 'a & b', { topics: ['asthma', 'copd'], availableBy: '2027-01-31' })).toBe(
      '/academics?q=a+%26+b&availableBy=2027-01-31&topics=asthma&topics=copd',
    );
    expect(pathOf('organisations', null, {})).toBe('/organisations');
  });

  it.each([
    [{ name: 'audience', values: ['members'] }],
    [{ name: 'availableBy', values: ['31 January'] }],
    [{ name: 'availableBy', values: ['2027-02-30'] }],
    [{ name: 'leastFte', values: ['2'] }],
    [{ name: 'constructor', values: ['x'] }],
  ])('is refused with a filter that is none: %j', (part) => {
    expect(() => filterFrom('academics', [part])).toThrow(/^filters: /);
  });
});

describe('the token that ends letters', () => {
  it('names its account, and cannot be made without the secret', () => {
    const token = letterToken('secret-of-the-installation', 'digest unsubscribe', account);
    expect(token).toMatch(/^[\w-]{54}$/);
    expect(subjectOfToken('secret-of-the-installation', 'digest unsubscribe', token)).toBe(account);
    expect(subjectOfToken('another-secret', 'digest unsubscribe', token)).toBeUndefined();
    const other = `${token[0] === 'A' ? 'B' : 'A'}${token.slice(1)}`;
    expect(subjectOfToken('secret-of-the-installation', 'digest unsubscribe', other)).toBeUndefined();
    for (const wrong of ['', token.slice(1), `${token}A`, '../../etc', 'é'.repeat(54)]) {
      expect(subjectOfToken('secret-of-the-installation', 'digest unsubscribe', wrong)).toBeUndefined();
    }
  });
});

describe('a digest', () => {
  const part = (fresh: number, closing: number, companies: number) => ({
    sections: fresh + closing + companies > 0 ? [{ heading: 'A part', lines: [{ text: 'A line' }] }] : [],
    fresh,
    closing,
    companies,
  });

  it('says in its subject what is in it, and is nothing where there is nothing to say', () => {
    expect(together([part(0, 0, 0), part(0, 0, 0)])).toBeNull();
    const whole = together([part(3, 1, 0), part(0, 0, 2)]);
    expect(whole && subjectOf(whole)).toBe(
      '3 new results for your saved searches; one opportunity closes soon; 2 companies looked at your profile',
    );
    expect(subjectOf(part(1, 0, 0))).toBe('One new result for your saved searches');
  });
});

describe('a search in vain', () => {
  const taxonomy = readTaxonomy();

  it('is counted by the topics that it names', () => {
    expect(gapTerms('Professor Smith on severe asthma in Leeds', [], taxonomy).map(({ topic }) => topic)).toContain(
      'asthma',
    );
    expect(gapTerms(null, ['asthma', 'no-such-topic'], taxonomy)).toEqual([{ term: 'asthma', topic: 'asthma' }]);
  });

  it('is otherwise counted by a few plain words, and not at all where they could be somebody’s', () => {
    expect(gapTerms('Zebra  zoology zebra', [], taxonomy)).toEqual([{ term: 'zebra zoology', topic: null }]);
    for (const text of ['ada@example.org', 'call 0113 496 0000', 'a b c d e f', 'one two three four five', '', null]) {
      expect(gapTerms(text, [], taxonomy)).toEqual([]);
    }
  });
});
