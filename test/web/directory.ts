import { DirectoryLoader, type DirectoryRecord } from '#importers';
import { Indexer } from '#search';
import type { Benchside } from '../support/benchside.js';

const source = 'demonstration';

const given = ['Ada', 'Omar', 'Grace', 'Rhys', 'Priya', 'Łukasz', 'Niamh', 'Daniel', 'Yewande', 'Mei', 'Tom', 'Sofia'];
const family = ['Nwosu', 'Haddad', 'Whitfield', 'Evans', 'Raman', 'Kowalski', 'Byrne', 'Okafor', 'Adeyemi', 'Chen'];
const places = [
  { city: 'Leeds', region: 'yorkshire-and-the-humber', nation: 'england' },
  { city: 'Cardiff', region: 'wales', nation: 'wales' },
  { city: 'Glasgow', region: 'scotland', nation: 'scotland' },
  { city: 'London', region: 'london', nation: 'england' },
  { city: 'Belfast', region: 'northern-ireland', nation: 'northern-ireland' },
  { city: 'Bristol', region: 'south-west', nation: 'england' },
];
const fields = [
  {
    topics: [
      'asthma',
      'inhaled-therapy',
      'respiratory-disease',
      'allergy',
      'breathlessness-and-chronic-cough',
      'digital-mental-health',
    ],
    text: 'I run clinics for severe asthma and study why inhalers are used wrongly.',
    work: 'Inhaler technique in severe asthma: a cohort of 412 adults',
  },
  {
    topics: ['heart-failure', 'cardiac-rehabilitation', 'atrial-fibrillation', 'cardiac-imaging'],
    text: 'I look after people with heart failure at home and test sensors that warn early.',
    work: 'Remote monitoring after admission with heart failure',
  },
  {
    topics: ['type-2-diabetes', 'diabetes-technology', 'obesity-and-weight-management'],
    text: 'I study how glucose sensors change what people with type 2 diabetes eat.',
    work: 'Continuous glucose sensing in primary care',
  },
  {
    topics: ['stroke-rehabilitation', 'aphasia', 'stroke', 'spasticity'],
    text: 'I help people speak again after a stroke and measure what therapy adds.',
    work: 'Intensive speech therapy in the first year after stroke',
  },
  {
    topics: ['psoriasis', 'eczema', 'teledermatology-and-skin-imaging'],
    text: 'I compare pictures taken at home with what a dermatologist sees.',
    work: 'Home photography for psoriasis: agreement with clinic scores',
  },
];
const professions = ['doctor', 'nurse', 'pharmacist', 'physiotherapist', 'speech-and-language-therapist', 'dentist'];
const stages = ['doctoral', 'early-post-doctoral', 'intermediate', 'senior', 'professor'];
const engagements = [
  'advisory-board',
  'secondment-part-time',
  'collaborative-research',
  'product-evaluation',
  'consultancy',
];
const sectors = ['pharmaceutical', 'medical-technology', 'digital-health', 'biotechnology'];
const companies = [
  'Aerovent',
  'Cardiolume',
  'Glucosphere',
  'Voxwell',
  'Dermata',
  'Inhalix',
  'Pulsegate',
  'Kindred Bio',
];
const hospitals = ['Northmoor University Hospital', 'Taff Vale Health Board', 'Clydeside Hospital', 'Lagan Hospital'];

/** The piece at a place of a list that goes round. */
const at = <Piece>(pieces: readonly Piece[], index: number): Piece => {
  const piece = pieces[index % pieces.length];
  if (piece === undefined) throw new Error('The list is empty');
  return piece;
};

const day = (months: number) => new Date(Date.UTC(2027, months, 1)).toISOString().slice(0, 10);

