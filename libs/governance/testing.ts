import { randomUUID } from 'node:crypto';
import { Test } from '@nestjs/testing';
import { Academic, AcademicsModule, Work } from '#academics';
import { AccountsModule, nobody, type OrganisationRole, type Viewer } from '#accounts';
import { ConfigModule, readSettings } from '#config';
import { Database, DatabaseModule, testDatabase } from '#database';
import { MailModule } from '#mail';
import { OpportunitiesModule, Opportunity } from '#opportunities';
import { Organisation, OrganisationsModule } from '#organisations';
import { TaxonomyEdition, TaxonomyModule, TaxonomyTerm } from '#taxonomy';
import { GovernanceModule } from './governance.module.js';
import { PolicyPack } from './packs/policy-pack.entity.js';
import { TrainingPlan } from './planner/training-plan.entity.js';

const entities = [TaxonomyTerm, TaxonomyEdition, Organisation, Academic, Work, Opportunity, TrainingPlan, PolicyPack];

/** Plans, policies and checks as the product runs them: the modules themselves, on a database of their own. */
export const governanceForTests = async () => {
  const { url, drop } = await testDatabase();
  const settings = readSettings({ NODE_ENV: 'test', DATABASE_URL: url });
  const app = await Test.createTestingModule({
    imports: [
      ConfigModule.of(settings),
      DatabaseModule.of(entities),
      MailModule,
      TaxonomyModule,
      AccountsModule,
      OrganisationsModule,
      AcademicsModule,
      OpportunitiesModule,
      GovernanceModule,
    ],
  }).compile();
  await app.init();
  const database = app.get(Database);

  const insert = async (table: string, values: Record<string, unknown>): Promise<string> => {
    const columns = Object.keys(values);
    const row = await database.row<{ id: string }>(
      `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((_, at) => `$${at + 1}`).join(', ')}) RETURNING id`,
      Object.values(values),
    );
    return row?.id ?? '';
  };
  /** An organisation, verified. */
  const organisation = (name: string, values: object = {}) =>
    insert('organisation', { slug: randomUUID(), name, type: 'nhs-organisation', verification: 'verified', ...values });
  /** Somebody with an account. */
  const person = async (memberships: { organisationId: string; role: OrganisationRole }[] = []): Promise<Viewer> => {
    const email = `${randomUUID()}@example.org`;
    const accountId = await insert('account_holder', { name: 'Ada Adams', email, email_verified: true });
    return { ...nobody, accountId, sessionId: randomUUID(), name: 'Ada Adams', email, memberships };
  };
  /** Somebody with a profile. */
  const academic = async (values: object = {}): Promise<Viewer & { academicId: string }> => {
    const viewer = await person();
    const academicId = await insert('academic', {
      given_name: 'Ada',
      family_name: 'Adams',
      profession: 'doctor',
      account_id: viewer.accountId,
      ...values,
    });
    return { ...viewer, academicId };
  };

  const close = async () => {
    await app.close();
    await drop();
  };
  return { app, database, insert, organisation, person, academic, close };
};

export type GovernanceForTests = Awaited<ReturnType<typeof governanceForTests>>;
