import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
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

  @Field(() => String, { nullable: true, description: 'Whom or what it was done to: a person, a task, a document.' })
  about: string | null;

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
    h.name AS person, e.note,
    coalesce(e.details->>'about', (SELECT name FROM account_holder WHERE id = (e.details->>'personId')::uuid)) AS about, e.created_at AS "createdAt"
  FROM unnest($1::uuid[]) AS asked (id)
  JOIN LATERAL (SELECT * FROM collaboration_event WHERE collaboration_id = asked.id ORDER BY number DESC LIMIT 200) e ON true
  LEFT JOIN account_holder h ON h.id = e.account_id ORDER BY e.number DESC`;

export const peopleSql = `
  SELECT p.collaboration_id AS "collaborationId", p.account_id AS "accountId", h.name, p.side, p.role, p.joined_at AS "joinedAt"
  FROM collaboration_person p JOIN account_holder h ON h.id = p.account_id
  WHERE p.collaboration_id = ANY($1::uuid[]) AND p.left_at IS NULL ORDER BY p.joined_at, h.name`;

/** Something that somebody is to do. */
@ObjectType({ description: 'Something that somebody is to do.' })
export class CollaborationTask {
  @Field(() => ID)
  id: string;

  @Field(() => Int, { description: 'Pass it on when you change the task.' })
  version: number;

  @Field(() => ID)
  collaborationId: string;

  @Field()
  title: string;

  @Field(() => String, { nullable: true })
  note: string | null;

  @Field(() => ID, { nullable: true, description: 'The account of whoever is to do it.' })
  ownerId: string | null;

  @Field(() => String, { nullable: true })
  owner: string | null;

  @Field(() => String, { nullable: true, description: 'By when, as YYYY-MM-DD.' })
  dueOn: string | null;

  @Field(() => String, { nullable: true, description: 'The rule that made it; null where a person did.' })
  source: string | null;

  @Field(() => Date, { nullable: true })
  doneAt: Date | null;

  @Field(() => String, { nullable: true, description: 'Who has done it, while they have an account.' })
  doneBy: string | null;

  @Field()
  createdAt: Date;
}

/** Something that one side wrote to the other. */
@ObjectType({ description: 'Something that one side wrote to the other.' })
export class CollaborationMessage {
  @Field(() => ID)
  id: string;

  @Field(() => Int, { description: 'Its place in all messages: what has been read is told by it.' })
  number: number;

  @Field(() => String)
  side: RequestSide;

  accountId: string | null;

  @Field(() => String, { nullable: true, description: 'Who wrote it, while they have an account.' })
  person: string | null;

  @Field()
  mine: boolean;

  @Field()
  text: string;

  @Field()
  createdAt: Date;
}

const taskColumns = `t.id, t.version, t.collaboration_id AS "collaborationId", t.title, t.note, t.owner_id AS "ownerId",
    o.name AS owner, t.due_on::text AS "dueOn", t.source, t.done_at AS "doneAt", d.name AS "doneBy", t.created_at AS "createdAt"`;
const taskNames = `LEFT JOIN account_holder o ON o.id = t.owner_id LEFT JOIN account_holder d ON d.id = t.done_by`;

/** What is to do comes first, in its order; then what was done, the latest first. */
export const tasksSql = `
  SELECT ${taskColumns} FROM collaboration_task t ${taskNames} WHERE t.collaboration_id = ANY($1::uuid[])
  ORDER BY t.done_at DESC NULLS FIRST, t.position, t.number`;

/** The open tasks of one person ($1), the soonest due first. */
export const myTasksSql = `
  SELECT ${taskColumns} FROM collaboration_task t JOIN collaboration c ON c.id = t.collaboration_id ${taskNames}
  WHERE t.owner_id = $1 AND t.done_at IS NULL AND c.state NOT IN ('completed', 'ended-early', 'withdrawn')
  ORDER BY t.due_on NULLS LAST, t.number LIMIT 100`;

export const messagesSql = `
  SELECT m.id, m.number::int, m.collaboration_id AS "collaborationId", m.side, m.account_id AS "accountId", h.name AS person,
    m.text, m.created_at AS "createdAt"
  FROM unnest($1::uuid[]) AS asked (id)
  JOIN LATERAL (SELECT * FROM collaboration_message WHERE collaboration_id = asked.id ORDER BY number DESC LIMIT 200) m ON true
  LEFT JOIN account_holder h ON h.id = m.account_id ORDER BY m.number`;
