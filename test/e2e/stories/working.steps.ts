import { randomUUID } from 'node:crypto';
import { expect } from '@jest/globals';
import type { Actor, Benchside } from '../../support/benchside.js';
import { letters } from '../../support/collaborating.js';

/** Fields of an input, as they are sent. */
export type Input = Record<string, unknown>;

/** The product, and the person who verifies organisations. */
export interface Stage {
  benchside: Benchside;
  registrar: Actor;
}

/** Two people who have said yes to each other, and where they work together. */
export interface Pair {
  academic: Actor;
  company: Actor;
  collaborationId: string;
}

/** A sign-off as its list shows it. */
export interface ListedSignOff {
  id: string;
  code: string;
  state: string;
  necessary: boolean;
  termsNumber: number | null;
  approverName: string | null;
}

const today = new Date();

/** A day of this year, or of one to come, as YYYY-MM-DD: the stories are told whenever they are run. */
export const dayOf = (yearsAhead: number, monthAndDay: string): string =>
  `${today.getUTCFullYear() + yearsAhead}-${monthAndDay}`;

/** Today, as YYYY-MM-DD. */
export const thisDay = today.toISOString().slice(0, 10);

export const key = (): string => randomUUID();

/** Registers an organisation as `by`, who then looks after it, and has it verified. */
export const organisationOf = async (
  { registrar }: Stage,
  by: Actor,
  input: Input & { name: string; type: string },
) => {
  const { made } = await by.ask<{ made: { id: string } }>(
    'mutation ($input: RegisterOrganisationInput!) { made: registerOrganisation(input: $input) { id } }',
    { input: { idempotencyKey: key(), nation: 'england', ...input } },
  );
  await registrar.ask(
    'mutation ($id: ID!) { verifyOrganisation(organisationId: $id, verification: "verified", evidence: "Its public register") { id } }',
    { id: made.id },
  );
  return made.id;
};

export const profileOf = async (by: Actor, input: Input & { profession: string }) => {
  const { made } = await by.ask<{ made: { id: string } }>(
    'mutation ($input: CreateAcademicInput!) { made: createAcademic(input: $input) { id } }',
    { input: { idempotencyKey: key(), nation: 'england', topics: ['asthma'], ...input } },
  );
  return made.id;
};

/** Writes and publishes a brief, and waits until it can be found. */
export const briefOf = async ({ benchside }: Stage, by: Actor, input: Input & { title: string }) => {
  const { made } = await by.ask<{ made: { id: string } }>(
    'mutation ($input: CreateOpportunityInput!) { made: createOpportunity(input: $input) { id } }',
    { input: { idempotencyKey: key(), topics: ['asthma'], nation: 'england', ...input } },
  );
  await by.ask('mutation ($id: ID!) { publishOpportunity(id: $id) { state } }', { id: made.id });
  await benchside.indexed();
  return made.id;
};

/** Sends a request and answers its id; `state` is where it must then be. */
export const sends = async (by: Actor, input: Input & { type: string; reason: string }, state = 'delivered') => {
  const { sent } = await by.ask<{ sent: { request?: { id: string; state: string }; problems?: object[] } }>(
    `mutation ($input: SendRequestInput!) { sent: sendRequest(input: $input) {
      ... on RequestSent { request { id state } } ... on RequestProblems { problems { code message } } } }`,
    { input: { idempotencyKey: key(), ...input } },
  );
  expect(sent.problems).toBeUndefined();
  expect(sent.request?.state).toBe(state);
  return sent.request?.id ?? '';
};

/** Accepts a request and answers the collaboration that begins with it. */
export const accepts = async (by: Actor, requestId: string) => {
  const { accepted } = await by.ask<{ accepted: { collaborationId: string } }>(
    'mutation ($id: ID!) { accepted: acceptRequest(id: $id) { collaborationId } }',
    { id: requestId },
  );
  expect(accepted.collaborationId).toBeTruthy();
  return accepted.collaborationId;
};

const moving = 'mutation ($input: MoveCollaborationInput!) { moved: moveCollaboration(input: $input) { state } }';

export const moves = async (by: Actor, id: string, action: string) =>
  (await by.ask<{ moved: { state: string } }>(moving, { input: { id, action } })).moved.state;

/** Tries a step, and answers the codes of what stands in its way. */
export const held = async (by: Actor, id: string, action: string) => {
  const { obstacles } = await by.refused('NOT_READY', moving, { input: { id, action } });
  return (obstacles as { code: string }[]).map(({ code }) => code);
};

/** Changes the terms that have the number `basedOn`. */
export const changesTerms = async (by: Actor, id: string, basedOn: number, terms: Input & { type: string }) => {
  const { changed } = await by.ask<{ changed: { number: number } }>(
    'mutation ($input: ChangeTermsInput!) { changed: changeTerms(input: $input) { number } }',
    { input: { id, basedOn, terms } },
  );
  expect(changed.number).toBe(basedOn + 1);
};

