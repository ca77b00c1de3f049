import { readFileSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { projectPath, type Settings } from '#config';

/** The operations of the pages by their hash: made by `npm run operations`, and kept beside them. */
const operations = () => {
  const path = projectPath('apps', 'web', 'src', 'generated', 'persisted-documents.json');
  return new Map(Object.entries(z.record(z.string(), z.string()).parse(JSON.parse(readFileSync(path, 'utf8')))));
};

const refusal = (code: string, message: string, requestId: string) => ({
  errors: [{ message, extensions: { code, requestId } }],
});

/**
 * Lets the pages name an operation by its hash instead of sending its text. With `trustedOperationsOnly` nothing else is
 * answered, so that nobody can make the API work on a question that was never written down.
 */
export const acceptKnownOperations = (fastify: FastifyInstance, { trustedOperationsOnly }: Settings): void => {
  const known = operations();
  fastify.addHook('preHandler', async (request, reply) => {
    if (request.routeOptions.url !== '/graphql') return;
    const body = request.body as { documentId?: unknown; variables?: unknown } | null | undefined;
    if (request.method === 'POST' && typeof body?.documentId === 'string') {
      const query = known.get(body.documentId);
      if (!query) {
        const why = 'This page is from an older version of Benchside. Load it again to go on.';
        return reply.code(400).send(refusal('OUTDATED', why, request.id));
      }
      request.body = { query, variables: body.variables ?? {} };
      return;
    }
    if (trustedOperationsOnly) {
      const why = 'Only the operations of the web front end are answered here.';
      return reply.code(403).send(refusal('NOT_ALLOWED', why, request.id));
    }
  });
};
