import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '#accounts';
import { type CollaborationSeat, CollaborationService, isFinal } from '#collaborations';
import { Database, type Sql } from '#database';
import { isId, notFound, today } from '#graphql';
import type { Agreement, AgreementSignature } from './agreement.entity.js';
import { type AgreementRow, agreementRow, agreementsOf, partsOf, type StepRow } from './agreement.queries.js';
import { kindOf, roleLabel, agreementRules as rules } from './agreement.rules.js';
import { kindObject, sourceOf } from './navigator.objects.js';

/** What somebody on this side may do with an agreement now; an office looks on. */
const actionsOf = (
  { side, row }: Pick<CollaborationSeat, 'side' | 'row'>,
  { state }: Pick<Agreement, 'state'>,
  signatures: readonly AgreementSignature[],
): string[] => {
  if (!side || isFinal(row.state)) return [];
  if (state === 'draft') return ['edit', 'submit', 'end'];
  if (state === 'signed') return ['end'];
  if (state === 'ended') return [];
  const signed = signatures.some((signature) => signature.side === side);
  return [...(signed ? [] : ['sign']), 'reopen', 'end'];
};

/** Agreements, as those who have a part in their collaboration may see them. */
@Injectable()
export class AgreementService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(CollaborationService) private readonly collaborations: CollaborationService,
  ) {}

  /** The agreements of a collaboration, oldest first. */
  async list(viewer: Viewer, collaborationId: string): Promise<Agreement[]> {
    const seat = await this.collaborations.seat(viewer, collaborationId);
    return this.complete(seat, await agreementsOf(this.database, this.database, seat.row.id));
  }

  /** One agreement, with the seat of the viewer in its collaboration. */
  async one(viewer: Viewer, id: string): Promise<{ agreement: Agreement; seat: CollaborationSeat }> {
    const row = await this.row(id);
    const seat = await this.collaborations.seat(viewer, row.collaborationId).catch(() => {
      throw notFound('agreement');
    });
    const [agreement] = await this.complete(seat, [row]);
    if (!agreement) throw notFound('agreement');
    return { agreement, seat };
  }

  /** The row behind an id, whoever may see it. */
  async row(id: string, sql: Sql = this.database): Promise<AgreementRow> {
    const row = isId(id) ? await agreementRow(this.database, sql, id) : undefined;
    if (!row) throw notFound('agreement');
    return row;
  }

  private async complete(seat: CollaborationSeat, rows: AgreementRow[]): Promise<Agreement[]> {
    const { steps, signatures, files } = await partsOf(this.database, this.database, rows);
    return rows.flatMap((row) => {
      const kind = kindOf(rules, row.kindCode);
      if (!kind) return [];
      const signed = signatures.filter(({ agreementId }) => agreementId === row.id);
      const { termsNow, ...agreement } = row;
      return [
        {
          ...agreement,
          kind: kindObject(rules, kind),
          termsChanged: termsNow !== row.termsNumber && row.state !== 'signed' && row.state !== 'ended',
          signatures: signed,
          steps: steps.filter(({ agreementId }) => agreementId === row.id).flatMap(stepObject),
          file: files.find(({ id }) => id === row.fileId) ?? null,
          actions: actionsOf(seat, row, signed),
        },
      ];
    });
  }
}

const stepObject = ({ code, dueOn, doneOn }: StepRow) => {
  const rule = rules.steps.find((step) => step.code === code);
  if (!rule) return [];
  return [
    {
      code,
      label: rule.label,
      owner: rule.owner,
      ownerLabel: roleLabel(rules, rule.owner),
      dueOn,
      doneOn,
      late: doneOn === null && dueOn !== null && dueOn < today(),
      source: sourceOf(rule),
    },
  ];
};
