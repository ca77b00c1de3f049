import forms from '../forms/forms.module.css';
import { NotFoundPage } from '../shell/not-found.page';
import { PageHeading } from '../shell/page-heading';
import { SignedIn } from '../signed-in/signed-in';
import { ClaimQueue } from './claim-queue';
import { HealthSection } from './health';
import { IndexSection } from './index-section';
import { OrganisationQueue } from './organisation-queue';

/** For the platform's administrators alone; to others there is no such page. */
const AdminPage = () => (
  <SignedIn title="Administration" why="Sign in to look after Benchside.">
    {(viewer) =>
      viewer.platformRole === 'platform-admin' ? (
        <>
          <div className={forms.top}>
            <div>
              <PageHeading title="Administration" />
              <p className="quiet">What waits for a decision, and whether everything works.</p>
            </div>
          </div>
          <HealthSection />
          <OrganisationQueue />
          <ClaimQueue />
          <IndexSection />
        </>
      ) : (
        <NotFoundPage />
      )
    }
  </SignedIn>
);

export default AdminPage;
