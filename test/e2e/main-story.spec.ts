import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Actor, type Benchside, startBenchside } from '../support/benchside.js';

let benchside: Benchside;
let nurse: Actor;
let scientist: Actor;
let stranger: Actor;
let administrator: Actor;

beforeAll(async () => {
  benchside = await startBenchside();
  nurse = await benchside.person({ email: 'ada.nwosu@example.org', name: 'Ada Nwosu' });
  scientist = await benchside.person({ email: 'sam@breathe.example', name: 'Sam Okafor' });
  stranger = await benchside.person({ email: 'lee@example.org', name: 'Lee Ferris' });
  administrator = await benchside.person({
    email: 'admin@example.org',
    name: 'Kit Moran',
    platformRole: 'platform-admin',
  });
});
afterAll(() => benchside?.stop());

const reason =
  'Our inhaler sensor needs somebody who has taught inhaler technique to people with severe asthma, and your trial did just that.';

/** One step of the story; a failure says in which step it was. */
const step = async (name: string, work: () => Promise<void>) => {
  await work().catch((cause) => {
    throw new Error(`Where ${name}`, { cause });
  });
};

it('both sides search, see why they fit, send a request and get an answer', async () => {
  /** What one step leaves for the next. */
  const story = { academicId: '', organisationId: '', opportunityId: '', requestId: '' };

  await step('a nurse makes a profile with a work', async () => {
    const { createAcademic } = await nurse.ask<{ createAcademic: { id: string } }>(
      'mutation ($input: CreateAcademicInput!) { createAcademic(input: $input) { id } }',
      {
        input: {
          idempotencyKey: 'profile-of-ada',
          givenName: 'Ada',
          familyName: 'Nwosu',
          profession: 'nurse',
          careerStage: 'doctoral',
          topics: ['asthma'],
          engagementTypes: ['consultancy', 'secondment-part-time'],
          sectors: ['medical-technology'],
          summary: 'I run nurse-led clinics for severe asthma and study inhaler technique.',
          availableFrom: '2027-01-01',
          availableFte: 0.4,
          region: 'north-east',
          nation: 'england',
          works: [{ kind: 'publication', title: 'Teaching inhaler technique in severe asthma', year: 2024 }],
        },
      },
    );
    story.academicId = createAcademic.id;
  });

  await step('a company registers, is verified, and publishes a brief', async () => {
    const { registerOrganisation } = await scientist.ask<{ registerOrganisation: { id: string; version: number } }>(
      'mutation ($input: RegisterOrganisationInput!) { registerOrganisation(input: $input) { id version } }',
      {
        input: {
          idempotencyKey: 'breathe-devices',
          name: 'Breathe Devices',
          type: 'company',
          sector: 'medical-technology',
          topics: ['asthma'],
          region: 'north-east',
          nation: 'england',
        },
      },
    );
    story.organisationId = registerOrganisation.id;
    const brief = {
      idempotencyKey: 'brief-inhaler-sensor',
      organisationId: story.organisationId,
      opportunityType: 'product-evaluation',
      title: 'Nurse adviser for an inhaler sensor',
      text: 'We build a sensor that tells people with severe asthma how well they inhale, and look for a nurse who knows technique.',
      topics: ['asthma'],
      sectors: ['medical-technology'],
      professions: ['nurse'],
      engagementTypes: ['consultancy'],
      mustHave: [{ facet: 'profession', code: 'nurse' }],
      fte: 0.2,
      startsOn: '2027-03-01',
      region: 'north-east',
      nation: 'england',
    };
    const make = 'mutation ($input: CreateOpportunityInput!) { createOpportunity(input: $input) { id state } }';
    const first = await scientist.ask<{ createOpportunity: { id: string; state: string } }>(make, { input: brief });
    const repeated = await scientist.ask<{ createOpportunity: { id: string } }>(make, { input: brief });
    expect(repeated.createOpportunity.id).toBe(first.createOpportunity.id);
    expect(first.createOpportunity.state).toBe('draft');
    story.opportunityId = first.createOpportunity.id;

    const publish = 'mutation ($id: ID!) { publishOpportunity(id: $id) { state } }';
    await scientist.refused('NOT_ALLOWED', publish, { id: story.opportunityId });
    await administrator.ask(
      `mutation ($id: ID!) { verifyOrganisation(organisationId: $id, verification: "verified",
        evidence: "Register of companies, active, 22 November 2026") { verification } }`,
      { id: story.organisationId },
    );
    const published = await scientist.ask<{ publishOpportunity: { state: string } }>(publish, {
      id: story.opportunityId,
    });
    expect(published.publishOpportunity.state).toBe('published');
    await benchside.indexed();
  });

  await step('each finds the other, and reads why', async () => {
    const { opportunities } = await nurse.ask<{
      opportunities: {
        totalCount: number;
        edges: { node: { id: string }; match: { eligible: boolean; sentence: string } }[];
      };
    }>(
      `{ opportunities(query: "inhaler sensr", first: 5) { totalCount edges { node { id } match { eligible sentence } } } }`,
    );
    expect(opportunities.edges[0]).toMatchObject({ node: { id: story.opportunityId }, match: { eligible: true } });
    expect(opportunities.edges[0]?.match.sentence).toContain('Asthma');

    const { matches } = await scientist.ask<{
      matches: {
        totalCount: number;
        nodes: {
          rank: number;
          score: number;
          sentence: string;
          academic: { id: string };
          parts: { part: string; points: number; value: number; weight: number }[];
        }[];
      };
    }>(
      `query ($for: MatchSubject!) { matches(for: $for, first: 5) { totalCount nodes {
        rank score sentence academic { id } parts { part label weight value points reason evidence { text source dated } } } } }`,
      { for: { kind: 'opportunity', id: story.opportunityId } },
    );
    const [best] = matches.nodes;
    expect(best).toMatchObject({ rank: 1, academic: { id: story.academicId } });
    const points = best?.parts.reduce((sum, part) => sum + part.points, 0);
    expect(points).toBeCloseTo(best?.score ?? -1, 6);
  });

  await step('nobody sees matches who has no business with them', async () => {
    const query = 'query ($for: MatchSubject!) { matches(for: $for, first: 5) { totalCount } }';
    const subject = { for: { kind: 'opportunity', id: story.opportunityId } };
    await benchside.nobody.refused('SIGN_IN_NEEDED', query, subject);
    await stranger.refused('NOT_ALLOWED', query, subject);
  });

  const send = `mutation ($input: SendRequestInput!) { sendRequest(input: $input) {
    __typename ... on RequestSent { request { id state contact { email } contactRule } }
    ... on RequestProblems { problems { code message fix } } } }`;

  await step('the company asks the nurse, once', async () => {
    const input = {
      idempotencyKey: 'ask-ada-once',
      asOrganisationId: story.organisationId,
      toAcademicId: story.academicId,
      opportunityId: story.opportunityId,
      type: 'consultancy',
      reason,
    };
    const sent = await scientist.ask<{
      sendRequest: { __typename: string; request: { id: string; state: string; contact: null } };
    }>(send, { input });
    expect(sent.sendRequest).toMatchObject({
      __typename: 'RequestSent',
      request: { state: 'delivered', contact: null },
    });
    story.requestId = sent.sendRequest.request.id;

    const repeated = await scientist.ask<typeof sent>(send, { input });
    expect(repeated.sendRequest.request.id).toBe(story.requestId);
    const again = await scientist.ask<{ sendRequest: { problems: { code: string }[] } }>(send, {
      input: { ...input, idempotencyKey: 'ask-ada-again' },
    });
    expect(again.sendRequest.problems.map(({ code }) => code)).toContain('duplicate');
  });

  await step('the nurse is told, reads it, and accepts; only then do both see how to reach each other', async () => {
    const told = await nurse.ask<{ notifications: { nodes: { title: string }[] } }>(
      '{ notifications(first: 5) { nodes { kind title } } }',
    );
    expect(told.notifications.nodes).toHaveLength(1);
    const contact = 'query ($id: ID!) { request(id: $id) { state contact { name email } messages { text } } }';
    type Request = { request: { state: string; contact: { email: string } | null; messages: { text: string }[] } };
    const before = await scientist.ask<Request>(contact, { id: story.requestId });
    expect(before.request.contact).toBeNull();
    await stranger.refused('NOT_FOUND', contact, { id: story.requestId });
    const accept = 'mutation ($id: ID!) { acceptRequest(id: $id) { state } }';
    await scientist.refused('NOT_ALLOWED', accept, { id: story.requestId }).catch(() => undefined);
    const accepted = await nurse.ask<{ acceptRequest: { state: string } }>(accept, { id: story.requestId });
    expect(accepted.acceptRequest.state).toBe('accepted');
    const theirs = await scientist.ask<Request>(contact, { id: story.requestId });
    expect(theirs.request).toMatchObject({ state: 'accepted', contact: { email: 'ada.nwosu@example.org' } });
    const ours = await nurse.ask<Request>(contact, { id: story.requestId });
    expect(ours.request.contact?.email).toBe('sam@breathe.example');
  });

  await step('they write to each other', async () => {
    await nurse.ask('mutation ($input: PostRequestMessageInput!) { postRequestMessage(input: $input) { id } }', {
      input: { requestId: story.requestId, idempotencyKey: 'first-message', text: 'Happy to talk next week.' },
    });
    const { request } = await scientist.ask<{
      request: { messages: { text: string; mine: boolean }[]; unread: number };
    }>('query ($id: ID!) { request(id: $id) { unread messages { text mine } } }', { id: story.requestId });
    expect(request.messages.at(-1)).toMatchObject({ text: 'Happy to talk next week.', mine: false });
  });
});
