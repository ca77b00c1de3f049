import { Inject } from '@nestjs/common';
import { ID, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import DataLoader from 'dataloader';
import { Database } from '#database';
import { CollaborationRequest } from '#requests';

/** What a request has become, for whoever may read the request. */
@Resolver(() => CollaborationRequest)
export class CollaborationOfRequest {
  private readonly idOf: DataLoader<string, string | null>;

  constructor(@Inject(Database) database: Database) {
    this.idOf = new DataLoader(
      async (ids) => {
        const rows = await database.rows<{ id: string; requestId: string }>(
          'SELECT id, request_id AS "requestId" FROM collaboration WHERE request_id = ANY($1::uuid[])',
          [[...new Set(ids)]],
        );
        const found = new Map(rows.map(({ id, requestId }) => [requestId, id]));
        return ids.map((id) => found.get(id) ?? null);
      },
      { cache: false, maxBatchSize: 100 },
    );
  }

  @ResolveField(() => ID, { nullable: true, description: 'The collaboration that it has become.' })
  collaborationId(@Parent() { id }: CollaborationRequest) {
    return this.idOf.load(id);
  }
}
