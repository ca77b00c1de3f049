import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Sql, Tx } from '#database';
import {
  type NewNotification,
  type Notice,
  type NoticeWords,
  type NotificationSubject,
  NotificationSubjects,
  notify,
} from '#notifications';
import { nameOfSide, type RequestSide, requestRules } from '#requests';
import {
  type CollaborationListener,
  CollaborationListeners,
  type CollaborationNews,
} from './collaboration.listeners.js';
import { collaborationAudience } from './collaboration.queries.js';
import {
  type CollaborationState,
  collaborationActions,
  collaborationStateWords,
  isFinal,
} from './collaboration.states.js';

const subjectKind = 'collaboration';

/** What people are told of collaborations. */
export const collaborationNoticeKinds = [
  'collaboration-moved',
  'collaboration-terms',
  'collaboration-message',
  'collaboration-document',
  'collaboration-next-date',
  'collaboration-task',
  'collaboration-task-due',
  'collaboration-person',
  'collaboration-invited',
  'collaboration-followed',
] as const;

type Kind = (typeof collaborationNoticeKinds)[number];

/** What everybody on both sides is told of, but the one who did it. */
const forAll: Record<string, Kind> = {
  ...Object.fromEntries(collaborationActions.map((action) => [action, 'collaboration-moved'])),
  'change-terms': 'collaboration-terms',
  message: 'collaboration-message',
  'add-document': 'collaboration-document',
  'next-date': 'collaboration-next-date',
};

interface Headline {
  id: string;
  title: string;
  state: CollaborationState;
  sender: string;
  receiver: string;
}

const headlinesSql = `
  SELECT c.id, c.title, c.state, ${nameOfSide('sa', 'so')} AS sender, ${nameOfSide('ra', 'ro')} AS receiver FROM collaboration c
  LEFT JOIN academic sa ON sa.id = c.sender_academic_id LEFT JOIN organisation so ON so.id = c.sender_organisation_id
  LEFT JOIN academic ra ON ra.id = c.receiver_academic_id LEFT JOIN organisation ro ON ro.id = c.receiver_organisation_id
  WHERE c.id = ANY($1::uuid[])`;

interface Said {
  title: string;
  paragraphs?: string[];
  action?: string;
  /** Whether a letter is still worth sending. */
  current?: boolean;
}

/** Tells people of collaborations, and puts what they are told into words. */
@Injectable()
export class CollaborationNotices implements CollaborationListener, NotificationSubject, OnModuleInit {
  readonly kind = subjectKind;

  constructor(
    @Inject(CollaborationListeners) private readonly listeners: CollaborationListeners,
    @Inject(NotificationSubjects) private readonly subjects: NotificationSubjects,
  ) {}

  onModuleInit() {
    this.listeners.add(this);
    this.subjects.add(this);
  }

  async heard(tx: Tx, news: CollaborationNews): Promise<void> {
    const { collaborationId: subjectId, action, accountId: actor, details = {} } = news;
    const told = (accountId: string, kind: Kind, side: string): NewNotification => ({
      accountId,
      kind,
      subjectKind,
      subjectId,
      details: { side },
    });
    const now = Date.now();
    // What is written comes in bursts: its letter waits, and is not sent where it was read meanwhile.
    const letterAt = new Date(action === 'message' ? now + requestRules.undoMinutes * 60_000 : now);
    // The other side of a beginning has accepted it, or was told so of the request; one that follows is news.
    const kind = action === 'begin' ? (details.follows ? 'collaboration-followed' : undefined) : forAll[action];
    const alone = this.forOne(action, details);
    const invited = action === 'invite-person' && details.invitedId;
    if (!kind && !alone && !invited) return;
    const people = await collaborationAudience(tx, [subjectId]);
    const all = kind ? people.map(({ accountId, side }) => told(accountId, kind, side)) : [];
    const one = alone
      ? people
          .filter(({ accountId }) => accountId === alone.accountId)
          .map(({ side }) => told(alone.accountId, alone.kind, side))
      : [];
    if (invited) one.push(told(invited, 'collaboration-invited', news.side));
    await notify(
      tx,
      [...all, ...one].filter(({ accountId }) => accountId !== actor),
      { letterAt },
    );
  }

