import { createHash, generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { type AccountsForTests, accountsForTests, Browser } from './testing.js';
import { nobody } from './viewer.js';

/** An OpenID provider that speaks as ORCID does: no e-mail address, and the iD as the subject. */
const fakeOrcid = async () => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const codes = new Map<string, { claims: Record<string, unknown>; challenge: string }>();
  const state = { issuer: '', server: undefined as unknown as Server, tampered: {} as Record<string, unknown> };
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const token = (claims: object) => {
    const signed = `${part({ alg: 'RS256', kid: 'k', typ: 'JWT' })}.${part(claims)}`;
    return `${signed}.${sign('sha256', Buffer.from(signed), privateKey).toString('base64url')}`;
  };
  state.server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => (body += chunk));
    request.on('end', () => {
      const json = (value: object, status = 200) =>
        response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
      if (request.url === '/.well-known/openid-configuration') {
        return json({
          issuer: state.issuer,
          authorization_endpoint: `${state.issuer}/oauth/authorize`,
          token_endpoint: `${state.issuer}/oauth/token`,
          jwks_uri: `${state.issuer}/oauth/jwks`,
          id_token_signing_alg_values_supported: ['RS256'],
        });
      }
      if (request.url === '/oauth/jwks') {
        return json({ keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'k', alg: 'RS256', use: 'sig' }] });
      }
      const form = new URLSearchParams(body);
      const known = codes.get(form.get('code') ?? '');
      codes.delete(form.get('code') ?? '');
      const verifier = createHash('sha256')
        .update(form.get('code_verifier') ?? '')
        .digest('base64url');
      if (!known || verifier !== known.challenge) return json({ error: 'invalid_grant' }, 400);
      return json({
        access_token: 'at',
        token_type: 'bearer',
        id_token: token({ ...known.claims, ...state.tampered }),
      });
    });
  });
  await new Promise<void>((resolve) => state.server.listen(0, '127.0.0.1', resolve));
  const address = state.server.address();
  state.issuer = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  return {
    state,
    /** The person at ORCID says yes: the address that their browser is sent back to. */
    consent(authorization: string, orcid: string) {
      const { searchParams } = new URL(authorization);
      const code = randomUUID();
      const now = Math.floor(Date.now() / 1000);
      codes.set(code, {
        challenge: searchParams.get('code_challenge') ?? '',
        claims: {
          iss: state.issuer,
          sub: orcid,
          aud: searchParams.get('client_id'),
          nonce: searchParams.get('nonce'),
          iat: now,
          exp: now + 600,
          given_name: 'Sofia',
          family_name: 'Garcia',
        },
      });
      return { path: `/callback/orcid?code=${code}&state=${searchParams.get('state')}`, searchParams };
    },
  };
};

let world: AccountsForTests;
let orcid: Awaited<ReturnType<typeof fakeOrcid>>;
beforeAll(async () => {
  orcid = await fakeOrcid();
  world = await accountsForTests({ orcid: { clientId: 'APP-1', clientSecret: 's3cret', issuer: orcid.state.issuer } });
});
afterAll(async () => {
  await world.close();
  orcid.state.server.close();
});
afterEach(async () => {
  orcid.state.tampered = {};
  await world.forgetAttempts();
});

const start = async (path: '/sign-in/social' | '/link-social', browser: Browser, extra = {}) =>
  world.call('POST', path, { provider: 'orcid', callbackURL: '/account', disableRedirect: true, ...extra }, browser);
const finish = async (path: '/sign-in/social' | '/link-social', id: string, browser: Browser) => {
  const { body } = await start(path, browser);
  return world.call('GET', orcid.consent(body.url, id).path, undefined, browser);
};
/** What is kept of an iD, whoever has connected it. */
const credentials = (id: string) =>
  world.database.rows<{ subject: string; tokens: string | null }>(
    `SELECT subject, concat(access_token, refresh_token, id_token) AS tokens FROM account_credential
     WHERE provider = 'orcid' AND subject LIKE '%' || $1`,
    [id],
  );
const sofia = '0000-0001-5109-3700';
/** Somebody who has connected an iD. */
const connected = async (name: string, id: string) => {
  const email = `${name.toLowerCase()}@example.org`;
  const { browser } = await world.join(name, email);
  const reply = await finish('/link-social', id, browser);
  return { browser, email, reply };
};

