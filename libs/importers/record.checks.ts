import { blindProblem } from '#opportunities';
import { validRorId } from '#organisations';
import type { Taxonomy } from '#taxonomy';
import { BadRecord, FieldChecks, type Omissions } from './field.checks.js';
import { validOrcid } from './orcid.identifiers.js';
import type {
  AcademicRecord,
  Criterion,
  DirectoryRecord,
  OpportunityRecord,
  OrganisationRecord,
  WorkRecord,
} from './records.js';
import { cut, oneLine, paragraphs } from './text.cleaning.js';

const placeModes = ['on-site', 'hybrid', 'remote'];
const mostWorks = 500;
const isCountry = (code: string) => /^[A-Z]{2}$/.test(code);
const isWebsite = (address: string) => /^https?:\/\/[^\s]{3,300}$/.test(address);
const isRegisterNumber = (number: string) => /^[A-Z0-9]{2}[0-9]{6}$/.test(number);

/**
 * A record as it will be written: texts cleaned, codes checked, lengths within what the tables hold.
 *
 * @throws {BadRecord} where it cannot be written, with the reason
 */
export const checkRecord = (record: DirectoryRecord, taxonomy: Taxonomy, omissions: Omissions): DirectoryRecord => {
  const checks = new FieldChecks(taxonomy, omissions);
  checks.required('source', record.source, 60);
  const sourceKey = checks.required('sourceKey', record.sourceKey, 300);
  switch (record.kind) {
    case 'organisation':
      return { ...checkOrganisation(record, checks), sourceKey };
    case 'academic':
      return { ...checkAcademic(record, checks), sourceKey };
    case 'opportunity':
      return { ...checkOpportunity(record, checks), sourceKey };
    default:
      throw new BadRecord(`"${String((record as { kind: unknown }).kind)}" is no kind of record`);
  }
};

const checkPlace = (record: { city?: string; region?: string; nation?: string }, checks: FieldChecks) => ({
  city: checks.line('city', record.city, 120),
  region: checks.code('region', 'region', record.region),
  nation: checks.code('nation', 'nation', record.nation),
});

const checkOrganisation = (record: OrganisationRecord, checks: FieldChecks): OrganisationRecord => ({
  ...record,
  ...checkPlace(record, checks),
  name: checks.required('name', record.name, 300),
  aliases: checks.list('aliases', record.aliases, 30, 300),
  type: checks.code('organisation-type', 'type', checks.required('type', record.type, 60)) ?? 'other',
  sector: checks.code('sector', 'sector', record.sector),
  segment: checks.code('segment', 'segment', record.segment),
  summary: checks.prose('summary', record.summary, 4_000),
  lookingFor: checks.prose('lookingFor', record.lookingFor, 4_000),
  topics: checks.codes('topic', record.topics),
  engagementTypes: checks.codes('engagement-type', record.engagementTypes),
  size: checks.one('size', record.size, ['micro', 'small', 'medium', 'large']),
  country: checks.matching('country', record.country, isCountry, 'a code of two capitals'),
  rorId: checks.matching('rorId', record.rorId, validRorId, 'a ROR identifier'),
  registerNumber: checks.matching('registerNumber', record.registerNumber, isRegisterNumber, 'of eight characters'),
  website: checks.matching('website', record.website, isWebsite, 'an address that starts with https:// or http://'),
  emailDomains: checks.list('emailDomains', record.emailDomains, 30, 253),
  established: checks.whole('established', record.established, 1000, 2200),
});

const checkAcademic = (record: AcademicRecord, checks: FieldChecks): AcademicRecord => ({
  ...record,
  ...checkPlace(record, checks),
  honorific: checks.line('honorific', record.honorific, 40),
  givenName: checks.line('givenName', record.givenName, 120) ?? '',
  familyName: checks.required('familyName', record.familyName, 120),
  profession: checks.code('profession', 'profession', record.profession),
  regulator: checks.code('regulator', 'regulator', record.regulator),
  careerStage: checks.code('career-stage', 'careerStage', record.careerStage),
  trainingStatus: checks.code('training-status', 'trainingStatus', record.trainingStatus),
  specialty: checks.line('specialty', record.specialty, 120),
  jobTitle: checks.line('jobTitle', record.jobTitle, 200),
  country: checks.matching('country', record.country, isCountry, 'a code of two capitals'),
  summary: checks.prose('summary', record.summary, 4_000),
  topics: checks.codes('topic', record.topics ?? []) ?? [],
  methods: checks.list('methods', record.methods, 30, 120),
  offer: checks.prose('offer', record.offer, 2_000),
  want: checks.prose('want', record.want, 2_000),
  workingStyle: checks.prose('workingStyle', record.workingStyle, 2_000),
  engagementTypes: checks.codes('engagement-type', record.engagementTypes),
  sectors: checks.codes('sector', record.sectors, 4),
  availableFrom: checks.date('availableFrom', record.availableFrom),
  availableFte: checks.number('availableFte', record.availableFte, 0.01, 1),
  placeMode: checks.one('placeMode', record.placeMode, placeModes),
  industryExperience: checks.prose('industryExperience', record.industryExperience, 2_000),
  orcid: checks.matching('orcid', record.orcid, validOrcid, 'an ORCID iD'),
  works: record.works && checkWorks(record.works, checks.omissions),
});

