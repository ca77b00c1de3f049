import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { startBenchside } from '../../support/benchside.js';
import { traineesYear } from './trainee.story.js';
import type { Stage } from './working.steps.js';

let stage: Stage;

beforeAll(async () => {
  const benchside = await startBenchside({ RATE_LIMIT: 'false' });
  const registrar = await benchside.person({ email: 'kit@benchside.example', platformRole: 'platform-admin' });
  stage = { benchside, registrar };
}, 60_000);
afterAll(() => stage?.benchside.stop());

describe('from a yes to work that is allowed, done and recorded', () => {
  it('a trainee spends a year out of programme with a company, from the search to the return', () =>
    traineesYear(stage));
});
