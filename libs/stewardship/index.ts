export { STEWARDSHIP_JOBS, StewardshipModule } from './stewardship.module.js';
