import { Inject } from '@nestjs/common';
import { Args, Field, ID, Int, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { Access } from '#graphql';
import { ClaimService } from './claim.service.js';
import { CurrentViewer } from './current-viewer.js';
import type { Viewer } from './viewer.js';

@ObjectType('Claim', { description: 'A person’s claim that an unclaimed profile is theirs.' })
export class ClaimObject {
  @Field(() => ID)
  id: string;

  @Field(() => ID, { description: 'The academic’s id.' })
  profileId: string;

  @Field({ description: 'orcid, work-email or review.' })
  proof: string;

  @Field({ description: 'code-sent, in-review, granted, refused, withdrawn or expired.' })
  state: string;

  @Field(() => String, { nullable: true })
  workEmail: string | null;

  @Field(() => String, { nullable: true })
  evidence: string | null;

  @Field(() => Int, { nullable: true })
  attemptsLeft: number | null;

  @Field(() => String, { nullable: true })
  decisionReason: string | null;

  @Field(() => Date, { nullable: true })
  expiresAt: Date | null;

  @Field()
  createdAt: Date;

  @Field(() => Date, { nullable: true })
  decidedAt: Date | null;
}

const id = { type: () => ID };

@Resolver()
export class ClaimResolver {
  constructor(@Inject(ClaimService) private readonly claims: ClaimService) {}

  @Access('signed-in')
  @Query(() => [ClaimObject], { description: 'Your claims, newest first.' })
  myClaims(@CurrentViewer() viewer: Viewer) {
    return this.claims.mine(viewer);
  }

  @Access('platform-admin')
  @Query(() => [ClaimObject], { description: 'Claims that wait for a decision, oldest first.' })
  claimsAwaitingReview(@CurrentViewer() viewer: Viewer, @Args('first', { type: () => Int }) first: number) {
    return this.claims.awaitingReview(viewer, { first });
  }

  @Access('signed-in')
  @Mutation(() => ClaimObject, { description: 'Claims a profile that has the ORCID iD you signed in with.' })
  claimByOrcid(@CurrentViewer() viewer: Viewer, @Args('academicId', id) profileId: string) {
    return this.claims.claimByOrcid(viewer, profileId);
  }

  @Access('signed-in')
  @Mutation(() => ClaimObject, { description: 'Sends a code to a work address that shows the profile to be yours.' })
  claimByWorkEmail(
    @CurrentViewer() viewer: Viewer,
    @Args('academicId', id) profileId: string,
    @Args('workEmail') workEmail: string,
  ) {
    return this.claims.claimByWorkEmail(viewer, { profileId, workEmail });
  }

  @Access('signed-in')
  @Mutation(() => ClaimObject)
  confirmClaim(@CurrentViewer() viewer: Viewer, @Args('claimId', id) claimId: string, @Args('code') code: string) {
    return this.claims.confirmCode(viewer, { claimId, code });
  }

  @Access('signed-in')
  @Mutation(() => ClaimObject, { description: 'Asks the platform’s administrators to look at your evidence.' })
  claimByReview(
    @CurrentViewer() viewer: Viewer,
    @Args('academicId', id) profileId: string,
    @Args('evidence', { description: '20 to 4,000 characters.' }) evidence: string,
  ) {
    return this.claims.claimByReview(viewer, { profileId, evidence });
  }

  @Access('signed-in')
  @Mutation(() => ClaimObject)
  withdrawClaim(@CurrentViewer() viewer: Viewer, @Args('claimId', id) claimId: string) {
    return this.claims.withdraw(viewer, claimId);
  }

  @Access('platform-admin')
  @Mutation(() => ClaimObject, { description: 'Grants or refuses a claim in review; never your own.' })
  decideClaim(
    @CurrentViewer() viewer: Viewer,
    @Args('claimId', id) claimId: string,
    @Args('grant') grant: boolean,
    @Args('reason') reason: string,
  ) {
    return this.claims.decide(viewer, { claimId, grant, reason });
  }
}
