import { createUnionType, Field, ID, ObjectType } from '@nestjs/graphql';
import { Criterion } from '#opportunities';
import { CollaborationRequest } from './request.entity.js';

/** Why a request cannot be sent, or what its sender should know first. */
export type ProblemCode =
  | 'no-profile'
  | 'profile-hidden'
  | 'sender-unverified'
  | 'own-side'
  | 'unclaimed'
  | 'no-companies'
  | 'receiver-unverified'
  | 'opportunity-closed'
  | 'duplicate'
  | 'cool-down'
  | 'weekly-limit'
  | 'must-have-unmet'
  | 'exclusion-hit'
  | 'office-approves'
  | 'office-told';

/** Something that stands against sending a request, or should be known before. */
@ObjectType({ description: 'Something that stands against sending a request, or should be known before.' })
export class RequestProblem {
  @Field(() => String, {
    description:
      'no-profile, profile-hidden, sender-unverified, own-side, unclaimed, no-companies, receiver-unverified, opportunity-closed, duplicate, cool-down, weekly-limit, must-have-unmet, exclusion-hit, office-approves or office-told.',
  })
  code: ProblemCode;

  @Field({ description: 'What is the matter.' })
  message: string;

  @Field({ description: 'What can be done instead.' })
  fix: string;

  @Field({ description: 'Whether it may be sent all the same, with acknowledgeMismatch.' })
  acknowledgeable: boolean;

  @Field(() => ID, { nullable: true, description: 'Of a duplicate: the request that is open, if you may see it.' })
  requestId: string | null;

  @Field(() => Date, { nullable: true, description: 'When it will have passed.' })
  until: Date | null;

  @Field(() => [Criterion], { description: 'The conditions that are not met.' })
  criteria: Criterion[];
}

/** A problem, with nothing that it does not have. */
export const problem = (
  code: ProblemCode,
  message: string,
  fix: string,
  more: Partial<RequestProblem> = {},
): RequestProblem => ({
  code,
  message,
  fix,
  acknowledgeable: false,
  requestId: null,
  until: null,
  criteria: [],
  ...more,
});

/** What would happen if the request were sent. */
@ObjectType({ description: 'What would happen if the request were sent.' })
export class RequestCheck {
  @Field({ description: 'Whether it can be sent, with acknowledgeMismatch where a problem asks for it.' })
  canSend: boolean;

  @Field(() => [RequestProblem], { description: 'What stands against it.' })
  problems: RequestProblem[];

  @Field(() => [RequestProblem], { description: 'What to know, and needs nothing done.' })
  warnings: RequestProblem[];
}

/** The request was sent. */
@ObjectType({ description: 'The request was sent.' })
export class RequestSent {
  @Field(() => CollaborationRequest)
  request: CollaborationRequest;
}

/** The request was not sent, and nothing was changed. */
@ObjectType({ description: 'The request was not sent, and nothing was changed.' })
export class RequestProblems {
  @Field(() => [RequestProblem])
  problems: RequestProblem[];
}

/** What became of a request that was to be sent. */
export const SendRequestResult = createUnionType({
  name: 'SendRequestResult',
  types: () => [RequestSent, RequestProblems] as const,
  resolveType: (value: object) => ('request' in value ? RequestSent : RequestProblems),
});
