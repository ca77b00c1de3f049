import type { Page } from 'puppeteer-core';
import type { Actor, Benchside } from '../support/benchside.js';

/** People who use the pages: a nurse with a profile, a company's scientist, its office, and the platform's administrator. */
export interface People {
  actors: { nurse: Actor; scientist: Actor; officer: Actor; newcomer: Actor; administrator: Actor };
  ids: { academicId: string; organisationId: string; hospitalId: string; opportunityId: string };
}

const register = 'mutation ($input: RegisterOrganisationInput!) { made: registerOrganisation(input: $input) { id } }';
const verify = `mutation ($id: ID!) { verifyOrganisation(organisationId: $id, verification: "verified",
  evidence: "Register of companies, active, 22 November 2026") { id } }`;

export const seedPeople = async (benchside: Benchside): Promise<People> => {
  const nurse = await benchside.person({ email: 'ada.nwosu@example.org', name: 'Ada Nwosu' });
  const scientist = await benchside.person({ email: 'sam@breathe.example', name: 'Sam Okafor' });
  const officer = await benchside.person({ email: 'research.office@moorside.example', name: 'Ines Marsh' });
  const newcomer = await benchside.person({ email: 'lee@example.org', name: 'Lee Ferris' });
  const administrator = await benchside.person({
    email: 'admin@example.org',
    name: 'Kit Moran',
    platformRole: 'platform-admin',
  });
  const made = async (actor: Actor, input: object) =>
    (await actor.ask<{ made: { id: string } }>(register, { input })).made.id;
  const organisationId = await made(scientist, {
    idempotencyKey: 'breathe-devices',
    name: 'Breathe Devices',
    type: 'company',
    sector: 'medical-technology',
    topics: ['asthma', 'inhaled-therapy'],
    engagementTypes: ['consultancy', 'product-evaluation'],
    summary: 'Breathe Devices makes a sensor that tells people with severe asthma how well they inhale.',
    lookingFor: 'Nurses and physicians who teach inhaler technique every week.',
    region: 'north-east',
    nation: 'england',
  });
  const hospitalId = await made(officer, {
    idempotencyKey: 'moorside-hospital',
    name: 'Moorside Teaching Hospital',
    type: 'nhs-organisation',
    region: 'north-east',
    nation: 'england',
  });
  for (const id of [organisationId, hospitalId]) await administrator.ask(verify, { id });
  const { createAcademic } = await nurse.ask<{ createAcademic: { id: string } }>(
    'mutation ($input: CreateAcademicInput!) { createAcademic(input: $input) { id } }',
    {
      input: {
        idempotencyKey: 'profile-of-ada',
        givenName: 'Ada',
        familyName: 'Nwosu',
        profession: 'nurse',
        careerStage: 'doctoral',
        jobTitle: 'Advanced nurse practitioner',
        topics: ['asthma', 'inhaled-therapy'],
        engagementTypes: ['consultancy', 'secondment-part-time'],
        sectors: ['medical-technology'],
        summary: 'I run nurse-led clinics for severe asthma and study inhaler technique.',
        want: 'A partner who lets us publish, whatever comes out.',
        availableFrom: '2027-01-01',
        availableFte: 0.4,
        region: 'north-east',
        nation: 'england',
        works: [{ kind: 'publication', title: 'Teaching inhaler technique in severe asthma', year: 2024 }],
      },
    },
  );
  const { opportunity } = await scientist.ask<{ opportunity: { id: string } }>(
    'mutation ($input: CreateOpportunityInput!) { opportunity: createOpportunity(input: $input) { id } }',
    {
      input: {
        idempotencyKey: 'brief-inhaler-sensor',
        organisationId,
        opportunityType: 'product-evaluation',
        title: 'Nurse adviser for an inhaler sensor',
        summary: 'Try our sensor with the people you teach, and tell us plainly what does not work.',
        text: 'We build a sensor that tells people with severe asthma how well they inhale, and look for a nurse who knows technique.',
        topics: ['asthma'],
        sectors: ['medical-technology'],
        engagementTypes: ['consultancy', 'product-evaluation'],
        mustHave: [{ facet: 'profession', code: 'nurse' }],
        fte: 0.2,
        startsOn: '2027-03-01',
        region: 'north-east',
        nation: 'england',
      },
    },
  );
  await scientist.ask('mutation ($id: ID!) { publishOpportunity(id: $id) { id } }', { id: opportunity.id });
  await benchside.indexed();
  return {
    actors: { nurse, scientist, officer, newcomer, administrator },
    ids: { academicId: createAcademic.id, organisationId, hospitalId, opportunityId: opportunity.id },
  };
};

/** Lets a page of the browser be somebody who has signed in. */
export const signInAs = async (page: Page, url: string, actor: Pick<Actor, 'cookie'>): Promise<void> => {
  const cookies = actor.cookie.split('; ').flatMap((pair) => {
    const at = pair.indexOf('=');
    return at > 0 ? [{ name: pair.slice(0, at), value: pair.slice(at + 1), url }] : [];
  });
  await page
    .browserContext()
    .setCookie(...cookies.map(({ url: _url, ...cookie }) => ({ ...cookie, domain: '127.0.0.1', path: '/' })));
};
