import { Inject, Injectable } from '@nestjs/common';
import { isSignedIn, type SignedIn, type Viewer } from '#accounts';
import { Database, once, type Tx } from '#database';
import {
  badInput,
  type Connection,
  conflict,
  notFound,
  type PageArgs,
  placeAfter,
  placedPage,
  signInNeeded,
  today,
} from '#graphql';
import { checkCodes, TaxonomyService } from '#taxonomy';
import { governanceRules } from '../rules/rule.set.js';
import { monthsAfter, monthsBefore } from './dates.js';
import type { FormValueInput, SaveTrainingPlanInput, TrainingPlanInput } from './plan.inputs.js';
import type { PlanFacts, TrainingAdvice } from './plan.objects.js';
import { planTraining } from './planner.js';
import { TrainingPlan } from './training-plan.entity.js';

/** How many plans one person keeps. */
export const plansPerPerson = 20;
/** A plan begins within so many months of today, and is no longer than that. */
const farthest = 120;

/** Plans for time away: what the rules say to them, and those that people keep. */
@Injectable()
export class TrainingPlanService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(TaxonomyService) private readonly taxonomy: TaxonomyService,
  ) {}

  /** What the rules in force today say to a plan. Nothing is written. */
  advice(input: TrainingPlanInput): TrainingAdvice {
    return planTraining(this.facts(input), governanceRules, today());
  }

  /** The facts of a plan as it was typed, checked. */
  facts(input: TrainingPlanInput): PlanFacts {
    const taxonomy = this.taxonomy.current;
    checkCodes(taxonomy, 'profession', 'profession', input.profession);
    checkCodes(taxonomy, 'training-status', 'trainingStatus', input.trainingStatus);
    checkCodes(taxonomy, 'nation', 'nation', input.nation);
    if (!governanceRules.regions.some(({ code }) => code === input.region)) {
      checkCodes(taxonomy, 'region', 'region', input.region);
    }
    const { startsOn, endsOn } = input;
    if (endsOn < startsOn) throw badInput('endsOn', 'this is before the first day.', 'Choose a later last day.');
    const now = today();
    if (startsOn < monthsBefore(now, farthest) || startsOn > monthsAfter(now, farthest)) {
      throw badInput('startsOn', 'this is more than ten years away.', 'Choose a day that is nearer.');
    }
    if (endsOn > monthsAfter(startsOn, farthest)) {
      throw badInput('endsOn', 'this is more than ten years after the first day.', 'Choose an earlier last day.');
    }
    const nextArcpOn = input.nextArcpOn ?? null;
    if (nextArcpOn && (nextArcpOn < monthsBefore(now, 24) || nextArcpOn > monthsAfter(now, farthest))) {
      throw badInput('nextArcpOn', 'this is not the next annual review.', 'Give its day, or leave it out.');
    }
    return {
      profession: input.profession,
      trainingStatus: input.trainingStatus,
      nation: input.nation ?? null,
      region: input.region ?? null,
      firstYear: input.firstYear,
      finalYear: input.finalYear,
      startsOn,
      endsOn,
      purpose: input.purpose,
      visaSponsored: input.visaSponsored,
      countsToTraining: input.countsToTraining,
      nextArcpOn,
    };
  }

  /** What was typed into the application form, by the codes of its fields. */
  formValues(values: readonly FormValueInput[] | null | undefined): Record<string, string> {
    const known = new Set(governanceRules.form.fields.map(({ code }) => code));
    const form: Record<string, string> = {};
    for (const { code, value } of values ?? []) {
      if (!known.has(code)) {
        throw badInput('form', `"${code.slice(0, 60)}" is not a field of the form.`, `Use ${[...known].join(', ')}.`);
      }
      if (value.trim()) form[code] = value.trim();
    }
    return form;
  }

  /** The viewer's plans, newest first. */
  async mine(viewer: Viewer, { first, after }: PageArgs): Promise<Connection<TrainingPlan>> {
    if (!isSignedIn(viewer)) throw signInNeeded();
    const place = placeAfter('training-plans', after);
    const rows = await this.database.rows<TrainingPlan & { total: number }>(
      `SELECT ${this.database.columns(TrainingPlan, 'p')},
         (SELECT count(*)::int FROM training_plan WHERE account_id = $1) AS total
       FROM training_plan p
       WHERE p.account_id = $1 AND ($3::timestamptz IS NULL OR (p.created_at, p.id) < ($3, $4::uuid))
       ORDER BY p.created_at DESC, p.id DESC LIMIT $2`,
      [viewer.accountId, first + 1, place?.createdAt ?? null, place?.id ?? null],
    );
    const totalCount = rows[0]?.total ?? (place ? await this.count(viewer) : 0);
    const hasNextPage = rows.length > first;
    return placedPage('training-plans', rows.slice(0, first).map(complete), { totalCount, hasNextPage, after: place });
  }

  async one(viewer: Viewer, id: string): Promise<TrainingPlan> {
    if (!isSignedIn(viewer)) throw signInNeeded();
    const row = await this.database.row<TrainingPlan>(
      `SELECT ${this.database.columns(TrainingPlan, 'p')} FROM training_plan p WHERE p.id = $1 AND p.account_id = $2`,
      [id, viewer.accountId],
    );
    if (!row) throw notFound('plan');
    return complete(row);
  }

  /** Keeps a plan: a new one once for its key, or one of the viewer's at the version that was read. */
  async save(viewer: Viewer, input: SaveTrainingPlanInput): Promise<TrainingPlan> {
    if (!isSignedIn(viewer)) throw signInNeeded();
    const facts = this.facts(input.facts);
    const name = input.name.trim();
    if (!name) throw badInput('name', 'it is empty.', 'Give the plan a name by which you know it.');
    const values = [
      name,
      JSON.stringify(facts),
      JSON.stringify(this.formValues(input.form)),
      facts.startsOn,
      facts.endsOn,
    ];
    const { id } = input.id
      ? await this.change(viewer, input.id, input.version ?? null, values)
      : await this.database.transaction((tx) => this.create(tx, viewer, input, values));
    return this.one(viewer, id);
  }

  /** Removes a plan of the viewer's. */
  async remove(viewer: Viewer, id: string): Promise<boolean> {
    if (!isSignedIn(viewer)) throw signInNeeded();
    const removed = await this.database.affected('DELETE FROM training_plan WHERE id = $1 AND account_id = $2', [
      id,
      viewer.accountId,
    ]);
    if (removed === 0) throw notFound('plan');
    return true;
  }

  private async create(tx: Tx, { accountId }: SignedIn, input: SaveTrainingPlanInput, values: unknown[]) {
    const { idempotencyKey, ...asked } = input;
    return once(tx, { accountId, key: idempotencyKey, operation: 'saveTrainingPlan', input: asked }, async () => {
      // One save of a person at a time, or two new plans could both be the last one allowed.
      await tx.row('SELECT FROM account_holder WHERE id = $1 FOR NO KEY UPDATE', [accountId]);
      const made = await tx.row<{ id: string }>(
        `INSERT INTO training_plan (account_id, name, facts, form, starts_on, ends_on)
         SELECT $1, $2, $3, $4, $5, $6 WHERE (SELECT count(*) FROM training_plan WHERE account_id = $1) < $7
         RETURNING id`,
        [accountId, ...values, plansPerPerson],
      );
      if (!made) {
        throw conflict('LIMIT_REACHED', `You have ${plansPerPerson} plans, which is the most: delete one first.`);
      }
      return made;
    });
  }

  private async change(viewer: SignedIn, id: string, version: number | null, values: unknown[]) {
    const { version: current } = await this.one(viewer, id);
    if (version === null) {
      throw badInput('version', 'it is missing.', 'Pass the version of the plan as you read it.');
    }
    const changed = await this.database.affected(
      `UPDATE training_plan SET name = $4, facts = $5, form = $6, starts_on = $7, ends_on = $8
       WHERE id = $1 AND account_id = $2 AND version = $3`,
      [id, viewer.accountId, version, ...values],
    );
    if (changed === 0) {
      throw conflict('CHANGED_MEANWHILE', 'This plan has changed since you read it.', { currentVersion: current });
    }
    return { id };
  }

  private async count(viewer: SignedIn): Promise<number> {
    const row = await this.database.row<{ count: number }>(
      'SELECT count(*)::int AS count FROM training_plan WHERE account_id = $1',
      [viewer.accountId],
    );
    return row?.count ?? 0;
  }
}

const complete = (row: TrainingPlan): TrainingPlan =>
  Object.assign(new TrainingPlan(), row, {
    form: Object.entries(row.formStored).map(([code, value]) => ({ code, value })),
  });
