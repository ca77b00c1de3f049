import { Inject, Injectable } from '@nestjs/common';
import type { Academic, AcademicCodes } from '#academics';
import { isSignedIn, type Viewer } from '#accounts';
import { badInput, listKey, notAllowed, offsetAfter, rankedPage, signInNeeded } from '#graphql';
import { type MatchKind, type MatchScore, type MatchSide, scoreAlone, scoreMatch, type TextFit } from '#matching';
import type { Opportunity, OpportunityCodes } from '#opportunities';
import type { Organisation, OrganisationCodes } from '#organisations';
import { TaxonomyService, termsOf } from '#taxonomy';
import { candidateRequest, isOfSide } from './candidates.js';
import { type Codes, Directory, kindOf, listOf, type Thing } from './directory.js';
import { conditionsOf } from './match.conditions.js';
import { sideOfAcademic, sideOfOpportunity, sideOfOrganisation, vocabularyOf } from './match.sides.js';
import { MatchTexts, type TextComparison, type Writer, withWorkTopics } from './match.texts.js';
import type { Match, Matches } from './match.types.js';
import type { MatchSubject } from './search.inputs.js';
import { SearchEngine, type SearchKind, type SearchRequest, searchKinds } from './search-engine.js';
import { type MatchCounts, TopicCounts } from './topic-counts.js';

/** The texts that a comparison reads beside the codes. */
const said: ReadonlySet<string> = new Set(['offer', 'summary', 'lookingFor', 'text']);

/** What each statement on a kind of thing calls its id. */
const idOf: Record<MatchKind, string> = { academic: 'a.id', organisation: 'o.id', opportunity: 'o.id' };

/** Whom each kind of side looks for when nobody says. */
const soughtBy: Record<MatchKind, SearchKind> = {
  academic: 'opportunities',
  organisation: 'academics',
  opportunity: 'academics',
};

/** The list that a caller names, if they name one: nothing else goes on from here. */
const listNamed = (find: string | null | undefined): SearchKind | null => {
  if (find === null || find === undefined) return null;
  const known = searchKinds.find((kind) => kind === find);
  if (!known) throw badInput('find', 'there is no such list.', `Use ${searchKinds.join(', ')}, or leave it out.`);
  return known;
};

/** A thing, what matching reads of it, and what it has written. */
interface Sided extends Writer {
  side: MatchSide;
}

/** Those of a list that fit somebody's own side best, best first, and how the texts of both were compared. */
interface Nearest {
  own: Sided;
  ids: string[];
  comparison: TextComparison;
}

/** Matches: candidates from the index, loaded and authorised, then scored by the pure function in #matching. */
@Injectable()
export class MatchService {
  constructor(
    @Inject(SearchEngine) private readonly engine: SearchEngine,
    @Inject(TaxonomyService) private readonly taxonomy: TaxonomyService,
    @Inject(Directory) private readonly directory: Directory,
    @Inject(TopicCounts) private readonly topicCounts: TopicCounts,
    @Inject(MatchTexts) private readonly texts: MatchTexts,
  ) {}

  /** The best matches for something that is the viewer's own, best first; those ruled out are left out. */
  async matches(
    viewer: Viewer,
    subject: MatchSubject,
    find: string | null,
    { first, after }: { first: number; after?: string | null },
    fields: ReadonlySet<string>,
    setAside: ReadonlySet<string> = new Set(),
  ): Promise<Matches> {
    const own = await this.own(viewer, subject);
    const { side, thing } = own;
    const sought = listNamed(find) ?? this.sought(side, thing);
    if (kindOf[sought] === side.kind)
      throw badInput('find', `${sought} are not matched with their own kind.`, 'Name another kind, or none.');
    const key = listKey([subject.kind, subject.id, sought, String(setAside.size > 0)]);
    const offset = offsetAfter(after, key);
    const request = candidateRequest(this.wordsOf(own), conditionsOf(side, sought));
    const meant = await this.texts.near(side.kind, thing.id, sought);
    const { ranked: all, considered, comparison } = await this.rank(viewer, own, sought, request, meant);
    const ranked = setAside.size === 0 ? all : all.filter((one) => !setAside.has(one.thing.id));
    // Whole, with what was asked for, is only what is shown.
    const ids = ranked.slice(offset, offset + first).map((one) => one.thing.id);
    const whole = new Set([...fields, 'summary', 'lookingFor']);
    const beside = await this.texts.beside(kindOf[sought], idOf[kindOf[sought]], true);
    const found = await this.directory.visible(sought, viewer, ids, whole, beside);
    const counts = await this.topicCounts.current();
    const page = ids.flatMap((id) => {
      const thing: Thing | undefined = found.get(id);
      return thing ? [{ thing, side: withWorkTopics(this.sideOf(kindOf[sought], thing, counts), comparison) }] : [];
    });
    const texts = await comparison.explained(
      page.map((one) => one.thing),
      beside.texts,
    );
    const scores = ranked.map(({ score }) => score);
    const nodes = page.map((one, index) => {
      const match = this.explain(withWorkTopics(side, comparison), one, texts.get(one.thing.id) ?? null, counts);
      match.rank = offset + index + 1;
      for (const change of match.changes) {
        change.rank = Math.min(match.rank, scores.filter((score) => score > change.score).length + 1);
      }
      return match;
    });
    return { ...rankedPage(nodes, ranked.length, offset, key), considered };
  }

