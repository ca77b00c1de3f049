import { Inject, Injectable } from '@nestjs/common';
import { type Academic, AcademicService } from '#academics';
import { isOfficeOf, isSignedIn, type SignedIn, type Viewer } from '#accounts';
import { Database, type PageOfIds, type Sql } from '#database';
import { type Connection, conflict, isId, notAllowed, notFound, placeAfter, placedPage, signInNeeded } from '#graphql';
import { type Opportunity, OpportunityService } from '#opportunities';
import { type Organisation, OrganisationService } from '#organisations';
import { TaxonomyService } from '#taxonomy';
import { completeRequest } from './request.completion.js';
import type { CollaborationRequest } from './request.entity.js';
import type { OfficeRequestsArgs, RequestsArgs } from './request.inputs.js';
import { actionsOf, hiddenSide, roleOn, sideOf } from './request.policy.js';
import {
  approvalsWaiting,
  boxCounts,
  officePage,
  type RequestRow,
  requestPage,
  requestRows,
} from './request.queries.js';
import { isTheirs, type RequestAction, type RequestSide, stateWords, whoseItIs } from './request.states.js';

/** A request that the viewer may act on, with the side that they act for. */
export interface Seat {
  viewer: SignedIn;
  row: RequestRow;
  side: RequestSide | null;
}

/** The academic or organisation on a side. */
export const sideIdOf = ({ row, side }: Pick<Seat, 'row' | 'side'>): string => {
  const id =
    side === 'sender'
      ? (row.senderAcademicId ?? row.senderOrganisationId)
      : (row.receiverAcademicId ?? row.receiverOrganisationId);
  if (!id) throw new Error('A side is an academic or an organisation');
  return id;
};

const none: ReadonlySet<string> = new Set();

