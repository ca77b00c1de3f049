export type { OrganisationCodes } from './organisation.codes.js';
export {
  Organisation,
  Place,
  type ProfileVisibility,
  type RequestPolicy,
  type Verification,
} from './organisation.entity.js';
export { slugOf, validRorId } from './organisation.identifiers.js';
export { OrganisationsModule } from './organisation.module.js';
export { canSeeOrganisation } from './organisation.policy.js';
export { OrganisationService } from './organisation.service.js';
