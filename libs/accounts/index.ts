export { accountsPersonal } from './account.personal.js';
export { type AccountCard, AccountService, type NewAccount } from './account.service.js';
export { AccountsModule } from './accounts.module.js';
export { ACCOUNTS_SETTINGS, AUTH } from './accounts.tokens.js';
export { Attempts } from './attempts.js';
export { type Auth, authPath, createAuth } from './auth.js';
export { type AuthRoute, authRoutes } from './auth.routes.js';
export type { ClaimState } from './claim.policy.js';
export type { Claim } from './claim.queries.js';
export { ClaimService } from './claim.service.js';
export { type Consent, type ConsentPurpose, ConsentService, consentPurposes } from './consent.service.js';
export { CurrentViewer } from './current-viewer.js';
export type { Invitation, Member } from './membership.queries.js';
export { MembershipService } from './membership.service.js';
export { mountAuth } from './mount.js';
export { createPasswords } from './passwords.js';
export { onlyWho, type PersonalPart, type PersonalTable } from './personal.part.js';
export { Post } from './post.js';
export { type ClaimableProfile, type ClaimProof, ProfileClaims } from './profile-claims.js';
export { Reauthentication } from './reauthentication.js';
export { idOf, signedIn } from './refusals.js';
export type { AccountsSettings, OrcidSettings, PasswordWork, SessionLimits } from './settings.js';
export {
  isAdminOf,
  isMemberOf,
  isOfficeOf,
  isOwnProfile,
  isPlatformAdmin,
  isSignedIn,
  type Membership,
  nobody,
  type OrganisationRole,
  organisationRoles,
  type PlatformRole,
  roleIn,
  type SignedIn,
  type Viewer,
} from './viewer.js';
export { Viewers } from './viewer.queries.js';
