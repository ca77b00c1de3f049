import { describe, expect, test } from '@jest/globals';
import { createPasswords, passwordProblem } from './passwords.js';

const person = { name: 'Amina Yusuf', email: 'a.yusuf@exampletrust.org' };

describe('a password', () => {
  test.each([
    'grey kettle on the hob',
    'correct-donkey-battery-staple',
    'Zx8#kQ2!vLp9',
    'ünïcödé über die brücke',
    '熊本熊本城東京大阪名古屋札幌',
    'yusuf rides a blue tractor',
  ])('%s is taken', (password) => {
    expect(passwordProblem(password, person)).toBeUndefined();
  });

  test.each([
    'elevenchars',
    'passwordpassword',
    'PASSWORDPASSWORD',
    'Qwertyuiop123',
    '123456789012',
    '!!!!!!!!!!!!!!',
    'abababababab',
    'AminaYusuf123',
    'a.yusuf@exampletrust.org',
    'exampletrust1',
    'x'.repeat(129),
  ])('%s is not', (password) => {
    expect(passwordProblem(password, person)).toEqual(expect.any(String));
  });
});

describe('hashes', () => {
  test('cost what they should, say so, and are told apart', async () => {
    const passwords = createPasswords();
    const started = performance.now();
    const hash = await passwords.hash('grey kettle on the hob');
    const took = performance.now() - started;
    expect(hash).toMatch(/^\$scrypt\$ln=15,r=8,p=3\$[\w-]{22}\$[\w-]{43}$/);
    expect(took).toBeGreaterThan(40);
    expect(await passwords.verify({ hash, password: 'grey kettle on the hob' })).toBe(true);
    expect(await passwords.verify({ hash, password: 'grey kettle on the hoB' })).toBe(false);
    expect(await passwords.hash('grey kettle on the hob')).not.toBe(hash);
  });

  test('made at another cost are still right, and what is not a hash is right for nothing', async () => {
    const hash = await createPasswords({ logN: 10, p: 1 }).hash('grey kettle on the hob');
    const passwords = createPasswords({ logN: 11, p: 1 });
    expect(await passwords.verify({ hash, password: 'grey kettle on the hob' })).toBe(true);
    for (const odd of ['', 'plain', '$scrypt$ln=99,r=8,p=1$aa$bb', hash.slice(0, -1)]) {
      expect(await passwords.verify({ hash: odd, password: 'grey kettle on the hob' })).toBe(false);
    }
  });

  test('are the same for the two ways to type one letter', async () => {
    const passwords = createPasswords({ logN: 10, p: 1 });
    const hash = await passwords.hash('caf\u00e9 on the corner');
    expect(await passwords.verify({ hash, password: 'cafe\u0301 on the corner' })).toBe(true);
  });

  test('are made two at a time, and past sixty waiting the next is told to come back', async () => {
    const passwords = createPasswords({ logN: 10, p: 1 });
    const results = await Promise.allSettled(Array.from({ length: 70 }, () => passwords.hash('grey kettle')));
    const refused = results.filter((result) => result.status === 'rejected');
    expect(refused).toHaveLength(8);
    expect(refused[0]).toMatchObject({ reason: { statusCode: 503, body: { code: 'BUSY' } } });
    expect(await passwords.hash('grey kettle')).toMatch(/^\$scrypt\$/);
  });
});
