import type { Settings } from '#config';
import type { Database } from '#database';
import { knownPages } from './known.pages.js';
import { countListed, listedOf, perFile } from './sitemap.queries.js';

const declaration = '<?xml version="1.0" encoding="UTF-8"?>';
const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/** Tells search engines which pages there are: an index, and files of a few thousand addresses each. */
export class Sitemap {
  constructor(
    private readonly settings: Settings,
    private readonly database: Database,
  ) {}

  async index(): Promise<string> {
    const files = Math.max(1, Math.ceil((await countListed(this.database)) / perFile));
    const lines = Array.from(
      { length: files },
      (_, index) => `<sitemap><loc>${this.settings.baseUrl}/sitemap/${index + 1}.xml</loc></sitemap>`,
    );
    return `${declaration}\n<sitemapindex xmlns="${namespace}">\n${lines.join('\n')}\n</sitemapindex>\n`;
  }

  /** One file; the first one names the fixed pages too. Undefined where there is no such file. */
  async file(number: number): Promise<string | undefined> {
    const rows = await listedOf(this.database, number);
    if (rows.length === 0 && number > 1) return undefined;
    const { baseUrl } = this.settings;
    const pages = number === 1 ? knownPages.filter(({ indexed }) => indexed) : [];
    const lines = [
      ...pages.map(({ path }) => `<url><loc>${baseUrl}${path}</loc></url>`),
      ...rows.map(
        ({ kind, id, updated_at }) =>
          `<url><loc>${baseUrl}/${kind}/${id}</loc><lastmod>${updated_at.toISOString().slice(0, 10)}</lastmod></url>`,
      ),
    ];
    return `${declaration}\n<urlset xmlns="${namespace}">\n${lines.join('\n')}\n</urlset>\n`;
  }

  robots(): string {
    return [
      'User-agent: *',
      'Disallow: /graphql',
      'Disallow: /auth/',
      'Disallow: /compare',
      'Disallow: /match',
      '',
      `Sitemap: ${this.settings.baseUrl}/sitemap.xml`,
      '',
    ].join('\n');
  }
}
