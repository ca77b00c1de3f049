import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { analyse } from './analyse.js';
import { fitEvidence } from './fit-evidence.js';
import { parameters } from './parameters.js';
import { anyText, directoryOf } from './testing.js';
import { fitOf, prepareBrief, rankBriefs, rankPeople, storedBrief, textFit, workFit } from './text-fit.js';

const texts = [
  'asthma inhaler adherence in adults',
  'airway inflammation and asthma',
  'inhaler technique and airway resistance',
  'melanoma biopsy and imaging',
  'stroke rehabilitation at home',
  'statins after stroke',
];

describe('the fit of works to a brief', () => {
  it('is the share of rare terms in common, measured by the usual work', () => {
    // Works of one term each, all of length 1: a term of one work in two is ln 3 rare, and saturation leaves 1.
    const { landmarks, works, lookup } = directoryOf(['asthma', 'stroke']);
    const brief = prepareBrief(analyse('asthma'), lookup, landmarks);
    // Brief: ln 3 / ln 3 = 1. Work: sqrt(ln 3). The usual work: sqrt(ln 3). No neighbourhood with two landmarks and one term.
    expect(landmarks.typicalNorm).toBeCloseTo(Math.sqrt(Math.log(3)), 12);
    expect(workFit(brief, works[0] as (typeof works)[0]).wording).toBeCloseTo(1, 6);
    expect(workFit(brief, works[1] as (typeof works)[0]).wording).toBe(0);
    const wider = prepareBrief(analyse('asthma stroke'), lookup, landmarks);
    expect(workFit(wider, works[0] as (typeof works)[0]).wording).toBeCloseTo(1 / Math.sqrt(2), 6);
  });

  it('is partly wording and partly neighbourhood', () => {
    const { landmarks, works, lookup } = directoryOf(texts);
    const brief = {
      ...prepareBrief(analyse('asthma and airway inflammation'), lookup, landmarks),
      neighbourhoodShare: 0.25,
    };
    const { wording, neighbourhood, fit } = workFit(brief, works[2] as (typeof works)[0]);
    expect(wording).toBeGreaterThan(0);
    expect(neighbourhood).toBeGreaterThan(0);
    expect(fit).toBeCloseTo(0.75 * wording + 0.25 * neighbourhood, 12);
    expect(workFit(brief, { ...(works[2] as (typeof works)[0]), profile: null }).fit).toBeCloseTo(0.75 * wording, 12);
  });

  it('leans on the wording of a short brief, and of a small directory', () => {
    const many = directoryOf(Array.from({ length: 120 }, (_, index) => `word${index} asthma inhaler${index % 7}`));
    const share = (text: string, { lookup, landmarks } = many) =>
      prepareBrief(analyse(text), lookup, landmarks).neighbourhoodShare;
    const words = Array.from({ length: 40 }, (_, index) => `word${index}`);
    expect(share(words.join(' '))).toBeCloseTo(parameters.neighbourhoodShare, 12);
    expect(share(words.slice(0, 3).join(' '))).toBeCloseTo(
      (parameters.neighbourhoodShare * 3) / parameters.fullBriefTerms,
      12,
    );
    expect(share('nothing known')).toBe(0);
    const few = directoryOf(texts);
    expect(share('asthma', few)).toBeCloseTo(
      (parameters.neighbourhoodShare * (1 / 30) * 6) / parameters.fullLandmarks,
      12,
    );
  });

  it('is lower for a brief with more that nobody knows', () => {
    const { landmarks, works, lookup } = directoryOf(texts);
    const plain = prepareBrief(analyse('asthma'), lookup, landmarks);
    const more = prepareBrief(analyse('asthma xenotransplantation'), lookup, landmarks);
    expect(textFit(more, works)).toBeLessThan(textFit(plain, works));
  });

  it('counts a term for less that was taken in the place of an unknown one', () => {
    const { landmarks, works, lookup } = directoryOf(texts);
    const guessing = (term: string) => {
      const found = lookup(term === 'melanom' ? 'melanoma' : term);
      return found && { ...found, guessed: term === 'melanom' };
    };
    const sure = textFit(prepareBrief(analyse('melanoma'), lookup, landmarks), works);
    const guessed = textFit(prepareBrief(analyse('melanom'), guessing, landmarks), works);
    expect(guessed).toBeGreaterThan(0);
    expect(guessed).toBeLessThan(sure);
  });

  it('is a power mean over works: (0.3^3 + 0.6^3) / 2^0.75, cube root', () => {
    expect(fitOf([0.3, 0.6])).toBeCloseTo(((0.027 + 0.216) / 2 ** 0.75) ** (1 / 3), 12);
    expect(fitOf([0.5])).toBeCloseTo(0.5, 12);
    expect(fitOf([])).toBe(0);
    expect(fitOf(new Array(50).fill(1))).toBe(1);
  });

  it('lies between 0 and 1', () => {
    fc.assert(
      fc.property(fc.array(anyText, { minLength: 1, maxLength: 12 }), anyText, (all, asked) => {
        const { landmarks, works, lookup } = directoryOf(all);
        const fit = textFit(prepareBrief(analyse(asked), lookup, landmarks), works);
        expect(fit).toBeGreaterThanOrEqual(0);
        expect(fit).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('is the same number in both directions', () => {
    const { landmarks, works, lookup } = directoryOf(texts);
    const people = [
      { id: 'chest', works: works.slice(0, 3) },
      { id: 'skin', works: works.slice(3, 4) },
      { id: 'brain', works: works.slice(4) },
    ];
    const briefs = ['better inhalers for asthma', 'imaging of melanoma'].map((text) => ({
      id: text,
      brief: prepareBrief(analyse(text), lookup, landmarks),
    }));
    const forBriefs = briefs.flatMap(({ id, brief }) =>
      rankPeople(brief, people).map((each) => [each.id, id, each.fit]),
    );
    const forPeople = people.flatMap(({ id, works: own }) =>
      rankBriefs(own, briefs).map((each) => [id, each.id, each.fit]),
    );
    expect(forPeople.sort()).toEqual(forBriefs.sort());
    expect(rankPeople(briefs[0]?.brief as (typeof briefs)[0]['brief'], people)[0]?.id).toBe('chest');
    expect(rankPeople(briefs[1]?.brief as (typeof briefs)[0]['brief'], people)[0]?.id).toBe('skin');
  });

  it('sees one field where no word is shared, by the works near to both', () => {
    // 120 works of two fields; within a field every work shares words with others, but the first and last share none.
    const words = (field: string) =>
      Array.from({ length: 40 }, (_, index) => `${field}word${'abcdefghij'[index % 10]}${index}`);
    const chain = (field: string) =>
      Array.from({ length: 60 }, (_, index) =>
        words(field)
          .slice(index % 30, (index % 30) + 10)
          .join(' '),
      );
    const { landmarks, works, lookup } = directoryOf([...chain('lung'), ...chain('skin')]);
    const brief = {
      ...prepareBrief(analyse(words('lung').slice(0, 10).join(' ')), lookup, landmarks),
      neighbourhoodShare: 0.5,
    };
    const [lung, skin] = [works[12], works[72]].map((work) => workFit(brief, work as (typeof works)[0]));
    expect(lung?.wording).toBe(0);
    expect(lung?.fit).toBeGreaterThan(0);
    expect(skin?.fit).toBe(0);
  });
});

describe('the evidence of a fit', () => {
  it('names the works and terms that made it, the weightiest first', () => {
    const { landmarks, works, lookup } = directoryOf(texts);
    const brief = prepareBrief(analyse('Inhalers for asthma'), lookup, landmarks);
    const { works: evidence } = fitEvidence(brief, works);
    expect(evidence[0]?.work).toBe(0);
    expect(evidence[0]?.terms.map(({ term }) => term).sort()).toEqual(['asthma', 'inhalers']);
    expect(evidence.map(({ work }) => work).sort()).toEqual([0, 1, 2]);
  });

  it('shows words as the brief writes them, and no part of a compound beside it', () => {
    const { landmarks, works, lookup } = directoryOf(['anti-TSLP in asthma', 'IL-13 in asthma', 'TSLP and eczema']);
    const words = (text: string) =>
      fitEvidence(prepareBrief(analyse(text), lookup, landmarks), works)
        .works.sort((a, b) => a.work - b.work)
        .map(({ terms }) => terms.flatMap(({ term }) => term ?? []).sort());
    expect(words('Anti-TSLP or anti-IL-5 for Asthma')).toEqual([['Anti-TSLP', 'Asthma'], ['Asthma'], ['TSLP']]);
  });

  it('adds up to the fit, by works and by terms and landmarks', () => {
    fc.assert(
      fc.property(
        fc.array(anyText, { minLength: 1, maxLength: 12 }),
        anyText,
        fc.double({ min: 0, max: 0.5, noNaN: true }),
        (all, asked, share) => {
          const { landmarks, works, lookup } = directoryOf(all);
          const brief = { ...prepareBrief(analyse(asked), lookup, landmarks), neighbourhoodShare: share };
          const { fit, works: evidence } = fitEvidence(brief, works);
          const sum = (list: { points: number }[]) => list.reduce((total, { points }) => total + points, 0);
          expect(fit).toBe(textFit(brief, works));
          expect(sum(evidence)).toBeCloseTo(fit, 6);
          for (const work of evidence) expect(sum(work.terms) + sum(work.landmarks)).toBeCloseTo(work.points, 6);
        },
      ),
    );
  });

  it('is nothing where nothing fits', () => {
    const { landmarks, works, lookup } = directoryOf(texts);
    expect(fitEvidence(prepareBrief(analyse('knitting'), lookup, landmarks), works)).toEqual({ fit: 0, works: [] });
  });
});

describe('a stored text as a brief', () => {
  it('fits like the text itself', () => {
    const { landmarks, works, lookup } = directoryOf(texts);
    texts.forEach((text, index) => {
      const vector = works[index]?.vector;
      if (!vector) throw new Error('A text has no vector');
      const live = textFit(prepareBrief(analyse(text), lookup, landmarks), works);
      expect(textFit(storedBrief(vector, null, landmarks), works)).toBeCloseTo(live, 9);
    });
  });
});
