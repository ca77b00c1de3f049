export { Introduction } from './introduction.entity.js';
export { INTRODUCTION_JOBS } from './introduction.jobs.js';
export { introductionsPersonal } from './introduction.personal.js';
export { IntroductionService } from './introduction.service.js';
export { introductionTransitions } from './introduction.states.js';
export { IntroductionsModule } from './introductions.module.js';
