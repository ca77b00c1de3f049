import { Inject, Injectable } from '@nestjs/common';
import type { MatchKind, TextFit } from '#matching';
import type { Opportunity } from '#opportunities';
import type { Organisation } from '#organisations';
import { type OwnerTexts, TextFits } from '#texts';
import { listOf, type Thing } from './directory.js';

/** How the texts of one side fit those of others. */
export interface TextComparison {
  /** How well, without saying why. */
  fit(id: string): TextFit | null;
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

/** Compares what two sides have written, in both directions: a brief with works, and works with briefs. */
@Injectable()
export class MatchTexts {
  constructor(@Inject(TextFits) private readonly fits: TextFits) {}

  async compare(
    asking: { kind: MatchKind; thing: Thing },
    kind: MatchKind,
    ids: readonly string[],
  ): Promise<TextComparison> {
    const others = await this.fits.of(listOf[kind], ids);
    return isKnownByWorks(asking.kind, kind)
      ? this.worksWithBriefs(asking, kind, others)
      : this.briefWithWorks(asking, others);
  }

  private async briefWithWorks(
    asking: { kind: MatchKind; thing: Thing },
    others: ReadonlyMap<string, OwnerTexts>,
  ): Promise<TextComparison> {
    const brief = await this.fits.brief(textOf(asking.kind, asking.thing));
    const fit = (id: string): TextFit | null => {
      const texts = others.get(id);
      return texts ? { value: this.fits.fit(brief, texts), evidence: [] } : null;
    };
    return {
      fit,
      explained: async (things) =>
        new Map(
          things.flatMap(({ id }) => {
            const texts = others.get(id);
            return texts
              ? [[id, { value: this.fits.fit(brief, texts), evidence: this.fits.sources(brief, texts) }]]
              : [];
          }),
        ),
    };
  }

  private async worksWithBriefs(
    asking: { kind: MatchKind; thing: Thing },
    kind: MatchKind,
    others: ReadonlyMap<string, OwnerTexts>,
  ): Promise<TextComparison> {
    const own = (await this.fits.of(listOf[asking.kind], [asking.thing.id])).get(asking.thing.id);
    if (!own) return { fit: () => null, explained: async () => new Map() };
    const fits = new Map<string, TextFit>();
    for (const [id, texts] of others) {
      const brief = await this.fits.stored(texts);
      if (brief) fits.set(id, { value: this.fits.fit(brief, own), evidence: [] });
    }
    return {
      fit: (id) => fits.get(id) ?? null,
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
