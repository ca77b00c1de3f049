import { Inject } from '@nestjs/common';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type Viewer } from '#accounts';
import { Access } from '#graphql';
import { MatchSubject } from '#search';
import { MatchJudgement, MatchJudgementReason } from './judgement.entity.js';
import { JudgeMatchInput } from './judgement.inputs.js';
import { judgementReasons } from './judgement.rules.js';
import { JudgementService } from './judgement.service.js';

@Resolver()
export class JudgementResolver {
  constructor(@Inject(JudgementService) private readonly judgements: JudgementService) {}

  @Access('anyone')
  @Query(() => [MatchJudgementReason], { description: 'Why a match may be judged not relevant.' })
  matchJudgementReasons(): MatchJudgementReason[] {
    return judgementReasons.map(({ code, label }) => ({ code, label }));
  }

  @Access('signed-in')
  @Query(() => MatchJudgement, { nullable: true, description: 'What you think of a match, if you have said.' })
  myMatchJudgement(
    @CurrentViewer() viewer: Viewer,
    @Args('for') asking: MatchSubject,
    @Args('with') other: MatchSubject,
  ) {
    return this.judgements.mine(viewer, asking, other);
  }

  @Access('signed-in')
  @Mutation(() => MatchJudgement, {
    description: 'Says whether a match of yours is relevant, and why not, in place of what you said before.',
  })
  judgeMatch(@CurrentViewer() viewer: Viewer, @Args('input') input: JudgeMatchInput) {
    return this.judgements.judge(viewer, input);
  }

  @Access('signed-in')
  @Mutation(() => Boolean, { description: 'Takes your judgement of a match back; false where there was none.' })
  removeMatchJudgement(
    @CurrentViewer() viewer: Viewer,
    @Args('for') asking: MatchSubject,
    @Args('with') other: MatchSubject,
  ) {
    return this.judgements.remove(viewer, asking, other);
  }
}
