import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { unmask } from '../generated/fragment-masking';
import { AcademicSummaryFragmentDoc } from '../generated/graphql';
import { CompareTray } from '../search/compare-tray';
import { finding } from '../search/finding';
import { listKinds } from '../search/list-kinds';
import { useOrder } from '../search/order';
import { SearchPage } from '../search/search-page';
import { AcademicCard } from './academic-card';

const route = getRouteApi('/academics');

const FindAcademicsPage = () => {
  const state = route.useSearch();
  const order = useOrder('academics', state);
  const answer = useQuery({
    ...finding.academics(state, order),
    enabled: order !== undefined,
    placeholderData: keepPreviousData,
  });
  return (
    <SearchPage
      kind={listKinds.academics}
      state={state}
      order={order}
      answer={answer}
      card={(edge) => <AcademicCard key={unmask(AcademicSummaryFragmentDoc, edge.node).id} {...edge} />}
      below={<CompareTray />}
    />
  );
};

export default FindAcademicsPage;
