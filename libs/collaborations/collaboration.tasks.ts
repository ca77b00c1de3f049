import { Inject, Injectable } from '@nestjs/common';
import { isSignedIn, type Viewer } from '#accounts';
import { Database, once, type Sql, type Tx } from '#database';
import { badInput, conflict, isId, notFound, signInNeeded, written, writtenIfAny } from '#graphql';
import { type RequestSide } from '#requests';
import { type CollaborationTask, myTasksSql } from './collaboration.record.js';
import { type CollaborationSeat, CollaborationService } from './collaboration.service.js';
import type { AddCollaborationTaskInput, ChangeCollaborationTaskInput } from './work.inputs.js';

/** More are not kept track of on one page. */
const mostTasks = 200;

/** A task that a rule makes. */
export interface RuleTask {
  collaborationId: string;
  title: string;
  /** The rule, as people know it; with the title it makes the task once. */
  source: string;
  note?: string | null;
  ownerId?: string | null;
  /** YYYY-MM-DD. */
  dueOn?: string | null;
}

/** Adds a task that a rule asks for, in the caller's transaction; one that is there already stays as it is. */
export const addTaskByRule = (tx: Sql, { collaborationId, title, source, note, ownerId, dueOn }: RuleTask) =>
  tx.affected(
    `INSERT INTO collaboration_task (collaboration_id, title, note, owner_id, due_on, source, position)
     SELECT $1, $2, $3, $4, $5, $6, coalesce(max(position), 0) + 1 FROM collaboration_task WHERE collaboration_id = $1
     ON CONFLICT (collaboration_id, source, title) WHERE source IS NOT NULL DO NOTHING`,
    [collaborationId, title, note ?? null, ownerId ?? null, dueOn ?? null, source],
  );