const organisations = (): DirectoryRecord[] => [
  ...companies.map((name, index): DirectoryRecord => {
    const field = at(fields, index);
    return {
      kind: 'organisation',
      source,
      sourceKey: `company-${index}`,
      name: `${name} Ltd`,
      type: 'company',
      sector: at(sectors, index),
      summary: `${name} makes products for people with ${field.topics[0]?.replaceAll('-', ' ')}.`,
      lookingFor: `Clinicians who see ${field.topics[0]?.replaceAll('-', ' ')} every week and want to shape a product.`,
      topics: field.topics.slice(0, 3),
      engagementTypes: [at(engagements, index), at(engagements, index + 1)],
      size: at(['micro', 'small', 'medium', 'large'] as const, index),
      country: 'GB',
      website: `https://${name.toLowerCase().replace(/\W/g, '')}.example`,
      established: 2004 + index,
      ...at(places, index),
    };
  }),
  ...hospitals.map(
    (name, index): DirectoryRecord => ({
      kind: 'organisation',
      source,
      sourceKey: `hospital-${index}`,
      name,
      type: 'nhs-organisation',
      summary: `${name} looks after a quarter of a million people.`,
      country: 'GB',
      ...at(places, index),
    }),
  ),
];

const academics = (count: number): DirectoryRecord[] =>
  Array.from({ length: count }, (_, index): DirectoryRecord => {
    const field = at(fields, index);
    return {
      kind: 'academic',
      source,
      sourceKey: `academic-${index}`,
      honorific: index % 3 === 0 ? 'Dr' : undefined,
      givenName: at(given, index),
      familyName: at(family, index * 3 + Math.floor(index / 10)),
      profession: at(professions, index),
      careerStage: at(stages, index),
      jobTitle: at(
        ['Consultant and senior lecturer', 'Research nurse', 'Clinical lecturer', 'Honorary professor'],
        index,
      ),
      employer: `hospital-${index % hospitals.length}`,
      summary: `${field.text} I lead a team of ${(index % 7) + 2} and have recruited to ${(index % 5) + 1} trials.`,
      topics: field.topics.slice(index % 2),
      methods: ['Cohort studies', 'Qualitative interviews'],
      offer: 'A clinic with 900 people a year, and a team that has recruited on time in three trials.',
      want: 'A partner who shares the data and lets us publish, whatever comes out.',
      engagementTypes: [at(engagements, index), at(engagements, index + 2)],
      sectors: [at(sectors, index)],
      availableFrom: day(index % 12),
      availableFte: at([0.2, 0.4, 0.5, 1], index),
      placeMode: at(['on-site', 'hybrid', 'remote'], index),
      industryExperience: index % 2 === 0 ? 'A year with a maker of inhalers, two days a week.' : undefined,
      country: 'GB',
      works: Array.from({ length: (index % 4) + 1 }, (_unused, number) => ({
        kind: number === 1 ? ('trial' as const) : ('publication' as const),
        title: number === 0 ? field.work : `${field.work}, part ${number + 1}`,
        year: 2026 - number,
        venue: 'Journal of Clinical Research',
        featured: number === 0,
      })),
      ...at(places, index),
    };
  });

