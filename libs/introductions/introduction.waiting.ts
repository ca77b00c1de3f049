import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { isMemberOf, type SignedIn } from '#accounts';
import type { Sql } from '#database';
import { Waiting, type WaitingSource, type WaitingThing } from '#notifications';

/** Introductions that wait for the one in the middle to pass them on, and for the one to be met to answer. */
const waitingSql = `
  SELECT i.id, i.state, ah.name AS asker, mh.name AS middle, coalesce(o.name,
      concat_ws(' ', nullif(t.honorific, ''), nullif(t.given_name, ''), t.family_name)) AS target,
    i.expires_at AS "expiresAt", coalesce(i.passed_on_at, i.created_at) AS since
  FROM introduction i
  JOIN account_holder ah ON ah.id = i.asker_account_id JOIN account_holder mh ON mh.id = i.middle_account_id
  LEFT JOIN academic t ON t.id = i.target_academic_id LEFT JOIN organisation o ON o.id = i.target_organisation_id
  WHERE (i.middle_account_id = $1 AND i.state = 'asked') OR (i.target_id = ANY($2::uuid[]) AND i.state = 'passed-on')
  LIMIT 200`;

interface Row {
  id: string;
  state: 'asked' | 'passed-on';
  asker: string;
  middle: string;
  target: string;
  expiresAt: Date;
  since: Date;
}

/** What waits for people in introductions. */
@Injectable()
export class IntroductionWaiting implements WaitingSource, OnModuleInit {
  constructor(@Inject(Waiting) private readonly waiting: Waiting) {}

  onModuleInit() {
    this.waiting.add(this);
  }

  async waitingFor(sql: Sql, viewer: SignedIn): Promise<WaitingThing[]> {
    const sides = [
      ...(viewer.academicId ? [viewer.academicId] : []),
      ...viewer.memberships.map(({ organisationId }) => organisationId).filter((id) => isMemberOf(viewer, id)),
    ];
    const rows = await sql.rows<Row>(waitingSql, [viewer.accountId, sides]);
    return rows.map(({ id, state, asker, middle, target, expiresAt, since }) => ({
      key: `introduction-${id}`,
      ...(state === 'asked'
        ? {
            title: `Introduce ${asker} to ${target}, or not`,
            detail: 'Nobody else knows of it until you pass it on.',
            path: `/introductions?introduction=${id}`,
          }
        : {
            title: `Answer ${asker}`,
            detail: `${middle} introduces you.`,
            path: `/introductions?role=target&introduction=${id}`,
          }),
      dueAt: expiresAt,
      since,
    }));
  }
}
