import { Inject } from '@nestjs/common';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type Viewer } from '#accounts';
import { Access } from '#graphql';
import { DigestPreferenceService, DigestPreferences } from './digest.preferences.js';
import { SavedSearch } from './saved-search.entity.js';
import { ChangeSavedSearchInput, DigestInput, SaveSearchInput } from './saved-search.inputs.js';
import { SavedSearchService } from './saved-search.service.js';

/** Saved searches and the letters about them. */
@Resolver()
export class SavedSearchResolver {
  constructor(
    @Inject(SavedSearchService) private readonly saved: SavedSearchService,
    @Inject(DigestPreferenceService) private readonly preferences: DigestPreferenceService,
  ) {}

  @Access('signed-in')
  @Query(() => [SavedSearch], { description: 'Your saved searches, the newest first; there are few.' })
  savedSearches(@CurrentViewer() viewer: Viewer) {
    return this.saved.mine(viewer);
  }

  @Access('signed-in')
  @Query(() => DigestPreferences, { description: 'What you have chosen about letters.' })
  digestPreferences(@CurrentViewer() viewer: Viewer) {
    return this.preferences.mine(viewer);
  }

  @Access('signed-in')
  @Mutation(() => SavedSearch, { description: 'Keeps a search; with a cadence you agree to letters about it.' })
  saveSearch(@CurrentViewer() viewer: Viewer, @Args('input') input: SaveSearchInput) {
    return this.saved.save(viewer, input);
  }

  @Access('signed-in')
  @Mutation(() => SavedSearch, { description: 'Gives a saved search another name or cadence.' })
  changeSavedSearch(@CurrentViewer() viewer: Viewer, @Args('input') input: ChangeSavedSearchInput) {
    return this.saved.change(viewer, input);
  }

  @Access('signed-in')
  @Mutation(() => Boolean, { description: 'Forgets a saved search.' })
  deleteSavedSearch(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string) {
    return this.saved.remove(viewer, id);
  }

  @Access('signed-in')
  @Mutation(() => DigestPreferences, { description: 'Changes what you have chosen about letters.' })
  changeDigest(@CurrentViewer() viewer: Viewer, @Args('input') input: DigestInput) {
    return this.preferences.change(viewer, input);
  }
}
