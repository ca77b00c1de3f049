import { Field, ID, ObjectType } from '@nestjs/graphql';
import type { Actor, RequestSide } from '#requests';
import type { CollaborationState } from './collaboration.states.js';

/** Something that was done with a collaboration. */
@ObjectType({ description: 'Something that was done with a collaboration.' })
export class CollaborationEvent {
  @Field(() => ID)
  id: string;

  @Field({ description: 'begin, a step, change-terms, or what a sign-off, an agreement or a document adds.' })
  action: string;

  @Field(() => String, { nullable: true })
  from: CollaborationState | 'none' | null;

  @Field(() => String, { nullable: true })
  to: CollaborationState | null;

  @Field(() => String, { nullable: true, description: 'sender, receiver, office or clock.' })
  side: Actor | null;

  @Field(() => String, { nullable: true, description: 'Who did it, while they have an account.' })
  person: string | null;

  @Field(() => String, { nullable: true })
  note: string | null;

  @Field()
  createdAt: Date;
}

/** Somebody who works on a collaboration. */
@ObjectType({ description: 'Somebody who works on a collaboration.' })
export class CollaborationPerson {
  @Field(() => ID)
  accountId: string;

  @Field()
  name: string;

  @Field(() => String, { description: 'sender or receiver.' })
  side: RequestSide;

  @Field(() => String, { description: 'lead, supervisor, scientist, contracts or colleague.' })
  role: string;

  @Field()
  joinedAt: Date;
}

export interface OfCollaboration {
  collaborationId: string;
}

/** What was done with these collaborations, newest first, at most 200 of each. */
export const eventsSql = `
  SELECT e.id, e.collaboration_id AS "collaborationId", e.action, e.from_state AS "from", e.to_state AS "to", e.side,
    h.name AS person, e.note, e.created_at AS "createdAt"
  FROM unnest($1::uuid[]) AS asked (id)
  JOIN LATERAL (SELECT * FROM collaboration_event WHERE collaboration_id = asked.id ORDER BY number DESC LIMIT 200) e ON true
  LEFT JOIN account_holder h ON h.id = e.account_id ORDER BY e.number DESC`;

export const peopleSql = `
  SELECT p.collaboration_id AS "collaborationId", p.account_id AS "accountId", h.name, p.side, p.role, p.joined_at AS "joinedAt"
  FROM collaboration_person p JOIN account_holder h ON h.id = p.account_id
  WHERE p.collaboration_id = ANY($1::uuid[]) AND p.left_at IS NULL ORDER BY p.joined_at, h.name`;
