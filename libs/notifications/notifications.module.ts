import { Module } from '@nestjs/common';
import { NOTIFICATION_JOBS, NotificationLetters } from './notification.letters.js';
import { NotificationResolver } from './notification.resolver.js';
import { NotificationService } from './notification.service.js';
import { NotificationSubjects } from './notification.subjects.js';
import { Waiting } from './waiting.js';

/** What people are told: on the site, and by letter where they do not come. */
@Module({
  providers: [
    NotificationSubjects,
    Waiting,
    NotificationService,
    NotificationLetters,
    NotificationResolver,
    {
      provide: NOTIFICATION_JOBS,
      inject: [NotificationLetters],
      useFactory: (letters: NotificationLetters) => letters.handlers(),
    },
  ],
  exports: [NotificationSubjects, Waiting, NotificationService, NotificationLetters, NOTIFICATION_JOBS],
})
export class NotificationsModule {}
