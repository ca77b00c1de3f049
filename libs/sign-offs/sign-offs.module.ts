import { Module } from '@nestjs/common';
import { CollaborationsModule } from '#collaborations';
import { NotificationsModule } from '#notifications';
import { SignOffDeciding } from './sign-off.deciding.js';
import { SIGN_OFF_JOBS, SignOffLetters } from './sign-off.letters.js';
import { SignOffListing } from './sign-off.listing.js';
import { SignOffNotices } from './sign-off.notices.js';
import { SignOffResolver } from './sign-off.resolver.js';
import { SignOffService } from './sign-off.service.js';
import { SignOffWaiting } from './sign-off.waiting.js';

/** Named approvals: who must give them, how they are asked for, and what was said. */
@Module({
  imports: [CollaborationsModule, NotificationsModule],
  providers: [
    SignOffListing,
    SignOffService,
    SignOffDeciding,
    SignOffNotices,
    SignOffWaiting,
    SignOffLetters,
    { provide: SIGN_OFF_JOBS, inject: [SignOffLetters], useFactory: (letters: SignOffLetters) => letters.handlers() },
    SignOffResolver,
  ],
  exports: [SignOffService, SignOffLetters, SIGN_OFF_JOBS],
})
export class SignOffsModule {}
