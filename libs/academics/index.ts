export type { AcademicCodes } from './academic.codes.js';
export { academicName, completeAcademic, nameOf } from './academic.completion.js';
export { Academic, Availability, type FieldVisibility, Work } from './academic.entity.js';
export { AcademicsModule } from './academic.module.js';
export { academicsPersonal } from './academic.personal.js';
export { canSeeAcademic, ownsAcademic, showsField, visibilityFields } from './academic.policy.js';
export { AcademicService, type PublishedAcademic, type PublishedWork } from './academic.service.js';
