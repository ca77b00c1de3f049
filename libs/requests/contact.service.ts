import { Inject, Injectable } from '@nestjs/common';
import { Field, ObjectType } from '@nestjs/graphql';
import DataLoader from 'dataloader';
import { academicName } from '#academics';
import { isSignedIn, type SignedIn, type Viewer } from '#accounts';
import { Database } from '#database';
import { isId } from '#graphql';
import { showsContact, sideOf, sidesOf } from './request.policy.js';
import { requestRows } from './request.queries.js';
import type { RequestSide } from './request.states.js';

/** How to reach a person. */
@ObjectType({ description: 'How to reach a person.' })
export class Contact {
  @Field()
  name: string;

  @Field()
  email: string;
}

interface Asked {
  requestId: string;
  side: RequestSide;
}

const contactSql = `
  WITH asked AS (SELECT * FROM unnest($1::uuid[], $2::text[]) AS a (id, side)),
  seen AS (
    INSERT INTO request_event (request_id, action, side, account_id)
    SELECT asked.id, 'contact-seen', asked.side, $3::uuid FROM asked
    WHERE NOT EXISTS (SELECT FROM request_event e
      WHERE e.request_id = asked.id AND e.account_id = $3::uuid AND e.action = 'contact-seen')
    ON CONFLICT DO NOTHING
  )
  SELECT asked.id AS "requestId",
    coalesce(nullif(${academicName('a')}, ''), h.name) AS name,
    coalesce(a.contact_email::text, h.email) AS email
  FROM asked JOIN collaboration_request r ON r.id = asked.id
  LEFT JOIN academic a ON a.id = CASE asked.side WHEN 'sender' THEN r.receiver_academic_id ELSE r.sender_academic_id END
  LEFT JOIN LATERAL (
    -- Who writes for the organisation, or one of its administrators where that person has left it.
    SELECT m.account_id FROM account_membership m
    WHERE m.organisation_id =
      CASE asked.side WHEN 'sender' THEN r.receiver_organisation_id ELSE r.sender_organisation_id END
    ORDER BY m.account_id IS DISTINCT FROM
        CASE asked.side WHEN 'sender' THEN r.receiver_account_id ELSE r.sender_account_id END,
      m.role <> 'admin', m.created_at, m.id
    LIMIT 1
  ) person ON true
  LEFT JOIN account_holder h ON h.id = coalesce(a.account_id, person.account_id)`;

const acceptedSql = `
  SELECT DISTINCT ON (academic_id) academic_id AS "academicId", id AS "requestId" FROM (
    SELECT receiver_academic_id AS academic_id, id, decided_at FROM collaboration_request
    WHERE state = 'accepted' AND receiver_academic_id = ANY($1::uuid[]) AND sender_id = ANY($2::uuid[])
    UNION ALL
    SELECT sender_academic_id, id, decided_at FROM collaboration_request
    WHERE state = 'accepted' AND sender_academic_id = ANY($1::uuid[]) AND receiver_id = ANY($2::uuid[])
  ) accepted ORDER BY academic_id, decided_at DESC, id`;

/** How to reach people: for the two sides of an accepted request alone, and the first look is written down. */
@Injectable()
export class ContactService {
  // Loaders of one viewer's request; it is gone with the viewer.
  private readonly loaders = new WeakMap<
    Viewer,
    { requests: DataLoader<string, Contact | null>; academics: DataLoader<string, Contact | null> }
  >();

  constructor(@Inject(Database) private readonly database: Database) {}

  /** How to reach the other side of a request. */
  async ofRequest(viewer: Viewer, requestId: string): Promise<Contact | null> {
    return isSignedIn(viewer) ? this.of(viewer).requests.load(requestId) : null;
  }

  /** How to reach an academic that the viewer's side has an accepted request with. */
  async ofAcademic(viewer: Viewer, academicId: string): Promise<Contact | null> {
    return isSignedIn(viewer) ? this.of(viewer).academics.load(academicId) : null;
  }

  private of(viewer: SignedIn) {
    let loaders = this.loaders.get(viewer);
    if (!loaders) {
      const options = { cache: false, maxBatchSize: 100 };
      loaders = {
        requests: new DataLoader(async (ids) => this.ofRequests(viewer, ids), options),
        academics: new DataLoader(async (ids) => this.ofAcademics(viewer, ids), options),
      };
      this.loaders.set(viewer, loaders);
    }
    return loaders;
  }

  private async ofAcademics(viewer: SignedIn, academicIds: readonly string[]): Promise<(Contact | null)[]> {
    const accepted = await this.database.rows<{ academicId: string; requestId: string }>(acceptedSql, [
      academicIds,
      sidesOf(viewer),
    ]);
    const requestOf = new Map(accepted.map(({ academicId, requestId }) => [academicId, requestId]));
    const contacts = await this.shown(viewer, [...requestOf.values()]);
    return academicIds.map((id) => contacts.get(requestOf.get(id) ?? '') ?? null);
  }

  private async ofRequests(viewer: SignedIn, requestIds: readonly string[]): Promise<(Contact | null)[]> {
    const contacts = await this.shown(viewer, [...new Set(requestIds)]);
    return requestIds.map((id) => contacts.get(id) ?? null);
  }

  private async shown(viewer: SignedIn, requestIds: readonly string[]): Promise<Map<string, Contact>> {
    const ids = requestIds.filter(isId);
    if (ids.length === 0) return new Map();
    const rows = await requestRows(this.database, viewer, ids);
    const asked = rows.flatMap((row): Asked[] => {
      const side = showsContact(viewer, row) ? sideOf(viewer, row) : null;
      return side ? [{ requestId: row.id, side }] : [];
    });
    if (asked.length === 0) return new Map();
    const contacts = await this.database.rows<{ requestId: string; name: string | null; email: string | null }>(
      contactSql,
      [asked.map(({ requestId }) => requestId), asked.map(({ side }) => side), viewer.accountId],
    );
    return new Map(
      contacts.flatMap(({ requestId, name, email }) => (name && email ? [[requestId, { name, email }] as const] : [])),
    );
  }
}
