/** What every source of records is turned into before it is written: registers, files and the generated directory alike. */

/** A yes-or-no condition on a facet of the other side; `code` is a code of the taxonomy scheme that the facet names. */
export interface Criterion {
  facet:
    | 'topic'
    | 'profession'
    | 'career-stage'
    | 'training-status'
    | 'engagement-type'
    | 'region'
    | 'nation'
    | 'sector'
    | 'place-mode';
  code: string;
}

/**
 * How much of the thing its source shows at a time. `whole`: what the record states replaces what was there. `part`: the
 * source shows the thing in pieces, as a register of trials shows a person; each piece adds, and takes nothing away.
 * Either way a field that the record leaves out says nothing, and stays as it is.
 */
export type Extent = 'whole' | 'part';

/** A company, university, NHS organisation, institute or charity. */
export interface OrganisationRecord {
  kind: 'organisation';
  source: string;
  sourceKey: string;
  /** `whole` where it is left out */
  extent?: Extent;
  name: string;
  aliases?: string[];
  /** organisation-type code */
  type: string;
  sector?: string;
  segment?: string;
  summary?: string;
  lookingFor?: string;
  topics?: string[];
  engagementTypes?: string[];
  size?: 'micro' | 'small' | 'medium' | 'large';
  city?: string;
  region?: string;
  nation?: string;
  /** ISO 3166-1 alpha-2 */
  country?: string;
  rorId?: string;
  registerNumber?: string;
  website?: string;
  emailDomains?: string[];
  established?: number;
}

/** A publication, trial, product or other output of an academic. */
export interface WorkRecord {
  title: string;
  abstract?: string;
  year?: number;
  kind: 'publication' | 'trial' | 'product' | 'other';
  /** DOI, NCT number and the like */
  identifier?: string;
  venue?: string;
  featured?: boolean;
  meshHeadings?: string[];
}

/** A clinical academic of any profession. */
export interface AcademicRecord {
  kind: 'academic';
  source: string;
  sourceKey: string;
  /** `whole` where it is left out */
  extent?: Extent;
  honorific?: string;
  givenName: string;
  familyName: string;
  /** left out where the source does not say */
  profession?: string;
  regulator?: string;
  careerStage?: string;
  trainingStatus?: string;
  specialty?: string;
  jobTitle?: string;
  /** sourceKey of an organisation of the same source */
  employer?: string;
  university?: string;
  city?: string;
  region?: string;
  nation?: string;
  country?: string;
  summary?: string;
  topics: string[];
  methods?: string[];
  offer?: string;
  want?: string;
  workingStyle?: string;
  engagementTypes?: string[];
  /** the sectors wanted */
  sectors?: string[];
  /** ISO date */
  availableFrom?: string;
  /** 0 to 1 */
  availableFte?: number;
  placeMode?: string;
  industryExperience?: string;
  orcid?: string;
  works?: WorkRecord[];
}

/** A company's brief or an academic's project idea. */
export interface OpportunityRecord {
  kind: 'opportunity';
  source: string;
  sourceKey: string;
  /** who offers */
  side: 'company' | 'academic';
  /** sourceKey, on the company side */
  organisation?: string;
  /** sourceKey, on the academic side */
  academic?: string;
  /** engagement-type code, or innovation-programme, product-development */
  opportunityType: string;
  title: string;
  summary: string;
  text: string;
  topics: string[];
  sectors?: string[];
  professions?: string[];
  careerStages?: string[];
  engagementTypes: string[];
  mustHave?: Criterion[];
  niceToHave?: Criterion[];
  exclude?: Criterion[];
  startsOn?: string;
  lengthMonths?: number;
  fte?: number;
  placeMode?: string;
  city?: string;
  region?: string;
  nation?: string;
  funding?: string;
  deadline?: string;
  blind?: boolean;
  state: 'draft' | 'published' | 'closed';
}

export type DirectoryRecord = OrganisationRecord | AcademicRecord | OpportunityRecord;

/** A record of the source that could not be read: which one, and why. */
export interface UnreadableRecord {
  kind: 'unreadable';
  /** the record's own id where it has one, or where it stands */
  sourceKey: string;
  reason: string;
}

/** What a reader of a source yields. */
export type ReadRecord = DirectoryRecord | UnreadableRecord;
