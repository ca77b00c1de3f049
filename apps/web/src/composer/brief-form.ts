import type { NamedCode } from '../forms/topic-picker';
import type { AcademicFilter, OpportunityProfileQuery, UpdateOpportunityInput } from '../generated/graphql';

export interface CriterionForm {
  facet: string;
  code: string;
  label: string;
}

export type Weight = 'mustHave' | 'niceToHave' | 'exclude';

/** A brief or project idea as it is typed. */
export interface BriefForm {
  /** The organisation that offers it; empty for one's own idea. */
  organisationId: string;
  opportunityType: string;
  title: string;
  summary: string;
  text: string;
  topics: NamedCode[];
  sectors: string[];
  engagementTypes: string[];
  mustHave: CriterionForm[];
  niceToHave: CriterionForm[];
  exclude: CriterionForm[];
  startsOn: string;
  lengthMonths: string;
  fte: string;
  placeMode: string;
  city: string;
  region: string;
  nation: string;
  funding: string;
  deadline: string;
  blind: boolean;
  revealAfter: string;
}

export const emptyBrief = (organisationId: string): BriefForm => ({
  organisationId,
  opportunityType: '',
  title: '',
  summary: '',
  text: '',
  topics: [],
  sectors: [],
  engagementTypes: [],
  mustHave: [],
  niceToHave: [],
  exclude: [],
  startsOn: '',
  lengthMonths: '',
  fte: '',
  placeMode: '',
  city: '',
  region: '',
  nation: '',
  funding: '',
  deadline: '',
  blind: false,
  revealAfter: 'nda',
});

const codes = (terms: readonly { code: string }[]) => terms.map(({ code }) => code);

export const briefFrom = (
  saved: OpportunityProfileQuery['opportunity'],
  words: { regions: readonly NamedCode[]; nations: readonly NamedCode[] },
): BriefForm => ({
  organisationId: saved.organisation?.id ?? '',
  opportunityType: saved.opportunityType.code,
  title: saved.title,
  summary: saved.summary,
  text: saved.text,
  topics: saved.topics.map(({ code, label }) => ({ code, label })),
  sectors: codes(saved.sectors),
  engagementTypes: codes(saved.engagementTypes),
  mustHave: [...saved.mustHave],
  niceToHave: [...saved.niceToHave],
  exclude: [...saved.exclude],
  startsOn: saved.startsOn ?? '',
  lengthMonths: String(saved.lengthMonths ?? ''),
  fte: String(saved.fte ?? ''),
  placeMode: saved.placeMode ?? '',
  city: saved.place.city ?? '',
  region: words.regions.find(({ label }) => label === saved.place.region?.label)?.code ?? '',
  nation: words.nations.find(({ label }) => label === saved.place.nation?.label)?.code ?? '',
  funding: saved.funding ?? '',
  deadline: saved.deadline ?? '',
  blind: saved.blind,
  revealAfter: saved.revealAfter ?? 'nda',
});

const plain = (criteria: CriterionForm[]) => criteria.map(({ facet, code }) => ({ facet, code }));

export const inputFrom = (
  form: BriefForm,
): Omit<UpdateOpportunityInput, 'id' | 'version' | 'title' | 'opportunityType'> & {
  title: string;
  opportunityType: string;
} => ({
  opportunityType: form.opportunityType,
  title: form.title.trim(),
  summary: form.summary.trim(),
  text: form.text.trim(),
  topics: codes(form.topics),
  sectors: form.sectors,
  engagementTypes: form.engagementTypes,
  mustHave: plain(form.mustHave),
  niceToHave: plain(form.niceToHave),
  exclude: plain(form.exclude),
  startsOn: form.startsOn || null,
  lengthMonths: form.lengthMonths ? Number(form.lengthMonths) : null,
  fte: form.fte ? Number(form.fte) : null,
  placeMode: form.placeMode || null,
  city: form.city.trim() || null,
  region: form.region || null,
  nation: form.nation || null,
  funding: form.funding.trim() || null,
  deadline: form.deadline || null,
  blind: form.blind,
  ...(form.blind ? { revealAfter: form.revealAfter } : {}),
});

/** What each kind of condition is called, and the filter of the list of academics that it becomes. */
export const facets: { facet: string; label: string; filter: keyof AcademicFilter }[] = [
  { facet: 'topic', label: 'Topic', filter: 'topics' },
  { facet: 'profession', label: 'Profession', filter: 'professions' },
  { facet: 'career-stage', label: 'Career stage', filter: 'careerStages' },
  { facet: 'training-status', label: 'Training', filter: 'trainingStatuses' },
  { facet: 'engagement-type', label: 'Way of working', filter: 'engagementTypes' },
  { facet: 'region', label: 'Region', filter: 'regions' },
  { facet: 'nation', label: 'Nation', filter: 'nations' },
  { facet: 'sector', label: 'Sector', filter: 'sectors' },
  { facet: 'place-mode', label: 'Place of work', filter: 'placeModes' },
];

/** The must-haves as a filter; with none, the topics of the brief say whom it is for. */
export const filterFrom = ({ mustHave, topics }: BriefForm): AcademicFilter => {
  const filter: Record<string, string[]> = {};
  for (const { facet, code } of mustHave) {
    const name = facets.find((one) => one.facet === facet)?.filter;
    if (name) filter[name] = [...(filter[name] ?? []), code];
  }
  if (!filter.topics && topics.length > 0) filter.topics = codes(topics);
  return filter;
};
