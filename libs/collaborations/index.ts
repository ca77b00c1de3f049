export { Collaboration, type CollaborationParty, type CollaborationRole } from './collaboration.entity.js';
export { type CollaborationGate, CollaborationGates, type IntendedStep, Obstacle } from './collaboration.gates.js';
export { COLLABORATION_JOBS } from './collaboration.jobs.js';
export {
  type CollaborationListener,
  CollaborationListeners,
  type CollaborationNews,
} from './collaboration.listeners.js';
export { collaborationsPersonal, theirCollaborations } from './collaboration.personal.js';
export { type CollaborationStanding, collaborationRoleOf, collaborationSideOf } from './collaboration.policy.js';
export {
  type CollaborationAudience,
  type CollaborationRow,
  collaborationAudience,
  lockCollaboration,
  recordCollaborationEvent,
} from './collaboration.queries.js';
export { type CollaborationSeat, CollaborationService } from './collaboration.service.js';
export {
  type CollaborationAction,
  type CollaborationState,
  collaborationStateWords,
  isFinal,
  type PublicStatus,
  publicStatusOf,
} from './collaboration.states.js';
export { addTaskByRule, type RuleTask } from './collaboration.tasks.js';
export { CollaborationTerms } from './collaboration.terms.js';
export { ledSql } from './collaboration.waiting.js';
export { CollaborationsModule } from './collaborations.module.js';
export { EngagementTerms } from './engagement-terms.entity.js';
export { type TermInWords, termsInWords } from './engagement-terms.words.js';
