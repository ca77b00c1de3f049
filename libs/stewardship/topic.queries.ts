import type { Tx } from '#database';

/** Where topics are kept as a list, in the order in which their triggers reach from one to the other. */
const lists = ['organisation', 'academic', 'opportunity', 'event'] as const;

const criteria = ['must_have', 'nice_to_have', 'exclude'] as const;

/** How many name each topic, whoever may see them. */
export const topicUses = `
  SELECT topic AS code, count(*) FILTER (WHERE kind = 'academic')::int AS academics,
    count(*) FILTER (WHERE kind = 'organisation')::int AS organisations,
    count(*) FILTER (WHERE kind = 'opportunity')::int AS opportunities
  FROM (
    SELECT 'academic' AS kind, unnest(topics) AS topic FROM academic
    UNION ALL SELECT 'organisation', unnest(topics) FROM organisation
    UNION ALL SELECT 'opportunity', unnest(topics) FROM opportunity
  ) used GROUP BY topic`;

/**
 * Waits until nobody is writing what names topics, and holds new writers back until the end of the transaction: a row that
 * was checked before the merge must not be written after it. Gives up after some seconds, because others wait behind it.
 */
export const holdWriters = async (tx: Tx): Promise<void> => {
  await tx.affected(`SET LOCAL lock_timeout = '5s'`);
  await tx.affected(`LOCK TABLE ${lists.join(', ')}, saved_search IN SHARE ROW EXCLUSIVE MODE`);
};

/** Writes the successor in place of the topic of a merge that is in force, and notes what was there. */
export const moveTopics = async (tx: Tx, mergeId: string, topic: string): Promise<void> => {
  for (const table of lists) {
    const names = `WHERE topics && ARRAY[$1::text]`;
    await tx.affected(
      `INSERT INTO topic_move (merge_id, thing, subject, field, before, after)
       SELECT $2, '${table}', id, 'topics', to_jsonb(topics), to_jsonb(current_topics(topics)) FROM ${table} ${names}`,
      [topic, mergeId],
    );
    // The trigger puts the successor in its place.
    await tx.affected(`UPDATE ${table} SET topics = topics ${names}`, [topic]);
  }
  for (const field of criteria) {
    const names = `WHERE ${field} @> jsonb_build_array(jsonb_build_object('facet', 'topic', 'code', $1::text))`;
    await tx.affected(
      `INSERT INTO topic_move (merge_id, thing, subject, field, before, after)
       SELECT $2, 'opportunity', id, '${field}', ${field}, current_criteria(${field}) FROM opportunity ${names}`,
      [topic, mergeId],
    );
    await tx.affected(`UPDATE opportunity SET ${field} = ${field} ${names}`, [topic]);
  }
};

/** Writes back what a merge changed and nobody has changed since; the merge is no longer in force. */
export const moveBack = async (tx: Tx, mergeId: string): Promise<void> => {
  const back = async (table: string, field: string, now: string, then: string) => {
    const same = `m.merge_id = $1 AND m.thing = '${table}' AND m.field = '${field}' AND t.id = m.subject AND ${now} = m.after`;
    await tx.affected(
      `WITH same AS (DELETE FROM topic_move m USING ${table} t WHERE ${same} RETURNING m.subject, m.before)
       UPDATE ${table} t SET ${field} = ${then} FROM same WHERE t.id = same.subject`,
      [mergeId],
    );
  };
  for (const table of lists) {
    await back(table, 'topics', 'to_jsonb(t.topics)', 'ARRAY(SELECT jsonb_array_elements_text(same.before))');
  }
  for (const field of criteria) await back('opportunity', field, `t.${field}`, 'same.before');
};

/** Has the index read everything again that names one of these topics, or has works under one of these headings. */
export const tellIndex = (tx: Tx, codes: readonly string[], headings: readonly string[] = []) =>
  tx.affected(
    `INSERT INTO outbox (kind, subject)
     SELECT 'organisations', id FROM organisation WHERE topics && $1
     UNION ALL SELECT 'opportunities', id FROM opportunity WHERE topics && $1
     UNION ALL SELECT 'academics', id FROM (
       SELECT id FROM academic WHERE topics && $1
       UNION SELECT academic_id FROM academic_work, unnest(mesh_headings) AS heading WHERE lower(heading) = ANY($2)
     ) a`,
    [codes, headings.map((heading) => heading.toLowerCase())],
  );
