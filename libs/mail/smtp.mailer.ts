import { createTransport, type Transporter } from 'nodemailer';
import { checked, headersOf, type Mail } from './mail.js';
import { Mailer } from './mailer.js';

/** Sends through an SMTP server, over a small pool of connections that give up rather than hang. */
export class SmtpMailer extends Mailer {
  private readonly transport: Transporter;

  constructor(
    url: string,
    private readonly from: string,
  ) {
    super();
    const server = new URL(url);
    this.transport = createTransport({
      pool: true,
      maxConnections: 3,
      maxMessages: 100,
      connectionTimeout: 10_000,
      greetingTimeout: 10_000,
      socketTimeout: 30_000,
      host: server.hostname,
      port: Number(server.port) || (server.protocol === 'smtps:' ? 465 : 587),
      secure: server.protocol === 'smtps:',
      // Credentials never travel in the clear: a server that offers no TLS is refused when there are any.
      requireTLS: server.protocol === 'smtp:' && server.username !== '',
      ...(server.username
        ? { auth: { user: decodeURIComponent(server.username), pass: decodeURIComponent(server.password) } }
        : {}),
      disableFileAccess: true,
      disableUrlAccess: true,
      logger: false,
    });
  }

  async send(mail: Mail): Promise<void> {
    const { to, subject, text, html, kind, unsubscribe } = checked(mail);
    await this.transport.sendMail({
      from: this.from,
      to: { name: '', address: to },
      subject,
      text,
      ...(html === undefined ? {} : { html }),
      headers: { ...headersOf({ kind, unsubscribe }), 'Auto-Submitted': 'auto-generated' },
    });
  }

  override async close(): Promise<void> {
    this.transport.close();
  }
}
