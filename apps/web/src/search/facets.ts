import { useRef } from 'react';
import { type FragmentType, unmask } from '../generated/fragment-masking';
import { type FacetCountsFragment, FacetCountsFragmentDoc } from '../generated/graphql';
import { valueLabel } from './list-kinds';
import type { FacetName, SearchState } from './search-state';

export type FacetValue = { code: string; label: string; count: number };

export interface Facet {
  name: FacetName;
  label: string;
  values: FacetValue[];
}

/** How many values of a facet are shown before "Show all". */
export const shownValues = 8;

/** The facets of an answer, with values that read well. */
export const facetsOf = (refs: readonly FragmentType<typeof FacetCountsFragmentDoc>[]): Facet[] =>
  unmask(FacetCountsFragmentDoc, refs).map((facet: FacetCountsFragment) => ({
    name: facet.name as FacetName,
    label: facet.label,
    values: facet.values.map(({ code, label, count }) => ({
      code,
      label: valueLabel(facet.name, { code, label }),
      count,
    })),
  }));

/**
 * The rows of each facet. What is chosen stays in place, and no facet gets shorter while filters change: rows that would
 * go are kept with a zero, so that nothing below them moves. Other words start afresh.
 */
export const useRows = (facets: Facet[], state: SearchState): Map<FacetName, FacetValue[]> => {
  const kept = useRef<{ q: string | undefined; rows: Map<FacetName, FacetValue[]> }>({ q: state.q, rows: new Map() });
  if (kept.current.q !== state.q) kept.current = { q: state.q, rows: new Map() };
  const rows = new Map<FacetName, FacetValue[]>();
  for (const { name, values } of facets) {
    const before = kept.current.rows.get(name) ?? [];
    const found = new Map(values.map((value) => [value.code, value]));
    const chosen = new Set(state[name] ?? []);
    const shown = values.filter(({ count }) => count > 0).slice(0, shownValues);
    const has = (code: string) => shown.some((value) => value.code === code);
    for (const code of chosen) {
      const value = found.get(code);
      if (value && !has(code)) shown.push(value);
    }
    for (const value of before) {
      if (shown.length >= Math.min(before.length, shownValues)) break;
      if (!has(value.code)) shown.push({ ...value, count: found.get(value.code)?.count ?? 0 });
    }
    rows.set(name, shown);
  }
  kept.current.rows = rows;
  return rows;
};
