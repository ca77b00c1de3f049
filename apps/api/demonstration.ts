import { randomInt } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { AccountService, MembershipService } from '#accounts';
import type { Settings } from '#config';
import { Database } from '#database';
import {
  type DemonstrationPolicy,
  demonstrationAccounts,
  demonstrationMentors,
  demonstrationPolicies,
  demonstrationSource,
  generateDirectory,
} from '#demonstration';
import { DirectoryLoader } from '#importers';
import { TaxonomyService } from '#taxonomy';
import { beginCollaboration } from './demonstration.collaboration.js';
import { writeMeetings } from './demonstration.meetings.js';
import { waitForNda } from './demonstration.nda.js';

const today = () => new Date().toISOString().slice(0, 10);
/** The first day of this month: the generated dates lie around it. */
const thisMonth = () => `${today().slice(0, 7)}-01`;

const words =
  'amber birch cedar delta ember fjord grove heron ivory junco kelp linen maple north otter pearl quartz'.split(' ');

/** Another one for each installation: nobody who has read this source can sign in to it. */
const somePassword = () => Array.from({ length: 4 }, () => words[randomInt(words.length)]).join('-');

const accountsFile = ({ stateDir }: Settings) => join(stateDir, 'demonstration-accounts.txt');

/**
 * Loads the demonstration directory into a database that has none, lets its people look after their profiles and its
 * companies be verified, and opens the accounts with which a newcomer tries Benchside: two of them have begun to work
 * together, a request waits for an NDA, and there are mentors to ask and events to go to.
 */
export const loadDemonstration = async (app: INestApplicationContext, settings: Settings): Promise<void> => {
  const database = app.get(Database);
  const loaded = await database.row('SELECT 1 FROM academic WHERE source = $1 LIMIT 1', [demonstrationSource]);
  if (!loaded) {
    let told = 0;
    await app.get(DirectoryLoader).load(generateDirectory({ asOf: thisMonth() }), {
      onProgress: ({ read }) => {
        if (read - told < 400) return;
        told = read;
        process.stdout.write(`Demonstration directory: ${read} records\n`);
      },
    });
    await populate(database);
    await writePolicies(database, demonstrationPolicies(app.get(TaxonomyService).current));
    await writeMeetings(database, today());
  }
  if (!existsSync(accountsFile(settings))) await openAccounts(app, settings);
  if (loaded) return;
  await beginCollaboration(app);
  await waitForNda(app);
};

/** Most people look after their profiles, and most companies are verified and have somebody who answers. */
const populate = async (database: Database) => {
  const own = new Set(demonstrationAccounts.flatMap(({ academic }) => academic?.sourceKey ?? []));
  const mentors = demonstrationMentors(today()).map(({ sourceKey }) => sourceKey);
  await database.transaction(async (tx) => {
    await tx.affected(
      `WITH person AS (
         SELECT id, concat_ws(' ', given_name, family_name) AS name, source_key || '@people.benchside.example' AS email
         FROM academic
         WHERE source = $1 AND source_key <> ALL($2) AND (hashtext(source_key) % 8 <> 0 OR source_key = ANY($3))
       ), holder AS (
         INSERT INTO account_holder (name, email, email_verified) SELECT name, email, true FROM person RETURNING id, email
       )
       UPDATE academic a SET account_id = h.id, contact_email = h.email
       FROM person p JOIN holder h ON h.email = p.email WHERE a.id = p.id`,
      [demonstrationSource, [...own], mentors],
    );
    await tx.affected(
      `UPDATE organisation SET verification = CASE WHEN type = 'company' AND hashtext(source_key) % 10 = 0
         THEN 'pending' ELSE 'verified' END, verified_at = now(), verification_evidence = 'Part of the demonstration'
       WHERE source = $1`,
      [demonstrationSource],
    );
    await tx.affected(
      `WITH firm AS (
         SELECT id, name, source_key || '@organisations.benchside.example' AS email FROM organisation WHERE source = $1
       ), holder AS (
         INSERT INTO account_holder (name, email, email_verified)
         SELECT left('Partnering desk, ' || name, 200), email, true FROM firm RETURNING id, email
       )
       INSERT INTO account_membership (organisation_id, account_id, role)
       SELECT f.id, h.id, 'admin' FROM firm f JOIN holder h ON h.email = f.email`,
      [demonstrationSource],
    );
  });
};

/** The employers of the demonstration have policies, so that “Can I do this?” has something to quote. */
const writePolicies = async (database: Database, policies: readonly DemonstrationPolicy[]) => {
  for (const { type, validFrom, rules } of policies) {
    await database.affected(
      `INSERT INTO policy_pack (organisation_id, version, state, rules, valid_from)
       SELECT id, 1, 'published', $3, $4 FROM organisation WHERE source = $1 AND type = $2 ON CONFLICT DO NOTHING`,
      [demonstrationSource, type, JSON.stringify(rules), validFrom],
    );
  }
};

/** The accounts that a newcomer signs in with, written where `npm start` reads them from. */
const openAccounts = async (app: INestApplicationContext, settings: Settings) => {
  const database = app.get(Database);
  const accounts = app.get(AccountService);
  const memberships = app.get(MembershipService);
  const password = somePassword();
  const lines: string[] = [];
  for (const { email, name, description, role, academic, organisation } of demonstrationAccounts) {
    if (await accounts.byEmail(email)) continue;
    const platformRole = role === 'platform-admin' ? role : 'person';
    const id = await accounts.open({ name, email, password, platformRole });
    if (academic) {
      await database.affected(
        'UPDATE academic SET account_id = $1, contact_email = $2 WHERE source = $3 AND source_key = $4 AND account_id IS NULL',
        [id, email, academic.source, academic.sourceKey],
      );
    }
    const known = organisation
      ? await database.row<{ id: string }>('SELECT id FROM organisation WHERE source = $1 AND source_key = $2', [
          organisation.source,
          organisation.sourceKey,
        ])
      : undefined;
    if (known && (role === 'member' || role === 'admin' || role === 'office')) {
      await memberships.appoint(database, known.id, id, role);
      await database.affected(`UPDATE organisation SET verification = 'verified' WHERE id = $1`, [known.id]);
    }
    lines.push(`  ${email.padEnd(36)} ${name}, ${description}`);
  }
  mkdirSync(settings.stateDir, { recursive: true });
  const text = `Demonstration accounts (the password of all is ${password}):\n${lines.join('\n')}\n`;
  writeFileSync(accountsFile(settings), text, { mode: 0o600 });
};
