import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import forms from '../forms/forms.module.css';
import inbox from '../inbox/inbox.module.css';
import { NotFoundPage } from '../shell/not-found.page';
import { PageHeading } from '../shell/page-heading';
import { SignedIn } from '../signed-in/signed-in';
import { ClaimQueue } from './claim-queue';
import { ExposureSection } from './exposure-section';
import { FundersSection } from './funders-section';
import { HealthSection } from './health';
import { IndexSection } from './index-section';
import { OrganisationQueue } from './organisation-queue';
import { type Part, parts } from './parts';
import { TopicsSection } from './topics-section';

const route = getRouteApi('/admin');

const shown: Record<Part, { label: string; section: ReactElement | ((funder?: string) => ReactElement) }> = {
  decisions: {
    label: 'To decide',
    section: (
      <>
        <OrganisationQueue />
        <ClaimQueue />
      </>
    ),
  },
  topics: { label: 'Topics', section: <TopicsSection /> },
  funders: { label: 'Funders', section: (funder) => <FundersSection funder={funder} /> },
  exposure: { label: 'Who is shown', section: <ExposureSection /> },
  index: { label: 'Search index', section: <IndexSection /> },
  health: { label: 'Health', section: <HealthSection /> },
};

const Administration = () => {
  const { part = 'decisions', funder } = route.useSearch();
  const { section } = shown[part];
  return (
    <>
      <div className={forms.top}>
        <div>
          <PageHeading title="Administration" />
          <p className="quiet">What waits for a decision, and whether everything works.</p>
        </div>
      </div>
      <nav className={inbox.tabs} aria-label="Parts of the administration">
        {parts.map((one) => (
          <Link
            key={one}
            to="/admin"
            search={one === 'decisions' ? {} : { part: one }}
            activeOptions={{ exact: true }}
            activeProps={{}}
            aria-current={one === part ? 'page' : undefined}
          >
            {shown[one].label}
          </Link>
        ))}
      </nav>
      {typeof section === 'function' ? section(funder) : section}
    </>
  );
};

/** For the platform's administrators alone; to others there is no such page. */
const AdminPage = () => (
  <SignedIn title="Administration" why="Sign in to look after Benchside.">
    {(viewer) => (viewer.platformRole === 'platform-admin' ? <Administration /> : <NotFoundPage />)}
  </SignedIn>
);

export default AdminPage;
