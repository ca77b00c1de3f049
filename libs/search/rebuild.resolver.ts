import { Inject } from '@nestjs/common';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type Viewer } from '#accounts';
import { Access } from '#graphql';
import { IndexRebuild, RebuildService } from './rebuild.service.js';

/** Rebuilds of the index, asked for and watched. */
@Resolver()
export class RebuildResolver {
  constructor(@Inject(RebuildService) private readonly rebuilds: RebuildService) {}

  @Access('platform-admin')
  @Query(() => [IndexRebuild], { description: 'The last rebuild of each index that somebody asked for.' })
  indexRebuilds(@CurrentViewer() viewer: Viewer) {
    return this.rebuilds.list(viewer);
  }

  @Access('platform-admin')
  @Mutation(() => IndexRebuild, { description: 'Builds an index anew, beside the one that is searched meanwhile.' })
  rebuildIndex(
    @CurrentViewer() viewer: Viewer,
    @Args('kind', { type: () => String, description: 'academics, organisations or opportunities.' }) kind: string,
  ) {
    return this.rebuilds.start(viewer, kind);
  }
}
