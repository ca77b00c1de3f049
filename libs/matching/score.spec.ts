import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { unmetConditions, type Vocabulary } from './conditions.js';
import type { MatchPart, MatchScore, MatchSide, PartName, TextFit } from './match.types.js';
import { scoreAlone, scoreMatch } from './score.js';
import { weights } from './weights.js';

const broader: Record<string, string[]> = {
  asthma: ['respiratory'],
  copd: ['respiratory'],
  physiotherapist: ['allied-health-professional'],
};

const vocabulary: Vocabulary = {
  label: (_, code) => code.replaceAll('-', ' '),
  broader: (_, code) => broader[code] ?? [],
  closeness: (a, b) => {
    if (a === b) return 1;
    if (broader[a]?.includes(b) || broader[b]?.includes(a)) return 0.8;
    return broader[a]?.some((code) => broader[b]?.includes(code)) ? 0.5 : 0;
  },
  rarity: (topic) => (topic === 'respiratory' ? 0.3 : 0.8),
};

const side = (kind: MatchSide['kind'], stated: Partial<MatchSide> = {}): MatchSide => ({
  kind,
  id: kind,
  name: kind === 'academic' ? 'Ada Nwosu' : 'The brief',
  topics: [],
  workTopics: [],
  engagementTypes: [],
  sectors: [],
  professions: [],
  careerStages: [],
  trainingStatus: null,
  region: null,
  nation: null,
  placeMode: null,
  startsOn: null,
  fte: null,
  mustHave: [],
  niceToHave: [],
  exclude: [],
  openRequests: 0,
  ...stated,
});

const score = (brief: Partial<MatchSide>, person: Partial<MatchSide>, text: TextFit | null = null) =>
  scoreMatch(side('opportunity', brief), side('academic', person), text, vocabulary);
const part = (match: MatchScore, name: PartName): MatchPart => {
  const found = match.parts.find((candidate) => candidate.part === name);
  if (!found) throw new Error(`There is no part ${name}`);
  return found;
};

