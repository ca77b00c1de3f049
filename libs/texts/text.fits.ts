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
import type { DirectoryView } from './directory.without.js';
import { Encoder, type Meaning, nearness } from './encoder.js';
import { type HeldText, HeldTexts } from './held.texts.js';
import { unpack } from './packing.js';
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

interface TextRow {
  owner: string;
  /** Of the row: another one whenever it is written. */
  stamp: string;
  headings: Heading[];
  /** Null where the row is the one that is held. */
  vectors: Buffer | null;
  profiles: Buffer;
  generation: number;
  meanings?: Buffer | null;
}

type Statement = [sql: string, parameters: unknown[]];

/** All texts of these owners, with what an encoder made of them. */
const whole = (kinds: readonly TextKind[], ids: readonly string[], encoder: string): Statement => [
  `SELECT o.owner, o.xmin::text AS stamp, o.headings, o.vectors, o.profiles, o.generation, m.vectors AS meanings
   FROM text_owner o LEFT JOIN text_meaning m
     ON m.kind = o.kind AND m.owner = o.owner AND m.version = o.version AND m.encoder = $3
   WHERE o.kind = ANY($1) AND o.owner = ANY($2::uuid[])`,
  [kinds, ids, encoder],
];

/** The texts of these owners, but for the rows that are held already. */
const unheld = (kinds: readonly TextKind[], ids: readonly string[], held: ReadonlyMap<string, HeldText>): Statement => [
  `SELECT o.owner, o.xmin::text AS stamp, o.generation, CASE WHEN h.owner IS NULL THEN o.headings END AS headings,
     CASE WHEN h.owner IS NULL THEN o.vectors END AS vectors, CASE WHEN h.owner IS NULL THEN o.profiles END AS profiles
   FROM text_owner o LEFT JOIN unnest($3::uuid[], $4::text[]) AS h(owner, stamp)
     ON h.owner = o.owner AND h.stamp = o.xmin::text
   WHERE o.kind = ANY($1) AND o.owner = ANY($2::uuid[])`,
  [kinds, ids, [...held.keys()], Array.from(held.values(), ({ stamp }) => stamp)],
];

/** A row as it is compared: its works are placed only where that was done by the landmarks in use. */
const read = (row: TextRow, vectors: Buffer, generation: number): OwnerTexts => {
  const placed = row.generation === generation ? unpack(row.profiles) : [];
  const works = unpack(vectors).map((vector, index): WorkText => {
    const profile = placed[index];
    return { vector: decodeWorkVector(vector), profile: profile ? decodeProfile(profile) : null };
  });
  return { headings: row.headings, works, meanings: row.meanings ? unpackMeanings(row.meanings, works.length) : null };
};

/** How well texts fit: a brief against what people have written, in both directions. */
@Injectable()
export class TextFits {
  private readonly held = new HeldTexts();

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(TextCounts) private readonly counts: TextCounts,
    @Inject(Encoder) private readonly encoder: Encoder,
    @Inject(TextMeanings) private readonly meanings: TextMeanings,
  ) {}

  /** Makes a text ready to be compared with what others have written; `view` is a directory other than the database's. */
  async brief(text: string, view?: DirectoryView): Promise<Brief> {
    const landmarks = view?.landmarks ?? (await this.counts.landmarks());
    const analysis = analyse(text);
    return prepareBrief(analysis, await this.lookup(analysis, view), landmarks);
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

  /** The texts of these owners, of whatever kinds; those who have none are left out. What is held already is not sent again. */
  async of(kinds: readonly TextKind[], ids: readonly string[]): Promise<Map<string, OwnerTexts>> {
    if (ids.length === 0) return new Map();
    await this.counts.landmarks();
    const { generation } = this.counts;
    const { name } = this.encoder;
    // With an encoder there is more to a text than its row: it is read afresh.
    const held = name === null ? this.held.of(ids, generation) : new Map<string, HeldText>();
    const rows = await this.database.rows<TextRow>(
      ...(name === null ? unheld(kinds, ids, held) : whole(kinds, ids, name)),
    );
    return new Map(
      rows.map((row) => {
        const known = held.get(row.owner);
        const texts = row.vectors === null ? known?.texts : read(row, row.vectors, generation);
        if (!texts) throw new Error('Texts came without their numbers');
        if (name === null) this.held.put(row.owner, { stamp: row.stamp, texts }, generation);
        return [row.owner, texts];
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
      const words = terms.flatMap(({ term, points: own }) =>
        term && !/^\d+$/.test(term) ? [{ term, points: own }] : [],
      );
      const least = leastTelling * (words[0]?.points ?? 0);
      const telling = words.filter((each) => each.points >= least).slice(0, mostTerms);
      return [{ ...heading, share: points / evidence.fit, terms: telling.map(({ term }) => term) }];
    });
  }

  /** The terms that works have, and what unknown ones were most likely meant to be: one statement for both. */
  private async lookup(analysis: Analysis, view?: DirectoryView): Promise<(term: string) => FoundTerm | undefined> {
    const terms = [...analysis.terms.keys()];
    const slips = terms.map(slipsAllowed);
    const rows = await this.database.rows<{ asked: string | null; id: number; term: string; works: number }>(
      `WITH asked AS MATERIALIZED (
         SELECT a.term, a.slips, a.place, t.id, t.works FROM unnest($1::text[], $2::int[]) WITH ORDINALITY AS a(term, slips, place)
         LEFT JOIN text_term t ON t.term = a.term AND t.works > 0 AND t.id <> ALL($5::int[])
       ), unknown AS (
         SELECT term, slips FROM asked WHERE id IS NULL AND slips > 0 ORDER BY place LIMIT $3
       )
       SELECT NULL AS asked, id, term, works FROM asked WHERE id IS NOT NULL
       UNION ALL
       SELECT u.term, t.id, t.term, t.works FROM unknown u JOIN text_term t
         ON t.term >= left(u.term, 1) COLLATE "C" AND t.term < (left(u.term, 1) || $4) COLLATE "C" AND t.works > 0 AND t.id <> ALL($5::int[])
           AND length(t.term) BETWEEN length(u.term) - u.slips AND length(u.term) + u.slips`,
      [terms, slips, mostGuesses, '\u{10ffff}', view?.unused ?? []],
    );
    const found = new Map<string, FoundTerm>();
    const near = new Map<string, { id: number; term: string; works: number }[]>();
    for (const { asked, ...counted } of rows) {
      const row = view ? { ...counted, works: view.landmarks.statistics.worksWith(counted.id) } : counted;
      if (asked === null) found.set(row.term, { number: row.id });
      else (near.get(asked) ?? near.set(asked, []).get(asked))?.push(row);
    }
    for (const [asked, candidates] of near) {
      const nearest = nearestTerm(asked, candidates);
      const id = candidates.find(({ term }) => term === nearest)?.id;
      if (id !== undefined) found.set(asked, { number: id, guessed: true });
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
}
