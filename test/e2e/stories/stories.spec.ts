import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { startBenchside } from '../../support/benchside.js';
import { companysBlindBrief } from './company.story.js';
import { nursesSecondment } from './nurse.story.js';
import { officesApproval } from './office.story.js';
import { professorsAdvice } from './professor.story.js';
import { traineesYear } from './trainee.story.js';
import type { Stage } from './working.steps.js';

let stage: Stage;

beforeAll(async () => {
  const benchside = await startBenchside({ RATE_LIMIT: 'false' });
  const registrar = await benchside.person({ email: 'kit@benchside.example', platformRole: 'platform-admin' });
  stage = { benchside, registrar };
});
afterAll(() => stage?.benchside.stop());

describe('from a yes to work that is allowed, done and recorded', () => {
  it('a trainee spends a year out of programme with a company, from the search to the return', () =>
    traineesYear(stage));
  it('a professor advises a company that she has declared, and is paid in the open', () => professorsAdvice(stage));
  it('a research nurse works for a company two days a week, and returns', () => nursesSecondment(stage));
  it('a company shows itself to one who answers its blind brief, and its device under an NDA', () =>
    companysBlindBrief(stage));
  it('an office approves by its own rules, looks on, and counts what comes of it', () => officesApproval(stage));
});
