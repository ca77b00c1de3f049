import { Inject, Injectable } from '@nestjs/common';
import { isSignedIn, type SignedIn, signedIn, type Viewer } from '#accounts';
import { Database, once, type Tx } from '#database';
import { badInput, conflict, notAllowed, notFound, tooMany, written } from '#graphql';
import type { Meeting } from './meeting.entity.js';
import type { AskAtEventInput } from './meeting.inputs.js';
import { tellOf } from './meeting.notices.js';
import { meetingRules } from './meeting.rules.js';
import { MeetingService } from './meeting.service.js';
import type { AskMentorInput } from './mentor.inputs.js';
import { bookSlot } from './slot.queries.js';

interface Asked {
  kind: Meeting['kind'];
  askedAccountId: string;
  eventId?: string;
  slotId?: string;
  message: string;
}

/** How somebody asks for advice, for a mentor's time, or for a meeting at an event. */
@Injectable()
export class MeetingAsking {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(MeetingService) private readonly meetings: MeetingService,
  ) {}

  /** Asks a mentor in writing, or for one of their open times, which is then kept for the asker until it is answered. */
  async askMentor(viewer: Viewer, input: AskMentorInput): Promise<Meeting> {
    const known = mayAsk(viewer);
    const message = written('message', input.message, { min: 50, max: 600 });
    const { idempotencyKey, ...asked } = input;
    const { id } = await this.database.transaction((tx) =>
      once(tx, { accountId: known.accountId, key: idempotencyKey, operation: 'askMentor', input: asked }, async () => {
        // The mentor's row is locked: who asks at the same moment waits, and counts this question too.
        const mentor = await tx.row<{ accountId: string; mostOpen: number }>(
          `SELECT a.account_id AS "accountId", m.most_open AS "mostOpen" FROM mentor m
             JOIN academic a ON a.id = m.academic_id
             WHERE m.academic_id = $1 AND m.active AND a.account_id IS NOT NULL
               AND (a.visibility <> 'hidden' OR a.account_id = $2) FOR NO KEY UPDATE OF m`,
          [asked.academicId, known.accountId],
        );
        if (!mentor) throw notFound('mentor');
        if (mentor.accountId === known.accountId) throw notAllowed('That is you: ask somebody else.');
        const open = await tx.row<{ count: number }>(
          `SELECT count(*)::int AS count FROM meeting
             WHERE asked_account_id = $1 AND kind <> 'event' AND state = 'asked'`,
          [mentor.accountId],
        );
        if ((open?.count ?? 0) >= mentor.mostOpen) {
          throw conflict('LIMIT_REACHED', 'This mentor has as many open questions as they take: try again later.');
        }
        if (asked.slotId) {
          const theirs = await tx.row('SELECT FROM slot WHERE id = $1 AND account_id = $2 AND event_id IS NULL', [
            asked.slotId,
            mentor.accountId,
          ]);
          if (!theirs) throw notFound('slot');
          if (!(await bookSlot(tx, asked.slotId, mentor.accountId, known.accountId))) {
            throw conflict('TAKEN', 'This time is no longer open: somebody was quicker. Choose another.');
          }
        }
        return this.insert(tx, known, {
          kind: asked.slotId ? 'mentor' : 'advice',
          askedAccountId: mentor.accountId,
          slotId: asked.slotId ?? undefined,
          message,
        });
      }),
    );
    return this.meetings.one(viewer, id);
  }

  /** Asks somebody who goes to the same event, and whom others who go may see. */
  async askAtEvent(viewer: Viewer, input: AskAtEventInput): Promise<Meeting> {
    const known = mayAsk(viewer);
    const message = written('reason', input.reason, { min: 20, max: 300 });
    const { idempotencyKey, ...asked } = input;
    const { id } = await this.database.transaction((tx) =>
      once(tx, { accountId: known.accountId, key: idempotencyKey, operation: 'askAtEvent', input: asked }, async () => {
        // Who does not go knows of nobody who goes.
        const both = await tx.row<{ eventId: string; accountId: string; over: boolean; shared: number }>(
          `SELECT e.id AS "eventId", t.account_id AS "accountId", e.ends_at <= now() AS over,
               (SELECT count(*)::int FROM unnest(o.times) AS time WHERE time = ANY(t.times) AND time > now()) AS shared
             FROM event_attendee t JOIN event e ON e.id = t.event_id AND e.state = 'published'
             JOIN event_attendee o ON o.event_id = e.id AND o.account_id = $2
             WHERE t.id = $1 AND (t.visible OR t.account_id = $2) FOR SHARE OF e`,
          [asked.attendeeId, known.accountId],
        );
        if (!both) throw notFound('attendee');
        if (both.accountId === known.accountId) throw notAllowed('That is you: ask somebody else.');
        if (both.over) throw conflict('TOO_LATE', 'This event is over.');
        if (both.shared === 0) {
          throw conflict('NOT_POSSIBLE', 'You two have no time in common: add to your times at the event first.');
        }
        return this.insert(tx, known, {
          kind: 'event',
          askedAccountId: both.accountId,
          eventId: both.eventId,
          message,
        });
      }),
    );
    return this.meetings.one(viewer, id);
  }

  private async insert(tx: Tx, viewer: SignedIn, asked: Asked): Promise<{ id: string }> {
    await tx.row('SELECT FROM account_holder WHERE id = $1 FOR NO KEY UPDATE', [viewer.accountId]);
    const open = await tx.row<{ count: number; today: number }>(
      `SELECT count(*) FILTER (WHERE state = 'asked')::int AS count,
         count(*) FILTER (WHERE created_at > now() - interval '1 day')::int AS today
       FROM meeting WHERE asker_account_id = $1`,
      [viewer.accountId],
    );
    // Each question is a letter, also where it is withdrawn at once.
    if ((open?.today ?? 0) >= meetingRules.questionsPerPersonPerDay) {
      throw tooMany(
        `You have asked ${meetingRules.questionsPerPersonPerDay} questions within a day: ask again tomorrow.`,
        86_400,
      );
    }
    if ((open?.count ?? 0) >= meetingRules.openQuestionsPerPerson) {
      throw conflict(
        'LIMIT_REACHED',
        `You have ${meetingRules.openQuestionsPerPerson} open questions: wait for answers, or withdraw one.`,
      );
    }
    const made = await tx
      .row<{ id: string }>(
        `INSERT INTO meeting (kind, asker_account_id, asked_account_id, event_id, slot_id, message, expires_at)
         VALUES ($1, $2, $3, $4, $5, $6, least(now() + make_interval(days => $7),
           (SELECT starts_at FROM slot WHERE id = $5), (SELECT ends_at FROM event WHERE id = $4))) RETURNING id`,
        [
          asked.kind,
          viewer.accountId,
          asked.askedAccountId,
          asked.eventId ?? null,
          asked.slotId ?? null,
          asked.message,
          meetingRules.openDays,
        ],
      )
      .catch((error: { constraint?: string }) => {
        if (error.constraint !== 'meeting_open') throw error;
        throw conflict('ALREADY_EXISTS', 'There is already an open question between you two: see your meetings.');
      });
    if (!made) throw new Error('The meeting was not inserted');
    await tellOf(tx, [made.id], 'meeting-asked', viewer.accountId);
    return made;
  }
}

const mayAsk = (viewer: Viewer): SignedIn => {
  const known = signedIn(viewer);
  if (!isSignedIn(viewer) || !viewer.emailVerified) {
    throw notAllowed('Confirm your e-mail address first: people answer those who can be reached.');
  }
  return known;
};

/** What an answer has to be for each kind. */
export const answerFor = (kind: Meeting['kind'], answer: string | null | undefined): string | null => {
  const text = answer === null || answer === undefined ? '' : written('answer', answer, { max: 2_000 });
  if (kind === 'advice' && text.length < 20) {
    throw badInput('answer', 'advice in writing is its answer.', 'Write at least 20 characters.');
  }
  return text || null;
};
