import type { Organisation } from '#organisations';
import { type Taxonomy, termOf, termsOf } from '#taxonomy';
import { shownCodes } from './academic.codes.js';
import { Academic, type FieldVisibility } from './academic.entity.js';
import { showsField, visibilityFields } from './academic.policy.js';

/** The name as it is written, such as "Prof Ada Adams". */
export const nameOf = (row: Pick<Academic, 'honorific' | 'givenName' | 'familyName'>) =>
  [row.honorific, row.givenName, row.familyName].filter(Boolean).join(' ');

/** The same in SQL, of the academic under this alias. */
export const academicName = (alias: string): string =>
  `concat_ws(' ', nullif(${alias}.honorific, ''), nullif(${alias}.given_name, ''), ${alias}.family_name)`;

/**
 * A profile as somebody at a level reads it: the terms behind its codes and the organisations behind its ids filled
 * in, and what its owner does not show at that level left empty, as is what was not read.
 */
export const completeAcademic = (
  row: Academic,
  taxonomy: Taxonomy,
  organisations: Map<string, Organisation>,
  level: FieldVisibility,
): Academic => {
  const shows = (field: Parameters<typeof showsField>[1]) => showsField(row.fieldVisibility, field, level);
  const text = (field: 'summary' | 'offer' | 'want' | 'workingStyle' | 'industryExperience') =>
    (shows(field) && row[field]) || '';
  const codes = shownCodes(row, level);
  const organisation = (field: 'employer' | 'university', id: string | null) =>
    (id && shows(field) && organisations.get(id)) || null;
  const place = shows('place');
  const academic = new Academic();
  Object.assign(academic, row, codes);
  academic.readAs = level;
  academic.works = [];
  academic.name = nameOf(row);
  academic.claimed = row.accountId !== null;
  academic.profession = termOf(taxonomy, 'profession', row.professionCode);
  academic.regulator = termOf(taxonomy, 'regulator', row.regulatorCode);
  academic.careerStage = termOf(taxonomy, 'career-stage', row.careerStageCode);
  academic.trainingStatus = termOf(taxonomy, 'training-status', row.trainingStatusCode);
  academic.specialty = shows('specialty') ? row.specialty : null;
  academic.jobTitle = shows('jobTitle') ? row.jobTitle : null;
  academic.employer = organisation('employer', row.employerId);
  academic.university = organisation('university', row.universityId);
  academic.place = {
    city: place ? row.city : null,
    region: termOf(taxonomy, 'region', codes.regionCode),
    nation: termOf(taxonomy, 'nation', codes.nationCode),
    country: place ? row.country : null,
  };
  academic.summary = text('summary');
  academic.offer = text('offer');
  academic.want = text('want');
  academic.workingStyle = text('workingStyle');
  academic.industryExperience = text('industryExperience');
  academic.methods = (shows('methods') && row.methods) || [];
  academic.topics = termsOf(taxonomy, 'topic', codes.topicCodes);
  academic.engagementTypes = termsOf(taxonomy, 'engagement-type', codes.engagementTypeCodes);
  academic.sectors = termsOf(taxonomy, 'sector', codes.sectorCodes);
  academic.availability = { from: codes.availableFrom, fte: codes.availableFte, placeMode: codes.placeMode };
  // How somebody hides things is theirs to know: it would say what there is to be hidden.
  const own = level === 'only-me';
  academic.shownTo = own ? row.visibility : null;
  academic.fieldsShownTo = own
    ? visibilityFields.map((field) => ({ field, visibility: row.fieldVisibility[field] ?? 'public' }))
    : null;
  academic.orcid = shows('orcid') ? row.orcid : null;
  return academic;
};
