import { randomUUID } from 'node:crypto';
import type { Tx } from '#database';
import { type Found, type Outcome, outcomeOf } from './batch.outcome.js';
import { type Column, insertInto, rowsOf, updateOf } from './merge.statements.js';
import type { AcademicRecord } from './records.js';
import { type AcademicWorks, writeWorks } from './work.writing.js';

const columns: Column[] = [
  { name: 'honorific', type: 'text', merging: 'value' },
  { name: 'given_name', type: 'text', merging: 'value' },
  { name: 'family_name', type: 'text', merging: 'value' },
  { name: 'profession', type: 'text', merging: 'value' },
  { name: 'regulator', type: 'text', merging: 'value' },
  { name: 'career_stage', type: 'text', merging: 'value' },
  { name: 'training_status', type: 'text', merging: 'value' },
  { name: 'specialty', type: 'text', merging: 'value' },
  { name: 'job_title', type: 'text', merging: 'value' },
  { name: 'employer_id', type: 'uuid', merging: 'value' },
  { name: 'university_id', type: 'uuid', merging: 'value' },
  { name: 'city', type: 'text', merging: 'value' },
  { name: 'region', type: 'text', merging: 'value' },
  { name: 'nation', type: 'text', merging: 'value' },
  { name: 'country', type: 'text', merging: 'value' },
  { name: 'summary', type: 'text', merging: 'words' },
  { name: 'topics', type: 'text[]', merging: 'list' },
  { name: 'methods', type: 'text[]', merging: 'list' },
  { name: 'offer', type: 'text', merging: 'words' },
  { name: 'want', type: 'text', merging: 'words' },
  { name: 'working_style', type: 'text', merging: 'words' },
  { name: 'engagement_types', type: 'text[]', merging: 'list' },
  { name: 'sectors', type: 'text[]', merging: 'list' },
  { name: 'available_from', type: 'date', merging: 'value' },
  { name: 'available_fte', type: 'real', merging: 'value' },
  { name: 'place_mode', type: 'text', merging: 'value' },
  { name: 'industry_experience', type: 'text', merging: 'words' },
  { name: 'orcid', type: 'text', merging: 'value' },
];

/** The rows of the organisations that a record names. */
export interface Affiliations {
  employerId: string | undefined;
  universityId: string | undefined;
}

const rowOf = (record: AcademicRecord, { employerId, universityId }: Affiliations, id: string) => ({
  id,
  adding: record.extent === 'part',
  source: record.source,
  source_key: record.sourceKey,
  honorific: record.honorific,
  given_name: record.givenName,
  family_name: record.familyName,
  profession: record.profession,
  regulator: record.regulator,
  career_stage: record.careerStage,
  training_status: record.trainingStatus,
  specialty: record.specialty,
  job_title: record.jobTitle,
  employer_id: employerId,
  university_id: universityId,
  city: record.city,
  region: record.region,
  nation: record.nation,
  country: record.country,
  summary: record.summary,
  topics: record.topics,
  methods: record.methods,
  offer: record.offer,
  want: record.want,
  working_style: record.workingStyle,
  engagement_types: record.engagementTypes,
  sectors: record.sectors,
  available_from: record.availableFrom,
  available_fte: record.availableFte,
  place_mode: record.placeMode,
  industry_experience: record.industryExperience,
  orcid: record.orcid,
});

const insert = insertInto('academic', columns);
const update = updateOf('academic', columns);
const find = `SELECT r.place, o.id, o.account_id IS NOT NULL AS claimed, o.created_at >= $2 AS fresh, false AS "foreign"
  FROM ${rowsOf([
    { name: 'place', type: 'int' },
    { name: 'source', type: 'text' },
    { name: 'source_key', type: 'text' },
  ])}
  JOIN academic o ON o.source = r.source AND o.source_key = r.source_key FOR UPDATE OF o`;
/** Which of the records are of people who were erased, by their key in the register or their ORCID iD. */
const findErased = `SELECT r.place FROM ${rowsOf([
  { name: 'place', type: 'int' },
  { name: 'source', type: 'text' },
  { name: 'source_key', type: 'text' },
  { name: 'orcid', type: 'text' },
])}
  WHERE EXISTS (SELECT FROM profile_suppression s
    WHERE s.mark IN (profile_mark(r.source, r.source_key), profile_mark('orcid', r.orcid)))`;
/** Works are part of what is found: a change of nothing else moves the version too. */
const touch = 'UPDATE academic SET version = version WHERE id = ANY($1::uuid[])';

/** Writes academics with their works, and tells what became of each. A claimed profile is its owner's alone. */
export const writeAcademics = async (
  tx: Tx,
  records: readonly AcademicRecord[],
  affiliationsOf: (record: AcademicRecord) => Affiliations,
  startedAt: Date,
): Promise<Outcome[]> => {
  const sought = records.map(({ source, sourceKey, orcid }, place) => ({
    place,
    source,
    source_key: sourceKey,
    orcid,
  }));
  const erased = new Set(
    (await tx.rows<{ place: number }>(findErased, [JSON.stringify(sought)])).map(({ place }) => place),
  );
  const matches = new Map<number, Found>();
  for (const row of await tx.rows<Found & { place: number }>(find, [JSON.stringify(sought), startedAt])) {
    matches.set(row.place, row);
  }
  const outcomes: Outcome[] = [];
  const added: ReturnType<typeof rowOf>[] = [];
  const changing: { place: number; match: Found; row: ReturnType<typeof rowOf> }[] = [];
  const works: AcademicWorks[] = [];
  records.forEach((record, place) => {
    const match = matches.get(place);
    if (match?.claimed || erased.has(place)) {
      outcomes[place] = match?.claimed ? 'claimed' : 'erased';
      return;
    }
    const row = rowOf(record, affiliationsOf(record), match?.id ?? randomUUID());
    if (match) changing.push({ place, match, row });
    else {
      added.push(row);
      outcomes[place] = 'added';
    }
    if (record.works) works.push({ academicId: row.id, works: record.works, adding: row.adding, isNew: !match });
  });
  if (added.length > 0) await tx.affected(insert, [JSON.stringify(added)]);
  const written = new Set<string>();
  if (changing.length > 0) {
    const rows = await tx.rows<{ id: string }>(update, [JSON.stringify(changing.map(({ row }) => row))]);
    for (const { id } of rows) written.add(id);
  }
  const withOtherWorks = await writeWorks(tx, works);
  const untouched = changing.map(({ match }) => match.id).filter((id) => withOtherWorks.has(id) && !written.has(id));
  if (untouched.length > 0) await tx.affected(touch, [untouched]);
  for (const id of untouched) written.add(id);
  for (const { place, match } of changing) outcomes[place] = outcomeOf(match, written.has(match.id));
  return outcomes;
};
