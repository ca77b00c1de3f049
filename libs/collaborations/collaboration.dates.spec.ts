import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type RequestsForTests, requestsForTests } from '../requests/testing.js';
import { type CollaborationsForTests, collaborationsIn, withCollaborations } from './testing.js';

let world: RequestsForTests;
let made: CollaborationsForTests;
beforeAll(async () => {
  world = await requestsForTests(withCollaborations);
  made = collaborationsIn(world);
}, 60_000);
afterAll(() => world?.close());

const nextYear = `${new Date().getUTCFullYear() + 1}-03-02`;

it('work does not start before its first day is agreed, and the refusal says where to write it', async () => {
  const { id, sender } = await made.begun();
  await made.move(sender, id, 'start-governance', 'start-agreement');
  const refusal = await made.move(sender, id, 'activate').catch((error) => error);
  expect(refusal).toMatchObject({
    code: 'NOT_READY',
    details: { obstacles: [{ code: 'FIRST_DAY_MISSING', fix: expect.stringContaining('into the terms') }] },
  });
  await made.terms.change(sender, id, 1, { type: 'consultancy', startsOn: nextYear });
  await made.move(sender, id, 'activate');
  expect(await made.service.one(sender, id)).toMatchObject({ state: 'active' });
});

it('work is not completed before it began, and can be ended early', async () => {
  const { id, sender } = await made.begun();
  await made.terms.change(sender, id, 1, { type: 'consultancy', startsOn: nextYear });
  await made.move(sender, id, 'start-governance', 'start-agreement', 'activate');
  expect(await made.service.obstacles(sender, id, 'complete')).toEqual([
    {
      code: 'NOT_BEGUN',
      sentence: expect.stringContaining(`2 March ${nextYear.slice(0, 4)}, which is still to come`),
      fix: expect.stringContaining('end it early'),
    },
  ]);
  await expect(made.move(sender, id, 'complete')).rejects.toMatchObject({ code: 'NOT_READY' });
  const today = new Date().toISOString().slice(0, 10);
  await made.terms.change(sender, id, 2, { type: 'consultancy', startsOn: today });
  await made.move(sender, id, 'complete');
  expect(await made.service.one(sender, id)).toMatchObject({ state: 'completed' });
});
