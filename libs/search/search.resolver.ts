import { Inject } from '@nestjs/common';
import { Args, Info, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { CurrentViewer, type Viewer } from '#accounts';
import { Access, PageArgs, selectedFields } from '#graphql';
import { MatchService } from './match.service.js';
import { Match, Matches } from './match.types.js';
import { AcademicSearchArgs, MatchSubject, OpportunitySearchArgs, OrganisationSearchArgs } from './search.inputs.js';
import { type SearchQuestion, SearchService } from './search.service.js';
import { AcademicSearch, OpportunitySearch, OrganisationSearch, Relaxation } from './search.types.js';
import type { SearchKind } from './search-engine.js';
import { SetAsideMatches } from './set-aside.js';

@Resolver()
export class SearchResolver {
  constructor(
    @Inject(SearchService) private readonly searches: SearchService,
    @Inject(MatchService) private readonly matching: MatchService,
    @Inject(SetAsideMatches) private readonly setAside: SetAsideMatches,
  ) {}

  @Access('anyone')
  @Query(() => AcademicSearch, { description: 'Find academics.' })
  academics(@CurrentViewer() viewer: Viewer, @Args() args: AcademicSearchArgs, @Info() info: GraphQLResolveInfo) {
    return this.searches.search('academics', viewer, args as SearchQuestion, selectedFields(info));
  }

  @Access('anyone')
  @Query(() => OrganisationSearch, { description: 'Find companies, universities and NHS organisations.' })
  organisations(
    @CurrentViewer() viewer: Viewer,
    @Args() args: OrganisationSearchArgs,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.searches.search('organisations', viewer, args as SearchQuestion, selectedFields(info));
  }

  @Access('anyone')
  @Query(() => OpportunitySearch, { description: 'Find briefs and project ideas.' })
  opportunities(
    @CurrentViewer() viewer: Viewer,
    @Args() args: OpportunitySearchArgs,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.searches.search('opportunities', viewer, args as SearchQuestion, selectedFields(info));
  }

  @Access('signed-in')
  @Query(() => Matches, { description: 'The best matches for your profile, your organisation or your opportunity.' })
  matches(
    @CurrentViewer() viewer: Viewer,
    @Args('for') subject: MatchSubject,
    @Args('find', { type: () => String, nullable: true, description: 'academics, organisations or opportunities.' })
    find: string | null,
    @Args('leaveOutNotRelevant', {
      defaultValue: false,
      description: 'Whether to leave out what you have judged not relevant.',
    })
    leaveOut: boolean,
    @Args() page: PageArgs,
    @Info() info: GraphQLResolveInfo,
  ) {
    const setAside = leaveOut ? this.setAside.of(viewer, subject) : Promise.resolve(new Set<string>());
    return setAside.then((ids) => this.matching.matches(viewer, subject, find, page, selectedFields(info), ids));
  }

  @Access('signed-in')
  @Query(() => Match, { description: 'How b fits a, and why.' })
  match(@CurrentViewer() viewer: Viewer, @Args('a') a: MatchSubject, @Args('b') b: MatchSubject) {
    return this.matching.match(viewer, a, b);
  }
}

/** What a search that found nothing could do without. */
const relaxationsOf = (type: typeof AcademicSearch | typeof OrganisationSearch | typeof OpportunitySearch) => {
  @Resolver(() => type)
  class RelaxationResolver {
    constructor(@Inject(SearchService) private readonly searches: SearchService) {}

    @ResolveField(() => [Relaxation])
    relaxations(
      @CurrentViewer() viewer: Viewer,
      @Parent() found: { totalCount: number; kind: SearchKind; question: SearchQuestion },
    ) {
      return found.totalCount > 0 ? [] : this.searches.relaxations(viewer, found.kind, found.question);
    }
  }
  return RelaxationResolver;
};

export const AcademicRelaxationResolver = relaxationsOf(AcademicSearch);
export const OrganisationRelaxationResolver = relaxationsOf(OrganisationSearch);
export const OpportunityRelaxationResolver = relaxationsOf(OpportunitySearch);
