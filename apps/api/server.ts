import { randomUUID } from 'node:crypto';
import helmet from '@fastify/helmet';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { ACCOUNTS_SETTINGS, type AccountsSettings, Attempts, AUTH, type Auth, mountAuth, Viewers } from '#accounts';
import { mountUnsubscribe, Unsubscribing } from '#alerts';
import { createLogger, type Settings } from '#config';
import { Downloads, FileService } from '#files';
import { ErasureService, mountKeepAccount } from '#rights';
import { checkAccess } from './access.check.js';
import { ApiModule } from './api.module.js';
import { answerFailure } from './error.filter.js';
import { mountFiles } from './files.routes.js';
import { longestBody } from './request.limits.js';
import { registerWeb } from './web/index.js';

/** The whole server, ready to listen or to be asked in a test. */
export const createServer = async (settings: Settings): Promise<NestFastifyApplication> => {
  const adapter = new FastifyAdapter({
    bodyLimit: longestBody,
    trustProxy: (_address: string, hop: number) => hop < settings.trustProxy,
    genReqId: () => randomUUID(),
    requestTimeout: 15_000,
    connectionTimeout: 20_000,
    keepAliveTimeout: 10_000,
    forceCloseConnections: 'idle',
    return503OnClosing: true,
    frameworkErrors: answerFailure,
  });
  const app = await NestFactory.create<NestFastifyApplication>(ApiModule.of(settings), adapter, {
    logger: createLogger(settings),
    abortOnError: false,
  });
  app.enableShutdownHooks();
  const fastify = adapter.getInstance() as unknown as FastifyInstance;
  await fastify.register(helmet, {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        objectSrc: ["'none'"],
        frameAncestors: ["'none'"],
        upgradeInsecureRequests: settings.baseUrl.startsWith('https:') ? [] : null,
      },
    },
    hsts: settings.baseUrl.startsWith('https:'),
  });
  let closing = false;
  fastify.addHook('preClose', async () => {
    closing = true;
  });
  fastify.addHook('onSend', async (request, reply) => {
    // A connection kept alive after its last answer would hold a server that is told to stop for ten seconds.
    if (closing) reply.header('connection', 'close');
    reply.header('x-request-id', request.id);
    // Answers are somebody's own: no proxy or browser keeps them.
    if (request.url.startsWith('/graphql')) reply.header('cache-control', 'no-store');
  });
  mountAuth(fastify, app.get<Auth>(AUTH), app.get<AccountsSettings>(ACCOUNTS_SETTINGS));
  mountFiles(
    fastify,
    { files: app.get(FileService), downloads: app.get(Downloads) },
    { viewers: app.get(Viewers), attempts: app.get(Attempts) },
    settings,
  );
  mountUnsubscribe(fastify, app.get(Unsubscribing));
  mountKeepAccount(fastify, app.get(ErasureService));
  registerWeb(fastify, app, settings);
  await app.init();
  checkAccess(app);
  return app;
};
