import { describe, expect, it } from '@jest/globals';
import { workIds } from './work.ids.js';

const owner = '11111111-1111-4111-8111-111111111111';
const ids = (...sources: string[]) =>
  workIds(
    'academics',
    owner,
    sources.map((source) => ({ source })),
  );

describe('what a work is known by among the landmarks', () => {
  it('stays when works are put in another order, or one of them goes', () => {
    const [first, second, third] = ids('Inhalers', 'Robots', 'Sleep');
    expect(ids('Sleep', 'Inhalers', 'Robots')).toEqual([third, first, second]);
    expect(ids('Robots', 'Sleep')).toEqual([second, third]);
  });

  it('is another one for each of several works of one heading, and for each owner', () => {
    expect(new Set(ids('Reply', 'Reply', 'Reply')).size).toBe(3);
    expect(workIds('organisations', owner, [{ source: 'Reply' }])).not.toEqual(ids('Reply'));
  });
});
