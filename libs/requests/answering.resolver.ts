import { Inject } from '@nestjs/common';
import { Args, ID, Info, Mutation, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { CurrentViewer, type Viewer } from '#accounts';
import { Access, selectedFields } from '#graphql';
import { SignRequestNdaInput } from './nda.inputs.js';
import { RequestAnswering } from './request.answering.js';
import { CollaborationRequest } from './request.entity.js';
import { SendRequestInput } from './request.inputs.js';
import { RequestApproval } from './request.office.js';
import { SendRequestResult } from './request.problem.js';
import { RequestReferral } from './request.referral.js';
import { RequestSending } from './request.sending.js';
import { RequestSigning } from './request.signing.js';

const id = () => Args('id', { type: () => ID });
const optional = (name: string) => Args(name, { type: () => String, nullable: true });

/** The steps of a request. */
@Resolver()
export class AnsweringResolver {
  constructor(
    @Inject(RequestSending) private readonly sending: RequestSending,
    @Inject(RequestAnswering) private readonly answering: RequestAnswering,
    @Inject(RequestSigning) private readonly signing: RequestSigning,
    @Inject(RequestReferral) private readonly referral: RequestReferral,
    @Inject(RequestApproval) private readonly approval: RequestApproval,
  ) {}

  @Access('signed-in')
  @Mutation(() => SendRequestResult, { description: 'Asks a person, an organisation, or whoever offers something.' })
  sendRequest(
    @CurrentViewer() viewer: Viewer,
    @Args('input') input: SendRequestInput,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.sending.send(viewer, input, selectedFields(info));
  }

  @Access('signed-in')
  @Mutation(() => CollaborationRequest, {
    description:
      'Says yes: each side is shown how to reach the other, after an NDA where the blind opportunity asks for one.',
  })
  acceptRequest(
    @CurrentViewer() viewer: Viewer,
    @id() requestId: string,
    @optional('note') note: string | null,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.answering.accept(viewer, requestId, note, selectedFields(info));
  }

  @Access('signed-in')
  @Mutation(() => CollaborationRequest, {
    description:
      'Records that the NDA is signed for the side that is not hidden: the request is accepted, and both see who the other is.',
  })
  signRequestNda(
    @CurrentViewer() viewer: Viewer,
    @Args('input') input: SignRequestNdaInput,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.signing.sign(viewer, input, selectedFields(info));
  }

  @Access('signed-in')
  @Mutation(() => CollaborationRequest, {
    description: 'Says no, with a code of declineReasons; the sender reads both.',
  })
  declineRequest(
    @CurrentViewer() viewer: Viewer,
    @id() requestId: string,
    @Args('reason') reason: string,
    @optional('note') note: string | null,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.answering.decline(viewer, requestId, reason, note, selectedFields(info));
  }

  @Access('signed-in')
  @Mutation(() => CollaborationRequest, { description: 'Asks the sender something; the request waits for the answer.' })
  askRequest(
    @CurrentViewer() viewer: Viewer,
    @id() requestId: string,
    @Args('question') question: string,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.answering.ask(viewer, requestId, question, selectedFields(info));
  }

  @Access('signed-in')
  @Mutation(() => CollaborationRequest, { description: 'Answers what the receiver has asked.' })
  answerRequest(
    @CurrentViewer() viewer: Viewer,
    @id() requestId: string,
    @Args('answer') answer: string,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.answering.answer(viewer, requestId, answer, selectedFields(info));
  }

  @Access('signed-in')
  @Mutation(() => CollaborationRequest, {
    description:
      'Passes it on to a colleague, who gets it as a request of their own; both they and the sender read the note.',
  })
  referRequest(
    @CurrentViewer() viewer: Viewer,
    @id() requestId: string,
    @Args('toAcademicId', { type: () => ID }) toAcademicId: string,
    @optional('note') note: string | null,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.referral.refer(viewer, requestId, toAcademicId, note, selectedFields(info));
  }

  @Access('signed-in')
  @Mutation(() => CollaborationRequest, { description: 'Takes your own request back.' })
  withdrawRequest(
    @CurrentViewer() viewer: Viewer,
    @id() requestId: string,
    @optional('note') note: string | null,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.answering.withdraw(viewer, requestId, note, selectedFields(info));
  }

  @Access('signed-in')
  @Mutation(() => CollaborationRequest, {
    description: 'Takes your yes or no back, within minutes and before the other side has read it.',
  })
  undoRequestDecision(@CurrentViewer() viewer: Viewer, @id() requestId: string, @Info() info: GraphQLResolveInfo) {
    return this.answering.undo(viewer, requestId, selectedFields(info));
  }

  @Access('signed-in')
  @Mutation(() => CollaborationRequest, { description: 'For offices: lets a request through.' })
  approveRequest(
    @CurrentViewer() viewer: Viewer,
    @id() requestId: string,
    @optional('note') note: string | null,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.approval.approve(viewer, requestId, note, selectedFields(info));
  }

  @Access('signed-in')
  @Mutation(() => CollaborationRequest, { description: 'For offices: ends a request; the sender reads the reason.' })
  refuseRequest(
    @CurrentViewer() viewer: Viewer,
    @id() requestId: string,
    @Args('reason') reason: string,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.approval.refuse(viewer, requestId, reason, selectedFields(info));
  }
}
