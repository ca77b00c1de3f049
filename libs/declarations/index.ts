export { declarationsPersonal } from './declaration.personal.js';
export { DeclarationsModule } from './declarations.module.js';
export { InterestDeclaration } from './interest.entity.js';
export { DECLARATION_JOBS } from './interest.jobs.js';
export { InterestService } from './interest.service.js';
export { TransferOfValue } from './transfer.entity.js';
export { TransferService } from './transfer.service.js';
