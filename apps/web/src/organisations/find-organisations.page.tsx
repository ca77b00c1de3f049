import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { unmask } from '../generated/fragment-masking';
import { OrganisationSummaryFragmentDoc } from '../generated/graphql';
import { finding } from '../search/finding';
import { listKinds } from '../search/list-kinds';
import { useOrder } from '../search/order';
import { SearchPage } from '../search/search-page';
import { OrganisationCard } from './organisation-card';

const route = getRouteApi('/organisations');

const FindOrganisationsPage = () => {
  const state = route.useSearch();
  const order = useOrder('organisations', state);
  const answer = useQuery({
    ...finding.organisations(state, order),
    enabled: order !== undefined,
    placeholderData: keepPreviousData,
  });
  return (
    <SearchPage
      kind={listKinds.organisations}
      state={state}
      order={order}
      answer={answer}
      card={(edge) => <OrganisationCard key={unmask(OrganisationSummaryFragmentDoc, edge.node).id} {...edge} />}
    />
  );
};

export default FindOrganisationsPage;
