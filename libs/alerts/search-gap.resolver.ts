import { Inject } from '@nestjs/common';
import { Args, ArgsType, Context, Field, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { IsInt, IsString, Max, MaxLength, Min } from 'class-validator';
import { CurrentViewer, type Viewer } from '#accounts';
import { Access } from '#graphql';
import { SearchGapService } from './search-gap.service.js';
import { SearchGap, SearchInVainInput } from './search-gap.types.js';

@ArgsType()
class SearchGapsArgs {
  @Field(() => ID)
  @IsString()
  @MaxLength(40)
  organisationId: string;

  @Field(() => Int, { description: 'How many, 1 to 100.' })
  @IsInt()
  @Min(1, { message: 'first must be at least 1' })
  @Max(100, { message: 'first must be at most 100' })
  first: number;
}

/** What was searched for in vain. */
@Resolver()
export class SearchGapResolver {
  constructor(@Inject(SearchGapService) private readonly gaps: SearchGapService) {}

  @Access('signed-in')
  @Query(() => [SearchGap], {
    description: 'What several people searched for and did not find, the most wanted first; for offices.',
  })
  searchGaps(@CurrentViewer() viewer: Viewer, @Args() { organisationId, first }: SearchGapsArgs) {
    return this.gaps.gaps(viewer, organisationId, first);
  }

  @Access('anyone')
  @Mutation(() => Boolean, { description: 'Counts a search that found nothing; who searched is not kept.' })
  recordSearchInVain(
    @CurrentViewer() viewer: Viewer,
    @Args('input') input: SearchInVainInput,
    @Context() { request }: { request: { ip: string } },
  ) {
    return this.gaps.record(viewer, viewer.accountId ?? request.ip, input);
  }
}
