import { afterAll, beforeAll, it } from '@jest/globals';
import { describeInBrowser, openBrowser } from '../browser.js';
import { serve } from '../served.js';
import { companysBlindBrief } from './company.story.js';
import { nursesSecondment } from './nurse.story.js';
import { officesApproval } from './office.story.js';
import type { PageStage } from './page.steps.js';
import { professorsAdvice } from './professor.story.js';
import { traineesYear } from './trainee.story.js';

let stage: PageStage;

/** A story takes a minute where nothing else runs: enough on a machine that is ten times slower. */
const most = 600_000;

describeInBrowser('from a search to work that is allowed, done and recorded, on the pages', () => {
  beforeAll(async () => {
    const { benchside } = await serve();
    const registrar = await benchside.person({ email: 'kit@benchside.example', platformRole: 'platform-admin' });
    stage = { benchside, registrar, browser: await openBrowser() };
  }, 300_000);
  afterAll(async () => {
    await stage?.browser.close();
    await stage?.benchside.stop();
  });

  it(
    'a trainee spends a year out of programme with a company, from the search to the return',
    () => traineesYear(stage),
    most,
  );
  it(
    'a professor advises a company that she has declared, and is paid in the open',
    () => professorsAdvice(stage),
    most,
  );
  it('a research nurse works for a company two days a week, and returns', () => nursesSecondment(stage), most);
  it(
    'a company shows itself to one who answers its blind brief, and its device under an NDA',
    () => companysBlindBrief(stage),
    most,
  );
  it('an office approves by its own rules, looks on, and counts what comes of it', () => officesApproval(stage), most);
});
