import { Logger } from '@nestjs/common';
import { nobody } from '#accounts';
import { escapeHtml } from '#mail';
import type { SearchService } from '#search';
import { link } from './html.js';
import type { ProfileKind } from './profile.pages.js';

const log = new Logger('Web');

/** The longest text that an address brings. */
const longestQuery = 1500;

/** The lists as they are read where scripts do not run: a form that works by itself, and the first things found. */
export class ListPages {
  constructor(private readonly searches: SearchService) {}

  async body(kind: ProfileKind, title: string, query: unknown): Promise<string> {
    const words = typeof query === 'string' ? query.slice(0, longestQuery).trim() : '';
    return [
      `<h1>${escapeHtml(title)}</h1>`,
      searchForm(`/${kind}`, words),
      await this.found(kind, words),
      `<p>${link('/', 'Home')}</p>`,
    ].join('');
  }

  private async found(kind: ProfileKind, words: string): Promise<string> {
    try {
      const { totalCount, nodes } = await this.searches.search(
        kind,
        nobody,
        { query: words || null, first: 20 },
        new Set(['nodes', 'totalCount']),
      );
      const lines = nodes.map((node) => {
        const name = 'title' in node ? node.title : node.name;
        return `<li>${link(`/${kind}/${node.id}`, name)}</li>`;
      });
      return `<p>${totalCount} found</p><ul>${lines.join('')}</ul>`;
    } catch (error) {
      // The page itself says what is wrong once it runs; here the form is worth more than an error.
      log.warn(`The list of ${kind} was served without results: ${(error as Error).message}`);
      return '';
    }
  }
}

/** A search that needs no script. */
export const searchForm = (action: string, words = ''): string =>
  `<form action="${action}" method="get"><label>Words <input name="q" value="${escapeHtml(words)}"></label>
<button type="submit">Search</button></form>`;
