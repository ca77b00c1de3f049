/** The names of everything that can be filtered by with codes, over all kinds of list. */
export const facetNames = [
  'topics',
  'healthCategories',
  'professions',
  'careerStages',
  'trainingStatuses',
  'engagementTypes',
  'sectors',
  'regions',
  'nations',
  'placeModes',
  'claimed',
  'organisations',
  'types',
  'segments',
  'sizes',
  'countries',
  'verifications',
  'sides',
] as const;

export type FacetName = (typeof facetNames)[number];

/** Everything that a list was asked for: it is all in the address, so that a list can be sent to a colleague. */
export type SearchState = {
  q?: string;
  sort?: string;
  /** The cursor after which the page starts. */
  after?: string;
  /** A day, as YYYY-MM-DD. */
  availableBy?: string;
  /** Opportunities are those of today, unless somebody wants the others too. */
  openToday?: 'no';
} & { [name in FacetName]?: string[] };

const textOf = (value: unknown, longest: number): string | undefined => {
  const text = Array.isArray(value) ? value[0] : value;
  return typeof text === 'string' && text.trim() !== '' ? text.slice(0, longest) : undefined;
};

const codesOf = (value: unknown): string[] | undefined => {
  const list = (Array.isArray(value) ? value : [value]).filter(
    (code): code is string => typeof code === 'string' && code !== '' && code.length <= 100,
  );
  return list.length > 0 ? [...new Set(list)].slice(0, 50) : undefined;
};

/** Longer texts would not fit into an address. */
export const longestQuery = 1500;

/** Reads an address, however it was typed: what cannot be is left out. */
export const readSearchState = (raw: Record<string, unknown>): SearchState => {
  const state: SearchState = {};
  const q = textOf(raw.q, longestQuery);
  if (q) state.q = q;
  const sort = textOf(raw.sort, 20);
  if (sort) state.sort = sort;
  const after = textOf(raw.after, 200);
  if (after) state.after = after;
  const day = textOf(raw.availableBy, 10);
  if (day && /^\d{4}-\d{2}-\d{2}$/.test(day)) state.availableBy = day;
  if (textOf(raw.openToday, 2) === 'no') state.openToday = 'no';
  for (const name of facetNames) {
    const codes = codesOf(raw[name]);
    if (codes) state[name] = codes;
  }
  return state;
};

/** A change starts at the first page again. */
export const changed = (state: SearchState, change: Partial<SearchState>): SearchState => {
  const { after: _after, ...rest } = state;
  return readSearchState({ ...rest, ...change });
};

/** Chooses a code, or takes it away again. */
export const toggled = (state: SearchState, name: FacetName, code: string): SearchState => {
  const chosen = state[name] ?? [];
  return changed(state, {
    [name]: chosen.includes(code) ? chosen.filter((other) => other !== code) : [...chosen, code],
  });
};

/** The same list, with topics of today in place of retired ones. */
export const withSuccessors = (
  state: SearchState,
  replaced: readonly { code: string; successor: string }[],
): SearchState =>
  readSearchState({
    ...state,
    topics: state.topics?.map((topic) => replaced.find(({ code }) => code === topic)?.successor ?? topic),
  });

/** The list without any filter; the text stays. */
export const withoutFilters = ({ q, sort }: SearchState): SearchState => readSearchState({ q, sort });

/** The filter as the API takes it: a name that this kind of list does not have is left out. */
export const filterFrom = (state: SearchState, names: readonly FacetName[]): { [name in FacetName]?: string[] } => {
  const filter: { [name in FacetName]?: string[] } = {};
  for (const name of names) {
    const codes = state[name];
    if (codes) filter[name] = codes;
  }
  return filter;
};

export const pageSize = 20;

const cursorForm = /^([A-Za-z0-9_-]{8}):(\d+)$/;

const read = (cursor: string | null | undefined) => {
  if (!cursor) return null;
  try {
    const [, key, offset] = cursorForm.exec(atob(cursor.replaceAll('-', '+').replaceAll('_', '/'))) ?? [];
    return key && offset ? { key, offset: Number(offset) } : null;
  } catch {
    return null;
  }
};

/** The number of the page that starts after this cursor. */
export const pageOf = (after: string | undefined): number => {
  const place = read(after);
  return place ? Math.floor((place.offset + 1) / pageSize) + 1 : 1;
};

/**
 * The cursor after which a page starts, made from any cursor of the same list: a ranked list's cursors are its places,
 * so that page 4 can be reached without reading pages 2 and 3.
 */
export const cursorOf = (page: number, known: string | null | undefined): string | undefined => {
  const place = read(known);
  if (page <= 1 || !place) return undefined;
  const cursor = btoa(`${place.key}:${(page - 1) * pageSize - 1}`);
  return cursor.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
};
