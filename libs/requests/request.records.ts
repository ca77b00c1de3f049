import { Inject, Injectable } from '@nestjs/common';
import DataLoader from 'dataloader';
import type { Viewer } from '#accounts';
import { Database } from '#database';
import type { CollaborationRequest } from './request.entity.js';
import { hiddenOffice } from './request.party.js';
import { knowsOffice, knowsSide } from './request.policy.js';
import type { RequestEvent, RequestMessage } from './request.record.js';
import { type EventRow, eventRows, type MessageRow, messageRows } from './thread.queries.js';

const newestMessages = 200;

/** Groups rows under the requests that were asked for, in their order. */
const grouped = <Row extends { requestId: string }>(ids: readonly string[], rows: readonly Row[]): Row[][] => {
  const groups = new Map<string, Row[]>(ids.map((id) => [id, []]));
  for (const row of rows) groups.get(row.requestId)?.push(row);
  return ids.map((id) => groups.get(id) ?? []);
};

/** What was done with requests and said on them. The requests of one page are read together, in one statement each. */
@Injectable()
export class RequestRecords {
  // Without a cache they batch and keep nothing: who may read what is decided for each request below.
  private readonly eventsOf: DataLoader<string, EventRow[]>;
  private readonly messagesOf: DataLoader<string, MessageRow[]>;

  constructor(@Inject(Database) database: Database) {
    this.eventsOf = new DataLoader(async (ids) => grouped(ids, await eventRows(database, [...new Set(ids)])), {
      cache: false,
      maxBatchSize: 100,
    });
    this.messagesOf = new DataLoader(
      async (ids) => grouped(ids, await messageRows(database, [...new Set(ids)], newestMessages)),
      { cache: false, maxBatchSize: 100 },
    );
  }

  /** The steps of a request and what else was written down, oldest first. */
  async events(viewer: Viewer, request: CollaborationRequest): Promise<RequestEvent[]> {
    const rows = await this.eventsOf.load(request.id);
    // An office oversees that and when something was done; why is between the two sides.
    const reads = (row: EventRow) => request.role !== 'office' || row.side === 'office';
    return rows.map((row) => ({
      id: row.id,
      requestId: row.requestId,
      action: row.action,
      from: row.from,
      to: row.to,
      side: row.side,
      by: this.by(viewer, request, row),
      reason: reads(row) ? row.reason : null,
      note: reads(row) ? row.note : null,
      at: row.at,
    }));
  }

  /** The newest messages of a request, oldest first. They are between the two sides: an office does not read them. */
  async messages(viewer: Viewer, request: CollaborationRequest): Promise<RequestMessage[]> {
    if (request.role === 'office') return [];
    const rows = await this.messagesOf.load(request.id);
    return rows.map(({ accountId, person, ...message }) => ({
      ...message,
      mine: accountId !== null && accountId === viewer.accountId,
      by: knowsSide(viewer, request, message.side) ? person : null,
    }));
  }

  private by(viewer: Viewer, request: CollaborationRequest, row: EventRow): string | null {
    if (row.side === 'clock') return null;
    if (row.side !== 'office') return knowsSide(viewer, request, row.side) ? row.person : null;
    const office = request.offices.find(({ organisationId }) => organisationId === row.organisationId);
    return office && knowsOffice(viewer, request, office) ? row.organisation : hiddenOffice;
  }
}
