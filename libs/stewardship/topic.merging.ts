import { Inject, Injectable } from '@nestjs/common';
import { isPlatformAdmin, type Viewer } from '#accounts';
import { Database, type Tx } from '#database';
import { badInput, conflict, isId, notAllowed, notFound } from '#graphql';
import { readStored, Taxonomy, TaxonomyService, type Term } from '#taxonomy';
import type { MergeTopicsInput } from './topic.inputs.js';
import type { TopicMerge } from './topic.objects.js';
import { holdWriters, moveBack, moveTopics, tellIndex } from './topic.queries.js';
import { moveSearches, moveSearchesBack } from './topic.searches.js';

/** For so many days what a merge changed is remembered, so that it can be undone. */
const undoDays = 30;

type Row = Omit<TopicMerge, 'label' | 'successorLabel'>;

const merges = `
  SELECT m.id, m.topic, m.successor, m.reason, m.created_at AS "createdAt", m.moved, m.kept, m.undone_at AS "undoneAt",
    who.name AS "mergedBy", CASE WHEN m.undone_at IS NULL AND m.created_at > now() - interval '${undoDays} days'
      THEN m.created_at + interval '${undoDays} days' END AS "undoUntil"
  FROM topic_merge m LEFT JOIN account_holder who ON who.id = m.merged_by`;

/** Nobody can have the tables for themselves: somebody writes for longer than others can be made to wait. */
const lockNotAvailable = '55P03';

/** Retires topics into others, and takes that back. */
@Injectable()
export class TopicMerging {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(TaxonomyService) private readonly taxonomy: TaxonomyService,
  ) {}

  /** Every merge, the newest first. */
  async list(viewer: Viewer): Promise<TopicMerge[]> {
    checkAdmin(viewer);
    const rows = await this.database.rows<Row>(`${merges} ORDER BY m.created_at DESC, m.id LIMIT 500`);
    return rows.map((row) => this.named(row));
  }

  /** Retires a topic: everything that names it names the successor from now on, in one transaction. */
  async merge(viewer: Viewer, { topic, successor, reason }: MergeTopicsInput): Promise<TopicMerge> {
    checkAdmin(viewer);
    const id = await this.change(async (tx, before) => {
      const retiring = checkMerge(before, topic, successor);
      const made = await tx.row<{ id: string }>(
        'INSERT INTO topic_merge (topic, successor, reason, merged_by) VALUES ($1, $2, $3, $4) RETURNING id',
        [topic, successor, reason.trim(), viewer.accountId],
      );
      if (!made) throw new Error('The merge was not written');
      await holdWriters(tx);
      await moveTopics(tx, made.id, topic);
      await moveSearches(tx, made.id, topic, successor);
      await tx.affected(
        `UPDATE topic_merge SET moved = (SELECT count(DISTINCT (thing, subject)) FROM topic_move WHERE merge_id = $1)
         WHERE id = $1`,
        [made.id],
      );
      await tellIndex(tx, [successor, ...below(before, topic)], retiring.attributes.meshHeadings);
      return made.id;
    });
    return this.one(id);
  }

  /** Takes a merge back: what nobody has changed since names the old topic again, and all others keep the successor. */
  async undo(viewer: Viewer, id: string): Promise<TopicMerge> {
    checkAdmin(viewer);
    await this.change(async (tx, before) => {
      const merge = isId(id) ? await tx.row<Row>(`${merges} WHERE m.id = $1 FOR NO KEY UPDATE OF m`, [id]) : undefined;
      if (!merge) throw notFound('merge');
      checkUndo(merge, before);
      // No longer in force before anything is written back, or the triggers would move it again.
      await tx.affected('UPDATE topic_merge SET undone_at = now(), undone_by = $2, kept = 0 WHERE id = $1', [
        id,
        viewer.accountId,
      ]);
      await holdWriters(tx);
      await moveBack(tx, id);
      await moveSearchesBack(tx, id);
      await tx.affected(
        `UPDATE topic_merge SET kept = (SELECT count(DISTINCT (thing, subject)) FROM topic_move WHERE merge_id = $1)
         WHERE id = $1`,
        [id],
      );
      const after = new Taxonomy((await readStored(tx.manager)).terms);
      const { topic, successor } = merge;
      await tellIndex(
        tx,
        [topic, successor, ...below(after, topic)],
        after.term('topic', topic)?.attributes.meshHeadings,
      );
    });
    return this.one(id);
  }

  /** Forgets what merges changed that can no longer be undone. */
  forget(): Promise<number> {
    return this.database.affected(
      `DELETE FROM topic_move USING topic_merge m WHERE m.id = merge_id
       AND (m.undone_at IS NOT NULL OR m.created_at < now() - interval '${undoDays} days')`,
    );
  }

  /** Changes the topics, one change at a time, and has this process read them; the others follow by the revision. */
  async change<Result>(work: (tx: Tx, before: Taxonomy) => Promise<Result>): Promise<Result> {
    const result = await this.database
      .transaction(async (tx) => {
        await tx.affected('UPDATE taxonomy_revision SET revision = revision + 1');
        return work(tx, new Taxonomy((await readStored(tx.manager)).terms));
      })
      .catch((error: { code?: string }) => {
        if (error.code !== lockNotAvailable) throw error;
        throw conflict('UNAVAILABLE', 'The directory is being written to at this moment: try again in a minute.');
      });
    await this.taxonomy.reload();
    return result;
  }

  private async one(id: string): Promise<TopicMerge> {
    const row = await this.database.row<Row>(`${merges} WHERE m.id = $1`, [id]);
    if (!row) throw notFound('merge');
    return this.named(row);
  }

  private named(row: Row): TopicMerge {
    const labelOf = (code: string) => this.taxonomy.current.term('topic', code)?.label ?? code;
    return { ...row, label: labelOf(row.topic), successorLabel: labelOf(row.successor) };
  }
}

