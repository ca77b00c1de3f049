import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { idOf, signedIn, type Viewer } from '#accounts';
import { Database, type Tx } from '#database';
import { badInput, conflict, notFound } from '#graphql';
import { Mailer } from '#mail';
import { CopyService } from './copy.service.js';
import { Erasing } from './erasing.js';
import type { Person } from './person.js';
import type { HeldOfAddress } from './rights.objects.js';

/** What the platform's administrators do for people who have no account: who was invited, who was asked to approve, who is in a register. */
@Injectable()
export class AddressService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(CopyService) private readonly copies: CopyService,
    @Inject(Erasing) private readonly erasing: Erasing,
    @Inject(Mailer) private readonly mailer: Mailer,
  ) {}

  /** Under which headings an address is held, and how often. */
  async held(address: string): Promise<HeldOfAddress[]> {
    const email = await this.free(address);
    const { rooms } = await this.copies.copyOf({ account: null, profile: null, email });
    return rooms.flatMap(({ room, lists }) => lists.map(({ title, rows }) => ({ room, title, count: rows.length })));
  }

  /** Erases an address, and the names that came with it. Answers whether anything was held of it. */
  async eraseAddress(viewer: Viewer, address: string): Promise<boolean> {
    const email = await this.free(address);
    const held = (await this.held(email)).length > 0;
    await this.erase(viewer, 'address', async () => ({ account: null, profile: null, email }));
    return held;
  }

  /** Erases a profile that nobody has taken over, for whoever it is of; no import brings it back. */
  async eraseProfile(viewer: Viewer, id: string): Promise<boolean> {
    await this.erase(viewer, 'profile', async (tx) => {
      const row = await tx.row<{ claimed: boolean }>(
        'SELECT account_id IS NOT NULL AS claimed FROM academic WHERE id = $1 FOR UPDATE',
        [idOf(id, 'academic')],
      );
      if (!row) throw notFound('academic');
      if (row.claimed) throw conflict('TAKEN', 'This profile has an owner, who erases it under “My data”.');
      return { account: null, profile: id, email: null };
    });
    return true;
  }

  private async erase(viewer: Viewer, kind: 'address' | 'profile', find: (tx: Tx) => Promise<Person>): Promise<void> {
    const { accountId } = signedIn(viewer);
    const marks = await this.erasing.erase(find, (tx) =>
      tx.affected('INSERT INTO erasure (kind, asked_by, done_at) VALUES ($1, $2, now())', [kind, accountId]),
    );
    await this.mailer.forget(marks?.any ?? []);
  }

  /** The address as it is kept; one of an account is its holder's. */
  private async free(address: string): Promise<string> {
    const email = address.trim().toLowerCase();
    if (!z.email().max(254).safeParse(email).success) {
      throw badInput('address', 'This is not an e-mail address.', 'Write it as name@example.org.');
    }
    if (await this.database.row('SELECT FROM account_holder WHERE email = $1', [email])) {
      throw conflict('ALREADY_EXISTS', 'There is an account with this address: its holder erases it under “My data”.');
    }
    return email;
  }
}
