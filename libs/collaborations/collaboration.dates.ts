import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Sql } from '#database';
import { type CollaborationGate, CollaborationGates, type IntendedStep, type Obstacle } from './collaboration.gates.js';

const inWords = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** Work starts on a first day that both have agreed on, and is completed on that day at the earliest. */
@Injectable()
export class CollaborationDates implements CollaborationGate, OnModuleInit {
  constructor(@Inject(CollaborationGates) private readonly gates: CollaborationGates) {}

  onModuleInit() {
    this.gates.add(this);
  }

  async obstacles(sql: Sql, { collaboration, action }: IntendedStep): Promise<Obstacle[]> {
    if (action !== 'activate' && action !== 'complete') return [];
    const terms = await sql.row<{ startsOn: string | null; isToCome: boolean | null }>(
      `SELECT starts_on::text AS "startsOn", starts_on > CURRENT_DATE AS "isToCome" FROM engagement_terms
       WHERE collaboration_id = $1 AND number = $2`,
      [collaboration.id, collaboration.termsNumber],
    );
    if (action === 'activate' && !terms?.startsOn) {
      return [
        {
          code: 'FIRST_DAY_MISSING',
          sentence: 'First day: the terms do not say when the work starts.',
          fix: 'Write the first day into the terms; either side can.',
        },
      ];
    }
    if (action === 'complete' && terms?.startsOn && terms.isToCome) {
      const day = inWords.format(new Date(terms.startsOn));
      return [
        {
          code: 'NOT_BEGUN',
          sentence: `First day: by the terms the work starts on ${day}, which is still to come.`,
          fix: `Complete it on ${day} or later, correct the first day in the terms, or end it early.`,
        },
      ];
    }
    return [];
  }
}
