import { Inject, Injectable } from '@nestjs/common';
import { idOf, isOfficeOf, signedIn, type Viewer } from '#accounts';
import { CollaborationService } from '#collaborations';
import { Database, type PageOfIds, type Sql } from '#database';
import { type Connection, notFound, placeAfter, placedPage, today } from '#graphql';
import { confirmBy, declarationRules } from './declaration.rules.js';
import { InterestDeclaration } from './interest.entity.js';
import { historyFrom } from './interest.history.js';
import type { InterestRegisterArgs, MyInterestsArgs } from './interest.inputs.js';
import { actionsOnInterest, roleOnInterest } from './interest.policy.js';
import {
  employerPage,
  type InterestRow,
  idsOfCollaboration,
  interestChanges,
  interestRows,
  ownPage,
  standingOf,
} from './interest.queries.js';

const none: ReadonlySet<string> = new Set();

const daysBefore = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);

/** Interests as people read them. */
@Injectable()
export class InterestService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(CollaborationService) private readonly collaborations: CollaborationService,
  ) {}

  /** The interests with these ids that the viewer may see, by id; `fields` says whether histories are read. */
  async visible(viewer: Viewer, ids: readonly string[], fields = none, sql: Sql = this.database) {
    if (ids.length === 0) return new Map<string, InterestDeclaration>();
    const rows = await interestRows(this.database, viewer, ids, sql);
    const found = new Map(
      rows.flatMap((row) => {
        const interest = complete(viewer, row);
        return interest ? [[row.id, interest] as const] : [];
      }),
    );
    if (fields.has('history')) await this.addHistories([...found.values()], sql);
    return found;
  }

  async one(viewer: Viewer, id: string, fields = none, sql?: Sql): Promise<InterestDeclaration> {
    signedIn(viewer);
    const interest = (await this.visible(viewer, [idOf(id, 'interest')], fields, sql)).get(id.toLowerCase());
    if (!interest) throw notFound('interest');
    return interest;
  }

  /** What the viewer has declared, newest first. */
  async mine(viewer: Viewer, { states, first, after }: MyInterestsArgs, fields: ReadonlySet<string>) {
    const { accountId } = signedIn(viewer);
    const place = placeAfter('interests', after);
    const page = await ownPage(this.database, accountId, { states: states ?? null, first, after: place });
    return this.page(viewer, 'interests', page, place, fields);
  }

  /** What the people of an employer have declared, newest first, for its office. */
  async register(viewer: Viewer, { organisationId, first, after }: InterestRegisterArgs, fields: ReadonlySet<string>) {
    signedIn(viewer);
    if (!isOfficeOf(viewer, organisationId)) throw notFound('organisation');
    const list = `register-${organisationId}`;
    const place = placeAfter(list, after);
    return this.page(
      viewer,
      list,
      await employerPage(this.database, organisationId, { first, after: place }),
      place,
      fields,
    );
  }

  /** What the people of a collaboration have declared about its other side, for those who may see both. */
  async ofCollaboration(
    viewer: Viewer,
    collaborationId: string,
    fields: ReadonlySet<string>,
  ): Promise<InterestDeclaration[]> {
    signedIn(viewer);
    await this.collaborations.one(viewer, idOf(collaborationId, 'collaboration').toLowerCase());
    const ids = await idsOfCollaboration(this.database, collaborationId);
    const found = await this.visible(viewer, ids, fields);
    return ids.flatMap((id) => found.get(id) ?? []);
  }

  /** Whether the viewer's interests wait to be confirmed, and by when. */
  async standing(viewer: Viewer) {
    const { accountId } = signedIn(viewer);
    const row = await standingOf(this.database, accountId);
    const by = row?.confirmedOn ? confirmBy(row.confirmedOn) : null;
    return {
      current: row?.current ?? 0,
      nothing: row?.nothing ?? false,
      confirmBy: by,
      due: by !== null && daysBefore(by, declarationRules.remindDaysBefore) <= today(),
    };
  }

  private async page(
    viewer: Viewer,
    list: string,
    { ids, totalCount, hasNextPage }: PageOfIds,
    after: ReturnType<typeof placeAfter>,
    fields: ReadonlySet<string>,
  ): Promise<Connection<InterestDeclaration>> {
    const found = await this.visible(viewer, ids, fields);
    const nodes = ids.flatMap((id) => found.get(id) ?? []);
    return placedPage(list, nodes, { totalCount, hasNextPage, after });
  }

  private async addHistories(interests: readonly InterestDeclaration[], sql: Sql) {
    const readable = interests.filter(({ role }) => role !== 'party');
    if (readable.length === 0) return;
    const stored = await interestChanges(
      sql,
      readable.map(({ id }) => id),
    );
    for (const interest of readable) {
      interest.history = historyFrom(stored.filter(({ declarationId }) => declarationId === interest.id));
    }
  }
}

/** An interest as the viewer reads it, or null where it is none of their business. */
const complete = (viewer: Viewer, row: InterestRow): InterestDeclaration | null => {
  const role = roleOnInterest(viewer, row);
  if (!role) return null;
  const { employerIds: _employers, shared: _shared, ...columns } = row;
  return Object.assign(new InterestDeclaration(), columns, {
    role,
    actions: actionsOnInterest(role, row),
    confirmBy: row.state === 'current' ? confirmBy(row.confirmedOn) : null,
    mitigationNote: role === 'party' ? null : row.mitigationNote,
    history: [],
  });
};
