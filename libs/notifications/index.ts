export { Notification } from './notification.entity.js';
export { NOTIFICATION_JOBS, NotificationLetters } from './notification.letters.js';
export { notificationsPersonal } from './notification.personal.js';
export { NotificationService } from './notification.service.js';
export {
  type Notice,
  type NoticeWords,
  type NotificationSubject,
  NotificationSubjects,
} from './notification.subjects.js';
export { NotificationsModule } from './notifications.module.js';
export { type NewNotification, notify, readAbout, unsay } from './notify.js';
export { Waiting, type WaitingSource, type WaitingThing } from './waiting.js';