describe('a match', () => {
  const cases: [string, Partial<MatchSide>, Partial<MatchSide>, PartName, number][] = [
    ['the same topic counts fully', { topics: ['asthma'] }, { topics: ['asthma'] }, 'topics', 1],
    ['a sibling in the tree counts by its closeness', { topics: ['asthma'] }, { topics: ['copd'] }, 'topics', 0.5],
    ['a topic from elsewhere does not count', { topics: ['asthma'] }, { topics: ['stroke'] }, 'topics', 0],
    [
      'no topics on one side count as agreed for the unknown',
      { topics: ['asthma'] },
      {},
      'topics',
      weights.parts.topics.whenUnknown,
    ],
    [
      'a way of working that both want counts fully',
      { engagementTypes: ['consultancy'] },
      { engagementTypes: ['consultancy'] },
      'engagement',
      1,
    ],
    [
      'one of two ways in common counts three quarters',
      { engagementTypes: ['a', 'b'] },
      { engagementTypes: ['a', 'c'] },
      'engagement',
      0.75,
    ],
    ['no way in common counts nothing', { engagementTypes: ['a'] }, { engagementTypes: ['b'] }, 'engagement', 0],
    ['a wanted profession counts fully', { professions: ['nurse'] }, { professions: ['nurse'] }, 'profession', 1],
    [
      'a broader wanted profession includes the narrower',
      { professions: ['allied-health-professional'] },
      { professions: ['physiotherapist'] },
      'profession',
      1,
    ],
    ['another profession counts nothing', { professions: ['nurse'] }, { professions: ['doctor'] }, 'profession', 0],
    ['a wanted stage counts fully', { careerStages: ['senior'] }, { careerStages: ['senior'] }, 'stage', 1],
    ['being free before the start is in time', { startsOn: '2027-09-01' }, { startsOn: '2027-01-01' }, 'timing', 1],
    ['a year too late is worth nothing', { startsOn: '2027-01-01' }, { startsOn: '2028-02-01' }, 'timing', 0],
    ['half of the time needed counts half', { fte: 0.8 }, { fte: 0.4 }, 'timing', 0.5],
    [
      'the same region counts fully',
      { region: 'london', nation: 'england' },
      { region: 'london', nation: 'england' },
      'place',
      1,
    ],
    [
      'the same nation counts three quarters',
      { region: 'london', nation: 'england' },
      { region: 'north-east', nation: 'england' },
      'place',
      0.75,
    ],
    ['another nation counts less', { nation: 'england' }, { nation: 'wales' }, 'place', 0.35],
    ['remote work is near everywhere', { nation: 'england', placeMode: 'remote' }, { nation: 'wales' }, 'place', 1],
    [
      'one of two wishes counts half',
      {
        niceToHave: [
          { facet: 'topic', code: 'asthma' },
          { facet: 'topic', code: 'copd' },
        ],
      },
      { topics: ['asthma'] },
      'wishes',
      0.5,
    ],
    [
      'a sector that is wanted counts fully',
      { sectors: ['biotechnology'] },
      { sectors: ['biotechnology'] },
      'sector',
      1,
    ],
  ];
  it.each(cases)('%s', (_, brief, person, name, value) => {
    expect(part(score(brief, person), name).value).toBeCloseTo(value, 6);
  });

  it('counts topics that works are indexed under, less than topics that are named, and never against anybody', () => {
    const brief = { topics: ['asthma', 'stroke'] };
    const named = part(score(brief, { topics: ['asthma', 'stroke'] }), 'topics');
    const indexed = part(score(brief, { topics: ['asthma'], workTopics: ['stroke'] }), 'topics');
    const neither = part(score(brief, { topics: ['asthma'] }), 'topics');
    expect(named.value).toBeGreaterThan(indexed.value);
    expect(indexed.value).toBeGreaterThan(neither.value);
    expect(indexed.evidence.map(({ text }) => text)).toContain('Works indexed under stroke');
    const silent = part(score(brief, { workTopics: ['stroke'] }), 'topics');
    expect([silent.unknown, silent.value > 0]).toEqual([false, true]);
    expect(part(score(brief, { topics: ['asthma'], workTopics: ['copd'] }), 'topics').value).toBe(neither.value);
  });

  it('counts the wants of both sides: more of the person than the brief asks for lowers the topic fit a little', () => {
    const focused = part(score({ topics: ['asthma'] }, { topics: ['asthma'] }), 'topics').value;
    const broad = part(score({ topics: ['asthma'] }, { topics: ['asthma', 'stroke'] }), 'topics').value;
    expect(broad).toBeLessThan(focused);
    expect(broad).toBeGreaterThan(0.7);
  });

  it('is ruled out by an unmet must-have or a hit exclusion of either side, with the reason', () => {
    const unmet = score({ mustHave: [{ facet: 'profession', code: 'nurse' }] }, { professions: ['doctor'] });
    expect(unmet).toMatchObject({
      eligible: false,
      ruledOutBy: ['The brief must have nurse, which Ada Nwosu does not state.'],
    });
    expect(unmet.sentence).toMatch(/^No match: The brief must have nurse/);
    const hit = score({ sectors: ['biotechnology'] }, { exclude: [{ facet: 'sector', code: 'biotechnology' }] });
    expect(hit).toMatchObject({ eligible: false, ruledOutBy: ['Ada Nwosu excludes biotechnology.'] });
  });

  it('takes a narrower code as meeting a must-have', () => {
    const condition = { mustHave: [{ facet: 'profession', code: 'allied-health-professional' }], exclude: [] };
    expect(
      unmetConditions(condition, side('academic', { professions: ['physiotherapist'] }), vocabulary).mustHave,
    ).toEqual([]);
    expect(unmetConditions(condition, side('academic', { professions: ['nurse'] }), vocabulary).mustHave).toHaveLength(
      1,
    );
  });

  it('names what is missing and what would change the score most', () => {
    const match = score(
      { topics: ['asthma', 'stroke'], professions: ['nurse'] },
      { topics: ['asthma'], professions: ['doctor'] },
    );
    expect(match.missing).toEqual(expect.arrayContaining(['Topic: stroke', 'nurse']));
    expect(match.changes.length).toBeGreaterThan(0);
    for (const change of match.changes) expect(change.score).toBeGreaterThan(match.score);
  });

  it('discounts somebody whom many have asked by no more than the weight of that part, and says so without a number', () => {
    const asked = (openRequests: number) => score({ topics: ['asthma'] }, { topics: ['asthma'], openRequests });
    const [free, some, many, flooded] = [asked(0), asked(4), asked(10), asked(1_000)];
    const all = free.parts.reduce((sum, { weight }) => sum + weight, 0);
    expect(free.score - some.score).toBeCloseTo((0.5 * weights.parts.demand.weight) / all, 9);
    expect(free.score - many.score).toBeCloseTo(weights.parts.demand.weight / all, 9);
    expect(flooded.score).toBe(many.score);
    expect(part(many, 'demand').reason).toBe('Many requests to Ada Nwosu wait for an answer already.');
    expect(JSON.stringify(flooded)).not.toContain('1000');
    // It is counted for people, and not for what is asked for.
    const found = scoreMatch(side('academic', {}), side('opportunity', {}), null, vocabulary);
    expect(found.parts.map(({ part: name }) => name)).not.toContain('demand');
  });

  it('goes on in lower case after a semicolon, but for names', () => {
    const text: TextFit = {
      value: 0.9,
      evidence: [{ source: 'Inhaler technique', dated: '2024', terms: ['inhaler'], share: 1 }],
    };
    expect(score({ topics: ['asthma'] }, { topics: ['asthma'] }, text).sentence).toBe(
      'Both name asthma; “Inhaler technique” shares inhaler.',
    );
    const two = score({ topics: ['asthma'], engagementTypes: ['a'] }, { topics: ['asthma'], engagementTypes: ['a'] });
    expect(two.sentence).toBe('Both name asthma; both want a.');
  });

  it('quotes a title that is a quotation with single marks inside', () => {
    const source = '“Relief at stopping”: adults on steroids';
    const text: TextFit = { value: 0.9, evidence: [{ source, dated: '2024', terms: ['steroids'], share: 1 }] };
    expect(part(score({}, {}, text), 'text')).toMatchObject({
      reason: '“‘Relief at stopping’: adults on steroids” shares steroids.',
    });
  });

  it('carries the works that speak for it as evidence', () => {
    const text: TextFit = {
      value: 0.6,
      evidence: [{ source: 'Inhaler technique', dated: '2024', terms: ['inhaler', 'adherence'], share: 1 }],
    };
    expect(part(score({}, {}, text), 'text')).toMatchObject({
      value: 0.6,
      reason: '“Inhaler technique” shares inhaler and adherence.',
      evidence: [{ source: 'Inhaler technique', dated: '2024' }],
    });
  });
});

