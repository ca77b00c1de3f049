import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Benchside, startBenchside } from '../support/benchside.js';

let benchside: Benchside;

beforeAll(async () => {
  benchside = await startBenchside();
});
afterAll(() => benchside?.stop());

describe('the directory over HTTP', () => {
  it('is found by everybody once its person has made it', async () => {
    const nurse = await benchside.person({ email: 'ada@example.org', name: 'Ada Nwosu' });
    const made = await nurse.ask<{ createAcademic: { id: string; name: string; topics: { label: string }[] } }>(
      `mutation ($input: CreateAcademicInput!) { createAcademic(input: $input) { id name topics { label } } }`,
      {
        input: {
          idempotencyKey: 'first-profile',
          givenName: 'Ada',
          familyName: 'Nwosu',
          profession: 'nurse',
          careerStage: 'doctoral',
          topics: ['asthma'],
          summary: 'I run nurse-led clinics for severe asthma and study inhaler technique.',
          works: [{ kind: 'publication', title: 'Inhaler technique in severe asthma', year: 2024 }],
        },
      },
    );
    expect(made.createAcademic).toMatchObject({ name: 'Ada Nwosu', topics: [{ label: 'Asthma' }] });
    await benchside.indexed();
    const { academics } = await benchside.nobody.ask<{
      academics: {
        totalCount: number;
        nodes: { id: string; name: string; works: { title: string }[] }[];
        engine: string;
      };
    }>(
      `{ academics(query: "severe asthma inhal", first: 10) { totalCount engine nodes { id name works { title } } facets { name values { code count } } } }`,
    );
    expect(academics.totalCount).toBe(1);
    expect(academics.nodes[0]).toMatchObject({
      id: made.createAcademic.id,
      works: [{ title: 'Inhaler technique in severe asthma' }],
    });
  });

  it('keeps a field private until its person names that field again', async () => {
    const person = await benchside.person({ email: 'mo@example.org', name: 'Mo Adair' });
    const make = 'mutation ($input: CreateAcademicInput!) { createAcademic(input: $input) { id version } }';
    const { createAcademic } = await person.ask<{ createAcademic: { id: string; version: number } }>(make, {
      input: {
        idempotencyKey: 'profile-of-mo',
        givenName: 'Mo',
        familyName: 'Adair',
        profession: 'pharmacist',
        want: 'a quiet word',
        offer: 'a loud one',
        fieldVisibility: [{ field: 'want', visibility: 'only-me' }],
      },
    });
    await person.ask('mutation ($input: UpdateAcademicInput!) { updateAcademic(input: $input) { id } }', {
      input: { ...createAcademic, fieldVisibility: [{ field: 'offer', visibility: 'members' }] },
    });
    const read = 'query ($id: ID!) { academic(id: $id) { want offer } }';
    const id = { id: createAcademic.id };
    expect(await benchside.nobody.ask(read, id)).toEqual({ academic: { want: '', offer: '' } });
    expect(await person.ask(read, id)).toEqual({ academic: { want: 'a quiet word', offer: 'a loud one' } });
  });
});
