import { Inject } from '@nestjs/common';
import { Args, Field, ID, Info, Int, ObjectType, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { CurrentViewer, type Viewer } from '#accounts';
import { Access, badInput, connectionOf, selectedFields } from '#graphql';
import { Contact, ContactService } from './contact.service.js';
import { NdaUndertaking, ndaText, ndaTextOn, undertakingOf } from './nda.undertaking.js';
import { RequestChecker } from './request.check.js';
import { CollaborationRequest } from './request.entity.js';
import { OfficeRequestsArgs, RequestCheckInput, RequestsArgs } from './request.inputs.js';
import { RequestCheck } from './request.problem.js';
import { RequestEvent, RequestMessage } from './request.record.js';
import { RequestRecords } from './request.records.js';
import { declineReasons } from './request.rules.js';
import { RequestService } from './request.service.js';

const RequestConnection = connectionOf(CollaborationRequest, 'CollaborationRequest');

/** What one box holds. */
@ObjectType({ description: 'What one box holds.' })
export class RequestBoxCounts {
  @Field(() => Int)
  total: number;

  @Field(() => Int, { description: 'How many have news that you have not read.' })
  unread: number;

  @Field(() => Int, { description: 'How many wait for you.' })
  replyDue: number;
}

/** What your boxes hold. */
@ObjectType({ description: 'What your boxes hold.' })
export class RequestCounts {
  @Field(() => RequestBoxCounts)
  received: RequestBoxCounts;

  @Field(() => RequestBoxCounts)
  sent: RequestBoxCounts;

  @Field(() => RequestBoxCounts)
  archived: RequestBoxCounts;

  @Field(() => Int, { description: 'How many requests wait for the approval of your office.' })
  approvals: number;
}

/** Why a request may be declined. */
@ObjectType({ description: 'Why a request may be declined.' })
export class DeclineReason {
  @Field()
  code: string;

  @Field({ description: 'How it reads to the one who declines.' })
  label: string;

  @Field({ description: 'How it reads to the sender.' })
  toSender: string;
}

/** Requests, read. */
@Resolver(() => CollaborationRequest)
export class RequestResolver {
  constructor(
    @Inject(RequestService) private readonly service: RequestService,
    @Inject(RequestChecker) private readonly checker: RequestChecker,
    @Inject(RequestRecords) private readonly records: RequestRecords,
    @Inject(ContactService) private readonly contacts: ContactService,
  ) {}

  @Access('signed-in')
  @Query(() => CollaborationRequest, { description: 'One request of yours, or one that your office looks after.' })
  request(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID }) id: string,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.service.one(viewer, id, selectedFields(info));
  }

  @Access('signed-in')
  @Query(() => RequestConnection, { description: 'Your requests and your organisations’, newest first.' })
  requests(@CurrentViewer() viewer: Viewer, @Args() args: RequestsArgs, @Info() info: GraphQLResolveInfo) {
    return this.service.list(viewer, args, selectedFields(info));
  }

  @Access('signed-in')
  @Query(() => RequestConnection, {
    description: 'The requests of an organisation’s people that its office is told of or approves, oldest first.',
  })
  officeRequests(@CurrentViewer() viewer: Viewer, @Args() args: OfficeRequestsArgs, @Info() info: GraphQLResolveInfo) {
    return this.service.officeList(viewer, args, selectedFields(info));
  }

  @Access('signed-in')
  @Query(() => RequestCounts, { description: 'How many requests your boxes hold, and how many wait for you.' })
  requestCounts(@CurrentViewer() viewer: Viewer) {
    return this.service.counts(viewer);
  }

  @Access('signed-in')
  @Query(() => RequestCheck, { description: 'What would happen if this request were sent now. Nothing is written.' })
  requestCheck(@CurrentViewer() viewer: Viewer, @Args('input') input: RequestCheckInput) {
    return this.checker.check(viewer, input);
  }

  @Access('anyone')
  @Query(() => [DeclineReason], { description: 'Why a request may be declined.' })
  declineReasons() {
    return declineReasons;
  }

  @Access('anyone')
  @Query(() => NdaUndertaking, {
    description:
      'The NDA that is signed now, or the version of it that was signed, and who may sign. Not legal advice.',
  })
  ndaUndertaking(@Args('version', { type: () => String, nullable: true }) version: string | null) {
    const text = version ? ndaText(version) : ndaTextOn(new Date().toISOString().slice(0, 10));
    if (!text) throw badInput('version', 'is no version of the NDA.', 'Leave it out for the one that is signed now.');
    return undertakingOf(text);
  }

  @ResolveField(() => [RequestEvent], { description: 'What was done with it, oldest first.' })
  events(@CurrentViewer() viewer: Viewer, @Parent() request: CollaborationRequest) {
    return this.records.events(viewer, request);
  }

  @ResolveField(() => [RequestMessage], { description: 'The newest 200 messages, oldest first. Not for offices.' })
  messages(@CurrentViewer() viewer: Viewer, @Parent() request: CollaborationRequest) {
    return this.records.messages(viewer, request);
  }

  @ResolveField(() => Contact, { nullable: true, description: 'How to reach the other side, once it was accepted.' })
  contact(@CurrentViewer() viewer: Viewer, @Parent() request: CollaborationRequest) {
    return request.showsContact ? this.contacts.ofRequest(viewer, request.id) : null;
  }
}
