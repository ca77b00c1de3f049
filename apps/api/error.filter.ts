import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { longestBody } from './request.limits.js';

const log = new Logger('Http');

const refusals: Record<number, { code: string; message: string }> = {
  400: { code: 'BAD_REQUEST', message: 'This request cannot be read: check its address, and that its body is JSON.' },
  404: { code: 'NOT_FOUND', message: 'There is nothing at this address.' },
  413: { code: 'TOO_LARGE', message: `The body of this request is larger than ${longestBody / 1024} KB.` },
  415: { code: 'BAD_REQUEST', message: 'Send the body as application/json.' },
  503: { code: 'UNAVAILABLE', message: 'This cannot be answered at the moment. Try again soon.' },
};

const statusOf = (error: unknown): number => {
  if (error instanceof HttpException) return error.getStatus();
  const { statusCode } = (error ?? {}) as { statusCode?: unknown };
  return typeof statusCode === 'number' && statusCode >= 400 ? statusCode : 500;
};

/** Answers a request that failed outside GraphQL, in the shape that GraphQL's answers have, and says nothing of ours. */
export const answerFailure = (error: unknown, request: FastifyRequest, reply: FastifyReply) => {
  const status = statusOf(error);
  if (status >= 500)
    log.error(`${request.id} ${request.method}: ${error instanceof Error ? error.stack : String(error)}`);
  const { code, message } = refusals[status] ?? {
    code: status < 500 ? 'BAD_REQUEST' : 'INTERNAL_SERVER_ERROR',
    message: status < 500 ? 'This request cannot be answered.' : 'Something went wrong here. It was written down.',
  };
  return reply.code(status).send({ errors: [{ message, extensions: { code, requestId: request.id } }] });
};

/** What resolvers throw goes on to Apollo, which masks and logs it in one place; everything else is answered here. */
@Catch()
export class ErrorFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost) {
    if (host.getType<string>() === 'graphql') throw error;
    const http = host.switchToHttp();
    answerFailure(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }
}
