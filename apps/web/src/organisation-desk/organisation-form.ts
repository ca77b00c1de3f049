import type { NamedCode } from '../forms/topic-picker';
import type { OrganisationFormFragment, RegisterOrganisationInput } from '../generated/graphql';

/** What an organisation says of itself, as it is typed. */
export interface OrganisationForm {
  name: string;
  type: string;
  sector: string;
  segment: string;
  summary: string;
  lookingFor: string;
  topics: NamedCode[];
  engagementTypes: string[];
  size: string;
  city: string;
  region: string;
  nation: string;
  website: string;
  registerNumber: string;
  rorId: string;
  established: string;
}

export const emptyOrganisation: OrganisationForm = {
  name: '',
  type: 'company',
  sector: '',
  segment: '',
  summary: '',
  lookingFor: '',
  topics: [],
  engagementTypes: [],
  size: '',
  city: '',
  region: '',
  nation: '',
  website: '',
  registerNumber: '',
  rorId: '',
  established: '',
};

export const formFrom = (saved: OrganisationFormFragment): OrganisationForm => ({
  name: saved.name,
  type: saved.type.code,
  sector: saved.sector?.code ?? '',
  segment: saved.segment?.code ?? '',
  summary: saved.summary,
  lookingFor: saved.lookingFor,
  topics: saved.topics.map(({ code, label }) => ({ code, label })),
  engagementTypes: saved.engagementTypes.map(({ code }) => code),
  size: saved.size ?? '',
  city: saved.place.city ?? '',
  region: saved.place.region?.code ?? '',
  nation: saved.place.nation?.code ?? '',
  website: saved.website ?? '',
  registerNumber: saved.registerNumber ?? '',
  rorId: saved.rorId ?? '',
  established: String(saved.established ?? ''),
});

const website = (text: string) => {
  const address = text.trim();
  if (!address) return null;
  return /^https?:\/\//.test(address) ? address : `https://${address}`;
};

/** What is sent; only companies have a sector and a segment. */
export const inputFrom = (form: OrganisationForm): Omit<RegisterOrganisationInput, 'idempotencyKey' | 'type'> => ({
  name: form.name.trim(),
  sector: form.type === 'company' ? form.sector || null : null,
  segment: form.type === 'company' ? form.segment || null : null,
  summary: form.summary.trim(),
  lookingFor: form.lookingFor.trim(),
  topics: form.topics.map(({ code }) => code),
  engagementTypes: form.engagementTypes,
  size: form.size || null,
  city: form.city.trim() || null,
  region: form.region || null,
  nation: form.nation || null,
  website: website(form.website),
  registerNumber: form.registerNumber.trim().toUpperCase() || null,
  rorId: form.rorId.trim() || null,
  established: form.established ? Number(form.established) : null,
});