const opportunities = (): DirectoryRecord[] =>
  Array.from({ length: 12 }, (_, index): DirectoryRecord => {
    const field = at(fields, index);
    return {
      kind: 'opportunity',
      source,
      sourceKey: `opportunity-${index}`,
      side: 'company',
      organisation: `company-${index % companies.length}`,
      opportunityType: at(engagements, index),
      title: `${at(['Advise on', 'Help us test', 'Lead a study of', 'Spend a year on'], index)} a ${at(['sensor', 'treatment', 'digital service'], index)} for ${field.topics[0]?.replaceAll('-', ' ')}`,
      summary: `We want to know early whether this works in everyday care for ${field.topics[0]?.replaceAll('-', ' ')}.`,
      text: `We look for a clinician who sees people with ${field.topics[0]?.replaceAll('-', ' ')} every week.\nYou would meet our team once a month, read our plans, and tell us plainly what will not work.\nThe contract, publication and intellectual property are agreed with your employer before anything starts.`,
      topics: field.topics.slice(0, 3),
      sectors: [at(sectors, index)],
      professions: index % 2 === 0 ? ['doctor', 'nurse'] : [],
      careerStages: index % 3 === 0 ? ['senior', 'professor'] : [],
      engagementTypes: [at(engagements, index)],
      mustHave: index % 2 === 0 ? [{ facet: 'topic', code: field.topics[0] ?? 'asthma' }] : [],
      niceToHave: [{ facet: 'nation', code: 'england' }],
      startsOn: day(4 + (index % 6)),
      lengthMonths: at([6, 12, 24], index),
      fte: at([0.1, 0.2, 0.5], index),
      placeMode: at(['hybrid', 'remote', 'on-site'], index),
      funding: at(['Paid at £900 a day', 'Salary and backfill paid', 'Expenses paid'], index),
      deadline: day(3 + (index % 9)),
      blind: index === 5,
      state: 'published',
      ...at(places, index),
    };
  });

/** Made-up people, companies and briefs: enough to see every part of a page. */
export const seedDirectory = async ({ app }: Pick<Benchside, 'app'>, people = 46): Promise<void> => {
  const records = [...organisations(), ...academics(people), ...opportunities()];
  const result = await app.get(DirectoryLoader).load(
    (async function* () {
      yield* records;
    })(),
  );
  if (result.skippedRecords.length > 0) throw new Error(JSON.stringify(result.skippedRecords.slice(0, 3)));
  await app.get(Indexer).refresh();
};

/** Somebody with a profile of their own. */
export const nurse = { email: 'ada@example.org', name: 'Ada Lowell', password: 'seven quiet lanterns' };
/** Somebody who speaks for a company. */
export const scout = { email: 'kit@inhalix.example', name: 'Kit Marlow', password: 'nine patient harbours' };

/** Two people who are signed in: an academic, and one who manages a company that looks for her. */
export const seedPeople = async (benchside: Benchside) => {
  const academic = await benchside.person(nurse);
  const { createAcademic } = await academic.ask<{ createAcademic: { id: string } }>(
    'mutation ($input: CreateAcademicInput!) { createAcademic(input: $input) { id } }',
    {
      input: {
        idempotencyKey: 'the-profile-of-ada',
        givenName: 'Ada',
        familyName: 'Lowell',
        profession: 'nurse',
        careerStage: 'early-post-doctoral',
        jobTitle: 'Respiratory nurse and lecturer',
        city: 'Leeds',
        region: 'yorkshire-and-the-humber',
        nation: 'england',
        summary: 'I run nurse-led clinics for severe asthma and study inhaler technique.',
        topics: ['asthma', 'inhaled-therapy'],
        engagementTypes: ['advisory-board', 'secondment-part-time'],
        sectors: ['pharmaceutical'],
        availableFrom: '2027-04-01',
        availableFte: 0.2,
        works: [{ kind: 'publication', title: 'Inhaler technique in severe asthma', year: 2025, featured: true }],
      },
    },
  );
  const company = await benchside.person(scout);
  const { registerOrganisation } = await company.ask<{ registerOrganisation: { id: string } }>(
    'mutation ($input: RegisterOrganisationInput!) { registerOrganisation(input: $input) { id } }',
    {
      input: {
        idempotencyKey: 'the-company-of-kit',
        name: 'Breathewell Therapeutics Ltd',
        type: 'company',
        sector: 'pharmaceutical',
        summary: 'We make an inhaled treatment for severe asthma.',
        lookingFor: 'Nurses and doctors who see people with severe asthma every week.',
        topics: ['asthma', 'allergy'],
        engagementTypes: ['advisory-board'],
        region: 'yorkshire-and-the-humber',
        nation: 'england',
      },
    },
  );
  await benchside.indexed();
  return { academic, company, academicId: createAcademic.id, organisationId: registerOrganisation.id };
};
