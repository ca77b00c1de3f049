import type { World } from './prepare.js';

/** What is asked, of the API and (where there is one) of the yardstick, one body a request, taken in turn. */
export interface Scenario {
  api: string[];
  bare: string[] | null;
}

const academic = `id name jobTitle summary profession { code label } topics { code label } employer { id name }`;

const operation = (query: string) => (variables: object) => JSON.stringify({ query, variables });

const profile = operation(`query ($id: ID!) { academic(id: $id) { ${academic} } }`);
const list = operation(
  `query ($filter: AcademicFilter) { academics(first: 20, filter: $filter, sort: "name") { totalCount nodes { ${academic} } } }`,
);
const text = operation(
  `query ($query: String) { academics(first: 20, query: $query) { totalCount nodes { ${academic} } } }`,
);
const matches = (found: string) =>
  operation(
    `query ($for: MatchSubject!) { matches(for: $for, first: 10) { totalCount nodes { score sentence parts { part value points reason } ${found} } } }`,
  );

const words = [
  'asthma',
  'stroke',
  'dementia',
  'diabetes',
  'sepsis',
  'arthritis',
  'epilepsy',
  'psoriasis',
  'glaucoma',
  'midwife',
];
const professions = ['doctor', 'nurse', 'pharmacist', 'dentist', 'midwife'];
const nations = ['england', 'scotland', 'wales'];

/** What is measured: the last two in both directions, a person's briefs and a brief's people. */
export const scenarios = (world: World): Record<string, Scenario> => {
  const pairs = professions.flatMap((profession) => nations.map((nation) => ({ profession, nation })));
  return {
    profile: {
      api: world.academicIds.map((id) => profile({ id })),
      bare: world.academicIds.map((id) => JSON.stringify([id])),
    },
    list: {
      api: pairs.map(({ profession, nation }) => list({ filter: { professions: [profession], nations: [nation] } })),
      bare: pairs.map(({ profession, nation }) => JSON.stringify([profession, nation])),
    },
    text: {
      api: words.map((query) => text({ query: `${query} ` })),
      bare: words.map((query) => JSON.stringify([query])),
    },
    matches: {
      api: [matches('opportunity { id title }')({ for: { kind: 'academic', id: world.ownAcademicId } })],
      bare: null,
    },
    'matches of a brief': {
      api: [matches('academic { id name }')({ for: { kind: 'opportunity', id: world.ownBriefId } })],
      bare: null,
    },
  };
};
