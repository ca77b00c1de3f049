import { Inject, Injectable } from '@nestjs/common';
import type { PersonalPart } from '#accounts';
import { Database, type Tx } from '#database';
import { tellOfDeparture } from './departure.notices.js';
import { bound, type Marks, marksOf, type Person } from './person.js';
import { PERSONAL_PARTS } from './rights.tokens.js';
import { strike } from './striking.js';

/** The two sides that requests and collaborations have, whoever stands on them. */
const sides = ['collaboration_request', 'collaboration'].flatMap((table) =>
  ['sender_academic_id', 'receiver_academic_id'].map((column) => ({ table, column })),
);

/** Removes a person: everything that is theirs goes, and what others keep loses their name. */
@Injectable()
export class Erasing {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(PERSONAL_PARTS) private readonly parts: readonly PersonalPart[],
  ) {}

  /**
   * Erases somebody in one transaction, with whatever the caller has to write down of it. Answers by what they were known, for
   * what is kept outside the database; undefined where there is nobody any more.
   */
  erase(
    find: (tx: Tx) => Promise<Person | undefined>,
    record: (tx: Tx) => Promise<unknown>,
  ): Promise<Marks | undefined> {
    return this.database.transaction(async (tx) => {
      const person = await find(tx);
      if (!person) return undefined;
      const marks = await marksOf(tx, person);
      await this.eraseIn(tx, person, marks);
      await record(tx);
      return marks;
    });
  }

  private async eraseIn(tx: Tx, person: Person, marks: Marks): Promise<void> {
    // Records that nobody changes let a name be struck out, in this transaction alone.
    await tx.rows(`SELECT set_config('benchside.erasing', 'on', true)`);
    await tellOfDeparture(tx, person);
    const tables = this.parts.flatMap(({ tables: held }) => Object.entries(held));
    for (const [table, held] of tables) {
      if (held.strike) await strike(tx, table, held.strike, { person, marks });
    }
    for (const [, held] of tables) {
      for (const sql of held.erase ?? []) await tx.affected(...bound(sql, person));
    }
    if (person.profile) await this.removeProfile(tx, person.profile);
    if (person.account) await tx.affected('DELETE FROM account_holder WHERE id = $1', [person.account]);
  }

  /** The profile goes with all that hangs on it; what others have a side in gets a nameless one in its place. */
  private async removeProfile(tx: Tx, profile: string): Promise<void> {
    const shared = sides.map(({ table, column }) => `EXISTS (SELECT FROM ${table} WHERE ${column} = $1)`).join(' OR ');
    const former = await tx.row<{ id: string }>(
      `INSERT INTO academic (given_name, family_name, visibility) SELECT 'A former', 'member', 'hidden' WHERE ${shared} RETURNING id`,
      [profile],
    );
    for (const { table, column } of former ? sides : []) {
      await tx.affected(`UPDATE ${table} SET ${column} = $2 WHERE ${column} = $1`, [profile, former?.id]);
    }
    await tx.affected('DELETE FROM academic WHERE id = $1', [profile]);
  }
}
