import { escapeHtml } from '#mail';

/** What the server writes into a page before any script runs. */
export interface ServedPage {
  status: 200 | 404;
  title: string;
  description?: string;
  /** The one address of this page; pages without one are not for search engines. */
  canonical?: string;
  /** Data about the page's subject in the words of schema.org. */
  subject?: Record<string, unknown>;
  /** What is read where scripts do not run: HTML. */
  body?: string;
}

/** `<` is written so that no text can end the element it stands in. */
const dataOf = (subject: Record<string, unknown>) =>
  JSON.stringify({ '@context': 'https://schema.org', ...subject }).replace(/</g, '\\u003c');

const headOf = ({ status, title, description, canonical, subject }: ServedPage): string => {
  const lines = [
    description ? `<meta name="description" content="${escapeHtml(description)}" />` : '',
    status === 200 && canonical
      ? `<link rel="canonical" href="${escapeHtml(canonical)}" />`
      : '<meta name="robots" content="noindex" />',
    `<meta property="og:title" content="${escapeHtml(title)}" />`,
    description ? `<meta property="og:description" content="${escapeHtml(description)}" />` : '',
    subject ? `<script type="application/ld+json">${dataOf(subject)}</script>` : '',
  ];
  return lines.filter(Boolean).join('\n    ');
};

/** Writes a page into the template that the build has made. */
export const fill = (template: string, page: ServedPage): string => {
  const title = page.title === 'Benchside' ? page.title : `${page.title} – Benchside`;
  const body = page.body ? `<main class="served">${page.body}</main>` : '';
  return template
    .replace(/<title>[^<]*<\/title>/, () => `<title>${escapeHtml(title)}</title>`)
    .replace('<!--head-->', () => headOf(page))
    .replace('<!--page-->', () => body);
};

/** The first words of a text, whole ones, for a description. */
export const shortened = (text: string, longest = 160): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= longest ? line : `${line.slice(0, longest).replace(/\s+\S*$/, '')} …`;
};

/** A paragraph for each line of a text. */
export const paragraphs = (text: string): string =>
  text
    .split(/\n+/)
    .filter((line) => line.trim() !== '')
    .map((line) => `<p>${escapeHtml(line.trim())}</p>`)
    .join('');

/** A heading and what stands below it; nothing where there is nothing to say. */
export const part = (heading: string, inside: string): string =>
  inside ? `<section><h2>${escapeHtml(heading)}</h2>${inside}</section>` : '';

export const bullets = (lines: readonly string[]): string =>
  lines.length > 0 ? `<ul>${lines.map((line) => `<li>${escapeHtml(line)}</li>`).join('')}</ul>` : '';

export const link = (href: string, text: string): string => `<a href="${escapeHtml(href)}">${escapeHtml(text)}</a>`;
