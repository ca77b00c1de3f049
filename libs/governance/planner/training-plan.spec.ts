import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import ICAL from 'ical.js';
import { today } from '#graphql';
import { planCalendar } from '../exports/plan.calendar.js';
import { formDocument, planForm } from '../exports/plan.form.js';
import { governanceRules } from '../rules/rule.set.js';
import { type GovernanceForTests, governanceForTests } from '../testing.js';
import { inWords, monthsAfter } from './dates.js';
import type { SaveTrainingPlanInput, TrainingPlanInput } from './plan.inputs.js';
import { plansPerPerson, TrainingPlanService } from './training-plan.service.js';

let world: GovernanceForTests;
let plans: TrainingPlanService;

beforeAll(async () => {
  world = await governanceForTests();
  plans = world.app.get(TrainingPlanService);
});
afterAll(() => world?.close());

const startsOn = monthsAfter(today(), 14);
const facts: TrainingPlanInput = {
  profession: 'doctor',
  trainingStatus: 'in-programme',
  nation: 'england',
  region: 'kent-surrey-and-sussex',
  firstYear: false,
  finalYear: false,
  startsOn,
  endsOn: monthsAfter(startsOn, 11),
  purpose: 'industry-post',
  visaSponsored: false,
  countsToTraining: false,
};
const planInput = (values: Partial<SaveTrainingPlanInput> = {}): SaveTrainingPlanInput => ({
  name: 'A year with a company',
  facts,
  idempotencyKey: randomUUID(),
  ...values,
});

describe('a plan that is kept', () => {
  it('is its owner’s alone: saved, read, changed and removed', async () => {
    const [ada, eve] = [await world.person(), await world.person()];
    const form = [{ code: 'specialty', value: ' Cardiology ' }];
    const saved = await plans.save(ada, planInput({ form }));
    expect(saved).toMatchObject({ version: 1, facts, form: [{ code: 'specialty', value: 'Cardiology' }] });
    expect((await plans.mine(ada, { first: 10 })).nodes.map(({ id }) => id)).toEqual([saved.id]);
    expect((await plans.mine(eve, { first: 10 })).totalCount).toBe(0);
    for (const attempt of [
      plans.one(eve, saved.id),
      plans.remove(eve, saved.id),
      plans.save(eve, planInput({ id: saved.id, version: 1 })),
    ]) {
      await expect(attempt).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
    const changed = await plans.save(ada, planInput({ id: saved.id, version: 1, name: 'Another name' }));
    expect(changed).toMatchObject({ id: saved.id, version: 2, name: 'Another name' });
    await expect(plans.save(ada, planInput({ id: saved.id, version: 1 }))).rejects.toMatchObject({
      code: 'CHANGED_MEANWHILE',
    });
    expect(await plans.remove(ada, saved.id)).toBe(true);
    await expect(plans.one(ada, saved.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is made once for its key, and there are not more of them than are allowed', async () => {
    const ada = await world.person();
    const input = planInput();
    const [first, second] = await Promise.all([plans.save(ada, input), plans.save(ada, input)]);
    expect(first.id).toBe(second.id);
    const saves = await Promise.allSettled(
      Array.from({ length: plansPerPerson + 2 }, () => plans.save(ada, planInput())),
    );
    expect(saves.filter(({ status }) => status === 'fulfilled')).toHaveLength(plansPerPerson - 1);
    const page = await plans.mine(ada, { first: 15 });
    const rest = await plans.mine(ada, { first: 15, after: page.pageInfo.endCursor });
    expect([page.totalCount, page.nodes.length, rest.nodes.length]).toEqual([plansPerPerson, 15, 5]);
  });

  it.each<[string, Partial<TrainingPlanInput>]>([
    ['endsOn', { endsOn: '2020-01-01' }],
    ['startsOn', { startsOn: '2090-01-01', endsOn: '2091-01-01' }],
    ['endsOn', { endsOn: monthsAfter(startsOn, 200) }],
    ['profession', { profession: 'wizard' }],
    ['region', { region: 'atlantis' }],
    ['nextArcpOn', { nextArcpOn: '1999-01-01' }],
  ])('is refused with a wrong %s', async (field, wrong) => {
    const input = planInput({ facts: { ...facts, ...wrong } });
    await expect(plans.save(await world.person(), input)).rejects.toMatchObject({
      code: 'BAD_INPUT',
      details: { field },
    });
  });
});

describe('the files of a plan', () => {
  const plan = () => plans.facts(facts);

  it('are a calendar of whole days, with names that stay', async () => {
    const read = async (id: string | null) => {
      const { base64, name } = await planCalendar(plan(), plans.advice(facts), id);
      expect(name).toMatch(/\.ics$/);
      const calendar = new ICAL.Component(ICAL.parse(Buffer.from(base64, 'base64').toString()));
      return calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
    };
    const events = await read('plan-1');
    const { timeline } = plans.advice(facts);
    expect(events.map(({ startDate }) => startDate.toString())).toEqual(timeline.map(({ on }) => on));
    expect(events.every(({ startDate }) => startDate.isDate)).toBe(true);
    expect(events[0]?.description).toContain('Source: ');
    const uids = events.map(({ uid }) => uid);
    expect(new Set(uids).size).toBe(uids.length);
    expect((await read('plan-1')).map(({ uid }) => uid)).toEqual(uids);
    expect((await read(null)).map(({ uid }) => uid)).toEqual((await read(null)).map(({ uid }) => uid));
    expect((await read('plan-2')).map(({ uid }) => uid)).not.toEqual(uids);
  });

  it('are the form with every field, filled in as far as it is known', async () => {
    const { form } = governanceRules;
    const advice = plans.advice(facts);
    const document = formDocument(plan(), advice, form, plans.formValues([{ code: 'name', value: 'Ada Ádams' }]));
    const [fields] = document.blocks;
    const rows = fields?.kind === 'facts' ? fields.rows : [];
    expect(rows.map(([label]) => label)).toEqual(form.fields.map(({ label }) => label));
    expect(Object.fromEntries(rows)).toMatchObject({
      Name: 'Ada Ádams',
      'First day': inWords(facts.startsOn),
      'Date of return': inWords(advice.returnsOn),
      'Type of time out of programme': 'Career break (OOPC)',
    });
    const { base64, type } = await planForm(plan(), advice, form, {});
    expect([type, Buffer.from(base64, 'base64').subarray(0, 5).toString()]).toEqual(['application/pdf', '%PDF-']);
    expect(() => plans.formValues([{ code: 'mood', value: 'good' }])).toThrow('form');
  });
});
