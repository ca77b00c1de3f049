import { existsSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { projectPath } from '#config';

const types: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
};

/** Fonts and pictures are compressed already. */
const compressible = new Set(['.js', '.css', '.svg']);
type Encoding = 'br' | 'gzip' | 'identity';

const compress: Record<Encoding, (file: Buffer) => Promise<Buffer>> = {
  br: (file) => promisify(brotliCompress)(file, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
  gzip: (file) => promisify(gzip)(file, { level: 9 }),
  identity: async (file) => file,
};

/** A name of the build: one part, no way up. */
const plainName = /^[A-Za-z0-9_-][A-Za-z0-9_.-]*$/;

/** One answer for each file and encoding; a build has some fifty files, of which a new name is a new file. */
const answers = new Map<string, Promise<Buffer>>();

const encodingFor = (request: FastifyRequest, extension: string): Encoding => {
  if (!compressible.has(extension)) return 'identity';
  const accepted = String(request.headers['accept-encoding'] ?? '');
  if (/\bbr\b/.test(accepted)) return 'br';
  return /\bgzip\b/.test(accepted) ? 'gzip' : 'identity';
};

/** Sends a file of the build, compressed once; undefined where there is none. */
const send = async (request: FastifyRequest, reply: FastifyReply, parts: string[], cacheControl: string) => {
  const name = parts.at(-1) ?? '';
  const type = types[extname(name)];
  const path = projectPath('dist', 'web', ...parts);
  if (!type || !plainName.test(name) || !existsSync(path)) {
    return reply.code(404).type('text/plain').send('There is no such file.');
  }
  const encoding = encodingFor(request, extname(name));
  const key = `${encoding} ${path}`;
  let answer = answers.get(key);
  if (!answer) {
    answer = compress[encoding](readFileSync(path));
    // What keeps its name over builds is read afresh; it is small.
    if (parts.length > 1) answers.set(key, answer);
  }
  if (encoding !== 'identity') reply.header('content-encoding', encoding);
  return reply
    .type(type)
    .headers({ vary: 'accept-encoding', 'cache-control': cacheControl })
    .send(await answer);
};

/** Serves the files of the build; those whose names change with what is in them are kept by browsers for good. */
export const serveAssets = (fastify: FastifyInstance): void => {
  fastify.get<{ Params: { name: string } }>('/assets/:name', (request, reply) =>
    send(request, reply, ['assets', request.params.name], 'public, max-age=31536000, immutable'),
  );
  for (const name of ['icon.svg', 'scheme.js']) {
    fastify.get(`/${name}`, (request, reply) => send(request, reply, [name], 'public, max-age=3600'));
  }
};
