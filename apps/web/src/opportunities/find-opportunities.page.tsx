import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { unmask } from '../generated/fragment-masking';
import { OpportunitySummaryFragmentDoc } from '../generated/graphql';
import { finding } from '../search/finding';
import { listKinds } from '../search/list-kinds';
import { useOrder } from '../search/order';
import { SearchPage } from '../search/search-page';
import { OpportunityCard } from './opportunity-card';

const route = getRouteApi('/opportunities');

const FindOpportunitiesPage = () => {
  const state = route.useSearch();
  const order = useOrder('opportunities', state);
  const answer = useQuery({
    ...finding.opportunities(state, order),
    enabled: order !== undefined,
    placeholderData: keepPreviousData,
  });
  return (
    <SearchPage
      kind={listKinds.opportunities}
      state={state}
      order={order}
      answer={answer}
      card={(edge) => <OpportunityCard key={unmask(OpportunitySummaryFragmentDoc, edge.node).id} {...edge} />}
    />
  );
};

export default FindOpportunitiesPage;
