import { Module } from '@nestjs/common';
import { CollaborationsModule } from '#collaborations';
import { GovernanceModule } from '#governance';
import { NotificationsModule } from '#notifications';
import { PolicyGate } from './permission.gate.js';
import { PolicyHolds } from './permission.holds.js';
import { PermissionNotices } from './permission.notices.js';
import { PermissionResolver } from './permission.resolver.js';
import { PermissionService } from './permission.service.js';
import { SignOffDeciding } from './sign-off.deciding.js';
import { SIGN_OFF_JOBS, SignOffLetters } from './sign-off.letters.js';
import { SignOffListing } from './sign-off.listing.js';
import { SignOffNotices } from './sign-off.notices.js';
import { SignOffResolver } from './sign-off.resolver.js';
import { SignOffService } from './sign-off.service.js';
import { SignOffWaiting } from './sign-off.waiting.js';

/** Named approvals, and the permissions of organisations: who must give them, how they are asked for, and what was said. */
@Module({
  imports: [CollaborationsModule, GovernanceModule, NotificationsModule],
  providers: [
    SignOffListing,
    SignOffService,
    SignOffDeciding,
    SignOffNotices,
    SignOffWaiting,
    SignOffLetters,
    { provide: SIGN_OFF_JOBS, inject: [SignOffLetters], useFactory: (letters: SignOffLetters) => letters.handlers() },
    SignOffResolver,
    PolicyHolds,
    PolicyGate,
    PermissionService,
    PermissionNotices,
    PermissionResolver,
  ],
  exports: [SignOffService, SignOffLetters, SIGN_OFF_JOBS],
})
export class SignOffsModule {}
