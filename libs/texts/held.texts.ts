import type { OwnerTexts } from './text.types.js';

/** Texts as they were read, and which row they were read from. */
export interface HeldText {
  /** Changes whenever the row is written. */
  stamp: string;
  texts: OwnerTexts;
}

/** What the objects around the numbers of one work take, roughly. */
const bytesOfWork = 400;

const bytesOf = ({ headings, works }: OwnerTexts): number =>
  works.reduce(
    (sum, { vector, profile }) =>
      sum + bytesOfWork + 5 * vector.terms.length + (profile ? 6 * profile.landmarks.length : 0),
    headings.reduce((sum, { source }) => sum + 100 + 2 * source.length, 0),
  );

/** Read texts of those compared last, up to so many bytes: the same people come up again and again. */
export class HeldTexts {
  private readonly held = new Map<string, HeldText & { bytes: number; generation: number }>();
  private total = 0;

  /** @param most bytes, about a thousand people of fifteen works */
  constructor(private readonly most = 24 * 1024 * 1024) {}

  get bytes(): number {
    return this.total;
  }

  /** What is held of these, read while these landmarks were in use. */
  of(keys: readonly string[], generation: number): Map<string, HeldText> {
    const found = new Map<string, HeldText>();
    for (const key of keys) {
      const entry = this.held.get(key);
      if (entry?.generation === generation) found.set(key, entry);
    }
    return found;
  }

  /** Holds it as the one used last; those used longest ago go first. */
  put(key: string, { stamp, texts }: HeldText, generation: number): void {
    const before = this.held.get(key);
    if (before) {
      this.held.delete(key);
      this.total -= before.bytes;
    }
    const bytes = before?.texts === texts ? before.bytes : bytesOf(texts);
    if (bytes > this.most) return;
    this.held.set(key, { stamp, texts, bytes, generation });
    this.total += bytes;
    for (const [oldest, entry] of this.held) {
      if (this.total <= this.most) return;
      this.held.delete(oldest);
      this.total -= entry.bytes;
    }
  }
}
