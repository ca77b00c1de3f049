import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { type CollaborationGate, CollaborationGates, type IntendedStep, type Obstacle } from '#collaborations';
import type { Sql } from '#database';
import { today } from '#graphql';
import { kindOf, necessityOf, agreementRules as rules } from './agreement.rules.js';

/** Work begins once its agreement is signed: the way from agreement to active is closed until then. */
@Injectable()
export class AgreementGate implements CollaborationGate, OnModuleInit {
  constructor(@Inject(CollaborationGates) private readonly gates: CollaborationGates) {}

  onModuleInit() {
    this.gates.add(this);
  }

  async obstacles(sql: Sql, { collaboration, action }: IntendedStep): Promise<Obstacle[]> {
    if (action !== 'activate') return [];
    const terms = await sql.row<{ type: string }>(
      'SELECT type FROM engagement_terms WHERE collaboration_id = $1 ORDER BY number DESC LIMIT 1',
      [collaboration.id],
    );
    const agreements = await sql.rows<{ kind: string; state: string }>(
      'SELECT kind, state FROM agreement WHERE collaboration_id = $1',
      [collaboration.id],
    );
    const open = agreements.filter(({ state }) => state === 'draft' || state === 'in-review');
    const signed = agreements.some(
      ({ kind, state }) => state === 'signed' && kindOf(rules, kind)?.family !== 'confidentiality',
    );
    const necessity = necessityOf(rules, terms?.type ?? '', today());
    const obstacles: Obstacle[] = open.map(({ kind, state }) => ({
      code: 'agreement-open',
      sentence: `The agreement “${kindOf(rules, kind)?.label ?? kind}” is ${state === 'draft' ? 'still a draft' : 'not signed by both sides yet'}.`,
      fix: 'Record the signatures of both sides, or end the agreement if it is not needed.',
    }));
    if (necessity?.needed && !signed && open.every(({ kind }) => kindOf(rules, kind)?.family === 'confidentiality')) {
      obstacles.unshift({
        code: 'agreement-missing',
        sentence: `No agreement for the work is signed. ${necessity.text}`,
        fix: `Find the kind with the navigator, draft it, and record the signatures of both sides. Source: ${necessity.source.title}.`,
      });
    }
    return obstacles;
  }
}