export const signOffsOf = async (by: Actor, id: string) =>
  (
    await by.ask<{ list: ListedSignOff[] }>(
      'query ($id: ID!) { list: signOffs(collaborationId: $id) { id code state necessary termsNumber approverName } }',
      { id },
    )
  ).list;

/** A line of the terms that an approver reads. */
export interface ShownLine {
  label: string;
  value: string;
}

/**
 * Asks one person for a sign-off by e-mail; that person follows the link, reads the terms word for word, and decides. Answers
 * what they read.
 */
export const decides = async (
  { benchside }: Pick<Stage, 'benchside'>,
  {
    by,
    id,
    code,
    decision = 'approved',
    reason,
  }: { by: Actor; id: string; code: string; decision?: string; reason?: string },
): Promise<{ who: string; withWhom: string; terms: ShownLine[]; others: ShownLine[] }> => {
  const { nobody } = benchside;
  const email = `${code}.${id.slice(0, 8)}@signs.example`;
  const signOff = (await signOffsOf(by, id)).find((each) => each.code === code);
  await by.ask('mutation ($input: AskSignOffInput!) { askSignOff(input: $input) { state } }', {
    input: { signOffId: signOff?.id, name: 'Dr Pat Lead', email, idempotencyKey: key() },
  });
  const mine = async () => (await letters(benchside)).filter(({ to }) => to === email);
  const token = /\/sign-off#([\w-]+)/.exec((await mine()).at(-1)?.text ?? '')?.[1];
  await nobody.ask('mutation ($token: String!) { sendSignOffCode(token: $token) }', { token });
  const secret = (await mine())
    .filter(({ subject }) => /^\d{6} is/.test(subject))
    .at(-1)
    ?.subject.slice(0, 6);
  const { shown } = await nobody.ask<{ shown: Awaited<ReturnType<typeof decides>> }>(
    `mutation ($token: String!, $code: String) { shown: openSignOff(token: $token, code: $code) {
      who withWhom terms { label value } others { label value } } }`,
    { token, code: secret },
  );
  const said = await nobody.ask('mutation ($input: DecideSignOffInput!) { said: decideSignOff(input: $input) }', {
    input: { token, code: secret, decision, reason },
  });
  expect(said).toEqual({ said: decision });
  return shown;
};

/** Everybody whose approval is necessary gives it, in order. */
export const everybodyApproves = async (stage: Pick<Stage, 'benchside'>, by: Actor, id: string) => {
  const needed = (await signOffsOf(by, id)).filter(({ necessary, state }) => necessary && state !== 'approved');
  for (const { code } of needed) await decides(stage, { by, id, code });
  return needed.map(({ code }) => code);
};

interface Agreement {
  id: string;
  version: number;
  state: string;
}

/** An agreement is drafted, reviewed and recorded as signed by both sides. */
export const sign = async ({ academic, company, collaborationId }: Pair, agreementKind: string) => {
  const act = async (by: Actor, operation: string, type: string, input: object) => {
    const { done } = await by.ask<{ done: Agreement }>(
      `mutation ($input: ${type}!) { done: ${operation}(input: $input) { id version state } }`,
      { input },
    );
    return done;
  };
  const input = { idempotencyKey: key(), collaborationId, agreementKind };
  const { id, ...drafted } = await act(academic, 'draftAgreement', 'DraftAgreementInput', input);
  let { version, state } = drafted;
  ({ version } = await act(company, 'moveAgreement', 'MoveAgreementInput', { id, version, action: 'submit' }));
  for (const [by, signatory] of [
    [academic, 'Research contracts office'],
    [company, 'Sam Okafor, director'],
  ] as const) {
    ({ version, state } = await act(by, 'recordSignature', 'RecordSignatureInput', {
      ...{ id, version, signatory, signatoryRole: 'Signs for this side', signedOn: thisDay },
    }));
  }
  expect(state).toBe('signed');
  return id;
};

/** Fetches a path of the product as somebody. */
export const fetches = async (as: Actor, path: string) => {
  const answer = await as.get(path);
  const bytes = Buffer.from(await answer.arrayBuffer());
  return { status: answer.status, type: answer.headers.get('content-type'), text: bytes.toString('utf8'), bytes };
};

/** Uploads a small PDF as somebody, for a purpose, and answers its id. */
export const uploads = async ({ benchside }: Stage, as: Actor, purpose: string, name: string) => {
  const answer = await fetch(`${benchside.url}/files?purpose=${purpose}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/octet-stream',
      'x-file-name': encodeURIComponent(name),
      cookie: as.cookie,
    },
    body: '%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
  });
  expect(answer.status).toBe(201);
  return ((await answer.json()) as { id: string }).id;
};
