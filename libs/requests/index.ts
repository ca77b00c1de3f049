export { Contact, ContactService } from './contact.service.js';
export { type NdaSignatures, ndaSignatures } from './nda.signatures.js';
export { ndaText } from './nda.undertaking.js';
export { RequestAnswering } from './request.answering.js';
export { type Concerned, concerned } from './request.audience.js';
export { CollaborationRequest, type RequestRole } from './request.entity.js';
export { otherSideFor, ownSideFor, type RequestHeadline, requestHeadlines } from './request.headline.js';
export { REQUEST_JOBS } from './request.jobs.js';
export { type RequestListener, RequestListeners, type RequestNews } from './request.listeners.js';
export { type OfficeDuty, RequestOffice, RequestParty } from './request.party.js';
export { requestsPersonal } from './request.personal.js';
export { sidesOf } from './request.policy.js';
export { nameOfSide } from './request.queries.js';
export { RequestEvent, RequestMessage } from './request.record.js';
export { declineReasons, requestRules } from './request.rules.js';
export { RequestSending } from './request.sending.js';
export { RequestService } from './request.service.js';
export {
  type Actor,
  openStates,
  type RequestAction,
  type RequestSide,
  type RequestState,
  requestStates,
  transitions,
} from './request.states.js';
export { RequestsModule } from './requests.module.js';
