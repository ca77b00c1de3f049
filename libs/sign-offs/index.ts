export { SignOff, type SignOffDecision, type SignOffState } from './sign-off.entity.js';
export { SIGN_OFF_JOBS, SignOffLetters } from './sign-off.letters.js';
export { signOffsPersonal } from './sign-off.personal.js';
export { SignOffService } from './sign-off.service.js';
export { SignOffsModule } from './sign-offs.module.js';
