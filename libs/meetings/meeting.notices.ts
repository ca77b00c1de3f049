import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Database, type Sql, type Tx } from '#database';
import { type Notice, type NoticeWords, type NotificationSubject, NotificationSubjects, notify } from '#notifications';
import { type MeetingRow, meetingRows } from './meeting.queries.js';
import { placeWords, timeWords } from './meeting.words.js';
import { peopleOf } from './person.queries.js';

/** What people are told of meetings. */
export const meetingNotices = [
  'meeting-asked',
  'meeting-accepted',
  'meeting-declined',
  'meeting-withdrawn',
  'meeting-expired',
  'meeting-cancelled',
  'meeting-reminder',
] as const;

export type MeetingNotice = (typeof meetingNotices)[number];

/**
 * Tells the people of these meetings, but for the one who did it, in the caller's transaction; by letter too, if they
 * have not read it by then. Only the asker is told that nobody has answered.
 */
export const tellOf = async (
  tx: Tx,
  meetingIds: readonly string[],
  kind: MeetingNotice,
  byAccountId: string | null,
): Promise<void> => {
  const people = await tx.rows<{ id: string; accountId: string }>(
    `SELECT m.id, person AS "accountId" FROM meeting m
     CROSS JOIN LATERAL unnest(ARRAY[m.asker_account_id, m.asked_account_id]) AS person
     WHERE m.id = ANY($1::uuid[]) AND person IS DISTINCT FROM $2::uuid
       AND ($3 <> 'meeting-expired' OR person = m.asker_account_id)`,
    [meetingIds, byAccountId, kind],
  );
  await notify(
    tx,
    people.map(({ id, accountId }) => ({ accountId, kind, subjectKind: 'meeting', subjectId: id })),
    { letterAt: new Date() },
  );
};

interface Told {
  title: string;
  paragraphs: string[];
  current: boolean;
}

/** What somebody is told, from what the meeting is now. */
const told: Record<MeetingNotice, (row: MeetingRow, other: string) => Told> = {
  'meeting-asked': (row, other) => ({
    title:
      row.kind === 'advice'
        ? `${other} asks you for advice`
        : row.kind === 'mentor'
          ? `${other} would like one of your times`
          : `${other} would like to meet you at ${row.eventName}`,
    paragraphs: ['You can accept it, or decline it with a word.'],
    current: row.state === 'asked',
  }),
  'meeting-accepted': (row, other) => ({
    title: row.kind === 'advice' ? `${other} has answered your question` : `${other} will meet you`,
    paragraphs: [],
    current: row.state === 'accepted',
  }),
  'meeting-declined': (row, other) => ({
    title: row.kind === 'advice' ? `${other} cannot help with your question` : `${other} cannot meet you`,
    paragraphs: [],
    current: row.state === 'declined',
  }),
  'meeting-withdrawn': (_, other) => ({ title: `${other} no longer asks to meet you`, paragraphs: [], current: false }),
  'meeting-expired': (row, other) => ({
    title: `${other} has not answered ${row.kind === 'advice' ? 'your question' : 'whether you can meet'}`,
    paragraphs: ['You can ask again, or ask somebody else.'],
    current: row.state === 'expired',
  }),
  'meeting-cancelled': (row, other) => ({
    title: `Your meeting with ${other} is cancelled`,
    paragraphs: [],
    current: row.state === 'cancelled',
  }),
  'meeting-reminder': (row, other) => ({
    title: `You meet ${other} soon`,
    paragraphs: ['If you cannot come, cancel it now, so that the time is not lost.'],
    current: row.state === 'accepted' && row.startsAt !== null && row.startsAt > new Date(),
  }),
};

/** Where its reader finds it. */
const boxOf = ({ state, endsAt }: MeetingRow) => {
  if (state === 'asked') return '?';
  return state === 'accepted' && endsAt !== null && endsAt > new Date() ? '?box=agreed&' : '?box=past&';
};

const isKind = (kind: string): kind is MeetingNotice => meetingNotices.some((known) => known === kind);

/** Puts what people are told of meetings into words. */
@Injectable()
export class MeetingNotices implements NotificationSubject, OnModuleInit {
  readonly kind = 'meeting';

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(NotificationSubjects) private readonly subjects: NotificationSubjects,
  ) {}

  onModuleInit() {
    this.subjects.add(this);
  }

  async words(sql: Sql, notices: readonly Notice[]): Promise<Map<string, NoticeWords>> {
    const rows = await meetingRows(this.database, [...new Set(notices.map(({ subjectId }) => subjectId))], sql);
    const byId = new Map(rows.map((row) => [row.id, row]));
    const people = await peopleOf(
      sql,
      rows.flatMap(({ askerAccountId, askedAccountId }) => [askerAccountId, askedAccountId]),
    );
    return new Map(
      notices.flatMap(({ id, accountId, kind, subjectId }) => {
        const row = byId.get(subjectId);
        if (!row || !isKind(kind)) return [];
        const other = people.get(accountId === row.askerAccountId ? row.askedAccountId : row.askerAccountId);
        const { title, paragraphs, current } = told[kind](row, other?.name ?? 'Somebody');
        const when = row.startsAt && row.state !== 'expired' ? [`${timeWords(row.startsAt)}${placeWords(row)}.`] : [];
        return [
          [
            id,
            {
              title,
              paragraphs: [...when, ...paragraphs],
              action: kind === 'meeting-asked' ? 'Read and answer' : 'See your meetings',
              path: `/me/meetings${boxOf(row)}meeting=${subjectId}`,
              current,
            },
          ] as const,
        ];
      }),
    );
  }
}