/** A work that cannot be written is left out and counted: the person is still worth finding. */
const checkWorks = (works: readonly WorkRecord[], omissions: Omissions): WorkRecord[] => {
  const identifiers = new Set<string>();
  const kept: WorkRecord[] = [];
  for (const work of works) {
    const title = oneLine(String(work.title ?? ''));
    const identifier = oneLine(work.identifier ?? '') || undefined;
    const { year } = work;
    if (!title || title.length > 1_000) omissions.add('works without a title of 1 to 1,000 characters');
    else if (identifier && identifier.length > 200) omissions.add('works with an identifier of over 200 characters');
    else if (identifier && identifiers.has(identifier)) omissions.add('works that their academic names twice');
    else if (!['publication', 'trial', 'product', 'other'].includes(work.kind)) omissions.add('works of unknown kind');
    else {
      if (identifier) identifiers.add(identifier);
      kept.push({
        kind: work.kind,
        title,
        abstract: cut(paragraphs(work.abstract ?? ''), 10_000),
        ...(year && Number.isInteger(year) && year >= 1900 && year <= 2200 ? { year } : {}),
        ...(identifier ? { identifier } : {}),
        ...(work.venue ? { venue: cut(oneLine(work.venue), 300) } : {}),
        featured: work.featured === true,
        meshHeadings: [...new Set((work.meshHeadings ?? []).map(oneLine).filter(Boolean))].slice(0, 50),
      });
    }
  }
  omissions.add(`works beyond the first ${mostWorks} of an academic`, kept.length - mostWorks);
  return kept.slice(0, mostWorks);
};

const checkOpportunity = (record: OpportunityRecord, checks: FieldChecks): OpportunityRecord => {
  checks.one('side', record.side, ['company', 'academic']);
  const owner = record.side === 'company' ? 'organisation' : 'academic';
  checks.required(owner, record[owner], 300);
  const checked: OpportunityRecord = {
    ...record,
    ...checkPlace(record, checks),
    opportunityType:
      checks.code(
        'engagement-type',
        'opportunityType',
        checks.required('opportunityType', record.opportunityType, 60),
      ) ?? '',
    title: checks.required('title', record.title, 200),
    summary: checks.prose('summary', record.summary, 1_000) ?? '',
    text: checks.prose('text', record.text, 10_000) ?? '',
    topics: checks.codes('topic', record.topics) ?? [],
    sectors: checks.codes('sector', record.sectors, 4),
    professions: checks.codes('profession', record.professions),
    careerStages: checks.codes('career-stage', record.careerStages, 10),
    engagementTypes: checks.codes('engagement-type', record.engagementTypes, 20) ?? [],
    mustHave: checkCriteria('mustHave', record.mustHave, checks),
    niceToHave: checkCriteria('niceToHave', record.niceToHave, checks),
    exclude: checkCriteria('exclude', record.exclude, checks),
    startsOn: checks.date('startsOn', record.startsOn),
    lengthMonths: checks.whole('lengthMonths', record.lengthMonths, 1, 120),
    fte: checks.number('fte', record.fte, 0.01, 1),
    placeMode: checks.one('placeMode', record.placeMode, placeModes),
    funding: checks.line('funding', record.funding, 300),
    deadline: checks.date('deadline', record.deadline),
    state: checks.one('state', record.state, ['draft', 'published', 'closed']) ?? 'draft',
  };
  if (checked.blind) refuseBlindText(checked);
  return checked;
};

/** Without one of its conditions a brief would mean something else, so an unknown code refuses the whole. */
const checkCriteria = (field: string, criteria: Criterion[] | undefined, checks: FieldChecks) => {
  for (const { facet, code } of criteria ?? []) {
    if (facet === 'place-mode') checks.one(field, code, placeModes);
    else checks.code(facet, field, code);
  }
  return criteria?.slice(0, 20).map(({ facet, code }) => ({ facet, code }));
};

/** What gives away who is behind a blind text; the name itself is looked for when the owner is known. */
export const refuseBlindText = (record: OpportunityRecord, names: readonly string[] = []) => {
  for (const field of ['title', 'summary', 'text', 'funding'] as const) {
    const problem = blindProblem(record[field] ?? '', names);
    if (problem) throw new BadRecord(`${field}: a blind text must not hold ${problem.kind}: "${problem.found}"`);
  }
};
