import { join } from 'node:path';
import { Global, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { SETTINGS, type Settings } from '#config';
import { FileMailer } from './file.mailer.js';
import { Mailer } from './mailer.js';
import { SmtpMailer } from './smtp.mailer.js';

/** What a mailer is chosen and made from; the checked settings have all of it. */
export type MailSettings = Pick<Settings, 'smtpUrl' | 'mailFrom' | 'stateDir'>;

/** SMTP where there is a server, and otherwise files in the `mail` folder of the state folder. */
export const createMailer = ({ smtpUrl, mailFrom, stateDir }: MailSettings): Mailer =>
  smtpUrl ? new SmtpMailer(smtpUrl, mailFrom) : new FileMailer(join(stateDir, 'mail'), mailFrom);

/** Hands the one mailer to everything that writes to people. */
@Global()
@Module({
  providers: [{ provide: Mailer, inject: [SETTINGS], useFactory: createMailer }],
  exports: [Mailer],
})
export class MailModule implements OnApplicationShutdown {
  constructor(@Inject(Mailer) private readonly mailer: Mailer) {}

  async onApplicationShutdown() {
    await this.mailer.close();
  }
}
