import { Injectable } from '@nestjs/common';
import type { Sql } from '#database';
import type { Notification } from './notification.entity.js';

/** What a notification needs for its words to be found. */
export type Notice = Pick<Notification, 'id' | 'accountId' | 'kind' | 'subjectId' | 'details'>;

/** A notification in words, for the person it is for: nothing in it that they may not know. */
export interface NoticeWords {
  /** One sentence. */
  title: string;
  /** What a letter says beyond the sentence, in paragraphs. */
  paragraphs: string[];
  /** What the letter's button says. */
  action: string;
  /** The page to open, from the root of the site. */
  path: string;
  /** Whether the person still needs to hear of it by letter: not where it has been dealt with meanwhile. */
  current: boolean;
}

/** What notifications can be about: whoever tells people of something puts it into words, for many at once. */
export interface NotificationSubject {
  kind: string;
  /** The words by notification id; one whose subject is gone is left out. */
  words(sql: Sql, notices: readonly Notice[]): Promise<Map<string, NoticeWords>>;
}

/** The kinds of things that people are told of. The libraries to the right of this one register theirs. */
@Injectable()
export class NotificationSubjects {
  private readonly subjects = new Map<string, NotificationSubject>();

  add(subject: NotificationSubject) {
    this.subjects.set(subject.kind, subject);
  }

  /** The words of notifications of any kinds, by their ids: a subject is asked once, however many there are. */
  async words(sql: Sql, notices: readonly (Notice & Pick<Notification, 'subjectKind'>)[]) {
    const words = new Map<string, NoticeWords>();
    for (const [kind, subject] of this.subjects) {
      const about = notices.filter(({ subjectKind }) => subjectKind === kind);
      if (about.length === 0) continue;
      for (const [id, said] of await subject.words(sql, about)) words.set(id, said);
    }
    return words;
  }
}
