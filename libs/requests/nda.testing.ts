import { randomUUID } from 'node:crypto';
import type { Viewer } from '#accounts';
import { ndaTextOn } from './nda.undertaking.js';
import { RequestSigning } from './request.signing.js';
import type { RequestsForTests } from './testing.js';

/** What nobody may read before the NDA is signed. */
export const secret = /Zephyrine|Quillan/i;
export const everything: ReadonlySet<string> = new Set([
  'academic',
  'organisation',
  'opportunity',
  'employer',
  'university',
]);
export const today = () => new Date().toISOString().slice(0, 10);

/** Requests about a blind brief that asks for an NDA, and what people are shown of them. */
export const ndaForTests = (world: RequestsForTests) => {
  const signature = (id: string, changes: object = {}) => ({
    id,
    version: ndaTextOn(today()).version,
    capacity: 'office',
    signatory: 'Olive Office',
    role: 'Head of contracts',
    organisation: 'Redbridge University',
    signedOn: today(),
    idempotencyKey: randomUUID(),
    ...changes,
  });
  const sign = (as: Viewer, id: string, changes: object = {}) =>
    world.app.get(RequestSigning).sign(as, signature(id, changes), everything);

  /** Everything that GraphQL would give somebody of a request and around it. */
  const shown = async (as: Viewer, id: string) => {
    const { sender, receiver, opportunity, offices, nda, ndaOf, contactRule, actions } = await world.requests.one(
      as,
      id,
      everything,
    );
    const request = await world.requests.one(as, id, everything);
    return JSON.stringify([
      { sender, receiver, offices, nda, ndaOf, contactRule, actions },
      opportunity && { organisation: opportunity.organisation, academic: opportunity.academic },
      await world.records.events(as, request),
      await world.records.messages(as, request),
      await world.contacts.ofRequest(as, id),
      (await world.notifications.list(as, { first: 100, unreadOnly: false })).nodes,
    ]);
  };

  const lettersTo = async (as: Viewer) =>
    (await world.sendLetters({ all: true })).filter((letter) => letter.includes(as.email ?? '?')).join('\n');

  /** A company that must not be known, its people, and its blind brief that asks for an NDA. */
  const hiddenCompany = async () => {
    const company = await world.organisation('Zephyrine Therapeutics', { aliases: ['Zephyrine'] });
    const mel = await world.member(company, 'member', 'Quillan Member');
    const brief = await world.opportunity({ organisationId: company }, { blind: true, reveal_after: 'nda' });
    return { company, mel, brief };
  };

  /** A request about the brief to which the company has said yes: the academic who asked is to sign. */
  const answered = async () => {
    const hidden = await hiddenCompany();
    const ada = await world.academic('Ada Adams');
    const { id } = await world.send(ada, { opportunityId: hidden.brief });
    await world.answering.accept(hidden.mel, id, null, world.nothing);
    return { ...hidden, ada, id };
  };

  /** A request of the company to which the academic has said yes, and is to sign next. */
  const offered = async () => {
    const hidden = await hiddenCompany();
    const ada = await world.academic('Ada Adams');
    const offer = { asOrganisationId: hidden.company, toAcademicId: ada.academicId, opportunityId: hidden.brief };
    const { id } = await world.send(hidden.mel, offer);
    await world.answering.accept(ada, id, null, world.nothing);
    return { ...hidden, ada, id };
  };

  const steps = async (id: string) =>
    (await world.events(id)).map(({ action, from, to, side }) => `${side} ${action}: ${from} > ${to}`);

  return { sign, shown, lettersTo, hiddenCompany, answered, offered, steps };
};

export type NdaForTests = ReturnType<typeof ndaForTests>;
