export { STEWARDSHIP_JOBS, StewardshipModule } from './stewardship.module.js';
export { stewardshipPersonal } from './stewardship.personal.js';
