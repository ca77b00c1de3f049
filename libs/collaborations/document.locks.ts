import { Injectable } from '@nestjs/common';
import type { Viewer } from '#accounts';
import type { Sql } from '#database';

/** What keeps a restricted document shut. */
export interface DocumentLock {
  /** The rule in one sentence, which the viewer reads: why it is shut, or null where nothing keeps it shut. */
  locked(sql: Sql, viewer: Viewer, documentId: string): Promise<string | null>;
}

/**
 * What keeps restricted documents shut for the side that did not bring them, and for offices. The libraries to the right of
 * this one register theirs, such as that a confidentiality agreement must be recorded first.
 */
@Injectable()
export class DocumentLocks {
  private readonly locks: DocumentLock[] = [];

  add(lock: DocumentLock) {
    this.locks.push(lock);
  }

  /** The first rule that keeps the document shut for the viewer, or null. */
  async locked(sql: Sql, viewer: Viewer, documentId: string): Promise<string | null> {
    for (const lock of this.locks) {
      const sentence = await lock.locked(sql, viewer, documentId);
      if (sentence) return sentence;
    }
    return null;
  }
}
