import { Inject, Injectable } from '@nestjs/common';
import type { Academic } from '#academics';
import type { Viewer } from '#accounts';
import { SETTINGS, type Settings } from '#config';
import { dayInWords } from '#graphql';
import type { LetterSection } from '#mail';
import type { Opportunity } from '#opportunities';
import type { Organisation } from '#organisations';
import { type SearchKind, SearchService } from '#search';
import { alertRules, weeksOf } from './alert.rules.js';
import { ProfileViewService } from './profile-view.service.js';
import type { SavedSearch } from './saved-search.entity.js';

/** What a digest says: its lists, and how much of each there is. */
export interface Digest {
  sections: LetterSection[];
  fresh: number;
  closing: number;
  companies: number;
}

type Line = LetterSection['lines'][number];

/** How many hits are looked at for one search; more than are named are counted. */
const depth = 50;
const fields: ReadonlySet<string> = new Set(['organisation', 'academic', 'employer']);
const nouns: Record<SearchKind, string> = {
  academics: 'New academics',
  organisations: 'New organisations',
  opportunities: 'New opportunities',
};

const seconds = (moment: Date) => Math.floor(moment.valueOf() / 1000);
const said = (parts: (string | null | undefined)[]) => parts.filter(Boolean).join(', ') || undefined;

/** Collects what there is to tell an account: always as that account would see it at this moment. */
@Injectable()
export class DigestCollector {
  constructor(
    @Inject(SearchService) private readonly searches: SearchService,
    @Inject(ProfileViewService) private readonly views: ProfileViewService,
    @Inject(SETTINGS) private readonly settings: Pick<Settings, 'baseUrl'>,
  ) {}

  /** What came for these searches until `until`, and what closes in the period that starts `now`. */
  async ofSearches(viewer: Viewer, saved: readonly SavedSearch[], until: Date, now: Date): Promise<Digest> {
    const told = new Set<string>();
    const digest: Digest = { sections: [], fresh: 0, closing: 0, companies: 0 };
    for (const search of saved) {
      const { lines, more } = await this.fresh(viewer, search, until, told);
      if (lines.length === 0) continue;
      digest.fresh += lines.length + more;
      const url = `${this.settings.baseUrl}${search.path}`;
      digest.sections.push({
        heading: `${nouns[search.kind]} for “${search.name}”`,
        lines: more > 0 ? [...lines, { text: `${more} more`, url }] : lines,
      });
    }
    const lines: Line[] = [];
    for (const search of saved) {
      if (search.kind === 'opportunities') lines.push(...(await this.closing(viewer, search, now, told)));
    }
    digest.closing = lines.length;
    if (lines.length > 0) digest.sections.push({ heading: 'Closing soon, among what you look for', lines });
    return digest;
  }

  /** Which companies looked at the viewer's profile on the days from `from` to before `to`. */
  async ofViews(viewer: Viewer, from: string, to: string): Promise<Digest> {
    const { companies, others } = await this.views.between(viewer, from, to);
    const lines: Line[] = companies.map(({ organisation, days }) => ({
      text: organisation.name,
      url: `${this.settings.baseUrl}/organisations/${organisation.id}`,
      detail: days === 1 ? 'on one day' : `on ${days} days`,
    }));
    if (others > 0) lines.push({ text: others === 1 ? 'One company more' : `${others} companies more` });
    const sections = lines.length > 0 ? [{ heading: 'Companies that looked at your profile', lines }] : [];
    return { sections, fresh: 0, closing: 0, companies: companies.length + others };
  }

  private async fresh(viewer: Viewer, search: SavedSearch, until: Date, told: Set<string>) {
    const { kind, query, filter, toldUntil } = search;
    if (until <= toldUntil) return { lines: [], more: 0 };
    // The index keeps whole seconds: from the one in which the last letter ended to the one before this letter's end.
    const bounds = { number: 'newest' as const, min: seconds(toldUntil), max: seconds(until) - 1, first: depth };
    const { total, things } = await this.searches.within(kind, viewer, { query, filter }, bounds, fields);
    const others = things.filter((thing) => !told.has(thing.id) && !isOwn(viewer, kind, thing.id, thing));
    for (const { id } of others) told.add(id);
    const named = others.slice(0, alertRules.linesPerSearch);
    // What lies deeper than was looked at is counted as the engine counts it.
    const deeper = Math.max(0, total - depth);
    return { lines: named.map((thing) => this.line(kind, thing)), more: others.length - named.length + deeper };
  }

  private async closing(viewer: Viewer, { query, filter, cadence }: SavedSearch, now: Date, told: Set<string>) {
    const today = Date.parse(now.toISOString().slice(0, 10)) / 1000;
    const days = (weeksOf(cadence) ?? 0) * 7;
    const bounds = { number: 'deadline' as const, min: today, max: today + days * 86_400, first: depth };
    const { things } = await this.searches.within('opportunities', viewer, { query, filter }, bounds, fields);
    const others = things.filter((thing) => !told.has(thing.id) && !thing.mine);
    for (const { id } of others) told.add(id);
    return others.slice(0, alertRules.linesPerSearch).map((thing) => this.line('opportunities', thing));
  }

  private line(kind: SearchKind, thing: Academic | Organisation | Opportunity): Line {
    const url = `${this.settings.baseUrl}/${kind}/${thing.id}`;
    if (kind === 'opportunities') {
      const { title, organisation, deadline } = thing as Opportunity;
      return { text: title, url, detail: said([organisation?.name, deadline && `closes on ${dayInWords(deadline)}`]) };
    }
    if (kind === 'organisations') {
      const { name, place, type } = thing as Organisation;
      return { text: name, url, detail: said([type?.label, place?.city]) };
    }
    const { name, jobTitle, employer } = thing as Academic;
    return { text: name, url, detail: said([jobTitle, employer?.name]) };
  }
}

const isOwn = (viewer: Viewer, kind: SearchKind, id: string, thing: object): boolean => {
  if (kind === 'academics') return id === viewer.academicId;
  if (kind === 'organisations') return viewer.memberships.some(({ organisationId }) => organisationId === id);
  return (thing as Opportunity).mine;
};
