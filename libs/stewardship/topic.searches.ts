import { questionKey } from '#alerts';
import type { Tx } from '#database';
import type { FilterInput, SearchKind } from '#search';

interface Kept {
  id: string;
  accountId: string;
  kind: SearchKind;
  query: string | null;
  filter: FilterInput;
}

const columns = 's.id, s.account_id AS "accountId", s.kind, s.query';

/** Two searches of a person may come to the same: then both stay, and the key stays with the one that had it. */
const write = ({ id, accountId, kind, query }: Omit<Kept, 'filter'>, filter: FilterInput, tx: Tx) =>
  tx.affected(
    `UPDATE saved_search s SET filter = $2, question_key = CASE
       WHEN EXISTS (SELECT FROM saved_search o WHERE o.account_id = $4 AND o.question_key = $3 AND o.id <> s.id)
       THEN s.question_key ELSE $3 END
     WHERE s.id = $1`,
    [id, JSON.stringify(filter), questionKey(kind, query, filter), accountId],
  );

/** Writes the successor into the saved searches that name a topic, and notes what was there. */
export const moveSearches = async (tx: Tx, mergeId: string, topic: string, successor: string): Promise<void> => {
  const searches = await tx.rows<Kept>(
    `SELECT ${columns}, s.filter FROM saved_search s WHERE s.filter -> 'topics' ? $1 ORDER BY s.id`,
    [topic],
  );
  for (const search of searches) {
    const topics = (search.filter.topics ?? []).map((code) => (code === topic ? successor : code));
    const filter = { ...search.filter, topics: [...new Set(topics)].sort() };
    await tx.affected(
      `INSERT INTO topic_move (merge_id, thing, subject, field, before, after)
       VALUES ($1, 'saved_search', $2, 'filter', $3, $4)`,
      [mergeId, search.id, JSON.stringify(search.filter), JSON.stringify(filter)],
    );
    await write(search, filter, tx);
  }
};

/** Gives the saved searches their filters back. */
export const moveSearchesBack = async (tx: Tx, mergeId: string): Promise<void> => {
  const searches = await tx.rows<Kept>(
    `DELETE FROM topic_move m USING saved_search s
     WHERE m.merge_id = $1 AND m.thing = 'saved_search' AND s.id = m.subject AND s.filter = m.after
     RETURNING ${columns}, m.before AS filter`,
    [mergeId],
  );
  for (const { filter, ...search } of searches) await write(search, filter, tx);
};