  async words(sql: Sql, notices: readonly Notice[]): Promise<Map<string, NoticeWords>> {
    const ids = [...new Set(notices.map(({ subjectId }) => subjectId))];
    const headlines = new Map((await sql.rows<Headline>(headlinesSql, [ids])).map((one) => [one.id, one]));
    const audience = new Set(
      (await collaborationAudience(sql, ids)).map(
        ({ collaborationId, accountId }) => `${collaborationId} ${accountId}`,
      ),
    );
    const owners = await this.openTasks(sql, notices);
    return new Map(
      notices.flatMap(({ id, kind, subjectId, accountId, details }) => {
        const headline = headlines.get(subjectId);
        const side = details.side === 'sender' || details.side === 'receiver' ? details.side : null;
        const invited = kind === 'collaboration-invited';
        // Whoever has left is told nothing any more of what goes on there.
        if (!headline || !side || !(invited || audience.has(`${subjectId} ${accountId}`))) return [];
        const said = saidOf(kind, headline, side, owners.has(`${subjectId} ${accountId}`));
        if (!said) return [];
        const words: NoticeWords = {
          title: said.title,
          paragraphs: [...(invited ? [] : [`It is about “${headline.title}”.`]), ...(said.paragraphs ?? [])],
          action: said.action ?? 'Open the collaboration',
          path: invited ? '/collaborations' : `/collaborations/${subjectId}`,
          current: said.current ?? true,
        };
        return [[id, words] as const];
      }),
    );
  }

  private forOne(action: string, details: Readonly<Record<string, string>>): { accountId: string; kind: Kind } | null {
    if ((action === 'add-task' || action === 'change-task') && details.ownerId) {
      return { accountId: details.ownerId, kind: 'collaboration-task' };
    }
    if (action === 'add-person' && details.personId)
      return { accountId: details.personId, kind: 'collaboration-person' };
    return null;
  }

  /** Who of them still has an open task in what they were told of. */
  private async openTasks(sql: Sql, notices: readonly Notice[]): Promise<Set<string>> {
    const about = notices.filter(({ kind }) => kind === 'collaboration-task' || kind === 'collaboration-task-due');
    if (about.length === 0) return new Set();
    const rows = await sql.rows<{ key: string }>(
      `SELECT DISTINCT collaboration_id || ' ' || owner_id AS key FROM collaboration_task
       WHERE collaboration_id = ANY($1::uuid[]) AND owner_id = ANY($2::uuid[]) AND done_at IS NULL`,
      [about.map(({ subjectId }) => subjectId), about.map(({ accountId }) => accountId)],
    );
    return new Set(rows.map(({ key }) => key));
  }
}

const saidOf = (kind: string, headline: Headline, side: RequestSide, openTask: boolean): Said | null => {
  const [own, other] = side === 'sender' ? [headline.sender, headline.receiver] : [headline.receiver, headline.sender];
  const open = !isFinal(headline.state);
  switch (kind as Kind) {
    case 'collaboration-moved':
      return { title: `Your collaboration with ${other} ${collaborationStateWords[headline.state]}` };
    case 'collaboration-terms':
      return {
        title: `The terms with ${other} were changed`,
        paragraphs: ['What was approved on the old terms is asked for again.'],
        action: 'Read the terms',
        current: open,
      };
    case 'collaboration-message':
      return { title: `There is a message in your collaboration with ${other}`, action: 'Read the message' };
    case 'collaboration-document':
      return { title: `There is a document in your collaboration with ${other}`, action: 'Look at the documents' };
    case 'collaboration-next-date':
      return { title: `The next date with ${other} was set`, current: open };
    case 'collaboration-task':
      return { title: `A task with ${other} is yours`, action: 'Look at the task', current: open && openTask };
    case 'collaboration-task-due':
      return { title: `A task of yours with ${other} is due`, action: 'Look at the task', current: open && openTask };
    case 'collaboration-person':
      return { title: `You now work on a collaboration of ${own} with ${other}`, current: open };
    case 'collaboration-invited':
      return { title: `${own} asks you to join a collaboration`, action: 'Read and answer', current: open };
    case 'collaboration-followed':
      return {
        title: `${other} would like to go on working with you`,
        paragraphs: ['Another collaboration has begun with the terms of the last one. You can withdraw from it.'],
        current: open,
      };
    default:
      return null;
  }
};