/** Requests as people read them. */
@Injectable()
export class RequestService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(TaxonomyService) private readonly taxonomy: TaxonomyService,
    @Inject(AcademicService) private readonly academics: AcademicService,
    @Inject(OrganisationService) private readonly organisations: OrganisationService,
    @Inject(OpportunityService) private readonly opportunities: OpportunityService,
  ) {}

  /** The requests with these ids that the viewer may see, by id; `fields` says which relations are read. */
  async visible(
    viewer: Viewer,
    ids: readonly string[],
    fields: ReadonlySet<string> = none,
  ): Promise<Map<string, CollaborationRequest>> {
    const known = ids.filter(isId);
    if (known.length === 0 || !isSignedIn(viewer)) return new Map();
    const rows = await requestRows(this.database, viewer, known);
    return this.complete(viewer, rows, fields);
  }

  async one(viewer: Viewer, id: string, fields: ReadonlySet<string> = none): Promise<CollaborationRequest> {
    const request = (await this.visible(viewer, [id], fields)).get(id);
    if (!request) throw notFound('request');
    return request;
  }

  /** One box of the viewer's requests, newest first. */
  async list(
    viewer: Viewer,
    { box, states, first, after }: RequestsArgs,
    fields: ReadonlySet<string>,
  ): Promise<Connection<CollaborationRequest>> {
    if (!isSignedIn(viewer)) throw signInNeeded();
    const place = placeAfter(box, after);
    const page = await requestPage(this.database, viewer, { box, states: states ?? null, first, after: place });
    return this.page(viewer, box, page, place, fields);
  }

  /** The requests that an office is told of or approves, oldest first. */
  async officeList(
    viewer: Viewer,
    { organisationId, waiting, states, first, after }: OfficeRequestsArgs,
    fields: ReadonlySet<string>,
  ): Promise<Connection<CollaborationRequest>> {
    if (!isSignedIn(viewer)) throw signInNeeded();
    if (!isOfficeOf(viewer, organisationId)) throw notFound('organisation');
    const list = `office-${organisationId}`;
    const place = placeAfter(list, after);
    const page = await officePage(this.database, organisationId, {
      waiting,
      states: states ?? null,
      first,
      after: place,
    });
    return this.page(viewer, list, page, place, fields);
  }

  /** How many requests each box has, and how many wait for the viewer. */
  async counts(viewer: Viewer) {
    if (!isSignedIn(viewer)) throw signInNeeded();
    const rows = new Map((await boxCounts(this.database, viewer)).map(({ box, ...counts }) => [box, counts]));
    const offices = viewer.memberships
      .map(({ organisationId }) => organisationId)
      .filter((id) => isOfficeOf(viewer, id));
    const nothing = { total: 0, unread: 0, replyDue: 0 };
    return {
      received: rows.get('received') ?? nothing,
      sent: rows.get('sent') ?? nothing,
      archived: rows.get('archived') ?? nothing,
      approvals: await approvalsWaiting(this.database, offices),
    };
  }

  /** The request that the viewer is about to act on; `sql` reads it in the transaction that acts. */
  async seat(viewer: Viewer, id: string, sql: Sql = this.database): Promise<Seat> {
    if (!isSignedIn(viewer)) throw signInNeeded();
    const [row] = isId(id) ? await requestRows(this.database, viewer, [id], sql) : [];
    if (!row || !roleOn(viewer, row)) throw notFound('request');
    return { viewer, row, side: sideOf(viewer, row) };
  }

  /** The same, where the viewer may take this action now; otherwise it says what stands in the way. */
  async seatFor(viewer: Viewer, id: string, action: RequestAction | 'write', sql?: Sql): Promise<Seat> {
    const seat = await this.seat(viewer, id, sql);
    if (!actionsOf(viewer, seat.row).includes(action)) throw this.standsInTheWay(seat, action);
    return seat;
  }

  /** Whether this side of the request is hidden from the other. */
  hides({ row, side }: Pick<Seat, 'row' | 'side'>): boolean {
    return side !== null && hiddenSide(row) === side;
  }

  private standsInTheWay({ row, side }: Seat, action: RequestAction | 'write') {
    if (!isTheirs(side, action, row.opportunityOf)) return notAllowed(whoseItIs(side, action));
    const verified = side === 'receiver' ? row.receiverVerified : row.senderVerified;
    if (side && !verified && action !== 'withdraw') {
      return conflict('NOT_VERIFIED', 'Your organisation is not verified at the moment, so it cannot act on requests.');
    }
    if (action === 'accept' && !row.senderVerified) {
      return conflict('NOT_VERIFIED', 'The organisation that asks is no longer verified, so it cannot be accepted.');
    }
    if (action === 'sign' && row.state === 'awaiting-nda') {
      return conflict('NOT_VERIFIED', 'One of the organisations is not verified at the moment, so nothing can begin.');
    }
    if (action === 'refer' && !row.mayBeReferred) {
      return notAllowed('The sender did not agree to have this request passed on.');
    }
    if (action === 'undo') {
      return conflict(
        'TOO_LATE',
        'This can no longer be taken back: the time for it is over, or the other side has read it.',
        { state: row.state },
      );
    }
    return conflict(
      'WRONG_STATE',
      `This request ${stateWords[row.state]}: it is not for you to ${action === 'write' ? 'write on it' : `${action} it`} now.`,
      { state: row.state },
    );
  }

  private async page(
    viewer: Viewer,
    list: string,
    { ids, totalCount, hasNextPage }: PageOfIds,
    after: ReturnType<typeof placeAfter>,
    fields: ReadonlySet<string>,
  ): Promise<Connection<CollaborationRequest>> {
    const found = await this.visible(viewer, ids, fields);
    const nodes = ids.flatMap((id) => found.get(id) ?? []);
    return placedPage(list, nodes, { totalCount, hasNextPage, after });
  }

  private async complete(viewer: Viewer, rows: RequestRow[], fields: ReadonlySet<string>) {
    const idsOf = (
      ...keys: (
        | 'senderAcademicId'
        | 'receiverAcademicId'
        | 'senderOrganisationId'
        | 'receiverOrganisationId'
        | 'opportunityId'
      )[]
    ) => [...new Set(rows.flatMap((row) => keys.flatMap((key) => row[key] ?? [])))];
    const academics: Map<string, Academic> = fields.has('academic')
      ? await this.academics.visible(viewer, idsOf('senderAcademicId', 'receiverAcademicId'), fields)
      : new Map();
    const organisations: Map<string, Organisation> = fields.has('organisation')
      ? await this.organisations.visible(viewer, idsOf('senderOrganisationId', 'receiverOrganisationId'))
      : new Map();
    const opportunities: Map<string, Opportunity> = fields.has('opportunity')
      ? await this.opportunities.visible(viewer, idsOf('opportunityId'), fields)
      : new Map();
    const taxonomy = this.taxonomy.current;
    const around = { academics, organisations, opportunities };
    return new Map(
      rows.flatMap((row) => {
        const request = completeRequest(viewer, row, taxonomy, around);
        return request ? [[row.id, request] as const] : [];
      }),
    );
  }
}
