import type { Mail } from './mail.js';

/** How the product sends e-mail. The class is its own injection token; the settings choose what is behind it. */
export abstract class Mailer {
  /** Resolves once the message has been handed over: to the SMTP server, or to the file outbox. */
  abstract send(mail: Mail): Promise<void>;

  /** Ends open connections. */
  async close(): Promise<void> {}
}
