import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { reading, type Viewer } from '../api/queries';
import { FormSkeleton } from '../forms/form-skeleton';
import { RequestDraftsDocument } from '../generated/graphql';
import { PageHeading } from '../shell/page-heading';
import { ProblemNotice } from '../shell/problem-notice';
import { Empty } from '../signed-in/empty';
import { SignedIn } from '../signed-in/signed-in';
import { LinkButton } from '../theme/link-button';
import { draftFrom, emptyDraft, newId } from './draft';
import { likelyAsker } from './need-step';
import { Wizard } from './wizard';

const route = getRouteApi('/requests/new');

const NewRequest = ({ viewer }: { viewer: Viewer }) => {
  const search = route.useSearch();
  const navigate = useNavigate();
  const { to, organisation, opportunity, draft: id, step = 'need' } = search;
  const named = Boolean(to ?? organisation ?? opportunity);
  // The draft has its id from the start, so that loading the page again goes on with it.
  useEffect(() => {
    if (!id && named) void navigate({ to: '/requests/new', search: { ...search, draft: newId() }, replace: true });
  }, [id, named, navigate, search]);
  const drafts = useQuery({
    ...reading('request-drafts', RequestDraftsDocument, {}),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnReconnect: false,
  });
  const saved = drafts.data?.requestDrafts.find((draft) => draft.id === id);
  if (drafts.error && !drafts.data) {
    return (
      <div className="prose">
        <PageHeading title="New request" />
        <ProblemNotice error={drafts.error} retry={() => void drafts.refetch()} />
      </div>
    );
  }
  if (drafts.isFetched && !saved && !named) {
    return (
      <div className="prose">
        <PageHeading title="New request" />
        <Empty title="Who would you like to ask?" action={<LinkButton to="/academics">Find academics</LinkButton>}>
          A request starts from a profile or a brief: open the one you have in mind and choose to ask.
        </Empty>
      </div>
    );
  }
  if (!id || !drafts.data) {
    return (
      <div>
        <PageHeading title="New request" />
        <FormSkeleton groups={1} />
      </div>
    );
  }
  const target = { to, organisation, opportunity };
  const initial = saved ? draftFrom(saved) : emptyDraft(id, target, likelyAsker(viewer, { asksPerson: Boolean(to) }));
  return (
    <Wizard
      key={id}
      initial={initial}
      step={step}
      viewer={viewer}
      goTo={(next) => void navigate({ to: '/requests/new', search: { ...search, step: next } })}
    />
  );
};

const NewRequestPage = () => (
  <SignedIn title="New request" why="Sign in to ask somebody to work with you. What you write is kept as a draft.">
    {(viewer) => <NewRequest viewer={viewer} />}
  </SignedIn>
);

export default NewRequestPage;
