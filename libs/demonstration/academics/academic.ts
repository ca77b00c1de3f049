import type { AcademicRecord } from '#importers';
import { capital } from '../language.js';
import type { Company } from '../organisations/companies.js';
import { Random } from '../random.js';
import { sourceName } from '../source.js';
import { worksOf } from '../works/works.js';
import { industryExperienceOf } from './industry-experience.js';
import { offerOf } from './offer.js';
import type { Persona } from './persona.js';
import { summaryOf } from './summary.js';
import { voiceOf } from './voice.js';
import { wantOf } from './want.js';
import { workingStyleOf } from './working-style.js';

/** What is asked of every academic alike. */
export interface AcademicSettings {
  seed: string;
  asOf: string;
  worksPerAcademic?: number;
  companies: readonly Company[];
}

/** The check character of an ORCID iD: ISO 7064, MOD 11-2. */
const checkCharacter = (digits: string): string => {
  let total = 0;
  for (const digit of digits) total = (total + Number(digit)) * 2;
  const rest = (12 - (total % 11)) % 11;
  return rest === 10 ? 'X' : String(rest);
};

/** An iD that is well formed and belongs to nobody: ORCID gives out none below 0000-0001-5000-0007. */
const orcidOf = (index: number): string => {
  const digits = String(index + 1_000_001).padStart(15, '0');
  const all = `${digits}${checkCharacter(digits)}`;
  return all.replace(/(.{4})(?=.)/g, '$1-');
};

/** The texts that a person of the demonstration accounts has from a hand of their own. */
export type WrittenProfile = Partial<
  Pick<
    AcademicRecord,
    | 'summary'
    | 'offer'
    | 'want'
    | 'workingStyle'
    | 'industryExperience'
    | 'engagementTypes'
    | 'sectors'
    | 'availableFte'
    | 'placeMode'
    | 'topics'
    | 'methods'
  >
>;

/** The whole record of an academic. */
export const academicRecord = (
  persona: Persona,
  { seed, asOf, worksPerAcademic, companies }: AcademicSettings,
  written: WrittenProfile = {},
): AcademicRecord => {
  const voice = voiceOf(persona, seed, asOf);
  const random = new Random(`${seed}:record:${persona.index}`);
  const industryExperience = industryExperienceOf(voice, companies);
  const orcid = random.chance(0.62) ? orcidOf(persona.index) : undefined;
  const { employer, university } = persona;
  return {
    kind: 'academic',
    source: sourceName,
    sourceKey: persona.key,
    ...(persona.honorific ? { honorific: persona.honorific } : {}),
    givenName: persona.givenName,
    familyName: persona.familyName,
    profession: persona.profession.code,
    ...(persona.regulator ? { regulator: persona.regulator } : {}),
    careerStage: persona.stage,
    trainingStatus: persona.trainingStatus,
    specialty: persona.specialty,
    jobTitle: persona.jobTitle,
    employer: employer.key,
    ...(university ? { university: university.key } : {}),
    city: employer.city,
    region: employer.region,
    nation: employer.nation,
    country: 'GB',
    summary: summaryOf(voice),
    topics: persona.topics,
    methods: voice.methods.slice(0, 4).map(capital),
    offer: offerOf(voice),
    want: wantOf(voice),
    workingStyle: workingStyleOf(voice),
    engagementTypes: persona.engagementTypes,
    sectors: persona.sectors,
    availableFrom: persona.availableFrom,
    availableFte: persona.availableFte,
    placeMode: persona.placeMode,
    ...(industryExperience ? { industryExperience } : {}),
    ...(orcid ? { orcid } : {}),
    works: worksOf(persona, seed, asOf, worksPerAcademic),
    ...written,
  };
};
