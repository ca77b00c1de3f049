import { describe, expect, it } from '@jest/globals';
import { expectRefusal, post, postBody, send } from './asking.js';

/** What a browser can be made to send by another site, and the headers that protect it. */
export const browsers = (serverOf: () => { url: string; elsewhere: () => Record<string, string> }) => {
  const elsewhere = () => serverOf().elsewhere();
  const ask = (query: string) => post(serverOf().url, query, {}, elsewhere());

  describe('what other sites could make a browser send', () => {
    const body = JSON.stringify({ query: '{ __typename }' });
    const types = ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'];

    it.each([...types, 'text/plain; application/json', ''])('is refused as %p', async (type) => {
      const content = type.includes('urlencoded') ? `query=${encodeURIComponent('{ __typename }')}` : body;
      const reply = await postBody(serverOf().url, content, { 'content-type': type, origin: 'https://evil.example' });
      expectRefusal(reply, 'BAD_REQUEST');
    });

    it('is refused as a link, unless a header shows that it was not one', async () => {
      const url = `${serverOf().url}/graphql?query=${encodeURIComponent('{ __typename }')}`;
      expectRefusal(await send(url, {}), 'BAD_REQUEST');
      const preflighted = { headers: { 'apollo-require-preflight': '1' } };
      expect((await send(url, preflighted)).data).toEqual({ __typename: 'Query' });
    });

    it('never changes anything as a GET', async () => {
      const mutation = encodeURIComponent('mutation { withdrawConsent(purpose: "digest") }');
      const reply = await send(`${serverOf().url}/graphql?query=${mutation}`, {
        headers: { 'apollo-require-preflight': '1', ...elsewhere() },
      });
      expectRefusal(reply, 'BAD_REQUEST');
      expect([reply.status, reply.headers.get('allow')]).toEqual([405, 'POST']);
    });

    it('is not sent in batches', async () => {
      const one = { query: '{ __typename }' };
      for (const batch of [[], [one], [one, one]]) {
        expectRefusal(await postBody(serverOf().url, JSON.stringify(batch)), 'BAD_REQUEST');
      }
    });

    it('is told nothing about other origins, before or after', async () => {
      const origin = 'https://evil.example';
      const asked = await post(serverOf().url, '{ __typename }', {}, { origin, ...elsewhere() });
      const preflight = await send(`${serverOf().url}/graphql`, {
        method: 'OPTIONS',
        headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' },
      });
      const cors = [asked, preflight].flatMap(({ headers }) =>
        [...headers.keys()].filter((name) => name.startsWith('access-control-')),
      );
      expect(cors).toEqual([]);
      expect(preflight.status).not.toBe(204);
    });
  });

  describe('every answer', () => {
    const places: [string, () => Promise<Headers>][] = [
      ['an answer', async () => (await ask('{ __typename }')).headers],
      ['a refusal', async () => (await ask('{ nothing }')).headers],
      ['a body that is not JSON', async () => (await postBody(serverOf().url, '{')).headers],
      ['an address without anything', async () => (await send(`${serverOf().url}/nothing`, {})).headers],
      ['an address that is malformed', async () => (await send(`${serverOf().url}/%E0%A4%A`, {})).headers],
      ['health', async () => (await send(`${serverOf().url}/health/live`, {})).headers],
      ['sign-in', async () => (await send(`${serverOf().url}/auth/nothing`, {})).headers],
    ];

    it.each(places)('carries the headers that protect a browser: %s', async (place, headersOf) => {
      const headers = await headersOf();
      const policy = headers.get('content-security-policy') ?? '';
      if (!place.includes('malformed')) {
        expect(policy).toContain("default-src 'self'");
        expect(policy).toContain("frame-ancestors 'none'");
        expect(policy).toContain("object-src 'none'");
        expect(policy).not.toContain('unsafe-eval');
        expect(headers.get('x-content-type-options')).toBe('nosniff');
        expect(headers.get('referrer-policy')).toBe('no-referrer');
        expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
      }
      expect(headers.get('x-powered-by')).toBeNull();
      expect(headers.get('server')).toBeNull();
    });

    it('of GraphQL is kept by nobody', async () => {
      expect((await ask('{ __typename }')).headers.get('cache-control')).toBe('no-store');
    });

    it('takes no request id from outside', async () => {
      const mine = 'f47ac10b-58cc-4372-a567-0e02b2c3d479';
      const reply = await post(serverOf().url, '{ __typename }', {}, { 'x-request-id': mine, 'request-id': mine });
      expect(reply.headers.get('x-request-id')).not.toBe(mine);
    });

    it('says that an address has nothing, and does not repeat what was asked', async () => {
      for (const method of ['POST', 'PUT', 'DELETE', 'PATCH']) {
        const reply = await send(`${serverOf().url}/nothing/<script>`, { method });
        expectRefusal(reply, 'NOT_FOUND');
        expect([reply.status, reply.text.includes('script')]).toEqual([404, false]);
      }
      expectRefusal(await send(`${serverOf().url}/graphql`, { method: 'DELETE' }), 'NOT_FOUND');
      const page = await send(`${serverOf().url}/nothing/<b>mark</b>`, {});
      expect([page.status, page.text.includes('mark')]).toEqual([404, false]);
    });
  });
};
