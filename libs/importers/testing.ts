import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { projectPath } from '#config';
import { Database, type TestDatabase, testDatabase } from '#database';
import { TaxonomyService } from '#taxonomy';
import { DirectoryLoader } from './directory.loader.js';
import type { AcademicRecord, OpportunityRecord, OrganisationRecord, ReadRecord } from './records.js';

/** A small file of this folder, made for the tests. */
export const fixture = (name: string): string => projectPath('libs/importers/fixtures', name);

/** A file of real records, which the project does not hold; undefined where there is none on this machine. */
export const referenceFile = (name: string): string | undefined => {
  const path = join(process.env.BENCHSIDE_DATA ?? projectPath('../shared/data'), name);
  if (existsSync(path)) return path;
  console.log(`Skipped: ${path} is not there. BENCHSIDE_DATA names the folder of the reference records.`);
  return undefined;
};

/** All that a reader yields. */
export const all = async (records: AsyncIterable<ReadRecord>): Promise<ReadRecord[]> => {
  const list: ReadRecord[] = [];
  for await (const record of records) list.push(record);
  return list;
};

/** A directory of its own to load into. */
export class TestDirectory {
  private constructor(
    private readonly test: TestDatabase,
    readonly database: Database,
    readonly taxonomy: TaxonomyService,
    readonly loader: DirectoryLoader,
  ) {}

  static async create(): Promise<TestDirectory> {
    const test = await testDatabase();
    const database = new Database(test.dataSource);
    const taxonomy = new TaxonomyService(test.dataSource);
    await taxonomy.onModuleInit();
    return new TestDirectory(test, database, taxonomy, new DirectoryLoader(database, taxonomy));
  }

  get url(): string {
    return this.test.url;
  }

  drop() {
    return this.test.drop();
  }

  /** Rows of the outbox since it was last emptied. */
  async outbox(): Promise<number> {
    return (await this.database.row<{ count: number }>('SELECT count(*)::int AS count FROM outbox'))?.count ?? 0;
  }

  async empty() {
    await this.database.affected('DELETE FROM academic');
    await this.database.affected('DELETE FROM organisation');
    await this.database.affected('DELETE FROM outbox');
  }

  /** Every row of the directory with its version, as one text: the same before and after where nothing changed. */
  async state(): Promise<string> {
    const rows = await this.database.rows<{ line: string }>(`
      SELECT 'o ' || id || ' ' || version AS line FROM organisation
      UNION ALL SELECT 'a ' || id || ' ' || version FROM academic
      UNION ALL SELECT 'p ' || id || ' ' || version FROM opportunity
      UNION ALL SELECT 'w ' || id || ' ' || academic_id || ' ' || position FROM academic_work ORDER BY line`);
    return rows.map(({ line }) => line).join('\n');
  }

  /** The id of a row made by a person rather than by an import. */
  async account(email: string): Promise<string> {
    const row = await this.database.row<{ id: string }>(
      `INSERT INTO account_holder (name, email) VALUES ('A person', $1) RETURNING id`,
      [email],
    );
    return row?.id ?? '';
  }
}

const source = 'made';

/** Records of a made-up source, in order as they are. */
export const organisation = (sourceKey: string, changes: Partial<OrganisationRecord> = {}): OrganisationRecord => ({
  kind: 'organisation',
  source,
  sourceKey,
  name: `Organisation ${sourceKey}`,
  type: 'university',
  country: 'GB',
  ...changes,
});

export const academic = (sourceKey: string, changes: Partial<AcademicRecord> = {}): AcademicRecord => ({
  kind: 'academic',
  source,
  sourceKey,
  givenName: 'Ada',
  familyName: sourceKey,
  profession: 'nurse',
  topics: ['asthma'],
  ...changes,
});

export const opportunity = (sourceKey: string, changes: Partial<OpportunityRecord> = {}): OpportunityRecord => ({
  kind: 'opportunity',
  source,
  sourceKey,
  side: 'company',
  organisation: 'acme',
  opportunityType: 'secondment-part-time',
  title: 'A secondment in respiratory medicine',
  summary: 'Half a year with us.',
  text: 'We look for a nurse who knows asthma.',
  topics: ['asthma'],
  engagementTypes: ['secondment-part-time'],
  state: 'published',
  ...changes,
});