describe('ORCID', () => {
  test('is asked for the scope openid alone, with state, nonce and PKCE', async () => {
    const { body } = await start('/sign-in/social', new Browser());
    const { searchParams } = orcid.consent(body.url, '0000-0002-1825-0097');
    expect(searchParams.get('scope')).toBe('openid');
    expect(searchParams.get('code_challenge_method')).toBe('S256');
    expect(searchParams.get('redirect_uri')).toBe('http://localhost:3000/auth/callback/orcid');
    for (const name of ['state', 'nonce', 'code_challenge']) expect(searchParams.get(name)).toMatch(/^[\w-]{20,}$/);
  });

  test('opens no account for an iD that nobody has connected', async () => {
    const browser = new Browser();
    const holders = () => world.database.rows('SELECT id FROM account_holder ORDER BY id');
    const before = await holders();
    const reply = await finish('/sign-in/social', '0000-0002-1825-0097', browser);
    expect(reply.headers.location).toContain('error=signup_disabled');
    expect(await world.viewers.of(browser.cookieHeader)).toBe(nobody);
    expect(await holders()).toEqual(before);
    expect(await credentials('0000-0002-1825-0097')).toEqual([]);
  });

  test('is connected by a signed-in person, keyed on issuer and subject, without keeping its tokens', async () => {
    const { reply, email } = await connected('Sofia', sofia);
    expect(reply.headers.location).toBe('/account');
    expect(await credentials(sofia)).toEqual([{ subject: `${orcid.state.issuer}/${sofia}`, tokens: '' }]);
    expect((await world.letter(email, 'security-change')).text).toContain('ORCID iD was connected');

    const elsewhere = new Browser();
    await finish('/sign-in/social', sofia, elsewhere);
    expect(await world.viewers.of(elsewhere.cookieHeader)).toMatchObject({ name: 'Sofia', email });
  });

  test('that is connected already is not connected to a second person, nor a second iD to one', async () => {
    const [theirs, another] = ['0000-0002-7183-4567', '0000-0003-1415-9269'];
    await connected('First', theirs);
    const { reply: taken } = await connected('Second', theirs);
    expect(taken.headers.location).toContain('error=');
    const first = new Browser();
    await finish('/sign-in/social', theirs, first);
    expect(await world.viewers.of(first.cookieHeader)).toMatchObject({ name: 'First' });
    const refused = await finish('/link-social', another, first);
    expect(refused.headers.location).toBe('http://localhost:3000/account?error=already_connected');
    expect([await credentials(theirs), await credentials(another)]).toMatchObject([[{ tokens: '' }], []]);
  });

  test('finds no account by an address that it or somebody claims', async () => {
    await world.join('Target', 'target@example.org');
    orcid.state.tampered = { email: 'target@example.org', email_verified: true };
    const browser = new Browser();
    await finish('/sign-in/social', '0000-0002-9079-593X', browser);
    expect(await world.viewers.of(browser.cookieHeader)).toBe(nobody);
    expect(await credentials('0000-0002-9079-593X')).toEqual([]);
  });

  test.each([
    ['another issuer', { iss: 'https://orcid.org' }],
    ['another client', { aud: 'APP-2' }],
    ['another nonce', { nonce: 'replayed' }],
    ['a time that has passed', { exp: 1_600_000_000 }],
  ])('is not believed with a token for %s', async (what, tampered) => {
    // A person whose iD it is: to believe the token would be to sign in as them.
    const id = `0000-0001-0000-${String(what.length).padStart(4, '0')}`;
    await connected(what.replaceAll(' ', ''), id);
    orcid.state.tampered = tampered;
    const browser = new Browser();
    const reply = await finish('/sign-in/social', id, browser);
    expect(reply.headers.location).toContain('error=');
    expect(await world.viewers.of(browser.cookieHeader)).toBe(nobody);
  });

  test('is not believed in a browser that did not ask, nor twice', async () => {
    const id = '0000-0001-2345-6789';
    await connected('Asked', id);
    const asked = new Browser();
    const { body } = await start('/sign-in/social', asked);
    const { path } = orcid.consent(body.url, id);
    const other = new Browser();
    await world.call('GET', path, undefined, other);
    expect(await world.viewers.of(other.cookieHeader)).toBe(nobody);
    const again = new Browser();
    await world.call('GET', path, undefined, again);
    expect(await world.viewers.of(again.cookieHeader)).toBe(nobody);
  });

  test.each([
    ['a token of the caller', { idToken: { token: 'x.y.z' } }],
    ['more scopes', { scopes: ['/activities/update'] }],
    ['parameters for ORCID', { additionalParams: { prompt: 'none' } }],
    ['a new account', { requestSignUp: true }],
  ])('is not asked with %s', async (_what, extra) => {
    expect((await start('/sign-in/social', new Browser(), extra)).status).toBe(400);
  });

  test('sends nobody to another site afterwards', async () => {
    const reply = await start('/sign-in/social', new Browser(), { callbackURL: 'https://evil.example' });
    expect(reply.status).toBe(403);
  });
});
