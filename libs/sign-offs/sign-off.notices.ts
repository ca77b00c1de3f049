import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Sql } from '#database';
import { type Notice, type NoticeWords, type NotificationSubject, NotificationSubjects } from '#notifications';

interface Row {
  id: string;
  collaborationId: string;
  label: string;
  name: string | null;
  title: string;
  state: string;
  reason: string | null;
}

const verbs: Record<string, string> = {
  'sign-off-approved': 'has approved',
  'sign-off-changes-wanted': 'asks for changes to',
  'sign-off-refused': 'has refused',
};

/** Puts what people are told of sign-offs into words. */
@Injectable()
export class SignOffNotices implements NotificationSubject, OnModuleInit {
  readonly kind = 'sign-off';

  constructor(@Inject(NotificationSubjects) private readonly subjects: NotificationSubjects) {}

  onModuleInit() {
    this.subjects.add(this);
  }

  async words(sql: Sql, notices: readonly Notice[]): Promise<Map<string, NoticeWords>> {
    const rows = await sql.rows<Row>(
      `SELECT s.id, s.collaboration_id AS "collaborationId", s.label, s.approver_name AS name, c.title, s.state, s.reason
       FROM sign_off s JOIN collaboration c ON c.id = s.collaboration_id WHERE s.id = ANY($1::uuid[])`,
      [notices.map(({ subjectId }) => subjectId)],
    );
    const byId = new Map(rows.map((row) => [row.id, row]));
    return new Map(
      notices.flatMap(({ id, kind, subjectId }) => {
        const row = byId.get(subjectId);
        const verb = verbs[kind];
        if (!row || !verb) return [];
        const words: NoticeWords = {
          title: `${row.name ?? row.label} (${row.label}) ${verb} “${row.title}”.`,
          paragraphs: row.reason ? [`“${row.reason}”`] : [],
          action: 'Open the collaboration',
          path: `/collaborations/${row.collaborationId}`,
          current: kind === `sign-off-${row.state}`,
        };
        return [[id, words] as const];
      }),
    );
  }
}
