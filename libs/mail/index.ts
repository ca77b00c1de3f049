export { FileMailer } from './file.mailer.js';
export { type Mail, MailRefused, oneLine } from './mail.js';
export { createMailer, MailModule, type MailSettings } from './mail.module.js';
export { Mailer } from './mailer.js';
export { SmtpMailer } from './smtp.mailer.js';
export { escapeHtml, type Letter, type LetterParts, type LetterSection, letter } from './templates.js';
