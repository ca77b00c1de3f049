import { type Role, roles, type World } from './access.world.js';

/** The world of the walk, and in it what not everybody may know, each with a word of its own. */
export interface LeakWorld {
  world: World;
  ids: Record<string, string>;
}

const text = 'Somebody who knows severe asthma well is needed for this piece of work.';

/** A way to be shown something, and what is shown there. */
type Shown = [way: string, answer: string];

/** Makes people, companies, briefs and ideas that are hidden, for members, blind, drafts, or careful with their fields. */
export const makeLeakWorld = async (world: World): Promise<LeakWorld> => {
  const ids: Record<string, string> = {};
  const { insert, benchside, actors } = world;
  const { database } = benchside;
  const account = await insert('account_holder', { name: 'Owner', email: 'owner@example.org', email_verified: true });
  const academic = (values: object) =>
    insert('academic', { given_name: 'Ada', profession: 'nurse', topics: ['asthma'], ...values });
  const opportunity = (values: object) =>
    insert('opportunity', {
      title: 'A piece of work',
      opportunity_type: 'consultancy',
      text,
      topics: ['asthma'],
      state: 'published',
      ...values,
    });

  ids.stealth = await insert('organisation', {
    slug: 'stealth-2',
    name: 'Zyxstealth',
    type: 'company',
    topics: ['asthma'],
    verification: 'verified',
    visibility: 'hidden',
  });
  await insert('account_membership', {
    organisation_id: ids.stealth,
    account_id: actors.other.accountId,
    role: 'member',
  });
  ids.partners = await insert('organisation', {
    slug: 'partners',
    name: 'Zyxpartners',
    type: 'company',
    topics: ['asthma'],
    verification: 'verified',
    visibility: 'members',
  });

  ids.hidden = await academic({
    family_name: 'Zyxhidden',
    summary: 'zyxhiddensummary',
    visibility: 'hidden',
    account_id: account,
  });
  ids.members = await academic({ family_name: 'Zyxmembers', visibility: 'members', topics: ['asthma', 'psoriasis'] });
  ids.careful = await academic({
    family_name: 'Careful',
    account_id: null,
    summary: 'zyxonlymesummary',
    offer: 'zyxmembersoffer',
    want: 'A public want.',
    job_title: 'zyxonlymejob',
    orcid: '0000-0002-1825-0097',
    employer_id: world.ids.otherCompany,
    university_id: ids.stealth,
    topics: ['psoriasis'],
    sectors: ['digital-health'],
    region: 'wales',
    available_from: '2027-01-01',
    available_fte: 0.9,
    field_visibility: JSON.stringify({
      summary: 'only-me',
      offer: 'members',
      jobTitle: 'only-me',
      orcid: 'only-me',
      employer: 'only-me',
      topics: 'only-me',
      sectors: 'members',
      place: 'only-me',
      availability: 'only-me',
      works: 'only-me',
    }),
  });
  await database.affected(
    `INSERT INTO academic_work (academic_id, kind, title) VALUES ($1, 'trial', 'zyxonlymework')`,
    [ids.careful],
  );

  ids.draft = await opportunity({
    side: 'company',
    organisation_id: world.ids.company,
    title: 'zyxdraft',
    state: 'draft',
  });
  ids.closed = await opportunity({
    side: 'company',
    organisation_id: world.ids.company,
    title: 'zyxclosed',
    state: 'closed',
  });
  ids.blind = await opportunity({
    side: 'company',
    organisation_id: world.ids.company,
    title: 'zyxblind',
    blind: true,
  });
  ids.blindIdea = await opportunity({
    side: 'academic',
    academic_id: world.ids.claimed,
    title: 'zyxblindidea',
    blind: true,
  });
  ids.hiddenIdea = await opportunity({
    side: 'academic',
    academic_id: ids.hidden,
    title: 'An idea of somebody hidden',
  });
  ids.membersIdea = await opportunity({ side: 'academic', academic_id: ids.members, title: 'An idea for members' });
  ids.stealthBrief = await opportunity({
    side: 'company',
    organisation_id: ids.stealth,
    title: 'A brief of somebody hidden',
  });
  await benchside.indexed();
  return { world, ids };
};