const codes = (...from: string[]) => fc.subarray(from);
const anySide = (kind: MatchSide['kind']) =>
  fc
    .record({
      topics: codes('asthma', 'copd', 'respiratory', 'stroke'),
      engagementTypes: codes('a', 'b', 'c'),
      sectors: codes('biotechnology', 'digital-health'),
      professions: codes('nurse', 'doctor', 'physiotherapist'),
      careerStages: codes('senior', 'doctoral'),
      region: fc.constantFrom(null, 'london', 'north-east'),
      nation: fc.constantFrom(null, 'england', 'wales'),
      placeMode: fc.constantFrom(null, 'remote', 'hybrid', 'on-site'),
      startsOn: fc.constantFrom(null, '2027-01-01', '2027-09-01'),
      fte: fc.constantFrom(null, 0.2, 0.5, 1),
      niceToHave: fc.subarray([
        { facet: 'topic', code: 'asthma' },
        { facet: 'sector', code: 'biotechnology' },
      ]),
    })
    .map((stated) => side(kind, stated));

describe('the numbers of a match', () => {
  it('add up: the score follows from the weights and values of the explanation', () => {
    fc.assert(
      fc.property(anySide('opportunity'), anySide('academic'), (brief, person) => {
        const match = scoreMatch(brief, person, null, vocabulary);
        const all = match.parts.reduce((sum, { weight }) => sum + weight, 0);
        const again = match.parts.reduce((sum, { weight, value }) => sum + weight * value, 0) / all;
        expect(again).toBeCloseTo(match.score, 9);
        expect(match.parts.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(match.score, 9);
        for (const { value } of match.parts) expect(value >= 0 && value <= 1).toBe(true);
      }),
    );
  });

  it('are the same where only the score is asked for, and null where something rules the match out', () => {
    fc.assert(
      fc.property(anySide('opportunity'), anySide('academic'), fc.boolean(), (brief, person, demanding) => {
        const asking = demanding ? { ...brief, mustHave: [{ facet: 'profession', code: 'nurse' }] } : brief;
        const { eligible, score: whole } = scoreMatch(asking, person, null, vocabulary);
        expect(scoreAlone(asking, person, null, vocabulary)).toBe(eligible ? whole : null);
      }),
    );
  });

  it('are the same whenever they are asked for', () => {
    fc.assert(
      fc.property(anySide('opportunity'), anySide('academic'), (brief, person) => {
        expect(scoreMatch(brief, person, null, vocabulary)).toEqual(scoreMatch(brief, person, null, vocabulary));
      }),
    );
  });

  it('name each part once, with the weight that the data says', () => {
    const { parts } = score({}, {});
    expect(Object.fromEntries(parts.map(({ part: name, weight }) => [name, weight]))).toEqual(
      Object.fromEntries(Object.entries(weights.parts).map(([name, { weight }]) => [name, weight])),
    );
  });
});
