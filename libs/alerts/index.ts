export { ALERT_JOBS, AlertsModule } from './alerts.module.js';
export { DigestService } from './digest.service.js';
export { questionKey } from './saved-question.js';
export { SavedSearch } from './saved-search.entity.js';
export { SavedSearchService } from './saved-search.service.js';
export { SearchGapService } from './search-gap.service.js';
export { mountUnsubscribe } from './unsubscribe.routes.js';
export { Unsubscribing } from './unsubscribing.js';
