import { oneLine } from './mail.js';

/** What a message says, before it has a recipient. */
export interface Letter {
  subject: string;
  text: string;
  html: string;
}

/** The parts of a message: paragraphs of plain text, and at most one thing to do. */
export interface LetterParts {
  subject: string;
  greeting?: string;
  paragraphs: string[];
  action?: { label: string; url: string };
  /** Said below the action, in smaller type: how long it holds, and what to do if it was not asked for. */
  notes?: string[];
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text that may stand anywhere in HTML, between tags or in a quoted attribute. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => escapes[character] ?? '');

/** Only addresses of the web are links; anything else would be a way to run a script in a mail client. */
const webAddress = (url: string): string => {
  const { protocol, href } = new URL(url);
  if (protocol !== 'https:' && protocol !== 'http:') throw new Error('A message may only link to a web address.');
  return href;
};

/** A message in plain text and in HTML that say the same; every part is escaped here and nowhere else. */
export const letter = ({ subject, greeting, paragraphs, action, notes = [] }: LetterParts): Letter => {
  const opening = greeting ? [`${oneLine(greeting)},`] : [];
  const url = action ? webAddress(action.url) : '';
  const text = [
    ...opening,
    ...paragraphs,
    ...(action ? [`${oneLine(action.label)}:\n${url}`] : []),
    ...notes,
    'Benchside',
  ].join('\n\n');
  const body = [
    ...[...opening, ...paragraphs].map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`),
    ...(action
      ? [
          `<p><a href="${escapeHtml(url)}" style="display:inline-block;padding:12px 20px;background:#0b5394;color:#ffffff;text-decoration:none;border-radius:4px">${escapeHtml(oneLine(action.label))}</a></p>`,
          `<p style="font-size:14px">If the button does not work, open this address: <br>${escapeHtml(url)}</p>`,
        ]
      : []),
    ...notes.map((note) => `<p style="font-size:14px;color:#444444">${escapeHtml(note)}</p>`),
  ].join('\n');
  return {
    subject: oneLine(subject),
    text,
    html: `<!doctype html>
<html lang="en-GB">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(oneLine(subject))}</title></head>
<body style="margin:0;padding:24px;font-family:Arial,Helvetica,sans-serif;font-size:16px;line-height:1.5;color:#1a1a1a">
<main style="max-width:560px;margin:0 auto">
${body}
<p style="font-size:14px;color:#444444">Benchside</p>
</main>
</body>
</html>
`,
  };
};
