import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TaxonomyService } from '#taxonomy';
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

    const settings = 'query ($id: ID!) { academic(id: $id) { visibility fieldVisibility { field visibility } } }';
    const own = await person.ask<{ academic: { visibility: string; fieldVisibility: object[] } }>(settings, id);
    expect(own.academic.visibility).toBe('public');
    expect(own.academic.fieldVisibility).toEqual(
      expect.arrayContaining([
        { field: 'want', visibility: 'only-me' },
        { field: 'offer', visibility: 'members' },
        { field: 'summary', visibility: 'public' },
      ]),
    );
    const admin = await benchside.person({ email: 'kit@example.org', platformRole: 'platform-admin' });
    const preview = '{ academic: myProfilePreview(level: "members") { visibility fieldVisibility { field } } }';
    const nothing = { academic: { visibility: null, fieldVisibility: null } };
    expect(await benchside.nobody.ask(settings, id)).toEqual(nothing);
    expect(await admin.ask(settings, id)).toEqual(nothing);
    expect(await person.ask(preview)).toEqual(nothing);
  });

  it('stays readable when the vocabulary has lost a code, and takes no retired one anew', async () => {
    const { database } = benchside;
    const person = await benchside.person({ email: 'lu@example.org', name: 'Lu Pine' });
    const make = 'mutation ($input: CreateAcademicInput!) { made: createAcademic(input: $input) { id version } }';
    const profile = { givenName: 'Lu', familyName: 'Pine', profession: 'nurse', topics: ['interstitial-lung-disease'] };
    const { made } = await person.ask<{ made: { id: string; version: number } }>(make, {
      input: { ...profile, idempotencyKey: 'profile-of-lu' },
    });
    await database.affected(
      `INSERT INTO opportunity (side, academic_id, opportunity_type, title, text, topics, state)
       VALUES ('academic', $1, 'gone-for-good', 'A gone type', 'Nothing to be said of it any more, but here it is.', '{interstitial-lung-disease,gone-topic}', 'published')`,
      [made.id],
    );
    await database.affected(
      `INSERT INTO organisation (slug, name, type, verification) VALUES ('gone', 'Gone Type', 'gone-kind', 'verified')`,
    );
    await benchside.indexed();
    const read = await benchside.nobody.ask(
      `{ opportunities(query: "gone type", first: 10) { nodes { title opportunityType { code label source } topics { code } } }
         organisations(query: "gone type", first: 10) { nodes { name type { code label synonyms } } } }`,
    );
    expect(read).toEqual({
      opportunities: {
        nodes: [
          {
            title: 'A gone type',
            opportunityType: { code: 'gone-for-good', label: 'gone-for-good', source: 'No longer in the vocabulary' },
            topics: [{ code: 'interstitial-lung-disease' }],
          },
        ],
      },
      organisations: {
        nodes: [{ name: 'Gone Type', type: { code: 'gone-kind', label: 'gone-kind', synonyms: [] } }],
      },
    });

    const retire = (retired: boolean, attributes: object) =>
      database.affected(
        `UPDATE taxonomy_term SET retired = $1, attributes = attributes - 'replacedBy' || $2::jsonb
         WHERE scheme = 'topic' AND code = 'interstitial-lung-disease'`,
        [retired, JSON.stringify(attributes)],
      );
    const taxonomy = benchside.app.get(TaxonomyService);
    try {
      await retire(true, { replacedBy: 'asthma' });
      await taxonomy.reload();
      const update = 'mutation ($input: UpdateAcademicInput!) { updateAcademic(input: $input) { topics { code } } }';
      const { updateAcademic } = await person.ask<{ updateAcademic: object }>(update, {
        input: { ...made, topics: ['interstitial-lung-disease', 'psoriasis'] },
      });
      expect(updateAcademic).toEqual({ topics: [{ code: 'interstitial-lung-disease' }, { code: 'psoriasis' }] });
      const other = await benchside.person({ email: 'al@example.org', name: 'Al Pine' });
      const refusal = await other.refused('BAD_INPUT', make, {
        input: { ...profile, idempotencyKey: 'profile-of-al' },
      });
      expect(refusal).toMatchObject({ field: 'topics', fix: 'Use asthma (Asthma) instead.' });
    } finally {
      await retire(false, {});
      await taxonomy.reload();
    }
  });
});
