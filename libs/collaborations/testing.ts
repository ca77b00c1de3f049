import type { INestApplicationContext } from '@nestjs/common';
import type { Viewer } from '#accounts';
import type { Database } from '#database';
import { Collaboration } from './collaboration.entity.js';
import { CollaborationGates } from './collaboration.gates.js';
import { CollaborationService } from './collaboration.service.js';
import { CollaborationTerms } from './collaboration.terms.js';
import { CollaborationsModule } from './collaborations.module.js';
import { EngagementTerms } from './engagement-terms.entity.js';

/** What collaborations add to the world in which requests are tested. */
export const withCollaborations = {
  imports: [CollaborationsModule],
  entities: [Collaboration, EngagementTerms],
};

interface World {
  app: INestApplicationContext;
  database: Database;
  nothing: ReadonlySet<string>;
  academic(name?: string, values?: Record<string, unknown>): Promise<Viewer & { academicId: string }>;
  organisation(name?: string, values?: Record<string, unknown>): Promise<string>;
  member(organisationId: string, role?: 'member' | 'admin' | 'office', name?: string): Promise<Viewer>;
  send(as: Viewer, values: { toOrganisationId: string }): Promise<{ id: string }>;
  answering: { accept(as: Viewer, id: string, note: null, fields: ReadonlySet<string>): Promise<unknown> };
}

/** What a test does with collaborations, in a world of requests. */
export const collaborationsIn = (world: World) => {
  const { app, database } = world;
  const service = app.get(CollaborationService);

  const ofRequest = async (requestId: string): Promise<string | undefined> =>
    (await database.row<{ id: string }>('SELECT id FROM collaboration WHERE request_id = $1', [requestId]))?.id;

  /** A collaboration that an academic asked for and a company accepted, with its two people. */
  const begun = async ({ employer }: { employer?: string } = {}) => {
    const sender = await world.academic('Ada Adams', employer ? { employer_id: employer } : {});
    const company = await world.organisation();
    const receiver = await world.member(company, 'member', 'Ben Brown');
    const request = await world.send(sender, { toOrganisationId: company });
    await world.answering.accept(receiver, request.id, null, world.nothing);
    const id = await ofRequest(request.id);
    if (!id) throw new Error('No collaboration has begun');
    return { id, requestId: request.id, sender, receiver, company };
  };

  /** Takes steps, one after the other. */
  const move = async (as: Viewer, id: string, ...actions: Parameters<typeof service.move>[2][]) => {
    for (const action of actions) await service.move(as, id, action, null);
  };

  const events = (id: string) =>
    database.rows<{ action: string; from: string | null; to: string | null; side: string }>(
      `SELECT action, from_state AS "from", to_state AS "to", side FROM collaboration_event WHERE collaboration_id = $1
       ORDER BY number`,
      [id],
    );

  return {
    service,
    terms: app.get(CollaborationTerms),
    gates: app.get(CollaborationGates),
    ofRequest,
    begun,
    move,
    events,
  };
};

export type CollaborationsForTests = ReturnType<typeof collaborationsIn>;
