import { randomUUID } from 'node:crypto';
import type { Actor } from '../support/benchside.js';

type Asker = Pick<Actor, 'ask'>;

/** A blind brief of a company, and a request about it to which it has said yes: it waits for an NDA. */
export const waitsForNda = async (company: Asker, organisationId: string, academic: Asker) => {
  const { made } = await company.ask<{ made: { id: string } }>(
    'mutation ($input: CreateOpportunityInput!) { made: createOpportunity(input: $input) { id } }',
    {
      input: {
        ...{ idempotencyKey: randomUUID(), organisationId, blind: true, revealAfter: 'nda' },
        ...{ title: 'A first look at a device for severe asthma', opportunityType: 'consultancy', topics: ['asthma'] },
        text: 'We develop a device for people with severe asthma and look for a nurse who knows how inhalers are used at home.',
      },
    },
  );
  await company.ask('mutation ($id: ID!) { publishOpportunity(id: $id) { state } }', { id: made.id });
  const { sent } = await academic.ask<{ sent: { request: { id: string } } }>(
    'mutation ($input: SendRequestInput!) { sent: sendRequest(input: $input) { ... on RequestSent { request { id } } } }',
    {
      input: {
        ...{ idempotencyKey: randomUUID(), acknowledgeMismatch: true, opportunityId: made.id, type: 'consultancy' },
        reason: 'I visit forty people with severe asthma at home each month, and see what they do with their inhalers.',
      },
    },
  );
  const { id } = sent.request;
  await company.ask('mutation ($id: ID!) { acceptRequest(id: $id) { state } }', { id });
  return { blindBrief: made.id, underNda: id };
};
