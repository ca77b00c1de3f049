import type { Taxonomy } from '#taxonomy';
import { oneLine, paragraphs } from './text.cleaning.js';

/** Why a record cannot be written; the others of its batch can. */
export class BadRecord extends Error {}

/** What was left out of records that were written all the same, and how often. */
export class Omissions {
  private readonly counts = new Map<string, number>();

  add(what: string, count = 1) {
    if (count > 0) this.counts.set(what, (this.counts.get(what) ?? 0) + count);
  }

  get all(): { what: string; count: number }[] {
    return [...this.counts].map(([what, count]) => ({ what, count }));
  }
}

/** Checks the fields of one record, and cleans its texts. A field that is undefined says nothing, and stays so. */
export class FieldChecks {
  constructor(
    private readonly taxonomy: Taxonomy,
    readonly omissions: Omissions,
  ) {}

  /** A text of one line that may be missing; an empty one is taken as missing. */
  line(field: string, value: string | undefined, most: number): string | undefined {
    return this.bounded(field, value === undefined ? undefined : oneLine(this.text(field, value)), most) || undefined;
  }

  /** A text of one line that must be there. */
  required(field: string, value: string | undefined, most: number): string {
    const line = this.line(field, value, most);
    if (line === undefined) throw new BadRecord(`${field} is missing`);
    return line;
  }

  /** A text with paragraphs. */
  prose(field: string, value: string | undefined, most: number): string | undefined {
    return this.bounded(field, value === undefined ? undefined : paragraphs(this.text(field, value)), most);
  }

  private text(field: string, value: unknown): string {
    if (typeof value !== 'string') throw new BadRecord(`${field} is not a text`);
    return value;
  }

  private bounded(field: string, value: string | undefined, most: number) {
    if (value !== undefined && value.length > most) {
      const [length, limit] = [value.length, most].map((one) => one.toLocaleString('en-GB'));
      throw new BadRecord(`${field} has ${length} characters, and at most ${limit} fit`);
    }
    return value;
  }

  /** A code that its vocabulary must have. */
  code(scheme: string, field: string, value: string | undefined): string | undefined {
    if (value === undefined) return undefined;
    if (!this.taxonomy.term(scheme, value)) {
      throw new BadRecord(`${field}: "${String(value).slice(0, 60)}" is not a code of the vocabulary ${scheme}`);
    }
    return value;
  }

  /** Codes, each once; those that the vocabulary does not have are left out and counted. */
  codes(scheme: string, value: readonly string[] | undefined, most = 30): string[] | undefined {
    if (value === undefined) return undefined;
    const unique = [...new Set(value)];
    const known = unique.filter((code) => this.taxonomy.term(scheme, code));
    this.omissions.add(`codes that the vocabulary ${scheme} does not have`, unique.length - known.length);
    this.omissions.add(`codes of the vocabulary ${scheme} beyond the first ${most}`, known.length - most);
    return known.slice(0, most);
  }

  /** Short texts, each once. */
  list(field: string, value: readonly string[] | undefined, most: number, length: number): string[] | undefined {
    if (value === undefined) return undefined;
    const lines = value.map((one) => this.line(field, one, length)).filter((one) => one !== undefined);
    return [...new Set(lines)].slice(0, most);
  }

  one<Value extends string>(field: string, value: Value | undefined, allowed: readonly Value[]): Value | undefined {
    if (value !== undefined && !allowed.includes(value)) {
      throw new BadRecord(`${field}: "${String(value).slice(0, 60)}" is none of ${allowed.join(', ')}`);
    }
    return value;
  }

  number(field: string, value: number | undefined, least: number, most: number): number | undefined {
    if (value !== undefined && !(value >= least && value <= most)) {
      throw new BadRecord(`${field}: ${value} is not between ${least} and ${most}`);
    }
    return value;
  }

  whole(field: string, value: number | undefined, least: number, most: number): number | undefined {
    if (value !== undefined && !Number.isInteger(value))
      throw new BadRecord(`${field}: ${value} is not a whole number`);
    return this.number(field, value, least, most);
  }

  /** A day as YYYY-MM-DD that the calendar has. */
  date(field: string, value: string | undefined): string | undefined {
    if (value === undefined) return undefined;
    const read = /^\d{4}-\d{2}-\d{2}$/.test(value) ? new Date(`${value}T00:00:00Z`) : undefined;
    if (!read || Number.isNaN(read.getTime()) || read.toISOString().slice(0, 10) !== value) {
      throw new BadRecord(`${field}: "${String(value).slice(0, 20)}" is not a date such as 2027-09-01`);
    }
    return value;
  }

  matching(field: string, value: string | undefined, fits: (value: string) => boolean, what: string) {
    if (value !== undefined && !fits(value)) throw new BadRecord(`${field}: "${value.slice(0, 60)}" is not ${what}`);
    return value;
  }
}
