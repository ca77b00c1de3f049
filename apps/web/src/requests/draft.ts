import type {
  RequestDraftsQuery,
  RequestTermsInput,
  SaveRequestDraftInput,
  SendRequestInput,
} from '../generated/graphql';

/** What the sender proposes, as it is typed. */
export interface DraftTerms {
  startsOn: string;
  lengthMonths: string;
  fte: string;
  placeMode: string;
  funding: string;
  note: string;
}

/** A request while it is being written. */
export interface Draft {
  /** Made once; the request is sent under it too, so that sending twice sends one. */
  id: string;
  toAcademicId: string | null;
  toOrganisationId: string | null;
  opportunityId: string | null;
  /** The organisation that asks; null for the person. */
  asOrganisationId: string | null;
  type: string;
  terms: DraftTerms;
  reason: string;
  /** Whether the receiver may pass it on. */
  mayBeReferred: boolean;
  /** Whether the sender knows of the conditions that are not met. */
  acknowledged: boolean;
}

/** What an address says of a request that is to be written. */
export interface RequestTarget {
  to?: string;
  organisation?: string;
  opportunity?: string;
}

const noTerms: DraftTerms = { startsOn: '', lengthMonths: '', fte: '', placeMode: '', funding: '', note: '' };

/** An id of our own; it works on plain http too. */
export const newId = (): string => {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
};

export const emptyDraft = (id: string, target: RequestTarget, asOrganisationId: string | null): Draft => ({
  id,
  toAcademicId: target.to ?? null,
  toOrganisationId: target.organisation ?? null,
  opportunityId: target.opportunity ?? null,
  asOrganisationId,
  type: '',
  terms: noTerms,
  reason: '',
  mayBeReferred: true,
  acknowledged: false,
});

/** A draft as the server kept it. */
export const draftFrom = (saved: RequestDraftsQuery['requestDrafts'][number]): Draft => ({
  id: saved.id,
  toAcademicId: saved.toAcademicId,
  toOrganisationId: saved.toOrganisationId,
  opportunityId: saved.opportunityId,
  asOrganisationId: saved.asOrganisationId,
  type: saved.type ?? '',
  reason: saved.reason ?? '',
  mayBeReferred: saved.mayBeReferred,
  acknowledged: saved.acknowledgeMismatch,
  terms: {
    startsOn: saved.terms?.startsOn ?? '',
    lengthMonths: String(saved.terms?.lengthMonths ?? ''),
    fte: String(saved.terms?.fte ?? ''),
    placeMode: saved.terms?.placeMode ?? '',
    funding: saved.terms?.funding ?? '',
    note: saved.terms?.note ?? '',
  },
});

const dayOnly = (day: string) => (/^\d{4}-\d{2}-\d{2}$/.test(day) ? day : null);

const wholeNumber = (text: string) => {
  const number = Number(text);
  return text.trim() !== '' && Number.isInteger(number) && number >= 1 && number <= 120 ? number : null;
};

const termsOf = ({ startsOn, lengthMonths, fte, placeMode, funding, note }: DraftTerms): RequestTermsInput => ({
  startsOn: dayOnly(startsOn),
  lengthMonths: wholeNumber(lengthMonths),
  fte: fte === '' ? null : Number(fte),
  placeMode: placeMode || null,
  funding: funding.trim().slice(0, 1_000) || null,
  note: note.trim().slice(0, 2_000) || null,
});

/** Whom it goes to, for whom, and about what. */
export const partiesOf = ({ toAcademicId, toOrganisationId, opportunityId, asOrganisationId }: Draft) => ({
  toAcademicId,
  toOrganisationId,
  opportunityId,
  asOrganisationId,
});

/** What is kept on the server: what cannot be read yet, such as half a date, is left out. */
export const savedForm = (draft: Draft): SaveRequestDraftInput => ({
  ...partiesOf(draft),
  id: draft.id,
  type: draft.type || null,
  reason: draft.reason.slice(0, 4_000) || null,
  terms: termsOf(draft.terms),
  mayBeReferred: draft.mayBeReferred,
  acknowledgeMismatch: draft.acknowledged,
});

export const sentForm = (draft: Draft): SendRequestInput => ({
  ...partiesOf(draft),
  type: draft.type,
  reason: draft.reason.trim(),
  terms: termsOf(draft.terms),
  mayBeReferred: draft.mayBeReferred,
  acknowledgeMismatch: draft.acknowledged,
  draftId: draft.id,
  idempotencyKey: `request-${draft.id}`,
});
