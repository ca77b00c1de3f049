import type { NamedCode } from '../forms/topic-picker';
import type { OwnProfileFragment, UpdateAcademicInput, WorkInput } from '../generated/graphql';

export interface WorkForm {
  key: string;
  kind: string;
  title: string;
  year: string;
  venue: string;
  identifier: string;
  abstract: string;
  featured: boolean;
}

/** A profile as its person types it. */
export interface ProfileForm {
  honorific: string;
  givenName: string;
  familyName: string;
  profession: string;
  regulator: string;
  registrationNumber: string;
  careerStage: string;
  trainingStatus: string;
  specialty: string;
  jobTitle: string;
  employer: { id: string; name: string } | null;
  university: { id: string; name: string } | null;
  city: string;
  region: string;
  nation: string;
  summary: string;
  offer: string;
  want: string;
  workingStyle: string;
  industryExperience: string;
  topics: NamedCode[];
  methods: string;
  engagementTypes: string[];
  sectors: string[];
  availableFrom: string;
  availableFte: string;
  placeMode: string;
  works: WorkForm[];
}

const codes = (terms: readonly { code: string }[]) => terms.map(({ code }) => code);

export const emptyForm = (name: string): ProfileForm => {
  const words = name.trim().split(/\s+/);
  return {
    honorific: '',
    givenName: words.slice(0, -1).join(' ') || name,
    familyName: words.length > 1 ? (words.at(-1) ?? '') : '',
    profession: '',
    regulator: '',
    registrationNumber: '',
    careerStage: '',
    trainingStatus: '',
    specialty: '',
    jobTitle: '',
    employer: null,
    university: null,
    city: '',
    region: '',
    nation: '',
    summary: '',
    offer: '',
    want: '',
    workingStyle: '',
    industryExperience: '',
    topics: [],
    methods: '',
    engagementTypes: [],
    sectors: [],
    availableFrom: '',
    availableFte: '',
    placeMode: '',
    works: [],
  };
};

export const formFrom = (profile: OwnProfileFragment): ProfileForm => ({
  honorific: profile.honorific ?? '',
  givenName: profile.givenName,
  familyName: profile.familyName,
  profession: profile.profession?.code ?? '',
  regulator: profile.regulator?.code ?? '',
  registrationNumber: '',
  careerStage: profile.careerStage?.code ?? '',
  trainingStatus: profile.trainingStatus?.code ?? '',
  specialty: profile.specialty ?? '',
  jobTitle: profile.jobTitle ?? '',
  employer: profile.employer,
  university: profile.university,
  city: profile.place.city ?? '',
  region: profile.place.region?.code ?? '',
  nation: profile.place.nation?.code ?? '',
  summary: profile.summary,
  offer: profile.offer,
  want: profile.want,
  workingStyle: profile.workingStyle,
  industryExperience: profile.industryExperience,
  topics: profile.topics.map(({ code, label }) => ({ code, label })),
  methods: profile.methods.join('\n'),
  engagementTypes: codes(profile.engagementTypes),
  sectors: codes(profile.sectors),
  availableFrom: profile.availability.from ?? '',
  availableFte: String(profile.availability.fte ?? ''),
  placeMode: profile.availability.placeMode ?? '',
  works: profile.works.map((work) => ({
    key: work.id,
    kind: work.kind,
    title: work.title,
    year: String(work.year ?? ''),
    venue: work.venue ?? '',
    identifier: work.identifier ?? '',
    abstract: work.abstract,
    featured: work.featured,
  })),
});

const workInput = ({ kind, title, year, venue, identifier, abstract, featured }: WorkForm): WorkInput => ({
  kind,
  title: title.trim(),
  year: year ? Number(year) : null,
  venue: venue.trim() || null,
  identifier: identifier.trim() || null,
  abstract: abstract.trim(),
  featured,
});

/** What is sent: texts without the space around them, and nothing where nothing was chosen. */
export const inputFrom = (
  form: ProfileForm,
): Omit<UpdateAcademicInput, 'id' | 'version' | 'givenName' | 'familyName' | 'profession'> & {
  givenName: string;
  familyName: string;
  profession: string;
} => ({
  honorific: form.honorific.trim() || null,
  givenName: form.givenName.trim(),
  familyName: form.familyName.trim(),
  profession: form.profession,
  regulator: form.regulator || null,
  ...(form.registrationNumber.trim() && { registrationNumber: form.registrationNumber.trim() }),
  careerStage: form.careerStage || null,
  trainingStatus: form.trainingStatus || null,
  specialty: form.specialty.trim() || null,
  jobTitle: form.jobTitle.trim() || null,
  employerId: form.employer?.id ?? null,
  universityId: form.university?.id ?? null,
  city: form.city.trim() || null,
  region: form.region || null,
  nation: form.nation || null,
  summary: form.summary.trim(),
  offer: form.offer.trim(),
  want: form.want.trim(),
  workingStyle: form.workingStyle.trim(),
  industryExperience: form.industryExperience.trim(),
  topics: codes(form.topics),
  methods: form.methods
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean),
  engagementTypes: form.engagementTypes,
  sectors: form.sectors,
  availableFrom: form.availableFrom || null,
  availableFte: form.availableFte ? Number(form.availableFte) : null,
  placeMode: form.placeMode || null,
  works: form.works.filter(({ title }) => title.trim()).map(workInput),
});

/** Fields whose readers can be chosen one by one, and how they are called. */
export const visibleFields: [string, string][] = [
  ['specialty', 'Specialty'],
  ['jobTitle', 'Job title'],
  ['employer', 'Employer'],
  ['university', 'University'],
  ['place', 'Place'],
  ['summary', 'Summary'],
  ['topics', 'Topics'],
  ['methods', 'Methods'],
  ['offer', 'What I offer'],
  ['want', 'What I look for'],
  ['workingStyle', 'How I like to work'],
  ['engagementTypes', 'Ways of working together'],
  ['sectors', 'Sectors'],
  ['availability', 'Availability'],
  ['industryExperience', 'Experience with industry'],
  ['works', 'Publications, trials and products'],
  ['orcid', 'ORCID iD'],
];
