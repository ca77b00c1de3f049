import { academicName } from '#academics';
import type { Sql } from '#database';
import type { LinkKind } from './introduction.states.js';

/** Who looks for a way to whom. */
export interface PathEnds {
  accountId: string;
  academicId: string | null;
  /** The organisations of the one who looks. */
  organisationIds: readonly string[];
  targetAcademicId: string | null;
  targetOrganisationId: string | null;
}

/** Somebody between the two, whoever may know of it. */
export interface PathRow {
  accountId: string;
  academicId: string;
  name: string;
  firstLink: LinkKind;
  secondLink: LinkKind;
  /** Both links are works that all three show: then who it is may be shown too. */
  isPublic: boolean;
  firstWorks: string[];
  secondWorks: string[];
}

/** Whether an academic shows their works to signed-in people. */
const shown = (academic: string) =>
  `${academic}.visibility <> 'hidden' AND coalesce(${academic}.field_visibility ->> 'works', 'public') <> 'only-me'`;

/** Everybody who is named on a work of an academic, with one title each; only works that both show. */
const sharedWorks = (academic: string) => `
  SELECT other.id, 'work' AS link, array_agg(DISTINCT theirs.title) AS works
  FROM academic own JOIN academic_work mine ON mine.academic_id = own.id AND mine.kind IN ('publication', 'trial')
  JOIN academic_work theirs ON lower(theirs.identifier) = lower(mine.identifier) AND theirs.academic_id <> own.id
  JOIN academic other ON other.id = theirs.academic_id AND ${shown('other')}
  WHERE own.id = ${academic} AND ${shown('own')} GROUP BY other.id`;

/** Every academic who works, or worked, with one of these academics or organisations. */
const collaborators = (sides: string) => `
  SELECT CASE WHEN c.sender_id = ANY(${sides}) THEN c.receiver_academic_id ELSE c.sender_academic_id END, 'collaboration',
    '{}'::text[]
  FROM collaboration c WHERE c.state <> 'withdrawn' AND (c.sender_id = ANY(${sides}) OR c.receiver_id = ANY(${sides}))`;

/** Every academic who gave advice to, or took it from, an account. */
const advisers = (account: string) => `
  SELECT a.id, 'mentor', '{}'::text[] FROM meeting m
  JOIN academic a ON a.account_id = CASE WHEN m.asker_account_id = ${account} THEN m.asked_account_id ELSE m.asker_account_id END
  WHERE m.kind <> 'event' AND m.state = 'accepted' AND ${account} IN (m.asker_account_id, m.asked_account_id)`;

const links = `
  ends AS (SELECT $1::uuid AS account, $2::uuid AS academic, array_append($3::uuid[], $2::uuid) AS sides,
    $4::uuid AS target, (SELECT account_id FROM academic WHERE id = $4) AS target_account,
    ARRAY[coalesce($4::uuid, $5::uuid)] AS targets),
  first (id, link, works) AS (
    ${sharedWorks('(SELECT academic FROM ends)')} UNION ALL ${collaborators('(SELECT sides FROM ends)::uuid[]')}
    UNION ALL ${advisers('(SELECT account FROM ends)')}),
  second (id, link, works) AS (
    ${sharedWorks('(SELECT target FROM ends)')} UNION ALL ${collaborators('(SELECT targets FROM ends)::uuid[]')}
    UNION ALL ${advisers('(SELECT target_account FROM ends)')})`;

/** So many of each kind of path are looked at: who knows everybody is not read whole. */
const mostOfAKind = 50;

const pathsSql = `
  WITH ${links}, found AS (
    SELECT DISTINCT m.account_id AS "accountId", m.id AS "academicId", ${academicName('m')} AS name,
      f.link AS "firstLink", s.link AS "secondLink", f.link = 'work' AND s.link = 'work' AS "isPublic",
      f.works AS "firstWorks", s.works AS "secondWorks"
    FROM first f JOIN second s ON s.id = f.id JOIN academic m ON m.id = f.id
    LEFT JOIN introduction_choice c ON c.account_id = m.account_id
    WHERE m.account_id IS NOT NULL AND m.account_id <> $1 AND m.id IS DISTINCT FROM $2 AND m.id IS DISTINCT FROM $4
      AND ($6::text IS NULL OR f.link = $6 AND s.link = $7) AND ($8::uuid IS NULL OR m.id = $8)
      -- What is not public is shown, and then not by name, only of those who agreed to be asked.
      AND CASE WHEN f.link = 'work' AND s.link = 'work' THEN coalesce(c.available, true) ELSE coalesce(c.available, false) END
  ), numbered AS (
    SELECT *, row_number() OVER (PARTITION BY "firstLink", "secondLink" ORDER BY name, "academicId") AS place FROM found
  )
  SELECT "accountId", "academicId", name, "firstLink", "secondLink", "isPublic", "firstWorks", "secondWorks"
  FROM numbered WHERE place <= ${mostOfAKind} ORDER BY name, "academicId", "firstLink", "secondLink"`;

const parametersOf = ({ accountId, academicId, organisationIds, targetAcademicId, targetOrganisationId }: PathEnds) => [
  accountId,
  academicId,
  organisationIds,
  targetAcademicId,
  targetOrganisationId,
];

/** One kind of path, and perhaps one person on it. */
export interface WantedPath {
  firstLink: LinkKind;
  secondLink: LinkKind;
  throughAcademicId?: string | null;
}

/** Who stands between two, with how, at most fifty of each kind; what of it is shown to whom is the caller's to decide. */
export const pathsBetween = (sql: Sql, ends: PathEnds, wanted?: WantedPath) =>
  sql.rows<PathRow>(pathsSql, [
    ...parametersOf(ends),
    wanted?.firstLink ?? null,
    wanted?.secondLink ?? null,
    wanted?.throughAcademicId ?? null,
  ]);

/** How two are linked already, without anybody between them. */
export const directLinks = async (sql: Sql, ends: PathEnds): Promise<{ link: LinkKind; works: string[] }[]> =>
  sql.rows(
    `WITH ${links}
     SELECT link, works FROM first WHERE id = $4
     UNION ALL SELECT link, works FROM second WHERE id = $2 AND $4 IS NULL ORDER BY link`,
    parametersOf(ends),
  );
