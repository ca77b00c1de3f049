import { Inject, Injectable } from '@nestjs/common';
import { isSignedIn, type Viewer } from '#accounts';
import { badInput, listKey, offsetAfter, rankedPage } from '#graphql';
import { TaxonomyService } from '#taxonomy';
import { Directory, type ThingOf } from './directory.js';
import { facetsOf } from './facets.js';
import { currentFilter, type FilterInput, filterOf, sortOf } from './filter.js';
import { MatchService } from './match.service.js';
import type { Facet, Found, Relaxation } from './search.types.js';
import {
  SearchEngine,
  type SearchFilter,
  type SearchKind,
  type SearchRequest,
  type SearchResult,
} from './search-engine.js';
import { type Understood, understand } from './understanding.js';

/** What somebody asks of a list. */
export interface SearchQuestion {
  query?: string | null;
  filter?: FilterInput | null;
  sort?: string | null;
  first: number;
  after?: string | null;
}

/** Between which values a number of a thing must be: both in epoch seconds, both inclusive. */
export interface Bounds {
  number: 'newest' | 'deadline';
  min: number;
  max: number;
  first: number;
}

const isEmpty = (value: unknown) =>
  value === undefined || value === null || value === false || (Array.isArray(value) && value.length === 0);

/** How the filters read that are no facets. */
const otherFilters: Record<string, string> = {
  availableBy: 'Available on',
  leastFte: 'At least this share of full time',
  openOn: 'Open on',
  openToday: 'Open today',
};

/** How many hits are looked at more closely when a list is sorted by fit. */
const fitDepth = 200;

/** How far one can page into such a list: it is read from its start, to leave out what has been shown. */
const mostByFit = 1_000;

/** Finds: asks the engine, loads what it names from the database, and drops what the viewer may not see. */
@Injectable()
export class SearchService {
  constructor(
    @Inject(SearchEngine) private readonly engine: SearchEngine,
    @Inject(TaxonomyService) private readonly taxonomy: TaxonomyService,
    @Inject(Directory) private readonly directory: Directory,
    @Inject(MatchService) private readonly matches: MatchService,
  ) {}

  /** One page of a list; `fields` says what of it is read. */
  async search<Kind extends SearchKind>(
    kind: Kind,
    viewer: Viewer,
    question: SearchQuestion,
    fields: ReadonlySet<string>,
  ): Promise<Found<ThingOf[Kind]> & { question: SearchQuestion; kind: SearchKind }> {
    const { query, sort, first, after } = question;
    const { filter, replaced } = currentFilter(question.filter, this.taxonomy.current);
    const key = listKey([kind, query, question.filter, sort]);
    const offset = offsetAfter(after, key);
    const understood = understand(query, this.taxonomy.current);
    const byFit = sort === 'fit' && isSignedIn(viewer);
    if (byFit && offset + first > mostByFit) {
      throw badInput('after', 'is too far into a list by fit.', `Its first ${mostByFit} can be read; narrow it down.`);
    }
    const started = performance.now();
    const request = this.request(viewer, filter, sort, understood);
    const nearest = byFit ? await this.matches.nearest(viewer, kind, { ...request, offset: 0, limit: fitDepth }) : null;
    const result = await this.engine.search(kind, {
      ...request,
      facets: fields.has('facets') ? facetsOf[kind].filter(({ counted }) => counted).map(({ name }) => name) : [],
      highlight: fields.has('highlights') && understood.text !== undefined,
      offset: byFit ? 0 : offset,
      limit: byFit ? Math.max(fitDepth, offset + first) : first,
    });
    const tookMs = performance.now() - started;
    // Those looked at more closely come first; the others follow in the order of the words.
    const listed = [...new Set([...(nearest?.ids ?? []), ...result.hits.map(({ id }) => id)])];
    const ids = byFit ? listed.slice(offset, offset + first) : listed;
    const nodes = await this.directory[fields.has('match') ? 'visible' : 'listed'](kind, viewer, ids, fields);
    const found = ids.flatMap((id) => nodes.get(id) ?? []);
    const matches = fields.has('match')
      ? await this.matches.forViewer(viewer, kind, found, nearest)
      : new Map<string, never>();
    const page = rankedPage(found, result.total, offset, key);
    const highlights = new Map(
      // What an older document says may be what has just been taken out of what others read.
      result.hits.map((hit) => [hit.id, hit.version === nodes.get(hit.id)?.version ? hit.highlights : []]),
    );
    return {
      ...page,
      edges: page.edges.map((edge) => ({
        ...edge,
        highlights: (highlights.get(edge.node.id) ?? []).map(({ field, text }) => ({ field, html: text })),
        match: matches.get(edge.node.id) ?? null,
      })),
      facets: this.facets(kind, result, filter),
      understood: { ...understood, replaced },
      engine: result.engine,
      degraded: result.degraded,
      tookMs,
      question,
      kind,
    };
  }

