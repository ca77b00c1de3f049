import { countryName } from '../theme/words';
import type { SearchKind } from './finding';
import type { FacetName } from './search-state';

interface Sort {
  value: string;
  label: string;
}

/** How each kind of list is spoken of. */
export interface ListKind {
  kind: SearchKind;
  to: '/academics' | '/organisations' | '/opportunities';
  title: string;
  hint: string;
  /** One of them, and many. */
  nouns: [string, string];
  sorts: Sort[];
  /** The facets that are open from the start; the others are one click away. */
  open: FacetName[];
}

export const listKinds: Record<SearchKind, ListKind> = {
  academics: {
    kind: 'academics',
    to: '/academics',
    title: 'Find academics',
    hint: 'A topic, a name, or a few sentences about what you need',
    nouns: ['academic', 'academics'],
    sorts: [
      { value: 'relevance', label: 'Best match for the words' },
      { value: 'fit', label: 'Best fit for you' },
      { value: 'available', label: 'Available soonest' },
      { value: 'evidence', label: 'Most evidence' },
      { value: 'newest', label: 'Newest' },
      { value: 'name', label: 'Name' },
    ],
    open: ['topics', 'professions', 'engagementTypes'],
  },
  organisations: {
    kind: 'organisations',
    to: '/organisations',
    title: 'Find organisations',
    hint: 'A name, a topic, or what you look for in a partner',
    nouns: ['organisation', 'organisations'],
    sorts: [
      { value: 'relevance', label: 'Best match for the words' },
      { value: 'fit', label: 'Best fit for you' },
      { value: 'newest', label: 'Newest' },
      { value: 'name', label: 'Name' },
    ],
    open: ['topics', 'types', 'sectors'],
  },
  opportunities: {
    kind: 'opportunities',
    to: '/opportunities',
    title: 'Find opportunities',
    hint: 'A topic, a kind of work, or what you would like to do',
    nouns: ['opportunity', 'opportunities'],
    sorts: [
      { value: 'relevance', label: 'Best match for the words' },
      { value: 'fit', label: 'Best fit for you' },
      { value: 'closing', label: 'Closing soonest' },
      { value: 'newest', label: 'Newest' },
      { value: 'name', label: 'Name' },
    ],
    open: ['topics', 'sides', 'types'],
  },
};

/** "1 academic", "1,204 academics". */
export const counted = (count: number, [one, many]: [string, string]) =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;

/** Codes that come without words from the API. */
const words: Record<string, string> = {
  'on-site': 'On site',
  hybrid: 'Partly remote',
  remote: 'Remote',
  yes: 'Yes',
  no: 'No, from public records',
  company: 'Companies (briefs)',
  academic: 'Academics (project ideas)',
  micro: 'Micro',
  small: 'Small',
  medium: 'Medium',
  large: 'Large',
  verified: 'Verified',
  pending: 'Waiting to be verified',
  unverified: 'Not verified',
  revoked: 'No longer verified',
};

/** How a value of a facet reads. */
export const valueLabel = (facet: string, { code, label }: { code: string; label: string }): string => {
  if (facet === 'countries') return countryName(code);
  return label === code ? (words[code] ?? label) : label;
};

export const placeModeLabel = (code: string | null) => (code ? (words[code] ?? code) : null);
