import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { ConsentPurpose } from './consent.service.js';
import { type AccountsForTests, accountsForTests } from './testing.js';
import { nobody, type Viewer } from './viewer.js';

let world: AccountsForTests;
let viewer: Viewer;
let people = 0;
beforeAll(async () => {
  world = await accountsForTests();
});
/** Each test has somebody who has agreed to nothing but the terms. */
beforeEach(async () => {
  people += 1;
  await world.forgetAttempts();
  ({ viewer } = await world.join('Consenting', `consenting-${people}@example.org`));
});
afterAll(() => world.close());

const code = (expected: string) => expect.objectContaining({ code: expected });

describe('the ledger of consents', () => {
  test('keeps what was agreed to, in which words, and when it was taken back', async () => {
    await world.consents.give(viewer, 'digest', '2026-01');
    await world.consents.give(viewer, 'digest', '2026-01');
    await world.consents.give(viewer, 'digest', '2026-06');
    await world.consents.withdraw(viewer, 'digest');
    await world.consents.withdraw(viewer, 'digest');
    const lines = await world.consents.history(viewer);
    expect(lines.map(({ textVersion, withdrawnAt }) => [textVersion, withdrawnAt !== null])).toEqual([
      ['2026-01', true],
      ['2026-06', true],
    ]);
  });

  test('says who agrees at this moment', async () => {
    const other = await world.join('Other', 'other@example.org');
    await world.consents.give(viewer, 'contact-by-companies', '1');
    const ids = [viewer.accountId ?? '', other.viewer.accountId ?? ''];
    expect(await world.consents.agreeing('contact-by-companies', ids)).toEqual(new Set([viewer.accountId]));
    await world.consents.withdraw(viewer, 'contact-by-companies');
    expect(await world.consents.agreeing('contact-by-companies', ids)).toEqual(new Set());
  });

  test('holds one line for ten that come at once', async () => {
    await Promise.all(Array.from({ length: 10 }, () => world.consents.give(viewer, 'privacy', '3')));
    expect((await world.consents.history(viewer)).filter((line) => line.purpose === 'privacy')).toHaveLength(1);
  });

  test('lets nobody rewrite a line', async () => {
    await world.consents.give(viewer, 'terms', '1');
    for (const change of [`text_version = '2'`, `given_at = now() - interval '1 year'`, 'withdrawn_at = NULL']) {
      const rewritten = world.database.affected(`UPDATE account_consent SET ${change} WHERE account_id = $1`, [
        viewer.accountId,
      ]);
      await expect(rewritten).rejects.toThrow('a consent can only be withdrawn, once');
    }
  });

  test('refuses what makes no sense, with words', async () => {
    await expect(world.consents.give(nobody, 'digest', '1')).rejects.toEqual(code('SIGN_IN_NEEDED'));
    await expect(world.consents.give(viewer, 'everything' as ConsentPurpose, '1')).rejects.toEqual(code('BAD_INPUT'));
    await expect(world.consents.give(viewer, 'digest', '<script>')).rejects.toEqual(code('BAD_INPUT'));
    await expect(world.consents.withdraw(viewer, 'terms')).rejects.toEqual(code('STILL_NEEDED'));
  });
});