  /**
   * What answers a question exactly and has its number within bounds, for letters about saved searches: every word of a
   * few counts, and a long text counts by the topics that it names.
   */
  async within<Kind extends SearchKind>(
    kind: Kind,
    viewer: Viewer,
    question: Pick<SearchQuestion, 'query' | 'filter'>,
    { number, min, max, first }: Bounds,
    fields: ReadonlySet<string>,
  ): Promise<{ total: number; things: ThingOf[Kind][] }> {
    const understood = understand(question.query, this.taxonomy.current);
    const { filter } = currentFilter(question.filter, this.taxonomy.current);
    const request = this.request(viewer, filter, null, understood);
    const facets = { ...request.filter?.facets };
    if (understood.brief && !facets.topics?.length) facets.topics = understood.topics.map(({ code }) => code);
    const { total, hits } = await this.engine.search(kind, {
      text: understood.brief && facets.topics?.length ? undefined : understood.text,
      matching: understood.brief ? 'any' : 'all',
      filter: { ...request.filter, facets, ranges: { ...request.filter?.ranges, [number]: { min, max } } },
      sort: { by: number, direction: number === 'newest' ? 'descending' : 'ascending' },
      offset: 0,
      limit: first,
    });
    const ids = hits.map(({ id }) => id);
    const things = await this.directory.visible(kind, viewer, ids, fields);
    return { total, things: ids.flatMap((id) => things.get(id) ?? []) };
  }

  /** Each part of a filter as it reads. */
  filterWords(kind: SearchKind, filter: FilterInput): string[] {
    const today = currentFilter(filter, this.taxonomy.current).filter;
    return Object.entries(today).flatMap(([name, value]) => (isEmpty(value) ? [] : [this.words(kind, name, value)]));
  }

  /** With nothing found: what removing each filter, or the text, would give. */
  async relaxations(viewer: Viewer, kind: SearchKind, question: SearchQuestion): Promise<Relaxation[]> {
    const taxonomy = this.taxonomy.current;
    const understood = understand(question.query, taxonomy);
    const count = async (filter: FilterInput, text: Understood) =>
      (await this.engine.search(kind, { ...this.request(viewer, filter, null, text), offset: 0, limit: 0 })).total;
    const { filter } = currentFilter(question.filter, taxonomy);
    const relaxations: Relaxation[] = [];
    for (const [name, value] of Object.entries(filter)) {
      if (isEmpty(value)) continue;
      relaxations.push({
        filter: name,
        label: this.words(kind, name, value),
        totalCount: await count({ ...filter, [name]: undefined }, understood),
      });
    }
    if (understood.text !== undefined) {
      const without: Understood = { ...understood, text: undefined };
      relaxations.push({
        filter: 'query',
        label: `“${(question.query ?? '').slice(0, 60)}”`,
        totalCount: await count(filter, without),
      });
    }
    return relaxations.toSorted((a, b) => b.totalCount - a.totalCount);
  }

  private words(kind: SearchKind, name: string, value: unknown): string {
    const definition = facetsOf[kind].find((facet) => facet.name === name);
    if (value === true) return otherFilters[name] ?? name;
    const codes = (Array.isArray(value) ? value : [value]).map(String);
    if (name === 'organisations') return `${definition?.label ?? name}: ${codes.length} chosen`;
    const labels = codes.map((code) => this.termLabel(definition?.scheme, code));
    return `${definition?.label ?? otherFilters[name] ?? name}: ${labels.join(' or ')}`;
  }

  private termLabel(scheme: string | null | undefined, code: string): string {
    return (scheme && this.taxonomy.current.term(scheme, code)?.label) || code;
  }

  private request(
    viewer: Viewer,
    filter: FilterInput | null | undefined,
    sort: string | null | undefined,
    understood: Understood,
  ): Pick<SearchRequest, 'text' | 'matching' | 'filter' | 'sort'> {
    const asked: SearchFilter = filterOf(filter ?? {});
    // Nearly everything is public: to leave the few others out costs the engine less than to ask for the many.
    if (!isSignedIn(viewer)) asked.without = { audience: ['members'] };
    return { text: understood.text, matching: understood.matching, filter: asked, sort: sortOf(sort) };
  }

  private facets(kind: SearchKind, result: SearchResult, filter: FilterInput | null | undefined): Facet[] {
    const taxonomy = this.taxonomy.current;
    return facetsOf[kind].flatMap(({ name, label, scheme, counted }) => {
      const counts = result.facets[name];
      if (!counted || !counts) return [];
      const chosen = (filter as Record<string, unknown> | null | undefined)?.[name];
      const selected = new Set(Array.isArray(chosen) ? (chosen as string[]) : []);
      const codes = new Set([...Object.keys(counts), ...selected]);
      const values = [...codes].map((code) => ({
        code,
        label: (scheme && taxonomy.term(scheme, code)?.label) || code,
        count: counts[code] ?? 0,
        selected: selected.has(code),
      }));
      values.sort((a, b) => b.count - a.count || a.label.localeCompare(b.label));
      return [{ name, label, values }];
    });
  }
}
