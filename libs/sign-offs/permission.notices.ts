import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { isFinal } from '#collaborations';
import type { Sql } from '#database';
import { type Notice, type NoticeWords, type NotificationSubject, NotificationSubjects } from '#notifications';
import { type PermissionHeadline, permissionHeadlines } from './permission.queries.js';

const titles: Record<string, (row: PermissionHeadline) => string> = {
  'permission-asked': ({ organisation, title }) => `“${title}” waits for the permission of ${organisation}.`,
  'permission-given': ({ title }) => `An office has given its permission for “${title}”.`,
  'permission-refused': ({ title }) => `An office does not permit “${title}” on these terms.`,
};

/** Puts what people are told of permissions into words. */
@Injectable()
export class PermissionNotices implements NotificationSubject, OnModuleInit {
  readonly kind = 'policy-permission';

  constructor(@Inject(NotificationSubjects) private readonly subjects: NotificationSubjects) {}

  onModuleInit() {
    this.subjects.add(this);
  }

  async words(sql: Sql, notices: readonly Notice[]): Promise<Map<string, NoticeWords>> {
    const rows = await permissionHeadlines(
      sql,
      notices.map(({ subjectId }) => subjectId),
    );
    const byId = new Map(rows.map((row) => [row.id, row]));
    return new Map(
      notices.flatMap(({ id, kind, subjectId }) => {
        const row = byId.get(subjectId);
        const title = titles[kind];
        if (!row || !title) return [];
        const words: NoticeWords = {
          title: title(row),
          paragraphs: row.reason && kind !== 'permission-asked' ? [`“${row.reason}”`] : [],
          action: 'Open the collaboration',
          path: `/collaborations/${row.collaborationId}`,
          current: row.current && kind === `permission-${row.state}` && !isFinal(row.collaborationState),
        };
        return [[id, words] as const];
      }),
    );
  }
}
