import type { Connection } from './connection.js';
import { badInput } from './errors.js';

/** Where a row stands in a list that is ordered by time and id; times have milliseconds, in the database too. */
export interface Place {
  id: string;
  createdAt: Date;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const cursorOf = (list: string, { id, createdAt }: Place) =>
  Buffer.from(`${list}:${createdAt.getTime()}:${id}`, 'latin1').toString('base64url');

/** The row after which a page starts; a cursor of another list, or of none, is refused. */
export const placeAfter = (list: string, after: string | null | undefined): Place | null => {
  if (!after) return null;
  const [name, at, id, ...rest] = Buffer.from(after, 'base64url').toString('latin1').split(':');
  if (name !== list || !at || !/^\d{1,14}$/.test(at) || !id || !uuid.test(id) || rest.length > 0) {
    throw badInput('after', 'this cursor does not belong to this list.', 'Pass the endCursor of the page before.');
  }
  return { id, createdAt: new Date(Number(at)) };
};

/** One page of a list that is ordered by time and id. */
export const placedPage = <Node extends Place>(
  list: string,
  nodes: Node[],
  { totalCount, hasNextPage, after }: { totalCount: number; hasNextPage: boolean; after: Place | null },
): Connection<Node> => {
  const edges = nodes.map((node) => ({ cursor: cursorOf(list, node), node }));
  return {
    totalCount,
    nodes,
    edges,
    pageInfo: {
      hasNextPage,
      hasPreviousPage: after !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
};
