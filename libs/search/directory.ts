import { Inject, Injectable } from '@nestjs/common';
import { type Academic, type AcademicCodes, AcademicService } from '#academics';
import { isPlatformAdmin, type Viewer } from '#accounts';
import type { Beside } from '#database';
import type { MatchKind } from '#matching';
import { type Opportunity, type OpportunityCodes, OpportunityService, ownsOpportunity } from '#opportunities';
import { type Organisation, type OrganisationCodes, OrganisationService } from '#organisations';
import type { SearchKind } from './search-engine.js';

/** The thing that each kind of list holds. */
export interface ThingOf {
  academics: Academic;
  organisations: Organisation;
  opportunities: Opportunity;
}

/** One of the three things that are found. */
export type Thing = ThingOf[SearchKind];

/** What matching compares of one of them. */
export type Codes = AcademicCodes | OrganisationCodes | OpportunityCodes;

/** What each kind of list calls one of its things. */
export const kindOf: Record<SearchKind, MatchKind> = {
  academics: 'academic',
  organisations: 'organisation',
  opportunities: 'opportunity',
};

/** The list in which each thing is found. */
export const listOf: Record<MatchKind, SearchKind> = {
  academic: 'academics',
  organisation: 'organisations',
  opportunity: 'opportunities',
};

/** Of somebody's own side matching also reads what they say. */
const said: ReadonlySet<string> = new Set(['offer', 'summary', 'lookingFor', 'text']);

/** The three things that are found, loaded and authorised alike. */
@Injectable()
export class Directory {
  constructor(
    @Inject(AcademicService) private readonly academics: AcademicService,
    @Inject(OrganisationService) private readonly organisations: OrganisationService,
    @Inject(OpportunityService) private readonly opportunities: OpportunityService,
  ) {}

  /** Those that the viewer may see, by id; `fields` says which relations are read, and `beside` what else with them. */
  visible<Kind extends SearchKind>(
    kind: Kind,
    viewer: Viewer,
    ids: readonly string[],
    fields: ReadonlySet<string>,
    beside?: Beside,
  ): Promise<Map<string, ThingOf[Kind]>> {
    const load: Record<SearchKind, () => Promise<Map<string, Thing>>> = {
      academics: () => this.academics.visible(viewer, ids, fields, beside),
      organisations: () => this.organisations.visible(viewer, ids, fields, beside),
      opportunities: () => this.opportunities.visible(viewer, ids, fields, beside),
    };
    return load[kind]() as Promise<Map<string, ThingOf[Kind]>>;
  }

  /** The same for a list that is only shown: nothing is read but what these fields show. */
  listed<Kind extends SearchKind>(
    kind: Kind,
    viewer: Viewer,
    ids: readonly string[],
    fields: ReadonlySet<string>,
  ): Promise<Map<string, ThingOf[Kind]>> {
    const load: Record<SearchKind, () => Promise<Map<string, Thing>>> = {
      academics: () => this.academics.listed(viewer, ids, fields),
      organisations: () => this.organisations.listed(viewer, ids, fields),
      opportunities: () => this.opportunities.visible(viewer, ids, fields),
    };
    return load[kind]() as Promise<Map<string, ThingOf[Kind]>>;
  }

  /** Those that the viewer may see, as far as matching compares them: one statement, and nothing but codes. */
  candidates(kind: SearchKind, viewer: Viewer, ids: readonly string[], beside: Beside): Promise<Map<string, Codes>> {
    const load: Record<SearchKind, () => Promise<Map<string, Codes>>> = {
      academics: () => this.academics.candidates(viewer, ids, beside),
      organisations: () => this.organisations.candidates(viewer, ids, beside),
      opportunities: () => this.opportunities.candidates(viewer, ids, beside),
    };
    return load[kind]();
  }

  /** One that the viewer may see, with what it says. */
  one(kind: MatchKind, viewer: Viewer, id: string, beside?: Beside): Promise<Thing> {
    if (kind === 'academic') return this.academics.one(viewer, id, said, beside);
    if (kind === 'organisation') return this.organisations.one(viewer, id, beside);
    return this.opportunities.one(viewer, id, said, beside);
  }

  /** Whether it is the viewer's own: their profile, their organisation, or an opportunity of either. */
  owns(kind: MatchKind, viewer: Viewer, thing: Thing): boolean {
    if (isPlatformAdmin(viewer)) return true;
    if (kind === 'academic') return viewer.academicId === thing.id;
    if (kind === 'opportunity') return ownsOpportunity(viewer, thing as Opportunity);
    return viewer.memberships.some(({ organisationId }) => organisationId === thing.id);
  }
}
