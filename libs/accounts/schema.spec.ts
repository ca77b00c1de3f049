import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { getMigrations } from 'better-auth/db/migration';
import { type AccountsForTests, accountsForTests } from './testing.js';

let world: AccountsForTests;
beforeAll(async () => {
  world = await accountsForTests({
    orcid: { clientId: 'APP-1', clientSecret: 'secret', issuer: 'http://127.0.0.1:9' },
  });
});
afterAll(() => world.close());

test('better-auth itself finds nothing missing in the migrated database', async () => {
  const plan = await getMigrations(world.auth.options);
  expect(plan.toBeCreated).toEqual([]);
  expect(plan.toBeAdded).toEqual([]);
  expect(plan.toBeAddedIndexes).toEqual([]);
  expect(plan.unsafeChanges).toEqual([]);
  // What `organisation` requires beyond better-auth's own columns stops nobody: creating through it is switched off.
  expect(plan.schemaProblems.filter((problem) => !problem.includes('organisation'))).toEqual([]);
});

test('every foreign key of the accounts tables leads an index', async () => {
  const missing = await world.database.rows<{ key: string }>(`
    SELECT c.conrelid::regclass || '.' || a.attname AS key
    FROM pg_constraint c
    JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
    WHERE c.contype = 'f' AND c.conrelid::regclass::text LIKE 'account\\_%'
      AND NOT EXISTS (SELECT FROM pg_index i WHERE i.indrelid = c.conrelid AND i.indkey[0] = c.conkey[1])`);
  expect(missing).toEqual([]);
});

test('better-auth can read an organisation, its members and invitations, and creates none', async () => {
  const { viewer, browser } = await world.join('Reader', 'reader@example.org');
  const row = await world.database.row<{ id: string }>(
    `INSERT INTO organisation (slug, name, type, verification) VALUES ('acme', 'Acme', 'company', 'verified') RETURNING id`,
  );
  const organizationId = row?.id ?? '';
  await world.memberships.appoint(world.database, organizationId, viewer.accountId ?? '', 'admin');
  const admin = await world.viewers.of(browser.cookieHeader);
  await world.memberships.invite(admin, { organisationId: organizationId, email: 'guest@example.org', role: 'office' });
  const headers = new Headers({ cookie: browser.cookieHeader ?? '' });
  const found = await world.auth.api.getFullOrganization({ headers, query: { organizationId } });
  expect(found).toMatchObject({
    id: organizationId,
    slug: 'acme',
    members: [{ role: 'admin', userId: viewer.accountId }],
    invitations: [{ role: 'office', email: 'guest@example.org', status: 'pending' }],
  });
  const made = world.auth.api.createOrganization({ headers, body: { name: 'Mine', slug: 'mine' } });
  await expect(made).rejects.toMatchObject({ statusCode: 403 });
});
