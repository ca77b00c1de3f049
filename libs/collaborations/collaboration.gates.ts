import { Injectable } from '@nestjs/common';
import { Field, ObjectType } from '@nestjs/graphql';
import type { Sql } from '#database';
import type { Collaboration } from './collaboration.entity.js';
import type { CollaborationAction, CollaborationState } from './collaboration.states.js';

/** What stands in the way of a step. */
@ObjectType({ description: 'What stands in the way of a step.' })
export class Obstacle {
  @Field()
  code: string;

  @Field({ description: 'What is missing, in one sentence.' })
  sentence: string;

  @Field({ description: 'What would put it right, and by whom.' })
  fix: string;
}

/** A step that somebody is about to take. */
export interface IntendedStep {
  collaboration: Collaboration;
  action: CollaborationAction;
  to: CollaborationState;
}

/** What must be right before a step is taken. */
export interface CollaborationGate {
  /** Reads in the transaction that takes the step, in which the collaboration is locked; empty where nothing is missing. */
  obstacles(sql: Sql, step: IntendedStep): Promise<Obstacle[]>;
}

/** What must be right before steps are taken. The libraries to the right of this one register theirs. */
@Injectable()
export class CollaborationGates {
  private readonly gates: CollaborationGate[] = [];

  add(gate: CollaborationGate) {
    this.gates.push(gate);
  }

  async obstacles(sql: Sql, step: IntendedStep): Promise<Obstacle[]> {
    const found: Obstacle[] = [];
    for (const gate of this.gates) found.push(...(await gate.obstacles(sql, step)));
    return found;
  }
}
