import { Logger } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import { type Attempts, signedIn, type Viewer, type Viewers } from '#accounts';
import type { Settings } from '#config';
import { asAttachment, cleanName, type Downloads, type FileService, uploadRules } from '#files';
import { badInput, type Code, DomainError, notAllowed } from '#graphql';
import { answerFailure } from './error.filter.js';
import { Budgets } from './graphql.budgets.js';

const log = new Logger('Files');

/** What a file costs of its sender's or reader's minute: a hundred of them are taken, and no more. */
const costOfFile = 1_200;

const statuses: Partial<Record<Code, number>> = {
  SIGN_IN_NEEDED: 401,
  NOT_ALLOWED: 403,
  NOT_FOUND: 404,
  TAKEN: 409,
  LIMIT_REACHED: 409,
  TOO_MANY: 429,
};

const answerError = (error: unknown, request: FastifyRequest, reply: FastifyReply) => {
  const thrown = error instanceof GraphQLError ? error.originalError : error;
  reply.header('cache-control', 'no-store');
  if (!(thrown instanceof DomainError)) {
    const { code } = (error ?? {}) as { code?: unknown };
    if (code !== 'FST_ERR_CTP_BODY_TOO_LARGE') return answerFailure(error, request, reply);
    const megabytes = Math.round(uploadRules.maxBytes / 1024 / 1024);
    return answerError(
      badInput('file', `is larger than ${megabytes} MB.`, 'Make it smaller, or split it.'),
      request,
      reply,
    );
  }
  const { code, message, details } = thrown;
  if (typeof details.retryAfterSeconds === 'number') reply.header('retry-after', details.retryAfterSeconds);
  return reply
    .code(statuses[code] ?? 400)
    .send({ errors: [{ message, extensions: { code, ...details, requestId: request.id } }] });
};

/** What is behind the addresses. */
interface Filing {
  files: FileService;
  downloads: Downloads;
}

/** Saved to a disk, and never a page: whatever is in it, it does not run here. */
const attached = (name: string, mediaType: string, size: number) => ({
  'content-type': mediaType,
  'content-length': size,
  'content-disposition': asAttachment(name),
  'x-content-type-options': 'nosniff',
  'cache-control': 'private, no-store',
  'content-security-policy': "sandbox; default-src 'none'",
  'cross-origin-resource-policy': 'same-origin',
});

/**
 * Takes uploads, hands files out, and hands out what is written when somebody asks for it. An upload is raw bytes of `application/octet-stream`, which no form of another site
 * can post, with its name percent-encoded in `x-file-name`; nothing of it is read before its sender may send it.
 */
export const mountFiles = (
  fastify: FastifyInstance,
  { files, downloads }: Filing,
  { viewers, attempts }: { viewers: Viewers; attempts: Attempts },
  settings: Settings,
): void => {
  const budgets = new Budgets(settings.rateLimit, attempts);
  const known = new WeakMap<FastifyRequest, Viewer>();
  const { origin } = new URL(settings.baseUrl);

  const viewerOf = async (request: FastifyRequest): Promise<Viewer> => {
    const viewer = signedIn(await viewers.of(request.headers.cookie));
    await budgets.spend({ viewer, request }, costOfFile);
    return viewer;
  };

  /** Browsers say where a request comes from; one that comes from elsewhere is not the person's own doing. */
  const checkOrigin = ({ headers, id }: FastifyRequest) => {
    const site = headers['sec-fetch-site'];
    const own = headers.origin === undefined || headers.origin === origin;
    if (own && (site === undefined || site === 'same-origin' || site === 'none')) return;
    log.warn(`${id}: an upload from another site was refused`);
    throw notAllowed('Upload files from the pages of Benchside.');
  };

  fastify.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_request, body, done) =>
      done(null, body),
    );
    scope.setErrorHandler(answerError);

    scope.post<{ Querystring: { purpose?: unknown } }>('/files', {
      bodyLimit: uploadRules.maxBytes,
      onRequest: async (request) => {
        checkOrigin(request);
        const viewer = await viewerOf(request);
        files.checkPurpose(viewer, String(request.query.purpose ?? ''));
        known.set(request, viewer);
      },
      handler: async (request, reply) => {
        const viewer = known.get(request);
        if (!viewer || !Buffer.isBuffer(request.body)) {
          throw badInput('file', 'is missing.', 'Send its bytes as the body, as application/octet-stream.');
        }
        const upload = { bytes: request.body, name: nameOf(request), purpose: String(request.query.purpose) };
        const { id, name, mediaType, size } = await files.upload(viewer, upload);
        return reply.code(201).header('cache-control', 'no-store').send({ id, name, mediaType, size });
      },
    });

    scope.get<{ Params: { id: string } }>('/files/:id', { exposeHeadRoute: false }, async (request, reply) => {
      const viewer = await viewerOf(request);
      const { file, bytes } = await files.openFor(viewer, request.params.id);
      return reply.headers(attached(file.name, file.mediaType, file.size)).send(bytes);
    });

    scope.get<{ Params: { kind: string; file: string }; Querystring: Record<string, string | undefined> }>(
      '/downloads/:kind/:file',
      { exposeHeadRoute: false },
      async (request, reply) => {
        const { kind, file } = request.params;
        const viewer = await viewerOf(request);
        const { name, mediaType, bytes } = await downloads.write(viewer, kind, { file, query: plain(request.query) });
        return reply.headers(attached(cleanName(name), mediaType, bytes.length)).send(bytes);
      },
    );
  });
};

/** A name that comes twice in an address is nothing that anybody meant. */
const plain = (query: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(Object.entries(query).filter((pair): pair is [string, string] => typeof pair[1] === 'string'));

const nameOf = (request: FastifyRequest): string => {
  const given = request.headers['x-file-name'];
  try {
    return decodeURIComponent(typeof given === 'string' ? given : '');
  } catch {
    throw badInput('name', 'cannot be read.', 'Percent-encode the name of the file in the header x-file-name.');
  }
};
