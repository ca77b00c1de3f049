import { Logger } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { AcademicService } from '#academics';
import type { Settings } from '#config';
import { Database } from '#database';
import { OpportunityService } from '#opportunities';
import { OrganisationService } from '#organisations';
import { SearchService } from '#search';
import { serveAssets } from './assets.js';
import { fill, link, type ServedPage } from './html.js';
import { knownPage } from './known.pages.js';
import { ListPages, searchForm } from './list.pages.js';
import { acceptKnownOperations } from './operations.js';
import { type ProfileKind, ProfilePages } from './profile.pages.js';
import { Sitemap } from './sitemap.js';
import { template, withoutPages } from './web.files.js';

const log = new Logger('Web');
const kinds: readonly string[] = ['academics', 'organisations', 'opportunities'] satisfies ProfileKind[];
const isKind = (text: string | undefined): text is ProfileKind => text !== undefined && kinds.includes(text);

const notFound: ServedPage = {
  status: 404,
  title: 'There is nothing at this address',
  body: `<h1>There is nothing at this address</h1><p>${link('/', 'Go to the home page')}</p>`,
};

const homeBody = [
  '<h1>Clinical academics and industry, working together</h1>',
  '<p>Say what you need, see who fits and why, and ask.</p>',
  searchForm('/academics'),
  `<ul><li>${link('/academics', 'Academics')}</li><li>${link('/organisations', 'Organisations')}</li>`,
  `<li>${link('/opportunities', 'Opportunities')}</li></ul>`,
].join('');

/** Serves the pages, what search engines read, and the operations that the pages ask for by their hash. */
export const registerWeb = (fastify: FastifyInstance, app: NestFastifyApplication, settings: Settings): void => {
  const organisations = app.get(OrganisationService);
  const profiles = new ProfilePages(settings, app.get(AcademicService), organisations, app.get(OpportunityService));
  const lists = new ListPages(app.get(SearchService));
  const sitemap = new Sitemap(settings, app.get(Database));
  acceptKnownOperations(fastify, settings);
  serveAssets(fastify);

  const pageFor = async (request: FastifyRequest): Promise<ServedPage> => {
    const path = request.url.split('?')[0] ?? '/';
    const [, first, id, ...rest] = path.split('/');
    const known = knownPage(path);
    if (known) {
      const canonical = known.indexed ? `${settings.baseUrl}${known.path}` : undefined;
      const page: ServedPage = { status: 200, title: known.title, description: known.description, canonical };
      if (known.path === '/') return { ...page, body: homeBody };
      if (!isKind(first) || id) return page;
      const { q } = request.query as { q?: unknown };
      return { ...page, body: await lists.body(first, known.title, q) };
    }
    if (isKind(first) && id && rest.length === 0) return (await profiles.page(first, id)) ?? notFound;
    return notFound;
  };

  const serve = async (request: FastifyRequest, reply: FastifyReply) => {
    reply.header('cache-control', 'no-cache').type('text/html; charset=utf-8');
    const html = template();
    if (!html) return reply.code(request.url === '/' ? 200 : 404).send(withoutPages);
    let page: ServedPage;
    try {
      page = await pageFor(request);
    } catch (error) {
      // The page can still start, and says itself what it cannot read.
      log.error(`${request.id} ${request.url.split('?')[0]}: ${(error as Error).stack}`);
      return reply.code(503).send(fill(html, { status: 404, title: 'Benchside' }));
    }
    return reply.code(page.status).send(fill(html, page));
  };

  fastify.get('/robots.txt', (_request, reply) => reply.type('text/plain').send(sitemap.robots()));
  fastify.get('/sitemap.xml', async (_request, reply) => reply.type('application/xml').send(await sitemap.index()));
  fastify.get<{ Params: { file: string } }>('/sitemap/:file', async (request, reply) => {
    const [, number] = /^([1-9]\d{0,5})\.xml$/.exec(request.params.file) ?? [];
    const file = number ? await sitemap.file(Number(number)) : undefined;
    if (!file) return reply.code(404).type('text/plain').send('There is no such file.');
    return reply.type('application/xml').send(file);
  });
  fastify.get('/*', serve);
};
