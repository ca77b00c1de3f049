import { Inject, Injectable } from '@nestjs/common';
import { isOfficeOf, isSignedIn, type SignedIn, type Viewer } from '#accounts';
import { Database, type Sql, type Tx } from '#database';
import {
  type Connection,
  conflict,
  isId,
  notAllowed,
  notFound,
  placeAfter,
  placedPage,
  signInNeeded,
  writtenIfAny,
} from '#graphql';
import { type RequestSide } from '#requests';
import { Collaboration, type CollaborationParty } from './collaboration.entity.js';
import { CollaborationGates, type Obstacle } from './collaboration.gates.js';
import type { CollaborationsArgs, OfficeCollaborationsArgs } from './collaboration.inputs.js';
import { CollaborationListeners } from './collaboration.listeners.js';
import {
  collaborationActionsOf,
  collaborationRoleOf,
  collaborationSideOf,
  mayLead,
  mayWorkOn,
} from './collaboration.policy.js';
import {
  type CollaborationRow,
  collaborationPage,
  collaborationRows,
  lockCollaboration,
  officeCollaborationPage,
  recordCollaborationEvent,
  waitingRows,
} from './collaboration.queries.js';
import { type CollaborationAction, collaborationStateWords, leadsTo, publicStatusOf } from './collaboration.states.js';

/** A collaboration that the viewer has a part in, with the side that they work for; an office has none. */
export interface CollaborationSeat {
  viewer: SignedIn;
  row: CollaborationRow;
  side: RequestSide | null;
}

const party = (viewer: Viewer, row: CollaborationRow, side: RequestSide): CollaborationParty => {
  const academicId = side === 'sender' ? row.senderAcademicId : row.receiverAcademicId;
  const organisationId = side === 'sender' ? row.senderOrganisationId : row.receiverOrganisationId;
  return {
    side,
    kind: academicId ? 'academic' : 'organisation',
    id: academicId ?? organisationId ?? '',
    name: side === 'sender' ? row.senderName : row.receiverName,
    mine: collaborationSideOf(viewer, row) === side,
  };
};

/** The collaboration as the viewer may see it, or nothing. */
const complete = (viewer: Viewer, row: CollaborationRow): Collaboration | null => {
  const role = collaborationRoleOf(viewer, row);
  if (!role) return null;
  const sides = [party(viewer, row, 'sender'), party(viewer, row, 'receiver')];
  return Object.assign(new Collaboration(), row, {
    role,
    sides: sides.sort((a, b) => Number(b.mine) - Number(a.mine)),
    status: publicStatusOf(row.state),
    actions: collaborationActionsOf(viewer, row),
    mayWork: mayWorkOn(viewer, row),
    mayLead: mayLead(viewer, row) && mayWorkOn(viewer, row),
    unread: 0,
    myOpenTasks: 0,
  });
};

