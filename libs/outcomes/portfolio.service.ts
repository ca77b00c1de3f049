import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { isOfficeOf, signedIn, type Viewer } from '#accounts';
import { Database } from '#database';
import { type AskedDownload, Downloads, type WrittenFile, writeCsv, writePdf } from '#files';
import { badInput, conflict, notFound, plainPounds, today } from '#graphql';
import { TaxonomyService } from '#taxonomy';
import { outcomeChoices } from './outcome.choices.js';
import { heBciLineOf } from './outcome.service.js';
import { portfolioDocument } from './portfolio.document.js';
import { portfolioEntries, returnRows } from './portfolio.queries.js';

/** What people and offices take away: the portfolio of an academic, and the lines of a university's return. */
@Injectable()
export class PortfolioService implements OnModuleInit {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(TaxonomyService) private readonly taxonomy: TaxonomyService,
    @Inject(Downloads) private readonly downloads: Downloads,
  ) {}

  onModuleInit() {
    this.downloads.register('portfolio', ['pdf', 'json'], (viewer, asked) => this.portfolio(viewer, asked));
    this.downloads.register('he-bci', ['csv'], (viewer, asked) => this.heBci(viewer, asked));
  }

  /** /downloads/portfolio/mine.pdf and .json: one's own, and nobody else's. */
  async portfolio(asking: Viewer, { id, format }: AskedDownload): Promise<WrittenFile> {
    const viewer = signedIn(asking);
    if (id !== 'mine') throw notFound('file');
    const { academicId, name } = viewer;
    if (!academicId) throw conflict('NOT_READY', 'A portfolio is of a profile: make yours first.');
    const entries = await portfolioEntries(this.database, academicId);
    const owner = { name, writtenOn: today() };
    const bytes =
      format === 'json'
        ? Buffer.from(JSON.stringify({ ...owner, work: entries.map(this.withLabels) }, null, 2))
        : await writePdf(portfolioDocument(owner, entries, (code) => this.label(code)));
    return { name: `Work with industry ${today()}`, bytes };
  }

  /** /downloads/he-bci/<organisation>.csv?year=2026: the year that begins on 1 August 2026, for the organisation's office. */
  async heBci(asking: Viewer, { id, query }: AskedDownload): Promise<WrittenFile> {
    const viewer = signedIn(asking);
    if (!isOfficeOf(viewer, id)) throw notFound('file');
    const year = Number(query.year);
    if (!/^20\d\d$/.test(query.year ?? '')) {
      throw badInput('year', 'it is not a year.', 'Write the year in which the reporting year begins, such as 2026.');
    }
    const { yearBegins, source } = outcomeChoices.heBci;
    const [from, to] = [`${year}-${yearBegins}`, `${year + 1}-${yearBegins}`];
    const rows = await returnRows(this.database, id, from, to);
    const lines = rows.map((row) => [
      heBciLineOf(this.taxonomy, row.type) ?? 'No line of the return',
      this.label(row.type),
      row.title,
      row.person,
      row.partner,
      row.begunAt,
      row.endedAt,
      plainPounds(row.amountPence),
    ]);
    const head = [
      'Line',
      'Kind of work',
      'Title',
      'Person',
      'Partner',
      'Began',
      'Ended',
      'Funding recorded in the year (GBP)',
    ];
    return {
      name: `HE-BCI ${year}-${String(year + 1).slice(2)}`,
      bytes: writeCsv([head, ...lines.sort((a, b) => String(a[0]).localeCompare(String(b[0]))), [`Lines: ${source}`]]),
    };
  }

  private label(code: string): string {
    return this.taxonomy.current.term('engagement-type', code)?.label ?? code;
  }

  private readonly withLabels = <Entry extends { type: string }>(entry: Entry) => ({
    ...entry,
    typeLabel: this.label(entry.type),
    heBciLine: heBciLineOf(this.taxonomy, entry.type),
  });
}
