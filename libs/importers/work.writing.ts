import type { Tx } from '#database';
import type { WorkRecord } from './records.js';

/** The works of one academic, and whether they are all of them. */
export interface AcademicWorks {
  academicId: string;
  works: readonly WorkRecord[];
  /** whether these are only some of the works */
  adding: boolean;
  /** whether the academic has no works yet */
  isNew: boolean;
}

const columns = 'academic_id, position, kind, title, abstract, year, identifier, venue, featured, mesh_headings';
const given = `jsonb_to_recordset($1::jsonb) AS w(academic_id uuid, position int, kind text, title text, abstract text,
  year int, identifier text, venue text, featured boolean, mesh_headings text[])`;

const insert = `INSERT INTO academic_work (${columns}) SELECT ${columns} FROM ${given}`;
const differing = `
  WITH given AS (SELECT ${columns} FROM ${given}),
    held AS (SELECT ${columns} FROM academic_work WHERE academic_id = ANY($2::uuid[]))
  SELECT DISTINCT academic_id AS id FROM (
    (TABLE given EXCEPT TABLE held) UNION ALL (TABLE held EXCEPT TABLE given)
  ) AS other`;
const remove = 'DELETE FROM academic_work WHERE academic_id = ANY($1::uuid[])';
/** A work with an identifier is the same work however it is titled; without one, the title tells. */
const add = `
  INSERT INTO academic_work AS h (${columns})
  SELECT w.academic_id, (SELECT count(*) FROM academic_work c WHERE c.academic_id = w.academic_id) + w.position,
    w.kind, w.title, w.abstract, w.year, w.identifier, w.venue, w.featured, w.mesh_headings
  FROM ${given}
  WHERE w.identifier IS NOT NULL
    OR NOT EXISTS (SELECT 1 FROM academic_work s WHERE s.academic_id = w.academic_id AND s.title = w.title)
  ON CONFLICT (academic_id, identifier) WHERE identifier IS NOT NULL DO UPDATE
    SET kind = excluded.kind, title = excluded.title, abstract = excluded.abstract, year = excluded.year,
      venue = excluded.venue, mesh_headings = excluded.mesh_headings
    WHERE (h.kind, h.title, h.abstract, h.year, h.venue, h.mesh_headings)
      IS DISTINCT FROM (excluded.kind, excluded.title, excluded.abstract, excluded.year, excluded.venue, excluded.mesh_headings)
  RETURNING academic_id AS id`;

const rowsOf = (all: readonly AcademicWorks[]) =>
  JSON.stringify(
    all.flatMap(({ academicId, works }) =>
      works.map((work, position) => ({
        academic_id: academicId,
        position,
        kind: work.kind,
        title: work.title,
        abstract: work.abstract ?? '',
        year: work.year,
        identifier: work.identifier,
        venue: work.venue,
        featured: work.featured ?? false,
        mesh_headings: work.meshHeadings ?? [],
      })),
    ),
  );

/** Writes works where they differ from what is there, and returns the academics whose works are now other than before. */
export const writeWorks = async (tx: Tx, all: readonly AcademicWorks[]): Promise<Set<string>> => {
  const first = all.filter(({ isNew, works }) => isNew && works.length > 0);
  if (first.length > 0) await tx.affected(insert, [rowsOf(first)]);
  const changed = new Set<string>();
  const whole = all.filter(({ isNew, adding }) => !isNew && !adding);
  if (whole.length > 0) {
    const ids = whole.map(({ academicId }) => academicId);
    for (const { id } of await tx.rows<{ id: string }>(differing, [rowsOf(whole), ids])) changed.add(id);
    const replaced = whole.filter(({ academicId }) => changed.has(academicId));
    if (replaced.length > 0) {
      await tx.affected(remove, [replaced.map(({ academicId }) => academicId)]);
      await tx.affected(insert, [rowsOf(replaced)]);
    }
  }
  const parts = all.filter(({ isNew, adding, works }) => !isNew && adding && works.length > 0);
  if (parts.length > 0) {
    for (const { id } of await tx.rows<{ id: string }>(add, [rowsOf(parts)])) changed.add(id);
  }
  return changed;
};