/** What is to do in collaborations. */
@Injectable()
export class CollaborationTasks {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(CollaborationService) private readonly collaborations: CollaborationService,
  ) {}

  /** The viewer's own open tasks, the soonest due first. */
  mine(viewer: Viewer): Promise<CollaborationTask[]> {
    if (!isSignedIn(viewer)) throw signInNeeded();
    return this.database.rows<CollaborationTask>(myTasksSql, [viewer.accountId]);
  }

  /** Adds a task, once for its key. */
  async add(viewer: Viewer, { id, idempotencyKey, ...content }: AddCollaborationTaskInput) {
    const { title, note } = textsOf(content);
    const { viewer: person } = await this.collaborations.seat(viewer, id);
    const { accountId } = person;
    const repeatable = { accountId, key: idempotencyKey, operation: 'addCollaborationTask', input: { id, ...content } };
    await this.database.transaction((tx) =>
      once(tx, repeatable, async () => {
        const seat = await this.collaborations.workingSeat(viewer, id, tx);
        checkOwner(seat, content.ownerId);
        const row = await tx.row<{ id: string; count: number }>(
          `INSERT INTO collaboration_task (collaboration_id, title, note, owner_id, due_on, position)
           SELECT $1, $2, $3, $4, $5, coalesce(max(position), 0) + 1 FROM collaboration_task WHERE collaboration_id = $1
           HAVING count(*) < $6 RETURNING id`,
          [id, title, note, content.ownerId ?? null, content.dueOn ?? null, mostTasks],
        );
        if (!row)
          throw conflict('LIMIT_REACHED', `There are ${mostTasks} tasks: remove some that are no longer needed.`);
        await this.collaborations.did(tx, seat, 'add-task', detailsOf(title, content.ownerId));
        return { id: row.id };
      }),
    );
    return this.collaborations.one(viewer, id);
  }

  /** Changes a task, where it is still the one that was read. */
  async change(viewer: Viewer, { taskId, version, ...content }: ChangeCollaborationTaskInput) {
    const { title, note } = textsOf(content);
    return this.onTask(viewer, taskId, async (tx, seat, task) => {
      if (content.ownerId !== task.ownerId) checkOwner(seat, content.ownerId);
      const changed = await tx.affected(
        'UPDATE collaboration_task SET title = $3, note = $4, owner_id = $5, due_on = $6 WHERE id = $1 AND version = $2',
        [taskId, version, title, note, content.ownerId ?? null, content.dueOn ?? null],
      );
      if (changed === 0)
        throw conflict('CHANGED_MEANWHILE', 'Meanwhile the task was changed: read it again, then change it.');
      const moved = content.ownerId && content.ownerId !== task.ownerId ? content.ownerId : null;
      await this.collaborations.did(tx, seat, 'change-task', detailsOf(title, moved));
    });
  }

  /** Marks a task as done, or as not done after all; a repeat changes nothing. */
  async finish(viewer: Viewer, taskId: string, done: boolean) {
    return this.onTask(viewer, taskId, async (tx, seat, { title }) => {
      const changed = await tx.affected(
        `UPDATE collaboration_task SET done_at = CASE WHEN $2 THEN date_trunc('milliseconds', now()) END,
           done_by = CASE WHEN $2 THEN $3::uuid END WHERE id = $1 AND (done_at IS NULL) = $2`,
        [taskId, done, seat.viewer.accountId],
      );
      if (changed === 1)
        await this.collaborations.did(tx, seat, done ? 'finish-task' : 'reopen-task', { about: title });
    });
  }

  /** Removes a task that somebody has written; what a rule asks for is done, or not. */
  async remove(viewer: Viewer, taskId: string) {
    return this.onTask(viewer, taskId, async (tx, seat, { title, source }) => {
      if (source !== null) {
        throw conflict('STILL_NEEDED', `A rule asks for this task (${source}): mark it as done, with a note, instead.`);
      }
      await tx.affected('DELETE FROM collaboration_task WHERE id = $1', [taskId]);
      await this.collaborations.did(tx, seat, 'remove-task', { about: title });
    });
  }

  /** Puts the tasks in this order; those that are not named come after them. */
  async order(viewer: Viewer, id: string, taskIds: readonly string[]) {
    if (taskIds.length > mostTasks || !taskIds.every(isId)) {
      throw badInput(
        'taskIds',
        'these are not the tasks of one collaboration.',
        'Pass the ids of its tasks, in order.',
      );
    }
    await this.database.transaction(async (tx) => {
      await this.collaborations.workingSeat(viewer, id, tx);
      await tx.affected(
        `UPDATE collaboration_task t SET position = placed.position FROM (
           SELECT t.id, row_number() OVER (ORDER BY asked.at NULLS LAST, t.position, t.number)::int AS position
           FROM collaboration_task t LEFT JOIN unnest($2::uuid[]) WITH ORDINALITY AS asked (id, at) ON asked.id = t.id
           WHERE t.collaboration_id = $1) placed
         WHERE placed.id = t.id AND t.position <> placed.position`,
        [id, taskIds],
      );
    });
    return this.collaborations.one(viewer, id);
  }

  private async onTask(
    viewer: Viewer,
    taskId: string,
    work: (
      tx: Tx,
      seat: CollaborationSeat & { side: RequestSide },
      task: { title: string; ownerId: string | null; source: string | null },
    ) => Promise<void>,
  ) {
    const found = isId(taskId)
      ? await this.database.row<{ id: string }>('SELECT collaboration_id AS id FROM collaboration_task WHERE id = $1', [
          taskId,
        ])
      : undefined;
    if (!found || !(await this.collaborations.visible(viewer, [found.id])).has(found.id)) throw notFound('task');
    await this.database.transaction(async (tx) => {
      const seat = await this.collaborations.workingSeat(viewer, found.id, tx);
      const task = await tx.row<{ title: string; ownerId: string | null; source: string | null }>(
        'SELECT title, owner_id AS "ownerId", source FROM collaboration_task WHERE id = $1 FOR UPDATE',
        [taskId],
      );
      if (!task) throw notFound('task');
      await work(tx, seat, task);
    });
    return this.collaborations.one(viewer, found.id);
  }
}

const textsOf = ({ title, note }: { title: string; note?: string | null }) => ({
  title: written('title', title, { min: 1, max: 200 }),
  note: writtenIfAny('note', note, 2_000),
});

const detailsOf = (about: string, ownerId: string | null | undefined): Record<string, string> =>
  ownerId ? { about, ownerId } : { about };

const checkOwner = ({ row }: CollaborationSeat, ownerId: string | null | undefined): void => {
  if (ownerId && !row.people.some(({ accountId }) => accountId === ownerId)) {
    throw badInput(
      'ownerId',
      'this person does not work on the collaboration.',
      'Choose one of its people, or nobody.',
    );
  }
};
