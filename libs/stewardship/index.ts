export { STEWARDSHIP_JOBS, StewardshipModule } from './stewardship.module.js';
export { stewardshipPersonal } from './topic.personal.js';
