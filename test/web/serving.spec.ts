import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { projectPath } from '#config';
import { type Served, serve } from './served.js';

let served: Served;
let url: string;

beforeAll(async () => {
  served = await serve();
  url = served.benchside.url;
}, 300_000);
afterAll(() => served?.benchside.stop());

const get = async (path: string) => {
  const response = await fetch(`${url}${path}`);
  return { status: response.status, headers: response.headers, text: await response.text() };
};

const subjectOf = (html: string): Record<string, unknown> | null => {
  const [, data] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html) ?? [];
  return data ? (JSON.parse(data) as Record<string, unknown>) : null;
};

const mainOf = (html: string) => /<div id="root">(.*)<\/div>/s.exec(html)?.[1] ?? '';

const ask = <Data>(query: string, variables: object = {}) => served.benchside.nobody.ask<Data>(query, variables);

const firstOf = async (kind: string, fields = 'id') =>
  (
    await ask<Record<string, { nodes: Record<string, string>[] }>>(
      `{ found: ${kind}(first: 1) { nodes { ${fields} } } }`,
    )
  ).found?.nodes[0] ?? {};

describe('a public profile', () => {
  it('is read without any script, and described for search engines', async () => {
    const { academicId } = served.people;
    const { status, text } = await get(`/academics/${academicId}`);
    expect(status).toBe(200);
    expect(text).toContain('<title>Ada Lowell – Benchside</title>');
    expect(text).toContain('<meta name="description" content="I run nurse-led clinics for severe asthma');
    expect(text).toContain(`<link rel="canonical" href="${url}/academics/${academicId}" />`);
    expect(mainOf(text)).toContain('<h1>Ada Lowell</h1>');
    expect(mainOf(text)).toContain('Inhaler technique in severe asthma');
    expect(subjectOf(text)).toMatchObject({
      '@type': 'Person',
      name: 'Ada Lowell',
      jobTitle: 'Respiratory nurse and lecturer',
      knowsAbout: ['Asthma', 'Inhaled therapy'],
    });
  });

  it('of an organisation and of a post is described too', async () => {
    const organisation = await get(`/organisations/${served.people.organisationId}`);
    expect(subjectOf(organisation.text)).toMatchObject({
      '@type': 'Organization',
      name: 'Breathewell Therapeutics Ltd',
    });
    const { opportunities } = await ask<{ opportunities: { nodes: { id: string }[] } }>(
      '{ opportunities(first: 20, filter: { types: ["secondment-part-time"] }) { nodes { id } } }',
    );
    const post = await get(`/opportunities/${opportunities.nodes[0]?.id}`);
    expect(subjectOf(post.text)).toMatchObject({
      '@type': 'JobPosting',
      hiringOrganization: { '@type': 'Organization' },
    });
  });

  it('shows what its owner keeps for signed-in people to nobody else', async () => {
    const { academic, academicId } = served.people;
    const show = async (visibility: string) => {
      const { academic: own } = await academic.ask<{ academic: { version: number } }>(
        'query ($id: ID!) { academic(id: $id) { version } }',
        { id: academicId },
      );
      await academic.ask('mutation ($input: UpdateAcademicInput!) { updateAcademic(input: $input) { id } }', {
        input: { id: academicId, version: own.version, fieldVisibility: [{ field: 'works', visibility }] },
      });
    };
    await show('members');
    const { text } = await get(`/academics/${academicId}`);
    expect(text).toContain('Ada Lowell');
    expect(text).not.toContain('Inhaler technique in severe asthma');
    await show('public');
  });

  it('of a blind brief names nobody, in text or in data', async () => {
    const { opportunities } = await ask<{ opportunities: { nodes: { id: string; blind: boolean }[] } }>(
      '{ opportunities(first: 50) { nodes { id blind } } }',
    );
    const blind = opportunities.nodes.find((node) => node.blind);
    const { status, text } = await get(`/opportunities/${blind?.id}`);
    expect(status).toBe(200);
    expect(text).not.toContain('Inhalix');
    expect(subjectOf(text)).toBeNull();
  });

  it('that is hidden is the same page as one that never was', async () => {
    const { academic } = served.people;
    const { id } = await firstOf('academics');
    await served.benchside.database.rows(`UPDATE academic SET visibility = 'hidden' WHERE id = $1`, [id]);
    const hidden = await get(`/academics/${id}`);
    const unknown = await get('/academics/00000000-0000-4000-8000-000000000000');
    const nonsense = await get('/academics/not-an-id');
    expect([hidden.status, unknown.status, nonsense.status]).toEqual([404, 404, 404]);
    expect(hidden.text).toBe(unknown.text);
    expect(nonsense.text).toBe(unknown.text);
    expect(hidden.text).toContain('<meta name="robots" content="noindex" />');
    await served.benchside.database.rows(`UPDATE academic SET visibility = 'public' WHERE id = $1`, [id]);
    expect(academic.accountId).not.toBeNull();
  });

  it('cannot break out of the page with what it says', async () => {
    const { id, summary } = await firstOf('academics', 'id summary');
    const trap = '</script><script>alert(1)</script> $& "quoted"';
    const says = (text?: string) =>
      served.benchside.database.rows('UPDATE academic SET summary = $2 WHERE id = $1', [id, text]);
    await says(trap);
    const { text } = await get(`/academics/${id}`);
    await says(summary);
    expect(text).not.toContain('<script>alert');
    expect(subjectOf(text)?.description).toBe(trap);
  });
});

