import { Inject, Injectable } from '@nestjs/common';
import { isOfficeOf, type Viewer } from '#accounts';
import { Database, once, type Tx } from '#database';
import { badInput, today, written, writtenIfAny } from '#graphql';
import { checkCodes, TaxonomyService } from '#taxonomy';
import { refuseTelling } from './hidden.text.js';
import { type Plan, RequestChecker } from './request.check.js';
import type { RequestTermsInput, SendRequestInput } from './request.inputs.js';
import { RequestListeners } from './request.listeners.js';
import type { RequestProblem, RequestProblems, RequestSent } from './request.problem.js';
import { RequestService } from './request.service.js';
import { insertRequest, type NewRequest } from './sending.inserts.js';
import { duplicate } from './sending.problems.js';
import { lockSender } from './sending.queries.js';

/** Ends the transaction without a trace: nothing was sent, and the key may be used again. */
class NotSent extends Error {
  constructor(readonly problems: RequestProblem[]) {
    super('The request was not sent');
  }
}

/** Sends requests. */
@Injectable()
export class RequestSending {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(TaxonomyService) private readonly taxonomy: TaxonomyService,
    @Inject(RequestChecker) private readonly checker: RequestChecker,
    @Inject(RequestListeners) private readonly listeners: RequestListeners,
    @Inject(RequestService) private readonly requests: RequestService,
  ) {}

  /** Sends a request once for its key, or says what stands against it; a repeat answers with the same request. */
  async send(
    viewer: Viewer,
    input: SendRequestInput,
    fields: ReadonlySet<string>,
  ): Promise<RequestSent | RequestProblems> {
    checkCodes(this.taxonomy.current, 'engagement-type', 'type', input.type);
    const { startsOn } = input.terms ?? {};
    if (startsOn && startsOn < today()) {
      throw badInput('startsOn', `${startsOn} has passed.`, 'Propose a later day, or none.');
    }
    const content = { reason: written('reason', input.reason, { min: 50, max: 600 }), ...termsOf(input.terms) };
    // Planned outside the transaction, which would wait for a second connection; a repeat must not fail on its outcome.
    const planned = this.checker.plan(viewer, input);
    await planned.catch(() => undefined);
    if (!viewer.accountId) return { problems: (await planned).problems };
    const { idempotencyKey, draftId, ...asked } = input;
    const repeatable = { accountId: viewer.accountId, key: idempotencyKey, operation: 'sendRequest', input: asked };
    try {
      const { id } = await this.database.transaction((tx) =>
        once(tx, repeatable, async () => this.write(tx, await planned, input, content, draftId ?? null)),
      );
      return { request: await this.requests.one(viewer, id, fields) };
    } catch (error) {
      if (!(error instanceof NotSent)) throw error;
      return { problems: error.problems };
    }
  }

  private async write(
    tx: Tx,
    plan: Plan,
    input: SendRequestInput,
    content: Pick<NewRequest, 'reason' | 'terms'>,
    draftId: string | null,
  ): Promise<{ id: string }> {
    const { viewer, sender, receiver, opportunity, opportunityOf } = plan;
    await lockSender(tx, sender.id);
    const problems = [...plan.problems, ...(await this.checker.betweenThem(tx, plan))];
    if (problems.some(({ acknowledgeable }) => !(acknowledgeable && input.acknowledgeMismatch))) {
      throw new NotSent(problems);
    }
    if (opportunity?.blind && opportunityOf === 'sender') {
      const { reason, terms } = content;
      await refuseTelling(tx, sender.id, viewer.accountId, { reason, funding: terms.funding, note: terms.note });
    }
    const request: NewRequest = {
      ...content,
      sender,
      receiver,
      senderAccountId: viewer.accountId,
      opportunityId: opportunity?.id ?? null,
      opportunityOf,
      type: input.type,
      mismatch: problems.flatMap(({ criteria }) => criteria.map(({ facet, code }) => ({ facet, code }))),
      mayBeReferred: input.mayBeReferred,
      referredFromId: null,
      offices: plan.offices.map((office) => ({
        ...office,
        // Who works in the office of the own side has approved it by sending it.
        approvedBy: office.side === 'sender' && isOfficeOf(viewer, office.organisationId) ? viewer.accountId : null,
      })),
    };
    const news = await insertRequest(tx, request);
    // Somebody on the other side was faster with a request of their own.
    if (!news) throw new NotSent([duplicate(null)]);
    if (draftId) {
      await tx.affected('DELETE FROM request_draft WHERE id = $1 AND account_id = $2', [draftId, viewer.accountId]);
    }
    await this.listeners.tell(tx, news);
    return { id: news.requestId };
  }
}

/** The terms as they are stored. */
const termsOf = (terms: RequestTermsInput | null | undefined): Pick<NewRequest, 'terms'> => ({
  terms: {
    startsOn: terms?.startsOn ?? null,
    lengthMonths: terms?.lengthMonths ?? null,
    fte: terms?.fte ?? null,
    placeMode: terms?.placeMode ?? null,
    funding: writtenIfAny('funding', terms?.funding, 500),
    note: writtenIfAny('note', terms?.note, 1_000),
  },
});
