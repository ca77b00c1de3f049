export type { PersonalCopy } from './copy.document.js';
export { CopyService } from './copy.service.js';
export { ErasureJobs } from './erasure.jobs.js';
export { ErasureService } from './erasure.service.js';
export { mountKeepAccount } from './keep.routes.js';
export { forgetOutdated } from './retention.js';
export { RightsModule } from './rights.module.js';
export { rightsRules } from './rights.rules.js';
export { RIGHTS_JOBS } from './rights.tokens.js';
