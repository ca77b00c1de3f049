import { Alert, Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { UseQueryResult } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useEffect, useMemo } from 'react';
import type { FragmentType } from '../generated/fragment-masking';
import type { FacetCountsFragmentDoc } from '../generated/graphql';
import { SaveSearch } from '../saved/save-search';
import { PageHeading } from '../shell/page-heading';
import { ProblemNotice } from '../shell/problem-notice';
import { FilterIcon } from '../theme/icons';
import { AppliedFilters } from './applied-filters';
import { FacetRail } from './facet-rail';
import { facetsOf } from './facets';
import { filterable } from './finding';
import { counted, type ListKind } from './list-kinds';
import { WantedTopics } from './matched-topics';
import { NoResult } from './no-result';
import { Pager } from './pager';
import { QueryField } from './query-field';
import { RailSkeleton, ResultSkeleton } from './result-skeleton';
import classes from './search.module.css';
import { changed, pageOf, type SearchState, withSuccessors } from './search-state';
import { SortSelect } from './sort-select';
import { UnderstoodTopics } from './understood-topics';

const FilterDrawer = lazy(() => import('./filter-drawer'));

/** What every kind of list answers. */
export interface Found<Edge> {
  totalCount: number;
  degraded: boolean;
  pageInfo: { startCursor: string | null };
  facets: readonly FragmentType<typeof FacetCountsFragmentDoc>[];
  understood: {
    brief: boolean;
    topics: readonly { code: string; label: string }[];
    replaced: readonly { code: string; successor: string }[];
  };
  relaxations: readonly { filter: string; label: string; totalCount: number }[];
  edges: readonly Edge[];
}

interface Props<Edge> {
  kind: ListKind;
  state: SearchState;
  /** The order that is in force; nothing while it is not known. */
  order: string | undefined;
  answer: UseQueryResult<{ found: Found<Edge> }>;
  card: (edge: Edge) => ReactNode;
  below?: ReactNode;
}

/** A list that is searched: words, filters with counts, reasons, and a way on where nothing is found. */
export const SearchPage = <Edge,>({ kind, state, order, answer, card, below }: Props<Edge>) => {
  const navigate = useNavigate();
  const [drawer, { open, close }] = useDisclosure(false);
  const { data, error, isFetching, refetch } = answer;
  const found = data?.found;
  const facets = useMemo(() => facetsOf(found?.facets ?? []), [found?.facets]);
  const wanted = useMemo(
    () => new Set([...(found?.understood.topics ?? []).map(({ code }) => code), ...(state.topics ?? [])]),
    [found?.understood.topics, state.topics],
  );
  const go = (search: SearchState, replace = false) =>
    void navigate({ to: kind.to, search, replace, resetScroll: false });
  // A link that was kept names a topic that is retired: the address goes on with its successor.
  useEffect(() => {
    const replaced = found?.understood.replaced.filter(({ code }) => state.topics?.includes(code)) ?? [];
    if (replaced.length > 0) {
      void navigate({ to: kind.to, search: withSuccessors(state, replaced), replace: true, resetScroll: false });
    }
  }, [found, kind.to, navigate, state]);
  const inUse = filterable[kind.kind].reduce(
    (sum, name) => sum + (state[name]?.length ?? 0),
    state.availableBy ? 1 : 0,
  );
  const count = found ? counted(found.totalCount, kind.nouns) : '';
  const page = pageOf(state.after);
  const rail = found && <FacetRail kind={kind} state={state} facets={facets} onChange={go} />;
  return (
    <WantedTopics value={wanted}>
      <div className={classes.top}>
        <PageHeading title={kind.title} />
        <QueryField
          value={state.q ?? ''}
          hint={kind.hint}
          label={kind.title}
          onChange={(q) => go(changed(state, { q: q || undefined }), Boolean(state.q))}
        />
        {found && <UnderstoodTopics state={state} understood={found.understood} onChange={go} />}
      </div>
      {found?.degraded && (
        <Alert color="apricot" mb="md" role="status" title="Basic search">
          The full search is not available at this moment. You can go on: results are simpler, and counts may lag.
        </Alert>
      )}
      <div className={classes.layout}>
        <section className={classes.rail} aria-label="Filters">
          <h2>Narrow it down</h2>
          {rail ?? <RailSkeleton />}
        </section>
        <section className={classes.results} aria-label="Results" aria-busy={isFetching || (!found && !error)}>
          <div className={classes.bar}>
            <p role="status" className={classes.count}>
              {count}
              {found && page > 1 && <span className="quiet">, page {page}</span>}
            </p>
            <Button
              className={classes.filterButton}
              variant="default"
              leftSection={<FilterIcon size={18} />}
              onClick={open}
            >
              Filters{inUse > 0 ? ` (${inUse})` : ''}
            </Button>
            <SortSelect
              kind={kind}
              order={order}
              words={Boolean(state.q)}
              onChange={(sort) => go(changed(state, { sort }))}
            />
          </div>
          <AppliedFilters kind={kind} state={state} facets={facets} onChange={go} />
          {found && found.totalCount > 0 && (
            <div className={classes.keep}>
              <SaveSearch kind={kind} state={state}>
                Save this search
              </SaveSearch>
            </div>
          )}
          <div className={classes.busy} data-busy={(isFetching && found !== undefined) || undefined} />
          {error && (
            <ProblemNotice
              error={error}
              retry={() => void refetch()}
              title="The list could not be read. Your filters are kept."
            />
          )}
          {!found && !error && <ResultSkeleton />}
          {found && found.totalCount === 0 && (
            <NoResult kind={kind} state={state} relaxations={found.relaxations} onChange={go} />
          )}
          {found && found.edges.length > 0 && <ul className={classes.list}>{found.edges.map(card)}</ul>}
          {found && (
            <Pager
              kind={kind}
              state={state}
              order={order}
              total={found.totalCount}
              cursor={found.pageInfo.startCursor}
            />
          )}
        </section>
      </div>
      {below}
      {drawer && (
        <Suspense>
          <FilterDrawer count={count} close={close}>
            {rail}
          </FilterDrawer>
        </Suspense>
      )}
    </WantedTopics>
  );
};
