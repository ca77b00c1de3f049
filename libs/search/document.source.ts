import { Inject, Injectable } from '@nestjs/common';
import { AcademicService } from '#academics';
import { Database } from '#database';
import { OpportunityService } from '#opportunities';
import { OrganisationService } from '#organisations';
import { TaxonomyService } from '#taxonomy';
import { type OwnText } from '#texts';
import { academicDocument } from './documents/academic.document.js';
import { opportunityDocument } from './documents/opportunity.document.js';
import { organisationDocument } from './documents/organisation.document.js';
import { academicTexts, opportunityTexts, organisationTexts } from './documents/texts.js';
import type { IndexedVersion, SearchDocument, SearchKind } from './search-engine.js';

/** What is held of one row: a document to be found by, and its texts to be matched by. */
export interface Indexed {
  document: SearchDocument;
  texts: OwnText[];
}

/** Which rows of each kind belong in the index. */
const visibleRows: Record<SearchKind, string> = {
  academics: `academic WHERE visibility <> 'hidden'`,
  organisations: `organisation WHERE visibility <> 'hidden'`,
  opportunities: `opportunity WHERE state = 'published'`,
};

const batch = 250;

/** Makes documents from what is in the database now. */
@Injectable()
export class DocumentSource {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(TaxonomyService) private readonly taxonomy: TaxonomyService,
    @Inject(AcademicService) private readonly academics: AcademicService,
    @Inject(OrganisationService) private readonly organisations: OrganisationService,
    @Inject(OpportunityService) private readonly opportunities: OpportunityService,
  ) {}

  /** What the index and the texts hold of those ids that belong there. */
  async documents(kind: SearchKind, ids: readonly string[]): Promise<Indexed[]> {
    const taxonomy = this.taxonomy.current;
    switch (kind) {
      case 'academics':
        return [...(await this.academics.published(ids)).values()].map((academic) => ({
          document: academicDocument(academic, taxonomy),
          texts: academicTexts(academic, taxonomy),
        }));
      case 'organisations':
        return [...(await this.organisations.published(ids)).values()].map((organisation) => ({
          document: organisationDocument(organisation, taxonomy),
          texts: organisationTexts(organisation),
        }));
      case 'opportunities':
        return [...(await this.opportunities.published(ids)).values()].map((opportunity) => ({
          document: opportunityDocument(opportunity, taxonomy),
          texts: opportunityTexts(opportunity),
        }));
    }
  }

  /** Everything of a kind, in batches from the database. */
  async *all(kind: SearchKind): AsyncIterable<Indexed[]> {
    for await (const versions of this.versionBatches(kind)) {
      yield await this.documents(
        kind,
        versions.map(({ id }) => id),
      );
    }
  }

  /** The id and version of every row that belongs in the index. */
  async *versions(kind: SearchKind): AsyncIterable<IndexedVersion> {
    for await (const versions of this.versionBatches(kind)) yield* versions;
  }

  async count(kind: SearchKind): Promise<number> {
    const row = await this.database.row<{ count: number }>(`SELECT count(*)::int AS count FROM ${visibleRows[kind]}`);
    return row?.count ?? 0;
  }

  private async *versionBatches(kind: SearchKind): AsyncIterable<IndexedVersion[]> {
    for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
      const rows: IndexedVersion[] = await this.database.rows<{ id: string; version: number }>(
        `SELECT id, version FROM ${visibleRows[kind]} AND id > $1 ORDER BY id LIMIT ${batch}`,
        [after],
      );
      if (rows.length > 0) yield rows;
      const last = rows.at(-1);
      if (!last || rows.length < batch) return;
      after = last.id;
    }
  }
}