  /** How two sides fit that the viewer may both see. */
  async match(viewer: Viewer, a: MatchSubject, b: MatchSubject): Promise<Match> {
    if (!isSignedIn(viewer)) throw signInNeeded();
    return this.between(await this.subject(viewer, a), await this.subject(viewer, b), b.kind, 'b');
  }

  /** How something that the viewer may see fits a side of their own. */
  async ownMatch(viewer: Viewer, own: MatchSubject, found: MatchSubject): Promise<Match> {
    return this.between(await this.own(viewer, own), await this.subject(viewer, found), found.kind, 'with');
  }

  private async between(asking: Sided, other: Sided, kind: MatchKind, field: string): Promise<Match> {
    if (asking.side.kind === kind) throw badInput(field, 'both are of the same kind.', 'Name two different kinds.');
    const matches = await this.explainAll(asking, kind, [other.thing]);
    const match = matches.get(other.thing.id);
    if (!match) throw new Error('A pair was not compared');
    return match;
  }

  /** How things fit the viewer's own side, by id; empty where the viewer has no side that is matched with that kind. */
  async forViewer(
    viewer: Viewer,
    kind: SearchKind,
    things: readonly Thing[],
    nearest: Nearest | null = null,
  ): Promise<Map<string, Match>> {
    const own = nearest?.own ?? (await this.ownSide(viewer, kind));
    if (!own || things.length === 0) return new Map();
    const compared = nearest && things.every(({ id }) => nearest.ids.includes(id));
    return this.explainAll(own, kindOf[kind], things, compared ? nearest.comparison : undefined);
  }

  /**
   * Those of a list that fit the viewer's own side best, best first: of what the list's words find, or, where there are
   * none, of what the own side's words find. What rules each other out is left out.
   */
  async nearest(viewer: Viewer, kind: SearchKind, asked: SearchRequest): Promise<Nearest | null> {
    const own = await this.ownSide(viewer, kind);
    if (!own) return null;
    const words = candidateRequest(this.wordsOf(own), asked.filter);
    const request = asked.text === undefined ? { ...words, limit: asked.limit } : asked;
    const { ranked, comparison } = await this.rank(viewer, own, kind, request);
    return { own, ids: ranked.map(({ thing }) => thing.id), comparison };
  }

  /** How well something fits others of one kind, as the viewer may read all of them, by id; those ruled out are left out. */
  async scores(
    viewer: Viewer,
    subject: MatchSubject,
    kind: MatchKind,
    ids: readonly string[],
  ): Promise<Map<string, MatchScore>> {
    const own = await this.subject(viewer, subject);
    const { side } = own;
    const beside = await this.texts.beside(kind, idOf[kind]);
    const others = await this.directory.visible(listOf[kind], viewer, ids, said, beside);
    const comparison = await this.texts.compare(own, kind, beside.texts);
    const vocabulary = vocabularyOf(this.taxonomy.current, await this.topicCounts.current());
    return new Map(
      [...others].flatMap(([id, other]) => {
        const found = withWorkTopics(this.sideOf(kind, other), comparison);
        const score = scoreMatch(withWorkTopics(side, comparison), found, comparison.fit(id), vocabulary);
        return score.eligible ? [[id, score] as const] : [];
      }),
    );
  }

  private async explainAll(
    asking: Sided,
    kind: MatchKind,
    things: readonly Thing[],
    before?: TextComparison,
  ): Promise<Map<string, Match>> {
    const told = await this.texts.read(
      kind,
      things.map(({ id }) => id),
    );
    const comparison = before ?? (await this.texts.compare(asking, kind, told));
    const texts = await comparison.explained(things, told);
    const counts = await this.topicCounts.current();
    return new Map(
      things.map((thing) => {
        const other = { side: withWorkTopics(this.sideOf(kind, thing, counts), comparison), thing };
        return [
          thing.id,
          this.explain(withWorkTopics(asking.side, comparison), other, texts.get(thing.id) ?? null, counts),
        ];
      }),
    );
  }

