import { Inject, Injectable } from '@nestjs/common';
import { fusedText, type MatchKind, type MatchSide, type TextFit } from '#matching';
import type { Opportunity } from '#opportunities';
import type { Organisation } from '#organisations';
import { type OwnerTexts, TextFits } from '#texts';
import { listOf, type Thing } from './directory.js';
import { NearCandidates } from './near/near.candidates.js';
import type { SearchKind } from './search-engine.js';

/** A side with what it has written, which is null where nothing of it is stored. */
export interface Writer {
  kind: MatchKind;
  thing: Thing;
  texts: OwnerTexts | null;
}

/** How the texts of one side fit those of others. */
export interface TextComparison {
  /** How well, without saying why. */
  fit(id: string): TextFit | null;
  /** The topics that somebody's works are indexed under, the most frequent first. */
  workTopics(id: string): readonly string[];
  /** How well, and which texts speak for it, of things whose texts were read with what each is. */
  explained(things: readonly Thing[], told: ReadonlyMap<string, OwnerTexts>): Promise<Map<string, TextFit>>;
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

  /** The texts of things of a kind, with what each is. */
  read(kind: MatchKind, ids: readonly string[]): Promise<Map<string, OwnerTexts>> {
    return this.fits.of([listOf[kind]], ids);
  }

  /** Brings the texts of `id`, an expression of SQL, along with a statement on things of a kind. */
  beside(kind: MatchKind, id: string, told = false) {
    return this.fits.beside(listOf[kind], id, { told });
  }

  /** Compares a side with others of one kind, whose texts have been read. */
  compare(asking: Writer, kind: MatchKind, others: ReadonlyMap<string, OwnerTexts>): Promise<TextComparison> {
    return isKnownByWorks(asking.kind, kind)
      ? this.worksWithBriefs(asking, kind, others)
      : this.briefWithWorks(asking, others);
  }

  private async briefWithWorks(asking: Writer, others: ReadonlyMap<string, OwnerTexts>): Promise<TextComparison> {
    const brief = await this.fits.brief(textOf(asking.kind, asking.thing), asking.texts);
    const meaning = asking.texts?.meanings?.[0];
    const fits = new Map<string, TextFit>();
    for (const [id, texts] of others)
      fits.set(id, fitWith(this.fits.fit(brief, texts), await this.fits.meaningFit(meaning, texts)));
    return {
      fit: (id) => fits.get(id) ?? null,
      workTopics: (id) => others.get(id)?.workTopics ?? [],
      explained: async (things, told) =>
        new Map(
          things.flatMap(({ id }) => {
            const [texts, fit] = [told.get(id), fits.get(id)];
            return texts && fit ? [[id, { ...fit, evidence: this.fits.sources(brief, texts) }]] : [];
          }),
        ),
    };
  }

  private async worksWithBriefs(
    { thing, texts: own }: Writer,
    kind: MatchKind,
    others: ReadonlyMap<string, OwnerTexts>,
  ): Promise<TextComparison> {
    if (!own) return { fit: () => null, workTopics: () => [], explained: async () => new Map() };
    const fits = new Map<string, TextFit>();
    for (const [id, texts] of others) {
      const brief = await this.fits.stored(texts);
      if (!brief) continue;
      fits.set(id, fitWith(this.fits.fit(brief, own), await this.fits.meaningFit(texts.meanings?.[0], own)));
    }
    return {
      fit: (id) => fits.get(id) ?? null,
      workTopics: (id) => (id === thing.id ? own : others.get(id))?.workTopics ?? [],
      explained: async (things) => {
        const known = things.filter(({ id }) => fits.has(id));
        const briefs = await this.fits.briefs(
          known.map((thing) => ({ text: textOf(kind, thing), stored: others.get(thing.id) })),
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
