import type { Tx } from '#database';
import { badInput } from '#graphql';
import { Academic } from './academic.entity.js';
import type { AcademicProfileInput, WorkInput } from './academic.inputs.js';

/** Writes what the input names, and nothing else; false where the profile is no longer at that version. */
export const saveProfile = async (tx: Tx, id: string, input: AcademicProfileInput, version?: number) => {
  await refuseUnknownOrganisations(tx, input);
  const changes: Partial<Academic> = {};
  const set = <Key extends keyof Academic>(key: Key, value: Academic[Key] | undefined) => {
    if (value !== undefined) changes[key] = value;
  };
  set('honorific', input.honorific);
  set('givenName', input.givenName?.trim());
  set('familyName', input.familyName?.trim());
  set('professionCode', input.profession);
  set('regulatorCode', input.regulator);
  set('registrationNumber', input.registrationNumber);
  set('careerStageCode', input.careerStage);
  set('trainingStatusCode', input.trainingStatus);
  set('specialty', input.specialty);
  set('jobTitle', input.jobTitle);
  set('employerId', input.employerId);
  set('universityId', input.universityId);
  set('city', input.city);
  set('regionCode', input.region);
  set('nationCode', input.nation);
  set('summary', input.summary);
  set('topicCodes', input.topics && [...new Set(input.topics)]);
  set('methods', input.methods);
  set('offer', input.offer);
  set('want', input.want);
  set('workingStyle', input.workingStyle);
  set('engagementTypeCodes', input.engagementTypes && [...new Set(input.engagementTypes)]);
  set('sectorCodes', input.sectors && [...new Set(input.sectors)]);
  set('availableFrom', input.availableFrom);
  set('availableFte', input.availableFte);
  set('placeMode', input.placeMode);
  set('industryExperience', input.industryExperience);
  set('visibility', input.visibility);
  // Works are part of what is found: even a change of nothing else moves the version.
  if (Object.keys(changes).length === 0) changes.id = id;
  const result = await tx.manager.update(Academic, version === undefined ? { id } : { id, version }, changes);
  if (result.affected !== 1) return false;
  if (input.fieldVisibility) {
    const named = Object.fromEntries(input.fieldVisibility.map(({ field, visibility }) => [field, visibility]));
    // A field that is not named stays as private as it was.
    await tx.affected('UPDATE academic SET field_visibility = field_visibility || $2::jsonb WHERE id = $1', [
      id,
      JSON.stringify(named),
    ]);
  }
  return true;
};

/** Replaces all works of an academic by these, in this order. What a register said a work is about stays with it. */
export const saveWorks = async (tx: Tx, academicId: string, works: WorkInput[]) => {
  const identifiers = works.map(({ identifier }) => identifier).filter(Boolean);
  const repeated = identifiers.find((identifier, index) => identifiers.indexOf(identifier) !== index);
  if (repeated) throw badInput('works', `"${repeated}" is there twice.`, 'Give each work once.');
  const held = await tx.rows<{ identifier: string | null; title: string; headings: string[] }>(
    'DELETE FROM academic_work WHERE academic_id = $1 RETURNING identifier, title, mesh_headings AS headings',
    [academicId],
  );
  const headings = works.map(
    (work) =>
      held.find(({ identifier, title }) => (identifier ? identifier === work.identifier : title === work.title))
        ?.headings ?? [],
  );
  await tx.affected(
    `INSERT INTO academic_work (academic_id, position, kind, title, abstract, year, identifier, venue, featured, mesh_headings)
     SELECT $1, position - 1, kind, title, coalesce(abstract, ''), year, identifier, venue, coalesce(featured, false), coalesce(mesh_headings, '{}')
     FROM ROWS FROM (jsonb_to_recordset($2::jsonb)
       AS (kind text, title text, abstract text, year int, identifier text, venue text, featured boolean, mesh_headings text[])) WITH ORDINALITY
       AS w(kind, title, abstract, year, identifier, venue, featured, mesh_headings, position)`,
    [academicId, JSON.stringify(works.map((work, index) => ({ ...work, mesh_headings: headings[index] })))],
  );
};

const refuseUnknownOrganisations = async (tx: Tx, input: AcademicProfileInput) => {
  for (const field of ['employerId', 'universityId'] as const) {
    const id = input[field];
    if (!id) continue;
    const known = await tx.row(`SELECT 1 FROM organisation WHERE id = $1 AND visibility <> 'hidden'`, [id]);
    if (!known)
      throw badInput(field, 'there is no such organisation.', 'Search for it with organisations, or register it.');
  }
};
