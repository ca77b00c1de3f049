export { type DemonstrationAccount, demonstrationAccounts } from './accounts.js';
export { type DirectorySettings, defaultAsOf, generateDirectory } from './directory.js';
export {
  type DemonstrationBlindRequest,
  type DemonstrationCollaboration,
  type DemonstrationEvent,
  type DemonstrationMentor,
  demonstrationBlindRequest,
  demonstrationCollaboration,
  demonstrationEvents,
  demonstrationMentors,
} from './meetings.js';
export { type DemonstrationPolicy, demonstrationPolicies } from './policies.js';
export { sourceName as demonstrationSource } from './source.js';