/** Collaborations: read by the people who have a part in them, and moved from step to step. */
@Injectable()
export class CollaborationService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(CollaborationGates) private readonly gates: CollaborationGates,
    @Inject(CollaborationListeners) private readonly listeners: CollaborationListeners,
  ) {}

  /** The collaborations with these ids that the viewer may see, by id. */
  async visible(viewer: Viewer, ids: readonly string[]): Promise<Map<string, Collaboration>> {
    const known = ids.filter(isId);
    if (known.length === 0 || !isSignedIn(viewer)) return new Map();
    const rows = await collaborationRows(this.database, known);
    const found = new Map(
      rows.flatMap((row) => {
        const collaboration = complete(viewer, row);
        return collaboration ? [[row.id, collaboration] as const] : [];
      }),
    );
    const own = [...found.values()].filter(({ role }) => role !== 'office').map(({ id }) => id);
    if (own.length > 0) {
      for (const { id, ...waiting } of await waitingRows(this.database, viewer.accountId, own)) {
        Object.assign(found.get(id) ?? {}, waiting);
      }
    }
    return found;
  }

  async one(viewer: Viewer, id: string): Promise<Collaboration> {
    const collaboration = (await this.visible(viewer, [id])).get(id);
    if (!collaboration) throw notFound('collaboration');
    return collaboration;
  }

  /** The collaborations that the viewer works on, newest first. */
  async list(viewer: Viewer, { states, first, after }: CollaborationsArgs): Promise<Connection<Collaboration>> {
    if (!isSignedIn(viewer)) throw signInNeeded();
    const place = placeAfter('collaborations', after);
    const page = await collaborationPage(this.database, viewer, { states: states ?? null, first, after: place });
    const found = await this.visible(viewer, page.ids);
    const nodes = page.ids.flatMap((id) => found.get(id) ?? []);
    return placedPage('collaborations', nodes, { ...page, after: place });
  }

  /** The collaborations that an organisation is a side of, or looks on, for its office; newest first. */
  async officeList(viewer: Viewer, args: OfficeCollaborationsArgs): Promise<Connection<Collaboration>> {
    const { organisationId, states, first, after } = args;
    if (!isSignedIn(viewer)) throw signInNeeded();
    if (!isOfficeOf(viewer, organisationId)) throw notFound('organisation');
    const list = `office:${organisationId}`;
    const place = placeAfter(list, after);
    const page = await officeCollaborationPage(this.database, organisationId, {
      states: states ?? null,
      first,
      after: place,
    });
    const found = await this.visible(viewer, page.ids);
    const nodes = page.ids.flatMap((id) => found.get(id) ?? []);
    return placedPage(list, nodes, { ...page, after: place });
  }

  /** The collaboration that the viewer has a part in; `sql` reads it in the transaction that acts. */
  async seat(viewer: Viewer, id: string, sql: Sql = this.database): Promise<CollaborationSeat> {
    if (!isSignedIn(viewer)) throw signInNeeded();
    const [row] = isId(id) ? await collaborationRows(this.database, [id], sql) : [];
    if (!row || !collaborationRoleOf(viewer, row)) throw notFound('collaboration');
    return { viewer, row, side: collaborationSideOf(viewer, row) };
  }

  /**
   * The same for somebody who is about to change something of it: locked until the transaction ends, on one of the sides, and
   * not over yet.
   */
  async workingSeat(viewer: Viewer, id: string, tx: Tx): Promise<CollaborationSeat & { side: RequestSide }> {
    if (isId(id)) await lockCollaboration(tx, id);
    const seat = await this.seat(viewer, id, tx);
    const { side, row } = seat;
    if (!side) throw notAllowed('An office looks on: this is for the two sides to do.');
    if (!mayWorkOn(viewer, row)) {
      throw conflict(
        'WRONG_STATE',
        `This collaboration ${collaborationStateWords[row.state]}: nothing in it changes.`,
        {
          state: row.state,
        },
      );
    }
    return { ...seat, side };
  }

  /** Writes down what somebody on a side has done, and tells those who follow, in the transaction that did it. */
  async did(
    tx: Tx,
    { row, side, viewer }: CollaborationSeat & { side: RequestSide },
    action: string,
    details: Readonly<Record<string, string>> = {},
    note: string | null = null,
  ): Promise<void> {
    const done = { collaborationId: row.id, action, side, accountId: viewer.accountId, details };
    await recordCollaborationEvent(tx, { ...done, note });
    await this.listeners.tell(tx, { ...done, to: null });
  }

  /** What stands in the way of a step now. */
  async obstacles(viewer: Viewer, id: string, action: CollaborationAction): Promise<Obstacle[]> {
    const { row } = await this.seat(viewer, id);
    const to = leadsTo(action, row.state, row.heldState);
    if (!to) return [];
    return this.gates.obstacles(this.database, { collaboration: row, action, to });
  }

  /** Takes a step: a guarded move and its record, or what stands in the way. */
  async move(viewer: Viewer, id: string, action: CollaborationAction, note: string | null): Promise<Collaboration> {
    const said = writtenIfAny('note', note, 2_000);
    await this.database.transaction(async (tx) => {
      if (isId(id)) await lockCollaboration(tx, id);
      const { row, side, viewer: person } = await this.seat(viewer, id, tx);
      if (!side) throw notAllowed('An office looks on: this is for the two sides to do.');
      const to = leadsTo(action, row.state, row.heldState);
      if (!to) {
        throw conflict(
          'WRONG_STATE',
          `This collaboration ${collaborationStateWords[row.state]}: that is not a step from here.`,
          {
            state: row.state,
            actions: collaborationActionsOf(viewer, row),
          },
        );
      }
      const obstacles = await this.gates.obstacles(tx, { collaboration: row, action, to });
      if (obstacles.length > 0) {
        throw conflict('NOT_READY', obstacles.map(({ sentence }) => sentence).join(' '), { obstacles });
      }
      const { accountId } = person;
      await tx.affected('UPDATE collaboration SET state = $2 WHERE id = $1 AND state = $3', [id, to, row.state]);
      await recordCollaborationEvent(tx, {
        collaborationId: id,
        action,
        from: row.state,
        to,
        side,
        accountId,
        note: said,
      });
      await this.listeners.tell(tx, { collaborationId: id, action, to, side, accountId });
    });
    return this.one(viewer, id);
  }
}
