/**
 * What became of a record: `added` and `changed` were written; `unchanged` was there already; `merged` added to a row that
 * the same run had made; `claimed` belongs to somebody who looks after it, and stays as it is; `erased` is a person who asked
 * not to be here.
 */
export type Outcome = 'added' | 'changed' | 'unchanged' | 'merged' | 'claimed' | 'erased';

/** A row that a record stands for. */
export interface Found {
  id: string;
  claimed: boolean;
  /** made by this run */
  fresh: boolean;
  /** of another source, which alone replaces what it says */
  foreign: boolean;
}

/** What one statement wrote decides the outcome of an existing row. */
export const outcomeOf = ({ claimed, fresh }: Found, written: boolean): Outcome => {
  if (claimed) return 'claimed';
  if (!written) return 'unchanged';
  return fresh ? 'merged' : 'changed';
};

/** Reads keys of one source as one text. */
export const keyOf = ({ source, sourceKey }: { source: string; sourceKey: string }): string =>
  `${source}\u0000${sourceKey}`;
