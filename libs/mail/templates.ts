import { oneLine } from './mail.js';

/** What a message says, before it has a recipient. */
export interface Letter {
  subject: string;
  text: string;
  html: string;
}

/** A list with a heading; a line may lead to a page and have something said of it. */
export interface LetterSection {
  heading: string;
  lines: { text: string; url?: string; detail?: string }[];
}

/** The parts of a message: paragraphs of plain text, and at most one thing to do. */
export interface LetterParts {
  subject: string;
  greeting?: string;
  paragraphs: string[];
  /** Lists below the paragraphs, each under its heading. */
  sections?: LetterSection[];
  action?: { label: string; url: string };
  /** Said below the action, in smaller type: how long it holds, and what to do if it was not asked for. */
  notes?: string[];
  /** The last line: how to get no more of them. */
  ending?: { label: string; url: string };
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

const anchor = (text: string, url: string): string =>
  `<a href="${escapeHtml(webAddress(url))}" style="color:#0b5394">${escapeHtml(oneLine(text))}</a>`;

const sectionText = ({ heading, lines }: LetterSection): string =>
  [
    oneLine(heading),
    ...lines.map(({ text, url, detail }) =>
      [`- ${oneLine(text)}${detail ? `: ${oneLine(detail)}` : ''}`, ...(url ? [`  ${webAddress(url)}`] : [])].join(
        '\n',
      ),
    ),
  ].join('\n');

const sectionHtml = ({ heading, lines }: LetterSection): string => {
  const items = lines.map(({ text, url, detail }) => {
    const said = url ? anchor(text, url) : escapeHtml(oneLine(text));
    return `<li style="margin-bottom:6px">${said}${detail ? `<br>${escapeHtml(oneLine(detail))}` : ''}</li>`;
  });
  return `<h2 style="font-size:18px;margin:24px 0 8px">${escapeHtml(oneLine(heading))}</h2>\n<ul style="padding-left:20px">${items.join('\n')}</ul>`;
};

/** A message in plain text and in HTML that say the same; every part is escaped here and nowhere else. */
export const letter = ({
  subject,
  greeting,
  paragraphs,
  sections = [],
  action,
  notes = [],
  ending,
}: LetterParts): Letter => {
  const opening = greeting ? [`${oneLine(greeting)},`] : [];
  const url = action ? webAddress(action.url) : '';
  const text = [
    ...opening,
    ...paragraphs,
    ...sections.map(sectionText),
    ...(action ? [`${oneLine(action.label)}:\n${url}`] : []),
    ...notes,
    ...(ending ? [`${oneLine(ending.label)}: ${webAddress(ending.url)}`] : []),
    'Benchside',
  ].join('\n\n');
  const body = [
    ...[...opening, ...paragraphs].map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`),
    ...sections.map(sectionHtml),
    ...(action
      ? [
          `<p><a href="${escapeHtml(url)}" style="display:inline-block;padding:12px 20px;background:#0b5394;color:#ffffff;text-decoration:none;border-radius:4px">${escapeHtml(oneLine(action.label))}</a></p>`,
          `<p style="font-size:14px">If the button does not work, open this address: <br>${escapeHtml(url)}</p>`,
        ]
      : []),
    ...notes.map((note) => `<p style="font-size:14px;color:#444444">${escapeHtml(note)}</p>`),
    ...(ending ? [`<p style="font-size:14px">${anchor(ending.label, ending.url)}</p>`] : []),
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
