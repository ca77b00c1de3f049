import { Inject } from '@nestjs/common';
import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type Viewer } from '#accounts';
import { Access } from '#graphql';
import { CollaborationDocuments } from './collaboration.documents.js';
import { Collaboration } from './collaboration.entity.js';
import { CollaborationPairs, PairEntry } from './collaboration.pairs.js';
import { CollaborationDocument } from './collaboration-document.js';
import { AddCollaborationDocumentInput, AddDocumentVersionInput } from './work.inputs.js';

/** The documents of collaborations, and what two sides had with each other. */
@Resolver(() => Collaboration)
export class DocumentsResolver {
  constructor(
    @Inject(CollaborationDocuments) private readonly documents: CollaborationDocuments,
    @Inject(CollaborationPairs) private readonly pairs: CollaborationPairs,
  ) {}

  @Access('signed-in')
  @Mutation(() => Collaboration, { description: 'Keeps a file that you have uploaded as a new document.' })
  addCollaborationDocument(@CurrentViewer() viewer: Viewer, @Args('input') input: AddCollaborationDocumentInput) {
    return this.documents.add(viewer, input);
  }

  @Access('signed-in')
  @Mutation(() => Collaboration, { description: 'Keeps a file that you have uploaded as a newer version.' })
  addDocumentVersion(@CurrentViewer() viewer: Viewer, @Args('input') input: AddDocumentVersionInput) {
    return this.documents.addVersion(viewer, input);
  }

  @Access('signed-in')
  @Mutation(() => Collaboration, { description: 'Removes a document of your side; that it was there stays on record.' })
  removeCollaborationDocument(
    @CurrentViewer() viewer: Viewer,
    @Args('documentId', { type: () => ID }) documentId: string,
  ) {
    return this.documents.remove(viewer, documentId);
  }

  @ResolveField(() => [CollaborationDocument], { name: 'documents', description: 'Newest first; removed ones last.' })
  documentsOf(@CurrentViewer() viewer: Viewer, @Parent() collaboration: Collaboration) {
    return this.documents.of(viewer, collaboration);
  }

  @Access('signed-in')
  @Mutation(() => Collaboration, {
    description: 'Begins another collaboration of the same two sides, where one is over.',
  })
  startFollowUp(@CurrentViewer() viewer: Viewer, @Args('collaborationId', { type: () => ID }) collaborationId: string) {
    return this.pairs.goOn(viewer, collaborationId);
  }

  @Access('signed-in')
  @Query(() => [PairEntry], { description: 'What the two sides of a collaboration had with each other, newest first.' })
  pairHistory(@CurrentViewer() viewer: Viewer, @Args('collaborationId', { type: () => ID }) collaborationId: string) {
    return this.pairs.history(viewer, collaborationId);
  }
}
