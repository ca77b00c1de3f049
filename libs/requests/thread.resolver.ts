import { Inject } from '@nestjs/common';
import { Args, ID, Info, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { CurrentViewer, type Viewer } from '#accounts';
import { Access, selectedFields } from '#graphql';
import { DraftService, RequestDraft } from './draft.service.js';
import { CollaborationRequest } from './request.entity.js';
import { PostRequestMessageInput, SaveRequestDraftInput } from './request.inputs.js';
import { RequestThread } from './request.thread.js';

/** What people write on requests, what they have read and put away, and what they are still writing. */
@Resolver()
export class ThreadResolver {
  constructor(
    @Inject(RequestThread) private readonly thread: RequestThread,
    @Inject(DraftService) private readonly drafts: DraftService,
  ) {}

  @Access('signed-in')
  @Mutation(() => CollaborationRequest, { description: 'Writes to the other side, or proposes times to meet.' })
  postRequestMessage(
    @CurrentViewer() viewer: Viewer,
    @Args('input') input: PostRequestMessageInput,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.thread.post(viewer, input, selectedFields(info));
  }

  @Access('signed-in')
  @Mutation(() => CollaborationRequest, { description: 'Picks one of the times that the other side has proposed.' })
  pickRequestTime(
    @CurrentViewer() viewer: Viewer,
    @Args('messageId', { type: () => ID }) messageId: string,
    @Args('time') time: Date,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.thread.pick(viewer, messageId, time, selectedFields(info));
  }

  @Access('signed-in')
  @Mutation(() => CollaborationRequest, {
    description: 'You have read it; with upTo (its news when it was shown), what has come since stays unread.',
  })
  markRequestRead(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID }) id: string,
    @Args('upTo', { type: () => Int, nullable: true }) upTo: number | null,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.thread.read(viewer, id, upTo ?? null, selectedFields(info));
  }

  @Access('signed-in')
  @Mutation(() => [CollaborationRequest], { description: 'Puts up to 100 requests away for you, or brings them back.' })
  archiveRequests(
    @CurrentViewer() viewer: Viewer,
    @Args('ids', { type: () => [ID] }) ids: string[],
    @Args('archived', { defaultValue: true }) archived: boolean,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.thread.archive(viewer, ids, archived, selectedFields(info));
  }

  @Access('signed-in')
  @Query(() => [RequestDraft], { description: 'The requests that you are still writing, the last changed first.' })
  requestDrafts(@CurrentViewer() viewer: Viewer) {
    return this.drafts.mine(viewer);
  }

  @Access('signed-in')
  @Mutation(() => RequestDraft, { description: 'Saves what you are writing, under an id that you make.' })
  saveRequestDraft(@CurrentViewer() viewer: Viewer, @Args('input') input: SaveRequestDraftInput) {
    return this.drafts.save(viewer, input);
  }

  @Access('signed-in')
  @Mutation(() => Boolean, { description: 'Removes a draft; false where there was none.' })
  deleteRequestDraft(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string) {
    return this.drafts.remove(viewer, id);
  }
}
