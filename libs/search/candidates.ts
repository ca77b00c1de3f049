import type { MatchKind } from '#matching';
import type { OpportunityCodes } from '#opportunities';
import type { OrganisationCodes } from '#organisations';
import type { Codes } from './directory.js';
import type { SearchFilter, SearchKind, SearchRequest } from './search-engine.js';

/** How many candidates are scored for one list of matches. */
const candidates = 150;

/** What the index is asked for a list of matches: whoever has some of these words and keeps the conditions. */
export const candidateRequest = (text: string, filter: SearchFilter = {}): SearchRequest => ({
  text: text === '' ? undefined : text,
  matching: 'any',
  filter,
  offset: 0,
  limit: candidates,
});

/** Whether something that the filter of the index has not seen is on the other side: must-haves are seen to by the score. */
export const isOfSide = (asking: MatchKind, sought: SearchKind, thing: Codes | undefined): boolean => {
  if (!thing) return false;
  if (sought === 'opportunities')
    return (thing as OpportunityCodes).side === (asking === 'academic' ? 'company' : 'academic');
  return sought === 'academics' || (thing as OrganisationCodes).typeCode === 'company';
};
