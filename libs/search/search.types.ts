import type { Type } from '@nestjs/common';
import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import { Academic } from '#academics';
import { type Connection, PageInfo } from '#graphql';
import { Opportunity } from '#opportunities';
import { Organisation } from '#organisations';
import { TermObject } from '#taxonomy';
import { Match } from './match.types.js';

/** One code of a facet, and how many things have it. */
@ObjectType({ description: 'One code of a facet, and how many things have it.' })
export class FacetValue {
  @Field()
  code: string;

  @Field()
  label: string;

  @Field(() => Int)
  count: number;

  @Field({ description: 'Whether the filter names it.' })
  selected: boolean;
}

/** Something that can be filtered by. Its own selection is ignored in its counts, so the alternatives stay visible. */
@ObjectType({ description: 'Something that can be filtered by; its own selection is ignored in its counts.' })
export class Facet {
  @Field({ description: 'The name of the field of the filter.' })
  name: string;

  @Field()
  label: string;

  @Field(() => [FacetValue])
  values: FacetValue[];
}

/** Where the words of the query stand in what was found. */
@ObjectType({ description: 'Where the words of the query stand in what was found.' })
export class Highlight {
  @Field({ description: 'name, topics, role, organisation, place or summary.' })
  field: string;

  @Field({ description: 'HTML: escaped text in which <mark> surrounds the words that were found.' })
  html: string;
}

/** A topic of the filter that was retired, and the one that stands in its place. */
@ObjectType({ description: 'A topic of the filter that was retired, and the one that stands in its place.' })
export class ReplacedTopic {
  @Field()
  code: string;

  @Field()
  successor: string;
}

/** What a query was understood as. */
@ObjectType({ description: 'What a query was understood as.' })
export class Understanding {
  @Field(() => [TermObject], { description: 'The topics that it names.' })
  topics: TermObject[];

  @Field({ description: 'Whether it was read as a brief: any of its telling words count, not all of them.' })
  brief: boolean;

  @Field(() => [ReplacedTopic], { description: 'Retired topics of the filter; the answer is for their successors.' })
  replaced: ReplacedTopic[];
}

/** What removing one filter would give. */
@ObjectType({ description: 'What removing one filter would give.' })
export class Relaxation {
  @Field({ description: 'The name of the field of the filter, or "query".' })
  filter: string;

  @Field({ description: 'How the filter reads.' })
  label: string;

  @Field(() => Int, { description: 'How many would be found without it.' })
  totalCount: number;
}

/** What a search found: one page, and what the whole list is like. */
export interface Found<Node> extends Connection<Node> {
  edges: { cursor: string; node: Node; highlights: Highlight[]; match: Match | null }[];
  facets: Facet[];
  understood: Understanding;
  engine: string;
  degraded: boolean;
  tookMs: number;
}

const foundOf = <Node extends object>(node: Type<Node>, name: string): Type<Found<Node>> => {
  @ObjectType(`${name}SearchEdge`)
  class Edge {
    @Field()
    cursor: string;

    @Field(() => node)
    node: Node;

    @Field(() => [Highlight])
    highlights: Highlight[];

    @Field(() => Match, { nullable: true, description: 'How it fits you, if you are signed in and have a side.' })
    match: Match | null;
  }

  @ObjectType(`${name}Search`)
  class NodeSearch implements Found<Node> {
    @Field(() => Int)
    totalCount: number;

    @Field(() => [node])
    nodes: Node[];

    @Field(() => [Edge])
    edges: Edge[];

    @Field(() => PageInfo)
    pageInfo: PageInfo;

    @Field(() => [Facet])
    facets: Facet[];

    @Field(() => Understanding)
    understood: Understanding;

    @Field({ description: 'meilisearch or postgresql.' })
    engine: string;

    @Field({ description: 'Whether the usual engine is down and a simpler one answered.' })
    degraded: boolean;

    @Field(() => Float, { description: 'Milliseconds in the search engine.' })
    tookMs: number;

    @Field(() => [Relaxation], { description: 'With nothing found: what removing each filter would give.' })
    relaxations: Relaxation[];
  }
  return NodeSearch;
};

export const AcademicSearch = foundOf(Academic, 'Academic');
export const OrganisationSearch = foundOf(Organisation, 'Organisation');
export const OpportunitySearch = foundOf(Opportunity, 'Opportunity');
