import { Module } from '@nestjs/common';
import { AcademicsModule } from '#academics';
import type { JobHandler } from '#jobs';
import { OrganisationsModule } from '#organisations';
import { SearchModule } from '#search';
import { TaxonomyModule } from '#taxonomy';
import { DigestCollector } from './digest.collector.js';
import { DigestPost } from './digest.post.js';
import { DigestPreferenceService } from './digest.preferences.js';
import { DigestService } from './digest.service.js';
import { ProfileViewResolver } from './profile-view.resolver.js';
import { ProfileViewService } from './profile-view.service.js';
import { SavedSearchResolver } from './saved-search.resolver.js';
import { SavedSearchService } from './saved-search.service.js';
import { SearchGapResolver } from './search-gap.resolver.js';
import { SearchGapService } from './search-gap.service.js';
import { Unsubscribing } from './unsubscribing.js';

/** The token of the timed work of alerts, for the worker. */
export const ALERT_JOBS = Symbol('AlertJobs');

const jobs = (digests: DigestService, views: ProfileViewService, gaps: SearchGapService): JobHandler[] => [
  // Each day, not only on Mondays: what could not be sent is sent on the next.
  { name: 'digests', cron: '0 6 * * *', run: async () => void (await digests.send()) },
  {
    name: 'alerts-forget',
    cron: '25 3 * * *',
    run: async () => {
      await views.forget();
      await gaps.forget();
    },
  },
];

/** What people ask to be told of: saved searches and digests, who looked at a profile, what was searched for in vain. */
@Module({
  imports: [TaxonomyModule, AcademicsModule, OrganisationsModule, SearchModule],
  providers: [
    DigestPreferenceService,
    SavedSearchService,
    ProfileViewService,
    SearchGapService,
    DigestCollector,
    DigestPost,
    DigestService,
    Unsubscribing,
    SavedSearchResolver,
    ProfileViewResolver,
    SearchGapResolver,
    { provide: ALERT_JOBS, inject: [DigestService, ProfileViewService, SearchGapService], useFactory: jobs },
  ],
  exports: [SavedSearchService, SearchGapService, DigestService, Unsubscribing, ALERT_JOBS],
})
export class AlertsModule {}
