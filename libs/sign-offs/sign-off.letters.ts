import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS, type Settings } from '#config';
import { Database } from '#database';
import type { JobHandler } from '#jobs';
import { letter, Mailer } from '#mail';
import type { SignOffContent } from './sign-off.content.js';
import { signOffLimits } from './sign-off.rules.js';
import { codeOf, tokenOf } from './sign-off.tokens.js';

/** The job that sends the letters of sign-offs. */
export const SIGN_OFF_LETTERS = 'sign-off-letters';

/** The token of the letters of sign-offs, for the worker. */
export const SIGN_OFF_JOBS = Symbol('SignOffJobs');

interface Row {
  email: string;
  name: string;
  state: string;
  reason: string | null;
  content: SignOffContent;
  codesSent: number;
  expiresAt: Date;
  open: boolean;
}

const date = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'Europe/London' });

const said: Record<string, string> = {
  approved: 'You approved it.',
  'changes-wanted': 'You asked for changes.',
  refused: 'You refused it.',
};

/** Sends the letters of sign-offs. What a letter must keep secret is worked out when it is sent, and kept nowhere. */
@Injectable()
export class SignOffLetters {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Mailer) private readonly mailer: Mailer,
    @Inject(SETTINGS) private readonly settings: Pick<Settings, 'authSecret' | 'baseUrl'>,
  ) {}

  handlers(): JobHandler[] {
    return [
      {
        name: SIGN_OFF_LETTERS,
        run: ({ linkId, what }) => this.send(String(linkId), String(what)),
      },
    ];
  }

  /** Sends one letter: the link (`ask`), the code that opens it (`code`), or what was decided (`receipt`). */
  async send(linkId: string, what: string): Promise<void> {
    const row = await this.database.row<Row>(
      `SELECT l.email, s.approver_name AS name, s.state, s.reason, l.content, l.codes_sent AS "codesSent",
         l.expires_at AS "expiresAt", l.used_at IS NULL AND l.revoked_at IS NULL AND l.expires_at > now() AS open
       FROM sign_off_link l JOIN sign_off s ON s.id = l.sign_off_id WHERE l.id = $1`,
      [linkId],
    );
    // A link that was taken back before its letter went out needs no letter.
    if (!row || (!row.open && what !== 'receipt')) return;
    const parts = what === 'ask' ? this.ask(row, linkId) : what === 'code' ? this.code(row, linkId) : receipt(row);
    const { subject, text, html } = letter({ greeting: `Dear ${row.name}`, ...parts });
    await this.mailer.send({ to: row.email, subject, text, html, kind: `sign-off-${what}` });
  }

  private ask({ content, expiresAt }: Row, linkId: string) {
    return {
      subject: `${content.askedBy} asks for your approval`,
      paragraphs: [
        `${content.who} and ${content.withWhom} would like to work together. ${content.askedBy} asks for your approval as: ${content.label}.`,
        'You can read what exactly is proposed, and approve it, ask for changes, or refuse it with a reason. You need no account.',
      ],
      action: {
        label: 'Read what is proposed',
        url: `${this.settings.baseUrl}/sign-off#${tokenOf(this.settings.authSecret, linkId)}`,
      },
      notes: [
        `The link is for you alone and holds until ${date.format(expiresAt)}. To open it, a code is sent to this address.`,
        'If this is not for you, please leave it: nothing is approved without you.',
      ],
    };
  }

  private code({ content, codesSent }: Row, linkId: string) {
    const code = codeOf(this.settings.authSecret, linkId, codesSent);
    return {
      subject: `${code} is your code`,
      paragraphs: [
        `Your code to read what ${content.askedBy} asks you to approve: ${code}`,
        `It holds for ${signOffLimits.codeMinutes} minutes. Nobody from Benchside will ever ask you for it.`,
      ],
    };
  }
}

const receipt = ({ content, state, reason }: Row) => ({
  subject: `For your records: ${content.who} and ${content.withWhom}`,
  paragraphs: [
    `${said[state] ?? 'Your answer was recorded.'} It was about: ${content.title} (${content.who} and ${content.withWhom}).`,
    ...content.terms.map(({ label, value }) => `${label}: ${value}`),
    ...(reason ? [`You wrote: ${reason}`] : []),
  ],
  notes: ['If the terms change, you are asked again.'],
});
