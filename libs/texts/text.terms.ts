import { Inject, Injectable } from '@nestjs/common';
import { Database } from '#database';
import {
  type Analysis,
  type FoundTerm,
  type Landmarks,
  nearestTerm,
  slipsAllowed,
  type TermLookup,
} from '#text-analysis';
import type { DirectoryView } from './directory.without.js';

/** Unknown terms of a brief for which likely spellings are looked up; more than that are not slips. */
const mostGuesses = 5;

/** What stays of a text's terms while the counts do: their numbers, and what unknown ones were taken for. */
interface KnownTerms {
  numbers: Map<string, number>;
  /** Terms that no work has. */
  unused: Set<string>;
  guesses: Map<string, FoundTerm | null>;
}

/** Terms that are remembered: some megabytes. */
const mostKnownTerms = 40_000;

/** The numbers of the terms of briefs. They are asked for once, and remembered while the counts behind them are in use. */
@Injectable()
export class TextTerms {
  private readonly known = new WeakMap<Landmarks, KnownTerms>();

  constructor(@Inject(Database) private readonly database: Database) {}

  /** The numbers of the terms that works have; nothing is guessed. */
  async numbers(landmarks: Landmarks, terms: ReadonlySet<string>): Promise<TermLookup> {
    const { numbers, unused } = this.knownOf(landmarks);
    const asked = [...terms].filter((term) => !numbers.has(term) && !unused.has(term));
    const rows =
      asked.length === 0
        ? []
        : await this.database.rows<{ id: number; term: string }>(
            'SELECT id, term FROM text_term WHERE term = ANY($1::text[]) AND works > 0',
            [asked],
          );
    for (const { id, term } of rows) numbers.set(term, id);
    for (const term of asked) if (!numbers.has(term)) unused.add(term);
    return (term) => {
      const number = numbers.get(term);
      return number === undefined ? undefined : { number };
    };
  }

  /** What is known of terms while these landmarks, and the counts behind them, are in use. */
  private knownOf(landmarks: Landmarks): KnownTerms {
    const before = this.known.get(landmarks);
    // All three are counted: whoever writes a brief says which terms are asked for.
    const size = before ? before.numbers.size + before.unused.size + before.guesses.size : 0;
    if (before && size < mostKnownTerms) return before;
    const known: KnownTerms = { numbers: new Map(), unused: new Set(), guesses: new Map() };
    this.known.set(landmarks, known);
    return known;
  }

  /** The terms of a brief that works have, and what the first unknown ones were most likely meant to be. */
  async lookup(landmarks: Landmarks, { terms }: Analysis): Promise<TermLookup> {
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
  async lookupIn({ landmarks, unused }: DirectoryView, { terms }: Analysis): Promise<TermLookup> {
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
}
