export { Agreement } from './agreement.entity.js';
export { agreementsPersonal } from './agreement.personal.js';
export { AgreementService } from './agreement.service.js';
export { AgreementsModule } from './agreements.module.js';
export { CollaborationDocument } from './document.entity.js';
