import { z } from 'zod';
import type { Taxonomy } from '#taxonomy';
import { readAffiliation } from './affiliations.js';
import { type PersonName, readPersonName } from './person.names.js';
import type { AcademicRecord, OrganisationRecord, ReadRecord, WorkRecord } from './records.js';
import { is, sectorOf, typeOfSponsor } from './rules.js';
import { describeProblem } from './shape.problems.js';
import { cut, fold, oneLine, paragraphs } from './text.cleaning.js';

const source = 'clinicaltrials';
const longestTitle = 1_000;
const longestName = 300;
const longestAbstract = 10_000;
const mostTopics = 12;

const sponsor = z.object({ name: z.string().optional(), class: z.string().optional() });
const official = z.object({
  name: z.string().optional(),
  affiliation: z.string().nullish(),
  role: z.string().optional(),
});
const date = z.object({ date: z.string().optional() }).optional();

/** What is read of a study as API v2 of ClinicalTrials.gov gives it. */
const study = z.object({
  protocolSection: z.object({
    identificationModule: z.object({
      nctId: z.string(),
      briefTitle: z.string().optional(),
      officialTitle: z.string().optional(),
    }),
    statusModule: z.object({ startDateStruct: date, studyFirstSubmitDate: z.string().optional() }).optional(),
    sponsorCollaboratorsModule: z
      .object({ leadSponsor: sponsor.optional(), collaborators: z.array(sponsor).optional() })
      .optional(),
    descriptionModule: z.object({ briefSummary: z.string().optional() }).optional(),
    conditionsModule: z
      .object({ conditions: z.array(z.string()).optional(), keywords: z.array(z.string()).optional() })
      .optional(),
    contactsLocationsModule: z.object({ overallOfficials: z.array(official).optional() }).optional(),
  }),
  derivedSection: z
    .object({
      conditionBrowseModule: z
        .object({ meshes: z.array(z.object({ term: z.string().optional() })).optional() })
        .optional(),
    })
    .optional(),
});

type Study = z.infer<typeof study>;
type Sponsor = z.infer<typeof sponsor>;

/** Whether a value is a study of ClinicalTrials.gov, well written or not. */
export const isStudy = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'protocolSection' in value;

const textAt = (value: unknown, ...path: string[]): string | undefined => {
  let at: unknown = value;
  for (const key of path) at = (at as Record<string, unknown> | null | undefined)?.[key];
  return typeof at === 'string' ? oneLine(at).slice(0, 60) : undefined;
};

/**
 * Reads one study: its sponsors and collaborators become organisations, its officials academics whose work it is. A
 * study shows only a part of each, so what several studies say of one organisation or person adds up.
 *
 * @param place where the study stands, for one without a number
 */
export const readStudy = (value: unknown, taxonomy: Taxonomy, place: string): ReadRecord[] => {
  const sourceKey = textAt(value, 'protocolSection', 'identificationModule', 'nctId') || place;
  const refuse = (reason: string): ReadRecord[] => [{ kind: 'unreadable', sourceKey, reason }];
  if (!isStudy(value)) return refuse('is not a study of ClinicalTrials.gov: it has no protocolSection');
  const read = study.safeParse(value);
  if (!read.success) return refuse(describeProblem(read.error));
  const { protocolSection: protocol } = read.data;
  const nctId = oneLine(protocol.identificationModule.nctId);
  if (!/^NCT\d{8}$/.test(nctId)) return refuse('its number is not NCT and eight digits');
  const title = oneLine(protocol.identificationModule.briefTitle || protocol.identificationModule.officialTitle || '');
  if (!title) return refuse('has no title');
  if (title.length > longestTitle) return refuse(tooLong('title', title.length, longestTitle));
  const sponsors = [
    protocol.sponsorCollaboratorsModule?.leadSponsor,
    ...(protocol.sponsorCollaboratorsModule?.collaborators ?? []),
  ]
    .map((one) => ({ name: oneLine(one?.name ?? ''), class: one?.class }))
    .filter(({ name }) => name && !is('organisations', name));
  const longName = sponsors.find(({ name }) => name.length > longestName);
  if (longName) return refuse(tooLong('name of a sponsor', longName.name.length, longestName));
  const officials = (protocol.contactsLocationsModule?.overallOfficials ?? []).map((one) => ({
    name: oneLine(one.name ?? ''),
    affiliation: oneLine(one.affiliation ?? ''),
  }));
  const records = recordsOf({ nctId, title, sponsors, officials, study: read.data }, taxonomy);
  return records.length > 0 ? records : refuse('names no organisation and no person that can be listed');
};

const tooLong = (what: string, length: number, most: number) =>
  `its ${what} has ${length.toLocaleString('en-GB')} characters, and at most ${most.toLocaleString('en-GB')} are read`;

type NamedSponsor = Sponsor & { name: string };

interface Trial {
  nctId: string;
  title: string;
  sponsors: NamedSponsor[];
  officials: { name: string; affiliation: string }[];
  study: Study;
}

