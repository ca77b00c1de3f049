export {
  Criterion,
  Opportunity,
  type OpportunitySide,
  type OpportunityState,
  type RevealMoment,
  type StoredCriterion,
} from './opportunity.entity.js';
export { OpportunitiesModule } from './opportunity.module.js';
export { opportunitiesPersonal } from './opportunity.personal.js';
export { blindProblem, canSeeOpportunity, ownsOpportunity, seesBehind } from './opportunity.policy.js';
export { reveal } from './opportunity.queries.js';
export { type OpportunityCodes, OpportunityService } from './opportunity.service.js';
