import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS, type Settings } from '#config';
import { Database } from '#database';
import type { JobHandler } from '#jobs';
import { letter, Mailer } from '#mail';
import { Notification } from './notification.entity.js';
import { NotificationSubjects } from './notification.subjects.js';
import { LETTERS_JOB } from './notify.js';

/** The token of the letters of notifications, for the worker. */
export const NOTIFICATION_JOBS = Symbol('NotificationJobs');

interface Addressed extends Notification {
  name: string;
  email: string;
}

/** Sends the letters of notifications that were not read by the time the letter was due. */
@Injectable()
export class NotificationLetters {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(NotificationSubjects) private readonly subjects: NotificationSubjects,
    @Inject(Mailer) private readonly mailer: Mailer,
    @Inject(SETTINGS) private readonly settings: Pick<Settings, 'baseUrl'>,
  ) {}

  handlers(): JobHandler[] {
    return [{ name: LETTERS_JOB, run: ({ ids }) => this.send(Array.isArray(ids) ? ids.map(String) : []) }];
  }

  /**
   * Sends each letter that is still wanted. A letter is marked in the transaction that holds its row while it is handed
   * over: two runs never send it both, and only a crash between the two can send it twice.
   */
  async send(ids: readonly string[]): Promise<void> {
    const failures: unknown[] = [];
    for (const id of ids) await this.sendOne(id).catch((error: unknown) => failures.push(error));
    // One address that refuses letters holds up no other; the job runs again for the ones that were not sent.
    if (failures.length > 0) throw failures[0];
  }

  private sendOne(id: string): Promise<void> {
    return this.database.transaction(async (tx) => {
      const row = await tx.row<Addressed>(
        `SELECT ${this.database.columns(Notification, 'n')}, h.name, h.email
         FROM notification n JOIN account_holder h ON h.id = n.account_id
         WHERE n.id = $1 AND n.read_at IS NULL AND n.mailed_at IS NULL AND h.email_verified
         FOR UPDATE OF n SKIP LOCKED`,
        [id],
      );
      if (!row) return;
      const words = (await this.subjects.words(tx, [row])).get(id);
      if (!words?.current) return;
      const { subject, text, html } = letter({
        subject: words.title,
        greeting: `Hello ${row.name}`,
        paragraphs: [words.title, ...words.paragraphs],
        action: { label: words.action, url: `${this.settings.baseUrl}${words.path}` },
        notes: ['You get this letter because you have not read it on Benchside yet.'],
      });
      await tx.affected('UPDATE notification SET mailed_at = now() WHERE id = $1', [id]);
      await this.mailer.send({ to: row.email, subject, text, html, kind: row.kind });
    });
  }
}