const term = '{ code label }';
const organisation = `{ id name summary topics ${term} }`;
const academic = `{ id name familyName summary offer want jobTitle orcid employer ${organisation} university ${organisation}
  topics ${term} sectors ${term} place { city region ${term} } availability { from fte } works { title } }`;
const opportunity = `{ id title summary text mine organisation ${organisation} academic ${academic} }`;
const match = `{ score sentence missing ruledOutBy sharedTopics ${term} parts { reason evidence { text source } } changes { change } }`;
const found = (node: string) =>
  `{ totalCount facets { name values { code label count } } relaxations { label totalCount } understood { topics ${term} }
     edges { highlights { html } match ${match} node ${node} } }`;

const shown = async ({ world }: LeakWorld, role: Role, query: string, variables: object = {}) =>
  JSON.stringify(await world.actors[role].send(query, variables));

/** The lists that a search finds, whatever they are sorted by. */
export const listsShown = async (all: LeakWorld, role: Role, q: string): Promise<Shown[]> => {
  const nodes = { academics: academic, organisations: organisation, opportunities: opportunity };
  const asked = Object.entries(nodes).flatMap(([name, node]) =>
    ['relevance', 'name', 'newest'].map(async (sort): Promise<Shown> => {
      const query = `query ($q: String) { ${name}(query: $q, first: 50, sort: "${sort}") ${found(node)} }`;
      return [`${name} by ${sort}`, await shown(all, role, query, { q })];
    }),
  );
  return Promise.all(asked);
};

/** Every thing by its id, every pair that is matched, and what is somebody's own. */
export const thingsShown = async (all: LeakWorld, role: Role): Promise<Shown[]> => {
  const { world, ids } = all;
  const everything = Object.entries({ ...world.ids, ...ids });
  const byId = Object.entries({ academic, organisation, opportunity }).flatMap(([kind, node]) =>
    everything.map(
      async ([name, id]): Promise<Shown> => [
        `${kind} ${name}`,
        await shown(all, role, `query ($id: ID!) { ${kind}(id: $id) ${node} }`, { id }),
      ],
    ),
  );
  const side = (kind: string, id = '') => ({ kind, id });
  const pairs = [
    [side('organisation', world.ids.company), side('academic', ids.careful)],
    [side('opportunity', world.ids.brief), side('academic', ids.careful)],
    [side('academic', ids.careful), side('opportunity', ids.blind)],
    [side('academic', world.ids.unclaimed), side('opportunity', ids.draft)],
    [side('organisation', ids.stealth), side('academic', ids.members)],
  ].map(
    async ([a, b], at): Promise<Shown> => [
      `match ${at}`,
      await shown(all, role, `query ($a: MatchSubject!, $b: MatchSubject!) { match(a: $a, b: $b) ${match} }`, { a, b }),
    ],
  );
  const matched = `{ nodes { ${match.slice(1, -1)} academic ${academic} opportunity ${opportunity} organisation ${organisation} } }`;
  const lists = [
    side('academic', world.ids.own),
    side('organisation', world.ids.company),
    side('organisation', world.ids.otherCompany),
  ].map(
    async (subject, at): Promise<Shown> => [
      `matches ${at}`,
      await shown(all, role, `query ($for: MatchSubject!) { matches(for: $for, first: 50) ${matched} }`, {
        for: subject,
      }),
    ],
  );
  const own = `{ myOpportunities ${opportunity} viewer { academic ${academic} memberships { organisation ${organisation} } } }`;
  return [...(await Promise.all([...byId, ...pairs, ...lists])), ['own', await shown(all, role, own)]];
};

/** Words that stand in one place only, and who may read them anywhere. */
export const canaries: Record<string, Role[]> = {
  Zyxhidden: ['platform'],
  zyxhiddensummary: ['platform'],
  Zyxmembers: ['person', 'academic', 'member', 'admin', 'office', 'other', 'platform'],
  Zyxpartners: ['person', 'academic', 'member', 'admin', 'office', 'other', 'platform'],
  Zyxstealth: ['other', 'platform'],
  zyxonlymesummary: [],
  zyxonlymejob: [],
  zyxonlymework: [],
  '0000-0002-1825-0097': [],
  zyxmembersoffer: ['person', 'academic', 'member', 'admin', 'office', 'other', 'platform'],
  zyxdraft: ['member', 'admin', 'office'],
  zyxclosed: [...roles],
};
