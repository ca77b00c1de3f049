import { Inject } from '@nestjs/common';
import { Args, Int, Query, Resolver } from '@nestjs/graphql';
import { Access, checkFirst } from '#graphql';
import { TaxonomyService } from './taxonomy.service.js';
import { TermObject } from './term.object.js';

@Resolver(() => TermObject)
export class TermResolver {
  constructor(@Inject(TaxonomyService) private readonly taxonomy: TaxonomyService) {}

  @Access('anyone')
  @Query(() => [TermObject], { description: 'All terms of a vocabulary, in their order.' })
  terms(@Args('scheme', { description: 'topic, profession, career-stage, sector, ...' }) scheme: string) {
    return this.taxonomy.current.terms(scheme);
  }

  @Access('anyone')
  @Query(() => [TermObject], {
    description: 'Topics whose name or synonym starts like this, best first; 1 to 100 of them.',
  })
  suggestTopics(@Args('prefix') prefix: string, @Args('first', { type: () => Int, defaultValue: 10 }) first: number) {
    checkFirst(first);
    return this.taxonomy.current.suggestTopics(prefix.slice(0, 200), first);
  }

  @Access('anyone')
  @Query(() => [TermObject], { description: 'The topics that a text names, most often named first; at most 30.' })
  topicsIn(@Args('text') text: string) {
    return this.taxonomy.current.extractTopics(text.slice(0, 20_000), 30).map(({ term }) => term);
  }
}
