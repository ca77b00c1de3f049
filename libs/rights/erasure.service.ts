import { Inject, Injectable } from '@nestjs/common';
import { type PersonalPart, Post, Reauthentication, signedIn, type Viewer } from '#accounts';
import { letterToken, subjectOfToken } from '#alerts';
import { SETTINGS, type Settings } from '#config';
import { Database, type Sql } from '#database';
import { badInput, conflict } from '#graphql';
import { erasureAsked, erasureCancelled } from './letters.js';
import type { MyData } from './rights.objects.js';
import { rightsRules } from './rights.rules.js';
import { PERSONAL_PARTS } from './rights.tokens.js';

const purpose = 'erasure cancel';

/** Whoever is alone in a role that somebody must hold. */
const obstaclesSql = `
  SELECT 'You are the only admin of ' || o.name || '. Make a colleague an admin first, or ask the platform to remove the organisation.' AS sentence
  FROM account_membership m JOIN organisation o ON o.id = m.organisation_id
  WHERE m.account_id = $1 AND m.role = 'admin' AND NOT EXISTS (SELECT FROM account_membership x
    WHERE x.organisation_id = m.organisation_id AND x.role = 'admin' AND x.account_id <> $1)
  UNION ALL
  SELECT 'You are the only administrator of the platform. Make somebody else one first.' FROM account_holder
  WHERE id = $1 AND platform_role = 'platform-admin'
    AND NOT EXISTS (SELECT FROM account_holder WHERE platform_role = 'platform-admin' AND id <> $1)`;

/** What stands in the way of somebody's erasure, a sentence each, with what to do about it. */
export const obstaclesOf = async (sql: Sql, accountId: string): Promise<string[]> =>
  (await sql.rows<{ sentence: string }>(obstaclesSql, [accountId])).map(({ sentence }) => sentence);

/** Erasures that people ask for, and take back. */
@Injectable()
export class ErasureService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Reauthentication) private readonly reauthentication: Reauthentication,
    @Inject(Post) private readonly post: Post,
    @Inject(SETTINGS) private readonly settings: Pick<Settings, 'authSecret' | 'baseUrl'>,
    @Inject(PERSONAL_PARTS) private readonly parts: readonly PersonalPart[],
  ) {}

  /** What is held about the viewer, what an erasure would do with it, and whether one is under way. */
  async mine(viewer: Viewer): Promise<MyData> {
    const { accountId } = signedIn(viewer);
    const row = await this.database.row<{ askedAt: Date; dueAt: Date }>(
      'SELECT asked_at AS "askedAt", due_at AS "dueAt" FROM erasure WHERE account_id = $1 AND done_at IS NULL',
      [accountId],
    );
    return {
      erasure: row ?? null,
      obstacles: await obstaclesOf(this.database, accountId),
      graceDays: rightsRules.graceDays,
      rooms: this.parts.map(({ room, tables }) => ({
        room,
        things: Object.values(tables).flatMap(({ copy, erasure }) =>
          'title' in copy ? [{ title: copy.title, stays: erasure === 'goes' ? null : erasure.stays }] : [],
        ),
      })),
    };
  }

  /**
   * Asks for the viewer's erasure: it is done after the days of grace, and can be taken back until then. Asking again changes
   * nothing.
   *
   * @throws BAD_INPUT for a wrong confirmation or password, SIGN_IN_AGAIN, STILL_NEEDED with what stands in the way
   */
  async ask(
    viewer: Viewer,
    { password, confirmation }: { password: string | null; confirmation: string },
  ): Promise<MyData> {
    const { accountId, name, email } = signedIn(viewer);
    if (confirmation.trim().toLowerCase() !== email.toLowerCase()) {
      throw badInput('confirmation', 'It is not your e-mail address.', 'Write the address of your account.');
    }
    const obstacles = await obstaclesOf(this.database, accountId);
    if (obstacles.length > 0) throw conflict('STILL_NEEDED', obstacles.join(' '), { obstacles });
    await this.reauthentication.check(viewer, password, rightsRules.freshMinutes);
    const asked = await this.database.row<{ id: string; dueAt: Date }>(
      `INSERT INTO erasure (account_id, kind, due_at) VALUES ($1, 'account', now() + make_interval(days => $2))
       ON CONFLICT (account_id) DO NOTHING RETURNING id, due_at AS "dueAt"`,
      [accountId, rightsRules.graceDays],
    );
    if (asked) {
      const url = `${this.settings.baseUrl}/keep-my-account/${letterToken(this.settings.authSecret, purpose, asked.id)}`;
      this.post.send('erasure-asked', email, () => erasureAsked({ name, dueAt: asked.dueAt, url }));
    }
    return this.mine(viewer);
  }

  /** Takes the viewer's erasure back; where there is none, nothing changes. */
  async cancel(viewer: Viewer): Promise<MyData> {
    const { accountId } = signedIn(viewer);
    await this.remove('account_id', accountId);
    return this.mine(viewer);
  }

  /** Whether a letter's link is of an erasure that still waits. */
  async knows(token: string): Promise<boolean> {
    const id = subjectOfToken(this.settings.authSecret, purpose, token);
    if (id === undefined) return false;
    return (await this.database.row('SELECT FROM erasure WHERE id = $1 AND done_at IS NULL', [id])) !== undefined;
  }

  /** Takes an erasure back by the link of its letter. False for a token that is not ours, or too late. */
  async keep(token: string): Promise<boolean> {
    const id = subjectOfToken(this.settings.authSecret, purpose, token);
    return id !== undefined && this.remove('id', id);
  }

  private async remove(column: 'id' | 'account_id', value: string): Promise<boolean> {
    const row = await this.database.row<{ name: string; email: string }>(
      `WITH kept AS (DELETE FROM erasure WHERE ${column} = $1 AND done_at IS NULL RETURNING account_id)
       SELECT h.name, h.email FROM kept JOIN account_holder h ON h.id = kept.account_id`,
      [value],
    );
    if (row) this.post.send('erasure-cancelled', row.email, () => erasureCancelled(row));
    return row !== undefined;
  }
}
