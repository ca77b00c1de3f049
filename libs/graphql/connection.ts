import { createHash } from 'node:crypto';
import type { Type } from '@nestjs/common';
import { ArgsType, Field, Int, ObjectType } from '@nestjs/graphql';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { badInput } from './errors.js';

/** Where a page stands in its list. */
@ObjectType({ description: 'Where a page stands in its list.' })
export class PageInfo {
  @Field()
  hasNextPage: boolean;

  @Field()
  hasPreviousPage: boolean;

  @Field(() => String, { nullable: true })
  startCursor: string | null;

  @Field(() => String, { nullable: true })
  endCursor: string | null;
}

/** How much of a list is wanted. */
@ArgsType()
export class PageArgs {
  @Field(() => Int, { description: 'How many, 1 to 100.' })
  @IsInt()
  @Min(1, { message: 'first must be at least 1' })
  @Max(100, { message: 'first must be at most 100' })
  first: number;

  @Field(() => String, { nullable: true, description: 'The cursor after which the page starts.' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  after?: string | null;
}

/** Refuses a length of a list that is none, where it is an argument of its own. */
export const checkFirst = (first: number): void => {
  if (first < 1 || first > 100) throw badInput('first', `${first} is not a length of a list.`, 'Ask for 1 to 100.');
};

/** One page of a list, with the total that the list has. */
export interface Connection<Node> {
  totalCount: number;
  nodes: Node[];
  edges: { cursor: string; node: Node }[];
  pageInfo: PageInfo;
}

/** The GraphQL types of a list of `node`: `<Name>Connection` and `<Name>Edge`. */
export const connectionOf = <Node extends object>(node: Type<Node>, name: string): Type<Connection<Node>> => {
  @ObjectType(`${name}Edge`)
  class Edge {
    @Field()
    cursor: string;

    @Field(() => node)
    node: Node;
  }

  @ObjectType(`${name}Connection`)
  class NodeConnection implements Connection<Node> {
    @Field(() => Int)
    totalCount: number;

    @Field(() => [node])
    nodes: Node[];

    @Field(() => [Edge])
    edges: Edge[];

    @Field(() => PageInfo)
    pageInfo: PageInfo;
  }
  return NodeConnection;
};

/** What a ranked list was asked for, in short: a cursor of one list is refused by another. */
export const listKey = (question: unknown) =>
  createHash('sha1').update(JSON.stringify(question)).digest('base64url').slice(0, 8);

/** Further into a ranking than this nobody pages, and no engine counts. */
const deepestOffset = 100_000;

/** A ranked list has no stable key to continue from, so its cursor is a place in the ranking of one question. */
export const offsetAfter = (after: string | null | undefined, key: string): number => {
  if (!after) return 0;
  const match = /^([A-Za-z0-9_-]{8}):(\d{1,7})$/.exec(Buffer.from(after, 'base64url').toString('latin1'));
  if (!match || match[1] !== key || Number(match[2]) >= deepestOffset) {
    throw badInput(
      'after',
      'this cursor does not belong to this list.',
      'Pass the endCursor of the page before, with the same query, filter and sort, or leave it out.',
    );
  }
  return Number(match[2]) + 1;
};

/** One page of a ranked list. */
export const rankedPage = <Node>(nodes: Node[], totalCount: number, offset: number, key: string): Connection<Node> => {
  const edges = nodes.map((node, index) => ({
    cursor: Buffer.from(`${key}:${offset + index}`, 'latin1').toString('base64url'),
    node,
  }));
  return {
    totalCount,
    nodes,
    edges,
    pageInfo: {
      hasNextPage: offset + nodes.length < totalCount,
      hasPreviousPage: offset > 0,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
};
