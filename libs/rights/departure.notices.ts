import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Sql, Tx } from '#database';
import { type Notice, type NoticeWords, type NotificationSubject, NotificationSubjects, notify } from '#notifications';
import { bound, type Person } from './person.js';

const subjectKind = 'departure';

/** Meetings and introductions go with either of their people: whoever waits for one is told before it does. */
const waitingSql = `
  SELECT CASE asker_account_id WHEN :account THEN asked_account_id ELSE asker_account_id END AS "accountId",
    'departure-meeting' AS kind, m.id AS "subjectId", s.starts_at AS at
  FROM meeting m LEFT JOIN slot s ON s.id = m.slot_id
  WHERE (m.state = 'asked' OR m.state = 'accepted' AND s.starts_at > now())
    AND (asker_account_id = :account OR asked_account_id = :account)
  UNION ALL
  SELECT asker_account_id, 'departure-introduction', id, NULL FROM introduction
  WHERE state IN ('asked', 'passed-on') AND asker_account_id IS DISTINCT FROM :account
    AND (middle_account_id = :account OR target_academic_id = :profile)`;

/** Tells those who wait for a person that they do not come: nobody is named, and the words need nothing that is gone. */
export const tellOfDeparture = async (tx: Tx, person: Person): Promise<void> => {
  const rows = await tx.rows<{ accountId: string; kind: string; subjectId: string; at: Date | null }>(
    ...bound(waitingSql, person),
  );
  const told = rows.map(({ at, ...row }) => ({
    ...row,
    subjectKind,
    ...(at && { details: { at: at.toISOString() } }),
  }));
  await notify(tx, told, { letterAt: new Date() });
};

const moment = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'short', timeZone: 'Europe/London' });

const wordsOf = ({ kind, details }: Notice): NoticeWords => {
  if (kind === 'departure-introduction') {
    return {
      title: 'An introduction that you asked for is not possible this time',
      paragraphs: [],
      action: 'Open introductions',
      path: '/introductions?role=asker',
      current: true,
    };
  }
  const when = details.at ? ` on ${moment.format(new Date(details.at))}` : '';
  return {
    title: `Somebody whom you were to meet${when} has left Benchside`,
    paragraphs: ['The meeting is called off, and the time is free again.'],
    action: 'Open your meetings',
    path: '/me/meetings',
    current: true,
  };
};

/** Puts into words what is told of people who have left. */
@Injectable()
export class DepartureNotices implements NotificationSubject, OnModuleInit {
  readonly kind = subjectKind;

  constructor(@Inject(NotificationSubjects) private readonly subjects: NotificationSubjects) {}

  onModuleInit() {
    this.subjects.add(this);
  }

  async words(_sql: Sql, notices: readonly Notice[]): Promise<Map<string, NoticeWords>> {
    return new Map(notices.map((notice) => [notice.id, wordsOf(notice)]));
  }
}
