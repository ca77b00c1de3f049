import { Inject, Injectable } from '@nestjs/common';
import DataLoader from 'dataloader';
import type { Viewer } from '#accounts';
import { Database } from '#database';
import { badInput, conflict, writtenIfAny } from '#graphql';
import { checkCodes, TaxonomyService, termOrCode } from '#taxonomy';
import { CollaborationListeners } from './collaboration.listeners.js';
import { recordCollaborationEvent, termsHistory, termsOfCollaborations } from './collaboration.queries.js';
import { CollaborationService } from './collaboration.service.js';
import type { EngagementTerms, EngagementTermsInput } from './engagement-terms.entity.js';

const insertTerms = `
  INSERT INTO engagement_terms (collaboration_id, number, type, fte, days_per_year, starts_on, ends_on, place_mode, place, paid_by,
    pay_route, backfill, right_to_return, returns_on, counts_to_training, honorary_contract, note, account_id, oop_type)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)`;

/** Groups rows under the collaborations that were asked for, in their order. */
export const grouped = <Row extends { collaborationId: string }>(
  ids: readonly string[],
  rows: readonly Row[],
): Row[][] => {
  const groups = new Map<string, Row[]>(ids.map((id) => [id, []]));
  for (const row of rows) groups.get(row.collaborationId)?.push(row);
  return ids.map((id) => groups.get(id) ?? []);
};

/** The terms of collaborations: a change adds to them, so that what was approved can always be read. */
@Injectable()
export class CollaborationTerms {
  // Without a cache they batch and keep nothing.
  private readonly currentOf: DataLoader<string, EngagementTerms[]>;
  private readonly historyOf: DataLoader<string, EngagementTerms[]>;

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(TaxonomyService) private readonly taxonomy: TaxonomyService,
    @Inject(CollaborationService) private readonly collaborations: CollaborationService,
    @Inject(CollaborationListeners) private readonly listeners: CollaborationListeners,
  ) {
    this.currentOf = new DataLoader(
      async (ids) => grouped(ids, await termsOfCollaborations(database, [...new Set(ids)])),
      { cache: false, maxBatchSize: 100 },
    );
    this.historyOf = new DataLoader(async (ids) => grouped(ids, await termsHistory(database, [...new Set(ids)])), {
      cache: false,
      maxBatchSize: 100,
    });
  }

  /** The terms that hold. */
  async current(collaborationId: string): Promise<EngagementTerms> {
    const [terms] = await this.currentOf.load(collaborationId);
    if (!terms) throw new Error(`The collaboration ${collaborationId} has no terms`);
    return this.complete(terms);
  }

  /** All of them, newest first. */
  async history(collaborationId: string): Promise<EngagementTerms[]> {
    return (await this.historyOf.load(collaborationId)).map((terms) => this.complete(terms));
  }

  /** Adds new terms, where those that hold are still the ones that the writer has read. */
  async change(viewer: Viewer, id: string, basedOn: number, input: EngagementTermsInput): Promise<EngagementTerms> {
    checkDates(input);
    const texts = {
      place: writtenIfAny('place', input.place, 200),
      payRoute: writtenIfAny('payRoute', input.payRoute, 300),
      backfill: writtenIfAny('backfill', input.backfill, 300),
      note: writtenIfAny('note', input.note, 2_000),
    };
    await this.database.transaction(async (tx) => {
      const { side, viewer: person } = await this.collaborations.workingSeat(viewer, id, tx);
      const { accountId } = person;
      // A way of working that is no longer offered stays where it is while other terms change.
      const [held] = await termsOfCollaborations(this.database, [id], tx);
      checkCodes(this.taxonomy.current, 'engagement-type', 'type', input.type, held?.typeCode);
      const moved = await tx.affected(
        'UPDATE collaboration SET terms_number = terms_number + 1 WHERE id = $1 AND terms_number = $2',
        [id, basedOn],
      );
      if (moved === 0) {
        throw conflict(
          'CHANGED_MEANWHILE',
          'Meanwhile the terms were changed: read them again, then change what you meant to.',
        );
      }
      await tx.affected(insertTerms, [
        id,
        basedOn + 1,
        input.type,
        input.fte ?? null,
        input.daysPerYear ?? null,
        input.startsOn ?? null,
        input.endsOn ?? null,
        input.placeMode ?? null,
        texts.place,
        input.paidBy ?? null,
        texts.payRoute,
        texts.backfill,
        input.rightToReturn ?? null,
        input.returnsOn ?? null,
        input.countsToTraining ?? null,
        input.honoraryContract ?? null,
        texts.note,
        accountId,
        input.oopType ?? null,
      ]);
      const details = { number: basedOn + 1 };
      await recordCollaborationEvent(tx, { collaborationId: id, action: 'change-terms', side, accountId, details });
      await this.listeners.tell(tx, { collaborationId: id, action: 'change-terms', to: null, side, accountId });
    });
    return this.current(id);
  }

  private complete(terms: EngagementTerms): EngagementTerms {
    return Object.assign(terms, { type: termOrCode(this.taxonomy.current, 'engagement-type', terms.typeCode) });
  }
}

const checkDates = ({ fte, daysPerYear, startsOn, endsOn, returnsOn }: EngagementTermsInput) => {
  if (fte && daysPerYear) {
    throw badInput('daysPerYear', 'there is a share of full time as well.', 'Say one of the two: fte or daysPerYear.');
  }
  if (startsOn && endsOn && endsOn < startsOn) {
    throw badInput('endsOn', 'it is before the first day.', 'Choose a day on or after startsOn.');
  }
  if (returnsOn && endsOn && returnsOn < endsOn) {
    throw badInput('returnsOn', 'it is before the last day.', 'Choose a day on or after endsOn.');
  }
};
