import { describe, expect, it } from '@jest/globals';
import { exposureOf, type Shown } from './exposure.js';

const person = (id: string, profession: string, nation: string | null = null): Shown => ({
  id,
  profession,
  careerStage: 'senior',
  nation,
});
const people = [person('a', 'nurse'), person('b', 'nurse'), person('c', 'doctor'), person('d', 'doctor', 'wales')];

describe('exposure', () => {
  it('sets the share of places against the share of profiles', () => {
    const { groups, places, neverShown, mostShown, placesOfMostShown } = exposureOf(people, [
      ['a', 'b'],
      ['a', 'c'],
    ]);
    expect({ places, neverShown, mostShown, placesOfMostShown }).toEqual({
      places: 4,
      neverShown: 0.25,
      mostShown: 2,
      placesOfMostShown: 0.5,
    });
    const nurses = groups.profession.find(({ group }) => group === 'nurse');
    expect(nurses).toMatchObject({ directory: 0.5, places: { value: 0.75 }, ratio: { value: 1.5 } });
    expect(groups.nation.map(({ group, ratio }) => [group, ratio.value])).toEqual([
      ['not stated', 1.3333],
      ['wales', 0],
    ]);
  });

  it('is even where everybody is shown alike, and nothing without lists', () => {
    const even = exposureOf(people, [
      ['a', 'c'],
      ['b', 'd'],
    ]);
    expect(even.groups.profession.map(({ ratio }) => ratio.value)).toEqual([1, 1]);
    expect(exposureOf(people, [])).toMatchObject({ briefs: 0, places: 0, neverShown: 1 });
  });
});
