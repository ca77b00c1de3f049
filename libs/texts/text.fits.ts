import { Inject, Injectable } from '@nestjs/common';
import { type Beside, Database } from '#database';
import {
  type Analysis,
  analyse,
  type Brief,
  decodeProfile,
  decodeWorkVector,
  type FoundTerm,
  fitEvidence,
  fitOf,
  type Landmarks,
  nearestTerm,
  packedCount,
  packedFit,
  prepareBrief,
  slipsAllowed,
  storedBrief,
  type TermLookup,
  unpack,
  type WorkText,
} from '#text-analysis';
import type { DirectoryView } from './directory.without.js';
import { Encoder, type Meaning, nearness } from './encoder.js';
import { TextCounts } from './text.counts.js';
import { TextMeanings, unpackMeanings } from './text.meanings.js';
import type { Heading, OwnerTexts, TextKind } from './text.types.js';

/** A text that speaks for a fit. */
export interface FitSource extends Heading {
  /** Its share of the fit, 0 to 1. */
  share: number;
  /** Words that both use, as people write them, the weightiest first; none where both only lie near the same works. */
  terms: string[];
}

/** Unknown terms of a brief for which likely spellings are looked up; more than that are not slips. */
const mostGuesses = 5;
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

/** What stays of a text's terms while the counts do: their numbers, and what unknown ones were taken for. */
interface KnownTerms {
  numbers: Map<string, number>;
  /** Terms that no work has. */
  unused: Set<string>;
  guesses: Map<string, FoundTerm | null>;
}

/** Terms that are remembered: some megabytes. */
const mostKnownTerms = 40_000;

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
  private readonly known = new WeakMap<Landmarks, KnownTerms>();

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(TextCounts) private readonly counts: TextCounts,
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
    const lookup = view ? await this.lookupIn(view, analysis) : await this.lookup(landmarks, analysis);
    return prepareBrief(analysis, lookup, landmarks, placeOf(stored));
  }

  /** Several texts made ready at once; where they were stored as such, their places among the landmarks are known. */
  async briefs(items: readonly { text: string; stored?: OwnerTexts }[]): Promise<Brief[]> {
    const landmarks = await this.counts.landmarks();
    const analyses = items.map(({ text }) => analyse(text));
    const known = this.knownOf(landmarks);
    await this.learn(known, new Set(analyses.flatMap(({ terms }) => [...terms.keys()])));
    const lookup: TermLookup = (term) => {
      const number = known.numbers.get(term);
      return number === undefined ? undefined : { number };
    };
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

  /** What is known of terms while these landmarks, and the counts behind them, are in use. */
  private knownOf(landmarks: Landmarks): KnownTerms {
    const before = this.known.get(landmarks);
    if (before && before.numbers.size + before.unused.size < mostKnownTerms) return before;
    const known: KnownTerms = { numbers: new Map(), unused: new Set(), guesses: new Map() };
    this.known.set(landmarks, known);
    return known;
  }

  /** The terms of a brief that works have, and what the first unknown ones were most likely meant to be. */
  private async lookup(landmarks: Landmarks, { terms }: Analysis): Promise<TermLookup> {
    const known = this.knownOf(landmarks);
    const asked = [...terms.keys()].filter((term) => !known.numbers.has(term) && !known.guesses.has(term));
    if (asked.length > 0) {
      const { numbers, guesses } = await this.find(asked, []);
      for (const { id, term } of numbers) known.numbers.set(term, id);
      for (const [term, guess] of guesses) known.guesses.set(term, guess);
      // Too short for a slip of the pen: it stays unknown.
      for (const term of asked) if (!known.numbers.has(term) && slipsAllowed(term) === 0) known.guesses.set(term, null);
    }
    const guessed = new Set(
      [...terms.keys()].filter((term) => known.guesses.has(term) && slipsAllowed(term) > 0).slice(0, mostGuesses),
    );
    return (term) => {
      const number = known.numbers.get(term);
      if (number !== undefined) return { number };
      return (guessed.has(term) && known.guesses.get(term)) || undefined;
    };
  }

  /** The same in a directory other than the database's, which knows fewer terms: nothing of it is kept. */
  private async lookupIn({ landmarks, unused }: DirectoryView, { terms }: Analysis): Promise<TermLookup> {
    const { numbers, guesses } = await this.find([...terms.keys()], unused, (id) => landmarks.statistics.worksWith(id));
    const found = new Map(numbers.map(({ id, term }) => [term, id]));
    return (term) => {
      const number = found.get(term);
      return number === undefined ? (guesses.get(term) ?? undefined) : { number };
    };
  }

  /** Looks terms up, and likely spellings of the first that works do not have: one statement for both. */
  private async find(terms: readonly string[], unused: readonly number[], worksWith?: (id: number) => number) {
    const rows = await this.database.rows<{ asked: string | null; id: number | null; term: string; works: number }>(
      `WITH asked AS MATERIALIZED (
         SELECT a.term, a.slips, a.place, t.id, t.works FROM unnest($1::text[], $2::int[]) WITH ORDINALITY AS a(term, slips, place)
         LEFT JOIN text_term t ON t.term = a.term AND t.works > 0 AND t.id <> ALL($5::int[])
       ), unknown AS MATERIALIZED (
         SELECT term, slips FROM asked WHERE id IS NULL AND slips > 0 ORDER BY place LIMIT $3
       )
       SELECT NULL AS asked, id, term, works FROM asked WHERE id IS NOT NULL
       UNION ALL
       SELECT u.term, t.id, t.term, t.works FROM unknown u LEFT JOIN text_term t
         ON t.term >= left(u.term, 1) COLLATE "C" AND t.term < (left(u.term, 1) || $4) COLLATE "C" AND t.works > 0 AND t.id <> ALL($5::int[])
           AND length(t.term) BETWEEN length(u.term) - u.slips AND length(u.term) + u.slips`,
      [terms, terms.map(slipsAllowed), mostGuesses, '\u{10ffff}', unused],
    );
    const numbers: { id: number; term: string }[] = [];
    const near = new Map<string, { id: number; term: string; works: number }[]>();
    for (const { asked, id, term, works } of rows) {
      if (asked === null && id !== null) numbers.push({ id, term });
      if (asked === null) continue;
      const candidates = near.get(asked) ?? [];
      near.set(asked, candidates);
      if (id !== null) candidates.push({ id, term, works: worksWith ? worksWith(id) : works });
    }
    const guesses = new Map<string, FoundTerm | null>();
    for (const [asked, candidates] of near) {
      const nearest = nearestTerm(asked, candidates);
      const number = candidates.find(({ term }) => term === nearest)?.id;
      guesses.set(asked, number === undefined ? null : { number, guessed: true });
    }
    return { numbers, guesses };
  }

  /** Learns the numbers of the terms that works have. */
  private async learn({ numbers, unused }: KnownTerms, terms: ReadonlySet<string>): Promise<void> {
    const asked = [...terms].filter((term) => !numbers.has(term) && !unused.has(term));
    if (asked.length === 0) return;
    const rows = await this.database.rows<{ id: number; term: string }>(
      'SELECT id, term FROM text_term WHERE term = ANY($1::text[]) AND works > 0',
      [asked],
    );
    for (const { id, term } of rows) numbers.set(term, id);
    for (const term of asked) if (!numbers.has(term)) unused.add(term);
  }
}

/** The place of what somebody has written as one text, where it has been found. */
const placeOf = (texts: OwnerTexts | null) => {
  const [place] = texts ? unpack(texts.profiles) : [];
  return place ? decodeProfile(place) : null;
};
