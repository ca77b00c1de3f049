import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { nobody, type Viewer } from '#accounts';
import { Database, type Tx } from '#database';
import { DomainError } from '#graphql';
import { addJob, type JobHandler } from '#jobs';
import { weights } from '#matching';
import { type RequestListener, RequestListeners, type RequestNews } from '#requests';
import { MatchService, type MatchSubject } from '#search';
import { contextOf } from './judged.match.js';

/** The token of the timed work of feedback, for the worker. */
export const FEEDBACK_JOBS = Symbol('FeedbackJobs');

const job = 'feedback-request-context';

/** Nobody in particular: the platform writes down how two sides fit, whatever either of them shows the other. */
const recorder: Viewer = {
  ...nobody,
  accountId: '00000000-0000-0000-0000-000000000000',
  platformRole: 'platform-admin',
};

interface Asked {
  sender: MatchSubject;
  receiver: MatchSubject;
  opportunityId: string | null;
  opportunityOf: 'sender' | 'receiver' | null;
}

/** Between which two things a request judges the match: the opportunity stands for the side whose it is. */
export const pairOf = ({ sender, receiver, opportunityId, opportunityOf }: Asked): [MatchSubject, MatchSubject] => {
  const opportunity: MatchSubject | null = opportunityId ? { kind: 'opportunity', id: opportunityId } : null;
  return [
    opportunity && opportunityOf === 'sender' ? opportunity : sender,
    opportunity && opportunityOf === 'receiver' ? opportunity : receiver,
  ];
};

/**
 * Keeps how well two sides fitted when one asked the other. What became of the request is read from the request itself
 * when weightings are compared; the fit is worked out in the worker, because sending must not wait for it.
 */
@Injectable()
export class RequestContexts implements OnModuleInit, RequestListener {
  private readonly log = new Logger('Feedback');

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(MatchService) private readonly matching: MatchService,
    @Inject(RequestListeners) private readonly listeners: RequestListeners,
  ) {}

  onModuleInit() {
    this.listeners.add(this);
  }

  async heard(tx: Tx, news: readonly RequestNews[]): Promise<void> {
    for (const { action, requestId } of news) {
      if (action === 'send' || action === 'passed-on') await addJob(tx, job, { requestId });
    }
  }

  handlers(): JobHandler[] {
    return [{ name: job, run: ({ requestId }) => this.keep(String(requestId)) }];
  }

  /** Works out and keeps the fit behind a request; once for each, and not between two of one kind. */
  async keep(requestId: string): Promise<void> {
    const row = await this.database.row<{
      senderAcademicId: string | null;
      senderId: string;
      receiverAcademicId: string | null;
      receiverId: string;
      opportunityId: string | null;
      opportunityOf: 'sender' | 'receiver' | null;
    }>(
      `SELECT sender_academic_id AS "senderAcademicId", sender_id AS "senderId", receiver_academic_id AS "receiverAcademicId",
         receiver_id AS "receiverId", opportunity_id AS "opportunityId", opportunity_of AS "opportunityOf"
       FROM collaboration_request r WHERE id = $1 AND NOT EXISTS (SELECT FROM match_request m WHERE m.request_id = r.id)`,
      [requestId],
    );
    if (!row) return;
    const [asking, other] = pairOf({
      ...row,
      sender: { kind: row.senderAcademicId ? 'academic' : 'organisation', id: row.senderId },
      receiver: { kind: row.receiverAcademicId ? 'academic' : 'organisation', id: row.receiverId },
    });
    if (asking.kind === other.kind) return;
    try {
      const { score, parts, weightsEdition } = contextOf(await this.matching.match(recorder, asking, other), weights);
      await this.database.affected(
        `INSERT INTO match_request (request_id, for_kind, for_id, with_kind, with_id, score, parts, weights_edition)
         SELECT id, $2, $3, $4, $5, $6, $7, $8 FROM collaboration_request WHERE id = $1 ON CONFLICT DO NOTHING`,
        [requestId, asking.kind, asking.id, other.kind, other.id, score, JSON.stringify(parts), weightsEdition],
      );
    } catch (error) {
      // What is gone by now has no fit to keep.
      if (!(error instanceof DomainError)) throw error;
      this.log.warn(`The fit behind request ${requestId} was not kept: ${error.message}`);
    }
  }
}
