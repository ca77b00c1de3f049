import { Inject, Injectable } from '@nestjs/common';
import { Database } from '#database';
import {
  type Analysis,
  analyse,
  type Brief,
  decodeProfile,
  decodeWorkVector,
  type FoundTerm,
  fitEvidence,
  fitOf,
  nearestTerm,
  prepareBrief,
  slipsAllowed,
  storedBrief,
  textFit,
  type WorkText,
} from '#text-analysis';
import { Encoder, type Meaning, nearness } from './encoder.js';
import { unpack } from './packing.js';
import { TextCounts } from './text.counts.js';
import { TextMeanings, unpackMeanings } from './text.meanings.js';
import type { Heading, TextKind } from './text.types.js';

/** A text that speaks for a fit. */
export interface FitSource extends Heading {
  /** Its share of the fit, 0 to 1. */
  share: number;
  /** Terms that both use, the weightiest first; none where both only lie near the same works. */
  terms: string[];
}

/** The texts of an owner, ready to be compared. */
export interface OwnerTexts {
  headings: Heading[];
  works: WorkText[];
  /** What an encoder makes of each of them, where one is set and has read them. */
  meanings: readonly Meaning[] | null;
}

/** Unknown terms of a brief for which likely spellings are looked up; more than that are not slips. */
const mostGuesses = 5;
const mostSources = 3;
const mostTerms = 6;

/** How well texts fit: a brief against what people have written, in both directions. */
@Injectable()
export class TextFits {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(TextCounts) private readonly counts: TextCounts,
    @Inject(Encoder) private readonly encoder: Encoder,
    @Inject(TextMeanings) private readonly meanings: TextMeanings,
  ) {}

  /** Makes a text ready to be compared with what others have written. */
  async brief(text: string): Promise<Brief> {
    const landmarks = await this.counts.landmarks();
    const analysis = analyse(text);
    return prepareBrief(analysis, await this.lookup(analysis), landmarks);
  }

  /** Several texts made ready at once; their places among the landmarks are given where they are known. */
  async briefs(items: readonly { text: string; place?: WorkText['profile'] }[]): Promise<Brief[]> {
    const landmarks = await this.counts.landmarks();
    const analyses = items.map(({ text }) => analyse(text));
    const found = await this.numbers(new Set(analyses.flatMap(({ terms }) => [...terms.keys()])));
    return analyses.map((analysis, index) =>
      prepareBrief(analysis, (term) => found.get(term), landmarks, items[index]?.place),
    );
  }

  /** What somebody has written, as a brief: for comparing many; it does not know how its terms are written. */
  async stored({ works: [work] }: OwnerTexts): Promise<Brief | null> {
    if (!work) return null;
    return storedBrief(work.vector, work.profile, await this.counts.landmarks());
  }

  /** The texts of these owners; those who have none are left out. */
  async of(kind: TextKind, ids: readonly string[]): Promise<Map<string, OwnerTexts>> {
    if (ids.length === 0) return new Map();
    await this.counts.landmarks();
    const rows = await this.database.rows<{
      owner: string;
      headings: Heading[];
      vectors: Buffer;
      profiles: Buffer;
      generation: number;
      meanings?: Buffer | null;
    }>(...this.reading(kind, ids));
    return new Map(
      rows.map(({ owner, headings, vectors, profiles, generation, meanings }) => {
        const placed = generation === this.counts.generation ? unpack(profiles) : [];
        const works = unpack(vectors).map((vector, index): WorkText => {
          const profile = placed[index];
          return { vector: decodeWorkVector(vector), profile: profile ? decodeProfile(profile) : null };
        });
        return [owner, { headings, works, meanings: meanings ? unpackMeanings(meanings, works.length) : null }];
      }),
    );
  }

  /** Whether meanings are compared at all. */
  get readsMeaning(): boolean {
    return this.encoder.name !== null;
  }

  /**
   * How near the meanings of somebody's texts are to that of a brief, 0 to 1: beyond what any two texts of the directory
   * are, and over the works as for the fit of the words. Null where one of them has not been read.
   */
  async meaningFit(brief: Meaning | undefined, { meanings }: OwnerTexts): Promise<number | null> {
    if (!brief || !meanings || meanings.length === 0) return null;
    const usual = await this.meanings.usual();
    return fitOf(meanings.map((meaning) => Math.max(0, (nearness(brief, meaning) - usual) / (1 - usual))));
  }

  private reading(kind: TextKind, ids: readonly string[]): [sql: string, parameters: unknown[]] {
    const { name } = this.encoder;
    if (name === null) {
      return [
        'SELECT owner, headings, vectors, profiles, generation FROM text_owner WHERE kind = $1 AND owner = ANY($2::uuid[])',
        [kind, ids],
      ];
    }
    return [
      `SELECT o.owner, o.headings, o.vectors, o.profiles, o.generation, m.vectors AS meanings
       FROM text_owner o LEFT JOIN text_meaning m
         ON m.kind = o.kind AND m.owner = o.owner AND m.version = o.version AND m.encoder = $3
       WHERE o.kind = $1 AND o.owner = ANY($2::uuid[])`,
      [kind, ids, name],
    ];
  }

  /** How well somebody's texts fit a brief, 0 to 1. */
  fit(brief: Brief, { works }: OwnerTexts): number {
    return textFit(brief, works);
  }

  /** The texts that speak most for a fit, with the words that they share with the brief. */
  sources(brief: Brief, { headings, works }: OwnerTexts): FitSource[] {
    const evidence = fitEvidence(brief, works);
    return evidence.works.slice(0, mostSources).flatMap(({ work, points, terms }) => {
      const heading = headings[work];
      if (!heading) return [];
      return [{ ...heading, share: points / evidence.fit, terms: terms.slice(0, mostTerms).map(({ term }) => term) }];
    });
  }

  private async lookup(analysis: Analysis): Promise<(term: string) => FoundTerm | undefined> {
    const terms = [...analysis.terms.keys()];
    const found = await this.numbers(new Set(terms));
    const slips = terms.filter((term) => !found.has(term) && slipsAllowed(term) > 0).slice(0, mostGuesses);
    for (const term of slips) {
      const guess = await this.guess(term);
      if (guess !== undefined) found.set(term, { number: guess, guessed: true });
    }
    return (term) => found.get(term);
  }

  /** The numbers of the terms that works have. */
  private async numbers(terms: ReadonlySet<string>): Promise<Map<string, FoundTerm>> {
    const rows = await this.database.rows<{ id: number; term: string }>(
      'SELECT id, term FROM text_term WHERE term = ANY($1::text[]) AND works > 0',
      [[...terms]],
    );
    return new Map(rows.map(({ id, term }) => [term, { number: id }]));
  }

  private async guess(unknown: string): Promise<number | undefined> {
    const most = slipsAllowed(unknown);
    const near = await this.database.rows<{ id: number; term: string; works: number }>(
      `SELECT id, term, works FROM text_term
       WHERE term >= $1 AND term < $2 AND length(term) BETWEEN $3 AND $4 AND works > 0`,
      [unknown.slice(0, 1), `${unknown.slice(0, 1)}\u{10ffff}`, unknown.length - most, unknown.length + most],
    );
    const term = nearestTerm(unknown, near);
    return near.find((candidate) => candidate.term === term)?.id;
  }
}
