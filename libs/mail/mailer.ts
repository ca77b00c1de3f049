import type { Mail } from './mail.js';

/** How the product sends e-mail. The class is its own injection token; the settings choose what is behind it. */
export abstract class Mailer {
  /** Resolves once the message has been handed over: to the SMTP server, or to the file outbox. */
  abstract send(mail: Mail): Promise<void>;

  /** Removes what is kept of messages in which one of these stands; answers how many. A server that was handed one keeps none here. */
  async forget(_marks: readonly string[]): Promise<number> {
    return 0;
  }

  /** Ends open connections. */
  async close(): Promise<void> {}
}
