import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { idOf, isMemberOf, isOfficeOf, signedIn, type Viewer } from '#accounts';
import { Database, type PageOfIds, type Sql } from '#database';
import { type AskedDownload, Downloads, type WrittenFile, writeCsv } from '#files';
import { badInput, type Connection, notFound, type PageArgs, placeAfter, placedPage } from '#graphql';
import { TransferOfValue } from './transfer.entity.js';
import type { OrganisationTransfersArgs } from './transfer.inputs.js';
import { actionsOnTransfer, rolesOnTransfer } from './transfer.policy.js';
import {
  companyPage,
  officePage,
  recipientPage,
  type TransferRow,
  transferRows,
  yearLines,
  yearsOf,
} from './transfer.queries.js';
import { isNamed, returnColumns, returnRows, yearCategories } from './transfer.return.js';

/** Transfers of value as people read them. */
@Injectable()
export class TransferService implements OnModuleInit {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Downloads) private readonly downloads: Downloads,
  ) {}

  onModuleInit() {
    this.downloads.register('transfers-of-value', ['csv'], (viewer, asked) => this.returnFile(viewer, asked));
  }

  async one(viewer: Viewer, id: string, sql?: Sql): Promise<TransferOfValue> {
    signedIn(viewer);
    const [row] = await transferRows(this.database, [idOf(id, 'transfer')], sql);
    const transfer = row && complete(viewer, row);
    if (!transfer) throw notFound('transfer');
    return transfer;
  }

  /** What a company has recorded, newest first, for its people. */
  async ofCompany(viewer: Viewer, { organisationId, year, first, after }: OrganisationTransfersArgs) {
    signedIn(viewer);
    if (!isMemberOf(viewer, organisationId)) throw notFound('organisation');
    const list = `transfers-${organisationId}-${year ?? 'all'}`;
    const place = placeAfter(list, after);
    return this.page(
      viewer,
      list,
      await companyPage(this.database, organisationId, year ?? null, { first, after: place }),
      place,
    );
  }

  /** What was recorded as given to the viewer, newest first. */
  async toViewer(viewer: Viewer, { first, after }: PageArgs) {
    signedIn(viewer);
    const place = placeAfter('transfers-to-me', after);
    const page = await recipientPage(this.database, viewer.academicId, { first, after: place });
    return this.page(viewer, 'transfers-to-me', page, place);
  }

  /** What was recorded as given to an organisation and its people, newest first, for its office. */
  async toPeople(viewer: Viewer, { organisationId, year, first, after }: OrganisationTransfersArgs) {
    signedIn(viewer);
    if (!isOfficeOf(viewer, organisationId)) throw notFound('organisation');
    const list = `transfers-to-${organisationId}-${year ?? 'all'}`;
    const place = placeAfter(list, after);
    return this.page(
      viewer,
      list,
      await officePage(this.database, organisationId, year ?? null, { first, after: place }),
      place,
    );
  }

  /** The sums of a calendar year, and the years that there are, for the people of the company. */
  async year(viewer: Viewer, organisationId: string, year: number) {
    this.checkYear(viewer, organisationId, year);
    const lines = await yearLines(this.database, organisationId, year);
    const years = await yearsOf(this.database, organisationId);
    return { year, years: [...new Set([year, ...years])].sort((a, b) => b - a), categories: yearCategories(lines) };
  }

  /** /downloads/transfers-of-value/<company>.csv?year=2026: the company's return, with names only where there is consent. */
  async returnFile(viewer: Viewer, { id, query }: Omit<AskedDownload, 'format'>): Promise<WrittenFile> {
    const year = Number(query.year);
    this.checkYear(viewer, id, year);
    const lines = await yearLines(this.database, id, year);
    return { name: `Transfers of value ${year}`, bytes: writeCsv([returnColumns, ...returnRows(lines, year)]) };
  }

  private checkYear(viewer: Viewer, organisationId: string, year: number) {
    signedIn(viewer);
    if (!isMemberOf(viewer, idOf(organisationId, 'organisation'))) throw notFound('organisation');
    if (!Number.isInteger(year) || year < 2000 || year > 2099) {
      throw badInput('year', 'it is no year of ours.', 'Give one from 2000 to 2099.');
    }
  }

  private async page(
    viewer: Viewer,
    list: string,
    { ids, totalCount, hasNextPage }: PageOfIds,
    after: ReturnType<typeof placeAfter>,
  ): Promise<Connection<TransferOfValue>> {
    const rows = ids.length > 0 ? await transferRows(this.database, ids) : [];
    const found = new Map(rows.map((row) => [row.id, complete(viewer, row)]));
    const nodes = ids.flatMap((id) => found.get(id) ?? []);
    return placedPage(list, nodes, { totalCount, hasNextPage, after });
  }
}

/** A transfer as the viewer reads it, or null where it is none of their business. */
const complete = (viewer: Viewer, row: TransferRow): TransferOfValue | null => {
  const roles = rolesOnTransfer(viewer, row);
  if (roles.length === 0) return null;
  return Object.assign(new TransferOfValue(), row, {
    roles,
    actions: actionsOnTransfer(roles, row.state),
    named: isNamed({ ...row, consented: row.consent === 'given' }),
  });
};
