import { Inject, Injectable } from '@nestjs/common';
import { fusedText, type MatchKind, type MatchSide, type TextFit } from '#matching';
import type { Opportunity } from '#opportunities';
import type { Organisation } from '#organisations';
import { type OwnerTexts, TextFits } from '#texts';
import { listOf, type Thing } from './directory.js';
import { NearCandidates } from './near/near.candidates.js';
import type { SearchKind } from './search-engine.js';

/** How the texts of one side fit those of others. */
export interface TextComparison {
  /** How well, without saying why. */
  fit(id: string): TextFit | null;
  /** The topics that somebody's works are indexed under, the most frequent first. */
  workTopics(id: string): readonly string[];
  /** How well, and which texts speak for it. */
  explained(things: readonly Thing[]): Promise<Map<string, TextFit>>;
}

/** What was said, as one text. */
const textOf = (kind: MatchKind, thing: Thing): string => {
  if (kind === 'opportunity') {
    const { title, summary, text } = thing as Opportunity;
    return [title, summary, text].join('\n');
  }
  const { summary, lookingFor } = thing as Organisation;
  return [summary, lookingFor].join('\n');
};

/** Who of two sides is known by works: an academic, or else an organisation. The other side's text is the brief. */
const isKnownByWorks = (kind: MatchKind, other: MatchKind) =>
  kind === 'academic' || (kind === 'organisation' && other === 'opportunity');

/** The fit of the words, with what an encoder found where it has read both sides. */
const fitWith = (words: number, meaning: number | null): TextFit =>
  meaning === null ? { value: words, evidence: [] } : { value: fusedText(words, meaning), evidence: [], meaning };

/** Topics of works that are compared with: the most frequent ones say enough. */
const mostWorkTopics = 6;

const workTopicsOf = (texts: OwnerTexts | undefined): string[] => {
  const works = new Map<string, number>();
  for (const { topics = [] } of texts?.headings ?? [])
    for (const topic of topics) works.set(topic, (works.get(topic) ?? 0) + 1);
  return [...works]
    .sort(([a, first], [b, second]) => second - first || (a < b ? -1 : 1))
    .slice(0, mostWorkTopics)
    .map(([topic]) => topic);
};

/** A side with what its works are indexed under, where it is an academic whose works were compared. */
export const withWorkTopics = (side: MatchSide, comparison: TextComparison): MatchSide =>
  side.kind === 'academic' ? { ...side, workTopics: comparison.workTopics(side.id) } : side;

/** Compares what two sides have written, in both directions: a brief with works, and works with briefs. */
@Injectable()
export class MatchTexts {
  constructor(
    @Inject(TextFits) private readonly fits: TextFits,
    @Inject(NearCandidates) private readonly nearby: NearCandidates,
  ) {}

  /** Whose texts mean what those of a side do, whatever their words; nobody where no encoder is set. */
  near(kind: MatchKind, id: string, sought: SearchKind): Promise<string[]> {
    return this.nearby.of(listOf[kind], id, sought);
  }

  async compare(
    asking: { kind: MatchKind; thing: Thing },
    kind: MatchKind,
    ids: readonly string[],
  ): Promise<TextComparison> {
    return isKnownByWorks(asking.kind, kind)
      ? this.worksWithBriefs(asking, kind, ids)
      : this.briefWithWorks(asking, kind, ids);
  }

  private async briefWithWorks(
    asking: { kind: MatchKind; thing: Thing },
    kind: MatchKind,
    ids: readonly string[],
  ): Promise<TextComparison> {
    // The asking side's own is read with the others where an encoder has read it; drafts are not read.
    const own = this.fits.readsMeaning ? [asking.thing.id] : [];
    const others = await this.fits.of([listOf[kind], listOf[asking.kind]], [...ids, ...own]);
    const brief = await this.fits.brief(textOf(asking.kind, asking.thing));
    const meaning = others.get(asking.thing.id)?.meanings?.[0];
    const fits = new Map<string, TextFit>();
    for (const [id, texts] of others) {
      if (id === asking.thing.id) continue;
      fits.set(id, fitWith(this.fits.fit(brief, texts), await this.fits.meaningFit(meaning, texts)));
    }
    return {
      fit: (id) => fits.get(id) ?? null,
      workTopics: (id) => workTopicsOf(others.get(id)),
      explained: async (things) =>
        new Map(
          things.flatMap(({ id }) => {
            const [texts, fit] = [others.get(id), fits.get(id)];
            return texts && fit ? [[id, { ...fit, evidence: this.fits.sources(brief, texts) }]] : [];
          }),
        ),
    };
  }

  private async worksWithBriefs(
    asking: { kind: MatchKind; thing: Thing },
    kind: MatchKind,
    ids: readonly string[],
  ): Promise<TextComparison> {
    const others = await this.fits.of([listOf[kind], listOf[asking.kind]], [...ids, asking.thing.id]);
    const own = others.get(asking.thing.id);
    if (!own) return { fit: () => null, workTopics: () => [], explained: async () => new Map() };
    const fits = new Map<string, TextFit>();
    for (const [id, texts] of others) {
      const brief = id === asking.thing.id ? null : await this.fits.stored(texts);
      if (!brief) continue;
      fits.set(id, fitWith(this.fits.fit(brief, own), await this.fits.meaningFit(texts.meanings?.[0], own)));
    }
    return {
      fit: (id) => fits.get(id) ?? null,
      workTopics: (id) => workTopicsOf(others.get(id)),
      explained: async (things) => {
        const known = things.filter(({ id }) => fits.has(id));
        const briefs = await this.fits.briefs(
          known.map((thing) => ({ text: textOf(kind, thing), place: others.get(thing.id)?.works[0]?.profile })),
        );
        return new Map(
          known.flatMap(({ id }, index) => {
            const brief = briefs[index];
            const fit = fits.get(id);
            return brief && fit ? [[id, { ...fit, evidence: this.fits.sources(brief, own) }]] : [];
          }),
        );
      },
    };
  }
}