const recordsOf = (trial: Trial, taxonomy: Taxonomy): ReadRecord[] => {
  const topics = topicsOf(trial, taxonomy);
  const people = trial.officials.flatMap((one) => {
    const person = readPersonName(one.name, one.affiliation);
    return person ? [{ ...one, person }] : [];
  });
  const organisations = new Map<string, OrganisationRecord>();
  const add = (name: string, sponsorClass: string | undefined, country?: string) => {
    const sourceKey = fold(name).slice(0, longestName);
    if (sourceKey && !organisations.has(sourceKey)) {
      organisations.set(sourceKey, organisationOf(sourceKey, name, sponsorClass, topics, country));
    }
    return sourceKey;
  };
  const bodies = trial.sponsors.filter((one) => !isPerson(one, people));
  for (const one of bodies) add(one.name, one.class ?? '');
  const names = bodies.map(({ name }) => name);

  const academics = new Map<string, AcademicRecord>();
  for (const { person, affiliation } of people) {
    const { organisation, jobTitle, country } = readAffiliation(affiliation, names);
    const employer = organisation && add(organisation, undefined, country);
    const type = employer && organisations.get(employer)?.type;
    const sourceKey = keyOfPerson(person, affiliation, trial.nctId);
    if (academics.has(sourceKey)) continue;
    academics.set(sourceKey, {
      kind: 'academic',
      source,
      sourceKey,
      extent: 'part',
      ...pick(person),
      ...(person.jobTitle || jobTitle ? { jobTitle: person.jobTitle ?? jobTitle } : {}),
      ...(employer ? { [type === 'university' ? 'university' : 'employer']: employer } : {}),
      ...(type === 'company' && organisation
        ? { industryExperience: `Named at ClinicalTrials.gov with the affiliation ${organisation}.` }
        : {}),
      ...(country ? { country } : {}),
      topics,
      works: [workOf(trial)],
    });
  }
  return [...organisations.values(), ...academics.values()];
};

const pick = ({ honorific, givenName, familyName, profession, careerStage }: PersonName) => ({
  givenName,
  familyName,
  ...(honorific ? { honorific } : {}),
  ...(profession ? { profession } : {}),
  ...(careerStage ? { careerStage } : {}),
});

/** The same person at the same affiliation is one; without an affiliation nothing tells two people of a name apart. */
const keyOfPerson = ({ givenName, familyName }: PersonName, affiliation: string, nctId: string) =>
  `${fold(`${givenName} ${familyName}`)}@${fold(affiliation) || nctId}`.slice(0, longestName);

const organisationOf = (
  sourceKey: string,
  name: string,
  sponsorClass: string | undefined,
  topics: string[],
  stated: string | undefined,
): OrganisationRecord => {
  const { type, country = stated } = typeOfSponsor(name, sponsorClass);
  const sector = type === 'company' ? sectorOf(name) : undefined;
  return {
    kind: 'organisation',
    source,
    sourceKey,
    extent: 'part',
    name,
    type,
    // What a place studies is said by the trials that it runs, not by those in which one of its people has a part.
    topics: sponsorClass === undefined ? [] : topics,
    ...(sector ? { sector } : {}),
    ...(country ? { country } : {}),
  };
};

/** Some trials are sponsored by their investigator: the register calls it so, or gives the name of an official. */
const isPerson = (one: NamedSponsor, people: readonly { person: PersonName }[]): boolean => {
  if (one.class === 'INDIV') return true;
  if (is('organisationWords', one.name.split(',')[0] ?? '')) return false;
  const name = readPersonName(one.name.replace(/,\s*Sponsor-Investigator.*$/i, ''));
  if (!name) return false;
  // Companies are named after doctors; a person's letters stand behind the name.
  if (one.class === 'INDUSTRY' ? name.profession : name.credentials.length > 0) return true;
  return people.some(
    ({ person }) =>
      fold(person.familyName) === fold(name.familyName) &&
      (fold(person.givenName).charAt(0) === fold(name.givenName).charAt(0) ||
        fold(name.givenName)
          .split('-')
          .includes(fold(person.givenName).split('-')[0] ?? '')),
  );
};

const topicsOf = ({ title, study: { protocolSection: protocol, derivedSection } }: Trial, taxonomy: Taxonomy) => {
  const codes = new Set<string>();
  for (const { term } of derivedSection?.conditionBrowseModule?.meshes ?? []) {
    for (const topic of taxonomy.topicsOfHeading(term ?? '')) codes.add(topic.code);
  }
  const { conditions = [], keywords = [] } = protocol.conditionsModule ?? {};
  // A full stop parts them, so that no phrase is read across two of them.
  const named = [...conditions, ...keywords].map(oneLine).join('. ').slice(0, 20_000);
  for (const { term } of taxonomy.extractTopics(named, mostTopics)) codes.add(term.code);
  if (codes.size === 0) for (const { term } of taxonomy.extractTopics(title, 3)) codes.add(term.code);
  return [...codes].slice(0, mostTopics);
};

const workOf = ({ nctId, title, study: { protocolSection: protocol, derivedSection } }: Trial): WorkRecord => {
  const abstract = cut(paragraphs(protocol.descriptionModule?.briefSummary ?? ''), longestAbstract);
  const started = protocol.statusModule?.startDateStruct?.date ?? protocol.statusModule?.studyFirstSubmitDate;
  const year = Number(/^(19|20)\d\d/.exec(started ?? '')?.[0]);
  const headings = (derivedSection?.conditionBrowseModule?.meshes ?? []).flatMap(({ term }) => term ?? []);
  return {
    kind: 'trial',
    title,
    identifier: nctId,
    venue: 'ClinicalTrials.gov',
    ...(abstract ? { abstract } : {}),
    ...(year ? { year } : {}),
    ...(headings.length > 0 ? { meshHeadings: headings.map(oneLine) } : {}),
  };
};
