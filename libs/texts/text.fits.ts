import { Inject, Injectable } from '@nestjs/common';
import { type Beside, Database } from '#database';
import {
  analyse,
  type Brief,
  decodeProfile,
  decodeWorkVector,
  fitEvidence,
  fitOf,
  packedCount,
  packedFit,
  prepareBrief,
  storedBrief,
  unpack,
  type WorkText,
} from '#text-analysis';
import type { DirectoryView } from './directory.without.js';
import { Encoder, type Meaning, nearness } from './encoder.js';
import { TextCounts } from './text.counts.js';
import { TextMeanings, unpackMeanings } from './text.meanings.js';
import { TextTerms } from './text.terms.js';
import type { Heading, OwnerTexts, TextKind } from './text.types.js';

/** A text that speaks for a fit. */
export interface FitSource extends Heading {
  /** Its share of the fit, 0 to 1. */
  share: number;
  /** Words that both use, as people write them, the weightiest first; none where both only lie near the same works. */
  terms: string[];
}

const mostSources = 3;
const mostTerms = 6;
/** Terms that add less than this part of what the first adds are counted and not shown: they explain nothing. */
const leastTelling = 0.25;

/** What is read of an owner's texts, under names that no column of another table has. */
interface TextRow {
  textVectors: string | null;
  textProfiles: string;
  textGeneration: number;
  textTopics: string[];
  textHeadings?: Heading[];
  textEncoder?: string | null;
  textMeanings?: Buffer | null;
}

/** The columns of texts. As base64, because the driver would have bytes written out in twice their length. */
const columns = (told: boolean, meant: boolean): string =>
  [
    `encode(said.vectors, 'base64') AS "textVectors"`,
    `encode(said.profiles, 'base64') AS "textProfiles"`,
    'said.generation AS "textGeneration"',
    'said.topics AS "textTopics"',
    ...(told ? ['said.headings AS "textHeadings"'] : []),
    ...(meant ? ['meant.encoder AS "textEncoder"', 'meant.vectors AS "textMeanings"'] : []),
  ].join(', ');

const meanings = `LEFT JOIN text_meaning AS meant
  ON meant.kind = said.kind AND meant.owner = said.owner AND meant.version = said.version`;

/** How well texts fit: a brief against what people have written, in both directions. */
@Injectable()
export class TextFits {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(TextCounts) private readonly counts: TextCounts,
    @Inject(TextTerms) private readonly terms: TextTerms,
    @Inject(Encoder) private readonly encoder: Encoder,
    @Inject(TextMeanings) private readonly meanings: TextMeanings,
  ) {}

  /**
   * Makes a text ready to be compared with what others have written; where it is stored, its place is known.
   *
   * @param view a directory other than the database's
   */
  async brief(text: string, stored: OwnerTexts | null = null, view?: DirectoryView): Promise<Brief> {
    const landmarks = view?.landmarks ?? (await this.counts.landmarks());
    const analysis = analyse(text);
    const lookup = view ? await this.terms.lookupIn(view, analysis) : await this.terms.lookup(landmarks, analysis);
    return prepareBrief(analysis, lookup, landmarks, placeOf(stored));
  }

  /** Several texts made ready at once; where they were stored as such, their places among the landmarks are known. */
  async briefs(items: readonly { text: string; stored?: OwnerTexts }[]): Promise<Brief[]> {
    const landmarks = await this.counts.landmarks();
    const analyses = items.map(({ text }) => analyse(text));
    const lookup = await this.terms.numbers(landmarks, new Set(analyses.flatMap(({ terms }) => [...terms.keys()])));
    return analyses.map((analysis, index) =>
      prepareBrief(analysis, lookup, landmarks, placeOf(items[index]?.stored ?? null)),
    );
  }

  /** What somebody has written, as a brief: for comparing many; it does not know how its terms are written. */
  async stored(texts: OwnerTexts): Promise<Brief | null> {
    const [vector] = unpack(texts.vectors);
    if (!vector) return null;
    return storedBrief(decodeWorkVector(vector), placeOf(texts), await this.counts.landmarks());
  }

  /** The texts of these owners, of whatever kinds, with what each is; those who have none are left out. */
  async of(kinds: readonly TextKind[], ids: readonly string[]): Promise<Map<string, OwnerTexts>> {
    if (ids.length === 0) return new Map();
    await this.counts.landmarks();
    const rows = await this.database.rows<TextRow & { owner: string }>(
      `SELECT said.owner, ${columns(true, this.readsMeaning)} FROM text_owner AS said ${this.readsMeaning ? meanings : ''}
       WHERE said.kind = ANY($1) AND said.owner = ANY($2::uuid[])`,
      [kinds, ids],
    );
    return new Map(rows.flatMap(({ owner, ...row }) => this.read(row, owner)));
  }

  /**
   * Brings the texts of whatever has this id along with another statement; `told` says whether also what each text is.
   *
   * @param id SQL
   */
  async beside(
    kind: TextKind,
    id: string,
    { told = false } = {},
  ): Promise<Beside & { texts: Map<string, OwnerTexts> }> {
    await this.counts.landmarks();
    const texts = new Map<string, OwnerTexts>();
    return {
      texts,
      columns: columns(told, this.readsMeaning),
      join: `LEFT JOIN text_owner AS said ON said.kind = '${kind}' AND said.owner = ${id} ${this.readsMeaning ? meanings : ''}`,
      take: (owner, row) => {
        for (const [, own] of this.read(row as TextRow, owner)) texts.set(owner, own);
      },
    };
  }

  /** A row as it is compared: its works are placed only where that was done by the landmarks in use. */
  private read(row: TextRow, owner: string): [string, OwnerTexts][] {
    if (row.textVectors === null) return [];
    const vectors = Buffer.from(row.textVectors, 'base64');
    const placed = row.textGeneration === this.counts.generation;
    const meant = row.textMeanings && row.textEncoder === this.encoder.name ? row.textMeanings : null;
    return [
      [
        owner,
        {
          headings: row.textHeadings ?? [],
          vectors,
          profiles: placed ? Buffer.from(row.textProfiles, 'base64') : Buffer.alloc(0),
          workTopics: row.textTopics,
          meanings: meant && unpackMeanings(meant, packedCount(vectors)),
        },
      ],
    ];
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

  /** How well somebody's texts fit a brief, 0 to 1. */
  fit(brief: Brief, texts: OwnerTexts): number {
    return packedFit(brief, texts);
  }

  /** The texts that speak most for a fit, with the words that they share with the brief. */
  sources(brief: Brief, { headings, vectors, profiles }: OwnerTexts): FitSource[] {
    const places = unpack(profiles);
    const works = unpack(vectors).map((vector, index): WorkText => {
      const place = places[index];
      return { vector: decodeWorkVector(vector), profile: place ? decodeProfile(place) : null };
    });
    const evidence = fitEvidence(brief, works);
    return evidence.works.slice(0, mostSources).flatMap(({ work, points, terms }) => {
      const heading = headings[work];
      if (!heading) return [];
      const words = terms.flatMap(({ term, points: own }) =>
        term && !/^\d+$/.test(term) ? [{ term, points: own }] : [],
      );
      const least = leastTelling * (words[0]?.points ?? 0);
      const telling = words.filter((each) => each.points >= least).slice(0, mostTerms);
      return [{ ...heading, share: points / evidence.fit, terms: telling.map(({ term }) => term) }];
    });
  }
}

/** The place of what somebody has written as one text, where it has been found. */
const placeOf = (texts: OwnerTexts | null) => {
  const [place] = texts ? unpack(texts.profiles) : [];
  return place ? decodeProfile(place) : null;
};
