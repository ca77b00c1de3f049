import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Viewer } from '#accounts';

/** What every resolver may know of the request it answers. */
export interface ApiContext {
  viewer: Viewer;
  /** Named in answers and logs alike. */
  requestId: string;
  request: FastifyRequest;
  reply: FastifyReply;
}