/** The topics are for the administrators of the platform alone. */
export const checkAdmin = (viewer: Viewer) => {
  if (!isPlatformAdmin(viewer)) throw notAllowed('The topics are for the administrators of the platform.');
};

/** A topic that there is, retired or not. */
export const knownTopic = (taxonomy: Taxonomy, field: string, code: string): Term => {
  const term = taxonomy.term('topic', code);
  if (term) return term;
  throw badInput(field, `"${code.slice(0, 60)}" is no topic.`, 'Choose one with terms(scheme: "topic").');
};

const below = (taxonomy: Taxonomy, code: string) => taxonomy.descendants('topic', code).map((term) => term.code);

const checkMerge = (taxonomy: Taxonomy, topic: string, successor: string): Term => {
  const retiring = knownTopic(taxonomy, 'topic', topic);
  const next = knownTopic(taxonomy, 'successor', successor);
  if (retiring.attributes.merged) {
    const { replacedBy = '' } = retiring.attributes;
    const now = taxonomy.term('topic', replacedBy)?.label ?? replacedBy;
    throw conflict('WRONG_STATE', `${retiring.label} is retired into ${now} already.`, { successor: replacedBy });
  }
  if (topic === successor) throw badInput('successor', 'a topic cannot stand in its own place.', 'Choose another.');
  if (next.retired) {
    throw conflict('NOT_POSSIBLE', `${next.label} is itself retired: choose a topic that is on offer.`);
  }
  if (below(taxonomy, topic).includes(successor)) {
    throw conflict(
      'NOT_POSSIBLE',
      `${next.label} is below ${retiring.label}, and what is below a retired topic goes to its successor: choose one that is not.`,
    );
  }
  return retiring;
};

const checkUndo = ({ undoneAt, undoUntil, successor }: Row, taxonomy: Taxonomy) => {
  if (undoneAt) throw conflict('WRONG_STATE', 'This merge has been undone already.');
  if (!undoUntil) {
    throw conflict('TOO_LATE', `A merge can be undone for ${undoDays} days; what it changed is no longer known.`);
  }
  const next = taxonomy.term('topic', successor);
  if (!next?.attributes.merged) return;
  throw conflict('NOT_POSSIBLE', `${next.label} has been retired since: undo that first.`);
};
