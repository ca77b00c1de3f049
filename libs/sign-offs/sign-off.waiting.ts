import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { SignedIn } from '#accounts';
import { ledSql } from '#collaborations';
import type { Sql } from '#database';
import { Waiting, type WaitingSource, type WaitingThing } from '#notifications';
import { asksSideSql } from './sign-off.queries.js';

/**
 * Of each collaboration in governance: the first approval that the side which somebody leads is to ask for, or to ask for
 * again, and how many more there are. Nothing where it waits for somebody's answer; where every necessary approval is given, the next step.
 */
const waitingSql = `
  WITH led AS (${ledSql}), open AS (
    SELECT s.*, ${asksSideSql} = l.side AS ours, EXISTS (
      SELECT FROM sign_off b WHERE b.collaboration_id = s.collaboration_id AND b.code = ANY(s.after_codes)
        AND b.necessary AND b.state <> 'approved') AS later
    FROM sign_off s JOIN led l ON l.id = s.collaboration_id JOIN collaboration c ON c.id = l.id
    WHERE l.state = 'governance' AND s.necessary AND s.state <> 'approved'
  )
  SELECT l.id AS "collaborationId", l.partner, next.label, next.state, next.name,
    coalesce(next.since, l.updated_at) AS since, coalesce(next.count, 0) AS count
  FROM led l LEFT JOIN LATERAL (
    SELECT o.label, o.state, o.approver_name AS name, coalesce(o.decided_at, o.reopened_at, l.updated_at) AS since,
      count(*) OVER ()::int AS count
    FROM open o WHERE o.collaboration_id = l.id AND o.ours AND o.state <> 'asked' AND NOT o.later ORDER BY o.position LIMIT 1) next ON true
  WHERE l.state = 'governance' AND (next.label IS NOT NULL OR NOT EXISTS (SELECT FROM open o WHERE o.collaboration_id = l.id))`;

interface Row {
  collaborationId: string;
  partner: string;
  /** Null where every necessary approval is given. */
  label: string | null;
  state: string | null;
  name: string | null;
  since: Date;
  /** How many can be asked for now. */
  count: number;
}

const titles: Record<string, (label: string, name: string) => string> = {
  'to-ask': (label) => `Ask for an approval: ${label}`,
  'changes-wanted': (_label, name) => `${name} wants changes before approving`,
  refused: (_label, name) => `${name} has refused: read why`,
};

const wordsOf = ({ partner, label, state, name, count }: Row): Pick<WaitingThing, 'title' | 'detail'> => {
  if (label === null || state === null)
    return { title: `Go on to the agreement with ${partner}`, detail: 'Every approval that is needed is given.' };
  const more = count > 1 ? ` ${count - 1} more can be asked for now.` : '';
  return {
    title: titles[state]?.(label, name ?? 'Somebody') ?? label,
    detail: `For the work with ${partner}.${more}`,
  };
};

/** What waits for those who lead work in governance: approvals to ask for, and the step after the last of them. */
@Injectable()
export class SignOffWaiting implements WaitingSource, OnModuleInit {
  constructor(@Inject(Waiting) private readonly waiting: Waiting) {}

  onModuleInit() {
    this.waiting.add(this);
  }

  async waitingFor(sql: Sql, { accountId }: SignedIn): Promise<WaitingThing[]> {
    const rows = await sql.rows<Row>(waitingSql, [accountId]);
    return rows.map((row) => ({
      key: `sign-offs-${row.collaborationId}`,
      ...wordsOf(row),
      dueAt: null,
      since: row.since,
      path: `/collaborations/${row.collaborationId}#${row.label === null ? 'path' : 'sign-offs'}`,
    }));
  }
}