  /**
   * The candidates that nothing rules out, best first: what the index finds, and what is near in meaning. Why they fit is
   * worked out for a page of them only.
   */
  private async rank(
    viewer: Viewer,
    asking: Sided,
    sought: SearchKind,
    request: SearchRequest,
    meant: readonly string[] = [],
  ) {
    const { side } = asking;
    const beside = await this.texts.beside(kindOf[sought], idOf[kindOf[sought]]);
    const result = await this.engine.search(sought, request);
    const byWords = new Set(result.hits.map(({ id }) => id));
    const near = meant.filter((id) => !byWords.has(id));
    const found = await this.directory.candidates(sought, viewer, [...byWords, ...near], beside);
    for (const id of near) if (!isOfSide(side.kind, sought, found.get(id))) found.delete(id);
    const comparison = await this.texts.compare(asking, kindOf[sought], beside.texts);
    const counts = await this.topicCounts.current();
    const vocabulary = vocabularyOf(this.taxonomy.current, counts);
    const own = withWorkTopics(side, comparison);
    const ranked = [...found.values()].flatMap((candidate) => {
      const other = withWorkTopics(this.sideOf(kindOf[sought], candidate, counts), comparison);
      const score = scoreAlone(own, other, comparison.fit(candidate.id), vocabulary);
      return score === null ? [] : [{ thing: candidate, score }];
    });
    ranked.sort((a, b) => b.score - a.score || a.thing.id.localeCompare(b.thing.id));
    return { ranked, considered: found.size, comparison };
  }

  private explain(
    asking: MatchSide,
    { side, thing }: Pick<Sided, 'side' | 'thing'>,
    text: TextFit | null,
    counts: MatchCounts,
  ): Match {
    const taxonomy = this.taxonomy.current;
    const score: MatchScore = scoreMatch(asking, side, text, vocabularyOf(taxonomy, counts));
    return {
      ...score,
      kind: side.kind,
      academic: side.kind === 'academic' ? (thing as Academic) : null,
      organisation: side.kind === 'organisation' ? (thing as Organisation) : null,
      opportunity: side.kind === 'opportunity' ? (thing as Opportunity) : null,
      rank: null,
      sharedTopics: termsOf(taxonomy, 'topic', score.sharedTopics),
      changes: score.changes.map((change) => ({ ...change, rank: null })),
    };
  }

  private async own(viewer: Viewer, subject: MatchSubject): Promise<Sided> {
    if (!isSignedIn(viewer)) throw signInNeeded();
    const own = await this.subject(viewer, subject);
    if (this.directory.owns(subject.kind, viewer, own.thing)) return own;
    throw notAllowed('Matches are shown for your own profile, your organisation and your opportunities.');
  }

  private async subject(viewer: Viewer, { kind, id }: MatchSubject): Promise<Sided> {
    const beside = await this.texts.beside(kind, idOf[kind], true);
    const thing = await this.directory.one(kind, viewer, id, beside);
    return { kind, thing, side: this.sideOf(kind, thing), texts: beside.texts.get(id) ?? null };
  }

  private sideOf(kind: MatchKind, codes: Codes, counts?: MatchCounts): MatchSide {
    if (kind === 'academic') return sideOfAcademic(codes as AcademicCodes, counts?.openRequests.get(codes.id));
    return kind === 'organisation'
      ? sideOfOrganisation(codes as OrganisationCodes)
      : sideOfOpportunity(codes as OpportunityCodes);
  }

  private sought(side: MatchSide, thing: Thing): SearchKind {
    if (side.kind === 'opportunity' && (thing as Opportunity).side === 'academic') return 'organisations';
    return soughtBy[side.kind];
  }

  private async ownSide(viewer: Viewer, kind: SearchKind): Promise<Sided | null> {
    if (!isSignedIn(viewer)) return null;
    if (kind !== 'academics' && viewer.academicId) {
      return this.subject(viewer, { kind: 'academic', id: viewer.academicId });
    }
    const [membership] = viewer.memberships;
    if (kind === 'organisations' || !membership) return null;
    return this.subject(viewer, { kind: 'organisation', id: membership.organisationId });
  }

  /** What the index is asked for a side: its first topics and its own words. */
  private wordsOf({ side, thing }: Pick<Sided, 'side' | 'thing'>): string {
    const labels = termsOf(this.taxonomy.current, 'topic', side.topics.slice(0, 8)).map(({ label }) => label);
    return [...labels, this.words(side.kind, thing)].join(' ').trim();
  }

  /** The words that speak for a side, the most telling texts first. */
  private words(kind: MatchKind, thing: Thing): string {
    if (kind === 'opportunity') return `${(thing as Opportunity).title} ${(thing as Opportunity).summary}`;
    if (kind === 'organisation') return (thing as Organisation).lookingFor;
    return `${(thing as Academic).offer} ${(thing as Academic).methods.join(' ')}`;
  }
}
