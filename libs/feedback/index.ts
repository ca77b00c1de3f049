export { FeedbackModule } from './feedback.module.js';
export { type Judged, type JudgedPair, JudgedPairs } from './judged.pairs.js';
export { MatchJudgement } from './judgement.entity.js';
export { feedbackPersonal } from './judgement.personal.js';
export { judgementGrades, judgementReasons } from './judgement.rules.js';
export { JudgementService } from './judgement.service.js';
export { FEEDBACK_JOBS, RequestContexts } from './request.contexts.js';
