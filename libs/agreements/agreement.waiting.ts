import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { SignedIn } from '#accounts';
import { ledSql } from '#collaborations';
import type { Sql } from '#database';
import { today } from '#graphql';
import { Waiting, type WaitingSource, type WaitingThing } from '#notifications';
import { kindOf, necessityOf, agreementRules as rules } from './agreement.rules.js';

/** Every agreement of the collaborations that somebody leads, and a row without one for those that have none. */
const waitingSql = `
  WITH led AS (${ledSql})
  SELECT l.id AS "collaborationId", l.state AS stage, l.partner, t.type, l.updated_at AS reached, a.id, a.kind, a.state,
    a.updated_at AS since, EXISTS (
      SELECT FROM agreement_signature s WHERE s.agreement_id = a.id AND s.side = l.side) AS "signedHere"
  FROM led l JOIN engagement_terms t ON t.collaboration_id = l.id AND t.number = l.terms_number
  LEFT JOIN agreement a ON a.collaboration_id = l.id AND a.state <> 'ended'
  ORDER BY a.created_at`;

interface Row {
  collaborationId: string;
  stage: string;
  partner: string;
  type: string;
  reached: Date;
  id: string | null;
  kind: string;
  state: string;
  since: Date;
  signedHere: boolean;
}

const isOpen = ({ state }: Row) => state === 'draft' || state === 'in-review';
const about = ({ id, kind }: Row) => (id ? (kindOf(rules, kind)?.label ?? kind) : '');

/** What one agreement asks of the side that reads this. */
const ofAgreement = (row: Row): WaitingThing[] => {
  if (!row.id || !isOpen(row) || row.signedHere) return [];
  return [
    {
      key: `agreement-${row.id}`,
      title:
        row.state === 'draft' ? `Finish the draft of “${about(row)}”` : `Have “${about(row)}” signed for your side`,
      detail: `With ${row.partner}. ${row.state === 'draft' ? 'Then it goes to both sides.' : 'Record who signed it, and when.'}`,
      dueAt: null,
      since: row.since,
      path: `/collaborations/${row.collaborationId}#agreements`,
    },
  ];
};

/** What a collaboration at the stage of the agreement asks for when none is open. */
const ofStage = (rows: readonly Row[]): WaitingThing[] => {
  const [row] = rows;
  if (row?.stage !== 'agreement' || rows.some((one) => one.id && isOpen(one))) return [];
  const signed = rows.some(
    (one) => one.id && one.state === 'signed' && kindOf(rules, one.kind)?.family !== 'confidentiality',
  );
  const missing = !signed && necessityOf(rules, row.type, today())?.needed === true;
  return [
    {
      key: `agreed-${row.collaborationId}`,
      title: missing ? `Find the agreement for the work with ${row.partner}` : `Begin the work with ${row.partner}`,
      detail: missing ? 'A few questions lead to the kind that is usual.' : 'No agreement is open any more.',
      dueAt: null,
      since: row.reached,
      path: `/collaborations/${row.collaborationId}#${missing ? 'agreements' : 'path'}`,
    },
  ];
};

/** What waits for those who lead work: agreements to draft, to finish and to sign, and the step after them. */
@Injectable()
export class AgreementWaiting implements WaitingSource, OnModuleInit {
  constructor(@Inject(Waiting) private readonly waiting: Waiting) {}

  onModuleInit() {
    this.waiting.add(this);
  }

  async waitingFor(sql: Sql, { accountId }: SignedIn): Promise<WaitingThing[]> {
    const rows = await sql.rows<Row>(waitingSql, [accountId]);
    const collaborations = [...new Set(rows.map(({ collaborationId }) => collaborationId))];
    return [
      ...rows.flatMap(ofAgreement),
      ...collaborations.flatMap((id) => ofStage(rows.filter(({ collaborationId }) => collaborationId === id))),
    ];
  }
}