describe('the other pages', () => {
  it('are known by their address, and an unknown one is not found', async () => {
    expect((await get('/')).status).toBe(200);
    expect((await get('/accessibility')).text).toContain('<title>Accessibility – Benchside</title>');
    expect((await get('/sign-in')).text).toContain('<meta name="robots" content="noindex" />');
    const unknown = await get('/nowhere');
    expect(unknown.status).toBe(404);
    expect(unknown.text).toContain('There is nothing at this address');
  });

  it('search without a script: the form works and the list is there', async () => {
    const { text } = await get('/academics?q=asthma');
    expect(mainOf(text)).toContain('<form action="/academics" method="get">');
    expect(mainOf(text)).toContain('value="asthma"');
    expect(mainOf(text)).toMatch(/<p>\d+ found<\/p><ul><li><a href="\/academics\//);
  });

  it('load nothing from elsewhere and allow no script of others', async () => {
    const { headers, text } = await get('/');
    expect(headers.get('content-security-policy')).toContain("script-src 'self'");
    expect(text.replace(/<link rel="canonical"[^>]*>/, '')).not.toMatch(/(?:src|href)="https?:/);
  });
});

describe('files of the build', () => {
  it('are kept by browsers for good, and are sent compressed', async () => {
    const [name] = readdirSync(projectPath('dist', 'web', 'assets')).filter((file) => file.endsWith('.js'));
    const response = await fetch(`${url}/assets/${name}`, { headers: { 'accept-encoding': 'br' } });
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(response.headers.get('content-type')).toContain('text/javascript');
    expect(response.headers.get('content-encoding')).toBe('br');
    expect(await response.text()).toMatch(/\S/);
  });

  it('are the only ones that are sent', async () => {
    for (const path of [
      '/assets/nothing.js',
      '/assets/..%2fmanifest.json',
      '/assets/%2e%2e%2findex.html',
      '/manifest.json',
    ]) {
      const { status, text } = await get(path);
      expect([path, status]).toEqual([path, 404]);
      expect(text).not.toContain('isEntry');
    }
  });
});

describe('what search engines read', () => {
  it('is an index of files that name each public page once', async () => {
    const index = await get('/sitemap.xml');
    expect(index.text).toContain(`<loc>${url}/sitemap/1.xml</loc>`);
    const file = await get('/sitemap/1.xml');
    expect(file.headers.get('content-type')).toContain('application/xml');
    const addresses = [...file.text.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, address]) => address);
    expect(new Set(addresses).size).toBe(addresses.length);
    expect(addresses).toContain(`${url}/academics/${served.people.academicId}`);
    expect(addresses).toContain(`${url}/accessibility`);
    expect(addresses).not.toContain(`${url}/sign-in`);
    expect((await get('/sitemap/2.xml')).status).toBe(404);
    expect((await get('/robots.txt')).text).toContain(`Sitemap: ${url}/sitemap.xml`);
  });
});
