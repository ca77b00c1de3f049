import { Alert } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { problemOf } from '../api/problems';
import { reading, type Viewer } from '../api/queries';
import { FormSkeleton } from '../forms/form-skeleton';
import forms from '../forms/forms.module.css';
import { useVocabularies } from '../forms/vocabularies';
import { unmask } from '../generated/fragment-masking';
import { OrganisationDeskDocument, OrganisationFormFragmentDoc } from '../generated/graphql';
import { NotFoundPage } from '../shell/not-found.page';
import { PageHeading } from '../shell/page-heading';
import { ProblemNotice } from '../shell/problem-notice';
import { SignedIn } from '../signed-in/signed-in';
import { LinkButton } from '../theme/link-button';
import classes from './desk.module.css';
import { PeopleSection } from './people-section';
import { PolicySection } from './policy-section';
import { ProfileSection } from './profile-section';
import { UnseenSection } from './unseen-section';

const route = getRouteApi('/organisations/$id/desk');

const standing: Record<string, { title: string; text: string } | undefined> = {
  unverified: {
    title: 'Not verified yet',
    text: 'We look at each organisation by hand. Until then you can write its profile and drafts of briefs; requests and publishing come with the verification.',
  },
  pending: {
    title: 'Waiting to be verified',
    text: 'We look at each organisation by hand. Until then you can write its profile and drafts of briefs; requests and publishing come with the verification.',
  },
  revoked: {
    title: 'No longer verified',
    text: 'Requests and publishing rest. Write to us if this is a mistake.',
  },
};

const Desk = ({ viewer }: { viewer: Viewer }) => {
  const { id } = route.useParams();
  const words = useVocabularies();
  const [ruleSetAt, setRuleSetAt] = useState<number | null>(null);
  const { data, error, refetch } = useQuery({
    ...reading('organisation-desk', OrganisationDeskDocument, { id }),
    gcTime: 0,
  });
  const membership = viewer.memberships.find(({ organisation }) => organisation.id === id);
  const isPlatformAdmin = viewer.platformRole === 'platform-admin';
  if (!membership && !isPlatformAdmin) return <NotFoundPage />;
  const failed = error ?? words.error;
  if (failed && !data) {
    if (['NOT_FOUND', 'BAD_INPUT'].includes(problemOf(failed).code)) return <NotFoundPage />;
    return <ProblemNotice error={failed} retry={() => void refetch()} />;
  }
  if (!data || !words.data) return <FormSkeleton groups={3} />;
  const organisation = unmask(OrganisationFormFragmentDoc, data.organisation);
  const manages = isPlatformAdmin || membership?.role === 'admin';
  const note = standing[organisation.verification];
  return (
    <>
      <div className={forms.top}>
        <div>
          <PageHeading title={organisation.name} />
          <p className="quiet">{manages ? 'You are an administrator here.' : 'You belong to this organisation.'}</p>
        </div>
        <LinkButton to="/organisations/$id" params={{ id }} variant="default">
          Open the page
        </LinkButton>
      </div>
      {note && (
        <Alert color="apricot" title={note.title} mb="lg">
          {note.text}
        </Alert>
      )}
      <div className={forms.layout}>
        <div className={forms.form}>
          {manages && <ProfileSection saved={organisation} words={words.data} ruleSetAt={ruleSetAt} />}
          <PeopleSection
            organisationId={id}
            viewer={viewer}
            manages={manages}
            verified={organisation.verification === 'verified'}
          />
          {(manages || membership?.role === 'office') && (
            <PolicySection organisationId={id} policy={organisation.requestPolicy} onSet={setRuleSetAt} />
          )}
          {manages && organisation.type.code === 'company' && <UnseenSection organisationId={id} />}
        </div>
        <aside className={forms.aside} aria-label="Beside the desk">
          <section className={classes.panel} data-tinted>
            <h2>Describe a need</h2>
            <p>A brief tells people what you look for, and those who fit see it.</p>
            <LinkButton to="/opportunities/new" search={{ organisation: id }}>
              New brief
            </LinkButton>
          </section>
          <section className={classes.panel}>
            <h2>Go on</h2>
            <LinkButton to="/opportunities/mine" variant="default">
              Our opportunities
            </LinkButton>
            <LinkButton to="/inbox" variant="default">
              Inbox
            </LinkButton>
            {(manages || membership?.role === 'office') && (
              <>
                <LinkButton to="/office/$organisationId" params={{ organisationId: id }} variant="default">
                  Office
                </LinkButton>
                {membership && (
                  <LinkButton to="/organisations/$id/policies" params={{ id }} variant="default">
                    Policies
                  </LinkButton>
                )}
              </>
            )}
            {membership && (
              <LinkButton to="/organisations/$id/transfers" params={{ id }} variant="default">
                Transfers of value
              </LinkButton>
            )}
            {membership && membership.role !== 'member' && (
              <LinkButton to="/office/$organisationId/interests" params={{ organisationId: id }} variant="default">
                Register of interests
              </LinkButton>
            )}
          </section>
        </aside>
      </div>
    </>
  );
};

const DeskPage = () => (
  <SignedIn title="My organisation" why="Sign in to look after your organisation.">
    {(viewer) => <Desk viewer={viewer} />}
  </SignedIn>
);

export default DeskPage;
