import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Sql, Tx } from '#database';
import { conflict } from '#graphql';
import {
  type NewNotification,
  type Notice,
  type NoticeWords,
  type NotificationSubject,
  NotificationSubjects,
  notify,
  readAbout,
  unsay,
} from '#notifications';
import { TaxonomyService } from '#taxonomy';
import { noticesOf, type RequestNotice } from './notice.kinds.js';
import { noticeWords } from './notice.words.js';
import { type Concerned, concerned } from './request.audience.js';
import { type RequestHeadline, requestHeadlines } from './request.headline.js';
import { type RequestListener, RequestListeners, type RequestNews } from './request.listeners.js';
import { requestRules } from './request.rules.js';
import { isSide, type RequestState } from './request.states.js';

const subjectKind = 'request';

/** The letters of these wait, so that a decision can be taken back, and a talk that goes on makes no letters. */
const delayed: ReadonlySet<string> = new Set<RequestNotice['kind']>([
  'request-accepted',
  'request-nda-wanted',
  'request-nda-waiting',
  'request-declined',
  'request-message',
]);

/** What was told of a decision that is taken back. What still waits for an NDA was a yes before the no. */
const decisionsBefore = (to: RequestState | null): RequestNotice['kind'][] =>
  to === 'awaiting-nda'
    ? ['request-declined']
    : ['request-accepted', 'request-nda-wanted', 'request-nda-waiting', 'request-declined'];

/** Tells people of requests, and puts what they are told into words. */
@Injectable()
export class RequestNotices implements RequestListener, NotificationSubject, OnModuleInit {
  readonly kind = subjectKind;

  constructor(
    @Inject(RequestListeners) private readonly listeners: RequestListeners,
    @Inject(NotificationSubjects) private readonly subjects: NotificationSubjects,
    @Inject(TaxonomyService) private readonly taxonomy: TaxonomyService,
  ) {}

  onModuleInit() {
    this.listeners.add(this);
    this.subjects.add(this);
  }

  async heard(tx: Tx, news: readonly RequestNews[]): Promise<void> {
    const ids = [...new Set(news.map(({ requestId }) => requestId))];
    const people = await concerned(tx, ids);
    const headlines = await requestHeadlines(tx, ids);
    const notifications = news.flatMap((one) => {
      const headline = headlines.get(one.requestId);
      return headline ? this.toldOf(one, headline, people) : [];
    });
    for (const { requestId, action, to, accountId } of news) {
      if (action === 'undo' && !(await unsay(tx, decisionsBefore(to), requestId))) throw tooLate();
      if (accountId) await readAbout(tx, accountId, subjectKind, [requestId]);
    }
    const now = Date.now();
    const later = notifications.filter(({ kind }) => delayed.has(kind));
    await notify(
      tx,
      notifications.filter(({ kind }) => !delayed.has(kind)),
      { letterAt: new Date(now) },
    );
    await notify(tx, later, { letterAt: new Date(now + requestRules.undoMinutes * 60_000) });
  }

  async opened(tx: Tx, accountId: string, requestIds: readonly string[]): Promise<void> {
    await readAbout(tx, accountId, subjectKind, requestIds);
  }

  async words(sql: Sql, notices: readonly Notice[]): Promise<Map<string, NoticeWords>> {
    const headlines = await requestHeadlines(sql, [...new Set(notices.map(({ subjectId }) => subjectId))]);
    const taxonomy = this.taxonomy.current;
    return new Map(
      notices.flatMap(({ id, kind, subjectId, details }) => {
        const headline = headlines.get(subjectId);
        const { side } = details;
        if (!headline || !isSide(side)) return [];
        const type = taxonomy.term('engagement-type', headline.type)?.label ?? headline.type;
        const words = noticeWords(kind, headline, side, type);
        return words ? [[id, words] as const] : [];
      }),
    );
  }

  /** Everybody on the sides and in the offices that one piece of news is for, but for the one whose news it is. */
  private toldOf(news: RequestNews, headline: RequestHeadline, people: readonly Concerned[]): NewNotification[] {
    const told = new Map<string, NewNotification>();
    for (const { kind, role, duty } of noticesOf(news, headline)) {
      for (const person of people) {
        if (person.requestId !== news.requestId || person.role !== role || person.accountId === news.accountId)
          continue;
        if (duty !== null && person.duty !== duty) continue;
        // Somebody who is in an office and on a side is told once, as the one that the news is for first.
        if (told.has(person.accountId)) continue;
        const { accountId, side } = person;
        told.set(accountId, { accountId, kind, subjectKind, subjectId: news.requestId, details: { side } });
      }
    }
    return [...told.values()];
  }
}

const tooLate = () => conflict('TOO_LATE', 'This can no longer be taken back: the other side has read of it.');
