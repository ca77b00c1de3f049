import { Inject, Injectable } from '@nestjs/common';
import { isMemberOf, isPlatformAdmin, type SignedIn, signedIn, type Viewer } from '#accounts';
import { Database, once } from '#database';
import {
  badInput,
  type Connection,
  conflict,
  listKey,
  notAllowed,
  notFound,
  offsetAfter,
  rankedPage,
  written,
  writtenIfAny,
} from '#graphql';
import { OrganisationService } from '#organisations';
import { checkCodes, TaxonomyService, termsOf } from '#taxonomy';
import { attendanceOf } from './attendance.queries.js';
import { Event } from './event.entity.js';
import type { CreateEventInput, EventInput, EventsArgs, UpdateEventInput } from './event.inputs.js';
import { linkIfAny } from './link.js';
import { tellOf } from './meeting.notices.js';
import { canSeeEvent, looksAfter } from './meeting.policy.js';
import { eventKinds } from './meeting.rules.js';
import { cancelSlot } from './slot.queries.js';

type Row = Event & { goingCount: number };

const goingCountSql = '(SELECT count(*)::int FROM event_attendee t WHERE t.event_id = e.id) AS "goingCount"';

/** Events: who lists them, who finds them. */
@Injectable()
export class EventService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(OrganisationService) private readonly organisations: OrganisationService,
    @Inject(TaxonomyService) private readonly taxonomy: TaxonomyService,
  ) {}

  /** A page of the published events that are not over, soonest first. */
  async list(viewer: Viewer, args: EventsArgs, fields: ReadonlySet<string>): Promise<Connection<Event>> {
    const { filter, first, after } = args;
    const key = listKey(['events', filter ?? null]);
    const offset = offsetAfter(after, key);
    const wanted = (codes: string[] | null | undefined) => (codes && codes.length > 0 ? codes : null);
    const parameters = [wanted(filter?.topics), wanted(filter?.sectors), wanted(filter?.kinds)];
    const from = `FROM event e WHERE e.state = 'published' AND e.ends_at > now()
      AND ($1::text[] IS NULL OR e.topics && current_topics($1)) AND ($2::text[] IS NULL OR e.sectors && $2)
      AND ($3::text[] IS NULL OR e.kind = ANY($3))`;
    const counted = await this.database.row<{ total: number }>(`SELECT count(*)::int AS total ${from}`, parameters);
    const rows = await this.database.rows<Row>(
      `SELECT ${this.columns()} ${from} ORDER BY e.starts_at, e.id LIMIT $4 OFFSET $5`,
      [...parameters, first, offset],
    );
    return rankedPage(await this.complete(viewer, rows, fields), counted?.total ?? 0, offset, key);
  }

  async one(viewer: Viewer, id: string, fields: ReadonlySet<string>): Promise<Event> {
    const [event] = await this.complete(viewer, await this.rows([id]), fields);
    if (!event) throw notFound('event');
    return event;
  }

  /** The events that the viewer looks after, drafts included, the latest first; at most 100. */
  async mine(viewer: Viewer, fields: ReadonlySet<string>): Promise<Event[]> {
    const { memberships } = signedIn(viewer);
    const rows = await this.database.rows<Row>(
      `SELECT ${this.columns()} FROM event e WHERE $2 OR e.organisation_id = ANY($1::uuid[])
       ORDER BY e.starts_at DESC, e.id LIMIT 100`,
      [
        memberships.filter(({ role }) => role === 'admin').map(({ organisationId }) => organisationId),
        isPlatformAdmin(viewer),
      ],
    );
    return this.complete(viewer, rows, fields);
  }

  /** Makes a draft, for an organisation that the viewer administers, or for the platform. */
  async create(viewer: Viewer, input: CreateEventInput, fields: ReadonlySet<string>): Promise<Event> {
    const { accountId } = signedIn(viewer);
    const organisationId = input.organisationId ?? null;
    if (organisationId && !isMemberOf(viewer, organisationId) && !isPlatformAdmin(viewer)) {
      throw notFound('organisation');
    }
    if (!looksAfter(viewer, { organisationId })) {
      throw notAllowed('Events are listed by the administrators of an organisation, or of the platform.');
    }
    if (organisationId) await this.organisations.one(viewer, organisationId);
    const content = this.checked(input);
    const { idempotencyKey, ...said } = input;
    const { id } = await this.database.transaction((tx) =>
      once(tx, { accountId, key: idempotencyKey, operation: 'createEvent', input: said }, async () => {
        const made = await tx.row<{ id: string }>(
          `INSERT INTO event (organisation_id, name, kind, starts_at, ends_at, place, link, description, topics, sectors,
             slot_minutes, tables) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) RETURNING id`,
          [organisationId, ...content],
        );
        if (!made) throw new Error('The event was not inserted');
        return made;
      }),
    );
    return this.one(viewer, id, fields);
  }

  /** Changes an event; a stale version changes nothing, and once people go its hours stay. */
  async update(viewer: Viewer, input: UpdateEventInput, fields: ReadonlySet<string>): Promise<Event> {
    const event = await this.own(viewer, input.id);
    const content = this.checked(input);
    const moved =
      event.startsAt.getTime() !== input.startsAt.getTime() ||
      event.endsAt.getTime() !== input.endsAt.getTime() ||
      event.slotMinutes !== input.slotMinutes;
    await this.database.transaction(async (tx) => {
      // Whoever says at this moment that they go waits, and is counted by those who come after.
      await tx.row('SELECT FROM event WHERE id = $1 FOR UPDATE', [input.id]);
      if (moved && (await tx.row('SELECT FROM event_attendee WHERE event_id = $1 LIMIT 1', [input.id]))) {
        throw conflict(
          'STILL_NEEDED',
          'People have said when they are free at this event: cancel it, and list a new one.',
        );
      }
      const changed = await tx.affected(
        `UPDATE event SET name = $3, kind = $4, starts_at = $5, ends_at = $6, place = $7, link = $8, description = $9,
           topics = $10, sectors = $11, slot_minutes = $12, tables = $13
         WHERE id = $1 AND version = $2 AND state <> 'cancelled'`,
        [input.id, input.version, ...content],
      );
      if (changed > 0) return;
      if (event.state === 'cancelled') throw conflict('WRONG_STATE', 'This event was cancelled.');
      throw conflict('CHANGED_MEANWHILE', 'Somebody else has changed this event since you read it.', {
        currentVersion: event.version,
      });
    });
    return this.one(viewer, input.id, fields);
  }

  /** Shows a draft to everybody. */
  async publish(viewer: Viewer, id: string, fields: ReadonlySet<string>): Promise<Event> {
    const event = await this.own(viewer, id);
    if (event.endsAt <= new Date()) throw conflict('TOO_LATE', 'This event is over: change its dates first.');
    if (event.organisationId) {
      const organisation = await this.organisations.one(viewer, event.organisationId);
      if (organisation.verification !== 'verified') {
        throw notAllowed('Only verified organisations publish. Yours waits for its verification; the draft is kept.');
      }
    }
    const moved = await this.database.affected(
      `UPDATE event SET state = 'published', published_at = date_trunc('milliseconds', now()) WHERE id = $1 AND state = 'draft'`,
      [id],
    );
    if (moved === 0) throw conflict('WRONG_STATE', `This event is ${event.state}: only a draft can be published.`);
    return this.one(viewer, id, fields);
  }

  /** Calls an event off: its meetings go with it, and their people are told. */
  async cancel(viewer: Viewer, id: string, fields: ReadonlySet<string>): Promise<Event> {
    const event = await this.own(viewer, id);
    await this.database.transaction(async (tx) => {
      const moved = await tx.affected(
        `UPDATE event SET state = 'cancelled',
           published_at = CASE WHEN state = 'published' THEN coalesce(published_at, date_trunc('milliseconds', now())) END
         WHERE id = $1 AND state <> 'cancelled' AND ends_at > now()`,
        [id],
      );
      if (moved === 0) {
        throw conflict('WRONG_STATE', event.state === 'cancelled' ? 'It is cancelled already.' : 'This event is over.');
      }
      const ended = await tx.rows<{ id: string; slotId: string | null }>(
        `UPDATE meeting SET state = 'cancelled', decided_at = now() WHERE event_id = $1 AND state IN ('asked', 'accepted')
         RETURNING id, slot_id AS "slotId"`,
        [id],
      );
      for (const { slotId } of ended) if (slotId) await cancelSlot(tx, slotId);
      await tellOf(
        tx,
        ended.map((meeting) => meeting.id),
        'meeting-cancelled',
        signedIn(viewer).accountId,
      );
    });
    return this.one(viewer, id, fields);
  }

  private async own(viewer: Viewer, id: string): Promise<Event> {
    const known: SignedIn = signedIn(viewer);
    const event = await this.one(known, id, new Set());
    if (!looksAfter(known, event)) throw notAllowed('Only those who look after an event change it.');
    return event;
  }

  private columns() {
    return `${this.database.columns(Event, 'e')}, ${goingCountSql}`;
  }

  private rows(ids: readonly string[]) {
    return this.database.rows<Row>(`SELECT ${this.columns()} FROM event e WHERE e.id = ANY($1::uuid[])`, [ids]);
  }

  private async complete(viewer: Viewer, rows: Row[], fields: ReadonlySet<string>): Promise<Event[]> {
    const seen = rows.filter((row) => canSeeEvent(viewer, row));
    const organisations = fields.has('organisation')
      ? await this.organisations.visible(
          viewer,
          seen.flatMap(({ organisationId }) => organisationId ?? []),
        )
      : new Map();
    const going =
      fields.has('going') && viewer.accountId
        ? await attendanceOf(
            this.database,
            viewer.accountId,
            seen.map(({ id }) => id),
          )
        : new Map();
    const taxonomy = this.taxonomy.current;
    return seen.map((row) =>
      Object.assign(new Event(), row, {
        organisation: (row.organisationId && organisations.get(row.organisationId)) || null,
        kind: eventKinds.find(({ code }) => code === row.kindCode) ?? { code: row.kindCode, label: row.kindCode },
        topics: termsOf(taxonomy, 'topic', row.topicCodes),
        sectors: termsOf(taxonomy, 'sector', row.sectorCodes),
        mine: looksAfter(viewer, row),
        going: going.get(row.id) ?? null,
      }),
    );
  }

  private checked(input: EventInput): unknown[] {
    const taxonomy = this.taxonomy.current;
    if (!eventKinds.some(({ code }) => code === input.kind)) {
      const known = eventKinds.map(({ code }) => code).join(', ');
      throw badInput('kind', `"${input.kind.slice(0, 60)}" is not a kind of event.`, `Use one of: ${known}.`);
    }
    checkCodes(taxonomy, 'topic', 'topics', input.topics);
    checkCodes(taxonomy, 'sector', 'sectors', input.sectors);
    const length = input.endsAt.getTime() - input.startsAt.getTime();
    if (length <= 0) throw badInput('endsAt', 'it is not after the start.', 'Set a later end.');
    if (length > 15 * 86_400_000) throw badInput('endsAt', 'it is more than 15 days later.', 'List a shorter event.');
    const place = writtenIfAny('place', input.place, 300);
    const link = linkIfAny('link', input.link);
    if (!place && !link) throw badInput('place', 'is missing.', 'Give a place, or a link for an event online.');
    return [
      written('name', input.name, { min: 3, max: 200 }),
      input.kind,
      input.startsAt,
      input.endsAt,
      place,
      link,
      written('description', input.description, { max: 4_000 }),
      [...new Set(input.topics)],
      [...new Set(input.sectors)],
      input.slotMinutes,
      input.tables,
    ];
  }
}
