import { describe, expect, it } from '@jest/globals';
import { exposureOf, type Shown } from './exposure.js';

const person = (id: string, profession: string | null): Shown => ({
  ...{ id, profession },
  careerStage: 'senior',
  nation: null,
});

describe('exposure', () => {
  const people = [person('a', 'nurse'), person('b', 'nurse'), person('c', 'doctor'), person('d', null)];

  it('counts the people and the places of each group, the largest first', () => {
    const { groups, ...rest } = exposureOf(people, [['a', 'c'], ['a'], ['a', 'gone']]);
    expect(rest).toEqual({ lists: 3, people: 4, places: 4, neverShown: 2, placesOfMostShown: 3 });
    expect(groups).toEqual([
      { grouping: 'profession', code: 'nurse', people: 2, places: 3 },
      { grouping: 'profession', code: null, people: 1, places: 0 },
      { grouping: 'profession', code: 'doctor', people: 1, places: 1 },
      { grouping: 'careerStage', code: 'senior', people: 4, places: 4 },
      { grouping: 'nation', code: null, people: 4, places: 4 },
    ]);
  });

  it('of nobody is nothing', () => {
    expect(exposureOf([], [])).toMatchObject({ people: 0, places: 0, groups: [] });
  });
});
