import { Inject } from '@nestjs/common';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type Viewer } from '#accounts';
import { Access, today } from '#graphql';
import { Agreement } from './agreement.entity.js';
import {
  AddDocumentInput,
  DraftAgreementInput,
  MoveAgreementInput,
  NavigatorArgs,
  RecordSignatureInput,
  SaveAgreementStepInput,
  SaveHeadsOfTermsInput,
} from './agreement.inputs.js';
import { inForce, agreementRules as rules } from './agreement.rules.js';
import { AgreementService } from './agreement.service.js';
import { AgreementWork } from './agreement.work.js';
import { CollaborationDocument } from './document.entity.js';
import { DocumentService } from './document.service.js';
import { navigate } from './navigator.js';
import { AgreementAdvice, AgreementKind, adviceObject, kindObject } from './navigator.objects.js';

/** The kinds of agreements, the way to one, and the agreements and documents of collaborations. */
@Resolver(() => Agreement)
export class AgreementResolver {
  constructor(
    @Inject(AgreementService) private readonly agreementService: AgreementService,
    @Inject(AgreementWork) private readonly work: AgreementWork,
    @Inject(DocumentService) private readonly documents: DocumentService,
  ) {}

  @Access('anyone')
  @Query(() => [AgreementKind], { description: 'Every kind of agreement that is known here, with its source.' })
  agreementKinds() {
    return rules.kinds.filter((kind) => inForce(kind, today())).map((kind) => kindObject(rules, kind));
  }

  @Access('anyone')
  @Query(() => AgreementAdvice, {
    description: 'What the answers lead to, and what is still to be asked. Not legal advice: the offices decide.',
  })
  agreementNavigator(@Args() { answers, startsOn }: NavigatorArgs) {
    const given = Object.fromEntries(answers.map(({ question, answer }) => [question, answer]));
    return adviceObject(rules, navigate(rules, given, { startsOn: startsOn ?? null, today: today() }));
  }

  @Access('signed-in')
  @Query(() => [Agreement], { description: 'The agreements of a collaboration that you have a part in, oldest first.' })
  agreements(@CurrentViewer() viewer: Viewer, @Args('collaborationId', { type: () => ID }) collaborationId: string) {
    return this.agreementService.list(viewer, collaborationId);
  }

  @Access('signed-in')
  @Query(() => [CollaborationDocument], {
    description: 'The documents of a collaboration that you work on, newest first. Their bytes are at /files/<id>.',
  })
  collaborationDocuments(
    @CurrentViewer() viewer: Viewer,
    @Args('collaborationId', { type: () => ID }) collaborationId: string,
  ) {
    return this.documents.list(viewer, collaborationId);
  }

  @Access('signed-in')
  @Mutation(() => Agreement, { description: 'Drafts an agreement, its heads of terms filled in from the terms.' })
  draftAgreement(@CurrentViewer() viewer: Viewer, @Args('input') input: DraftAgreementInput) {
    return this.work.draft(viewer, input);
  }

  @Access('signed-in')
  @Mutation(() => Agreement, { description: 'Writes the heads of terms of a draft.' })
  saveHeadsOfTerms(@CurrentViewer() viewer: Viewer, @Args('input') input: SaveHeadsOfTermsInput) {
    return this.work.saveHeads(viewer, input);
  }

  @Access('signed-in')
  @Mutation(() => Agreement, { description: 'Sends an agreement to review, takes it back to be changed, or ends it.' })
  moveAgreement(@CurrentViewer() viewer: Viewer, @Args('input') input: MoveAgreementInput) {
    return this.work.move(viewer, input);
  }

  @Access('signed-in')
  @Mutation(() => Agreement, { description: 'Records that your side has signed. With both sides it is signed.' })
  recordSignature(@CurrentViewer() viewer: Viewer, @Args('input') input: RecordSignatureInput) {
    return this.work.sign(viewer, input);
  }

  @Access('signed-in')
  @Mutation(() => Agreement, { description: 'Moves the day of a step, or says that it is done.' })
  saveAgreementStep(@CurrentViewer() viewer: Viewer, @Args('input') input: SaveAgreementStepInput) {
    return this.work.saveStep(viewer, input);
  }

  @Access('signed-in')
  @Mutation(() => CollaborationDocument, { description: 'Adds an upload of yours as a document, or as a new version.' })
  addDocument(@CurrentViewer() viewer: Viewer, @Args('input') input: AddDocumentInput) {
    return this.documents.add(viewer, input);
  }

  @Access('signed-in')
  @Mutation(() => CollaborationDocument, {
    description: 'Restricts a document of your side, or opens it to the other.',
  })
  restrictDocument(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID }) id: string,
    @Args('restricted') restricted: boolean,
  ) {
    return this.documents.restrict(viewer, id, restricted);
  }

  @Access('signed-in')
  @Mutation(() => Boolean, { description: 'Takes away a document that your side added.' })
  removeDocument(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string) {
    return this.documents.remove(viewer, id);
  }
}
