import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Sql } from '#database';
import { dayInWords, pounds, today } from '#graphql';
import { type Notice, type NoticeWords, type NotificationSubject, NotificationSubjects } from '#notifications';
import { confirmBy } from './declaration.rules.js';
import { interestsSubject } from './interest.declaring.js';
import { transferSubject } from './transfer.recording.js';

/** How the yearly confirmation reads to the one who is reminded of it. */
const dueWords = async (sql: Sql, notices: readonly Notice[]) => {
  const rows = await sql.rows<{ accountId: string; confirmedOn: string }>(
    `SELECT account_id AS "accountId", min(confirmed_on) AS "confirmedOn" FROM interest_declaration
     WHERE account_id = ANY($1::uuid[]) AND state = 'current' GROUP BY account_id`,
    [notices.map(({ subjectId }) => subjectId)],
  );
  const since = new Map(rows.map(({ accountId, confirmedOn }) => [accountId, confirmedOn]));
  const words = (confirmedOn: string): NoticeWords => {
    const by = confirmBy(confirmedOn);
    const late = by < today();
    return {
      title: `Confirm your declarations of interest: ${late ? 'they were due on' : 'they are due by'} ${dayInWords(by)}.`,
      paragraphs: ['Read what you have declared, change what is no longer so, and confirm the rest with one button.'],
      action: 'Read and confirm',
      path: '/me/interests',
      current: true,
    };
  };
  return notices.flatMap(({ id, subjectId }) => {
    const confirmedOn = since.get(subjectId);
    return confirmedOn ? [[id, words(confirmedOn)] as const] : [];
  });
};

interface Told {
  id: string;
  organisationId: string;
  organisation: string;
  recipientOrganisationId: string | null;
  recipient: string | null;
  pence: number;
  paidOn: string;
  consent: string;
  state: string;
}

/** How a transfer reads to the one who got it. */
const toRecipient = (kind: string, told: Told): NoticeWords => {
  const what = `${pounds(told.pence)} on ${dayInWords(told.paidOn)}`;
  const recorded = kind === 'transfer-recorded';
  return {
    title: recorded
      ? `${told.organisation} has recorded a transfer of value to you: ${what}.`
      : `${told.organisation} has corrected a transfer of value to you: ${what}.`,
    paragraphs: recorded
      ? [
          'Say whether you agree to be named when it is disclosed, or what is wrong with it. Without your consent it is disclosed without your name.',
        ]
      : ['If it is still wrong, say so.'],
    action: 'Look at it',
    path: told.recipientOrganisationId ? `/office/${told.recipientOrganisationId}/interests` : '/me/interests',
    current: !recorded || told.consent === 'asked',
  };
};

const toCompany = (told: Told): NoticeWords => ({
  title: `${told.recipient ?? 'A recipient'} says that a transfer of value is wrong: ${pounds(told.pence)} on ${dayInWords(told.paidOn)}.`,
  paragraphs: ['Read what they say, and correct it or talk to them.'],
  action: 'Open the transfers',
  path: `/organisations/${told.organisationId}/transfers`,
  current: told.state === 'disputed',
});

const transferWords = async (sql: Sql, notices: readonly Notice[]) => {
  const rows = await sql.rows<Told>(
    `SELECT t.id, t.organisation_id AS "organisationId", o.name AS organisation, r.id AS "recipientOrganisationId",
       CASE WHEN a.id IS NOT NULL THEN concat_ws(' ', nullif(a.given_name, ''), a.family_name) ELSE r.name END AS recipient,
       t.amount_pence AS pence, t.paid_on AS "paidOn", t.consent, t.state
     FROM transfer_of_value t JOIN organisation o ON o.id = t.organisation_id
     LEFT JOIN academic a ON a.id = t.academic_id LEFT JOIN organisation r ON r.id = t.recipient_organisation_id
     WHERE t.id = ANY($1::uuid[])`,
    [notices.map(({ subjectId }) => subjectId)],
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  return notices.flatMap(({ id, kind, subjectId, details }) => {
    const told = byId.get(subjectId);
    if (!told) return [];
    return [[id, details.side === 'company' ? toCompany(told) : toRecipient(kind, told)] as const];
  });
};

/** Puts into words what people are told of interests and transfers. */
@Injectable()
export class DeclarationNotices implements OnModuleInit {
  constructor(@Inject(NotificationSubjects) private readonly subjects: NotificationSubjects) {}

  onModuleInit() {
    const subject = (
      kind: string,
      words: (sql: Sql, notices: readonly Notice[]) => Promise<(readonly [string, NoticeWords])[]>,
    ): NotificationSubject => ({ kind, words: async (sql, notices) => new Map(await words(sql, notices)) });
    this.subjects.add(subject(interestsSubject, dueWords));
    this.subjects.add(subject(transferSubject, transferWords));
  }
}
