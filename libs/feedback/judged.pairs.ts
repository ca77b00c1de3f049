import { Inject, Injectable } from '@nestjs/common';
import { Database } from '#database';
import type { FoundPart } from '#matching';
import { judgementGrades, judgementReasons } from './judgement.rules.js';

/** A match that was judged, by what somebody said or by what came of asking. */
export interface JudgedPair {
  /** The side that it was found for: pairs are compared within one side only. */
  question: string;
  /** What was found. */
  item: string;
  /** 0 to 3; the mean where several people judged. */
  grade: number;
  parts: FoundPart[];
}

/** All that was judged, and how it came to be. */
export interface Judged {
  pairs: JudgedPair[];
  counts: Record<'said' | 'requested' | 'accepted' | 'declined' | 'completed' | 'withoutGrade', number>;
}

interface Said {
  question: string;
  item: string;
  relevant: boolean;
  reasons: string[];
  parts: FoundPart[];
}

interface Asked {
  question: string;
  item: string;
  state: string;
  reason: string | null;
  completed: boolean;
  parts: FoundPart[];
}

/** The grade of what somebody said: the lowest of the reasons; null where none speaks of the fit. */
export const gradeOfSaid = ({ relevant, reasons }: Pick<Said, 'relevant' | 'reasons'>): number | null => {
  if (relevant) return judgementGrades.relevant;
  const grades = reasons
    .map((reason) => judgementReasons.find(({ code }) => code === reason)?.grade ?? null)
    .filter((grade) => grade !== null);
  return grades.length > 0 ? Math.min(...grades) : null;
};

/** The grade of a request: by what came of it. */
export const gradeOfAsked = ({ state, reason, completed }: Pick<Asked, 'state' | 'reason' | 'completed'>): number => {
  if (completed) return judgementGrades.completed;
  if (state === 'accepted') return judgementGrades.accepted;
  if (state === 'declined' && reason) return judgementGrades.declined[reason] ?? judgementGrades.requested;
  return judgementGrades.requested;
};

/** Reads what was judged. What a request came to is read from the request, so that it is never out of date. */
@Injectable()
export class JudgedPairs {
  constructor(@Inject(Database) private readonly database: Database) {}

  async all(): Promise<Judged> {
    const said = await this.database.rows<Said>(
      `SELECT for_id AS question, with_id AS item, relevant, reasons, parts FROM match_judgement ORDER BY updated_at, id`,
    );
    const asked = await this.database.rows<Asked>(
      `SELECT m.for_id AS question, m.with_id AS item, r.state, m.parts,
         EXISTS (SELECT FROM collaboration c WHERE c.request_id = r.id AND c.state = 'completed') AS completed,
         (SELECT e.reason FROM request_event e WHERE e.request_id = r.id AND e.action = 'decline'
          ORDER BY e.number DESC LIMIT 1) AS reason
       FROM match_request m JOIN collaboration_request r ON r.id = m.request_id ORDER BY m.created_at, m.request_id`,
    );
    const counts = {
      said: said.length,
      requested: asked.length,
      accepted: 0,
      declined: 0,
      completed: 0,
      withoutGrade: 0,
    };
    const found = new Map<
      string,
      { question: string; item: string; grades: number[]; asked: boolean; parts: FoundPart[] }
    >();
    for (const one of said) {
      const grade = gradeOfSaid(one);
      if (grade === null) {
        counts.withoutGrade += 1;
        continue;
      }
      const key = `${one.question} ${one.item}`;
      const before = found.get(key);
      found.set(key, { ...one, grades: [...(before?.grades ?? []), grade], asked: false });
    }
    for (const one of asked) {
      if (one.completed) counts.completed += 1;
      if (one.state === 'accepted') counts.accepted += 1;
      if (one.state === 'declined') counts.declined += 1;
      // What came of asking says more than what was said before.
      found.set(`${one.question} ${one.item}`, { ...one, grades: [gradeOfAsked(one)], asked: true });
    }
    const pairs = Array.from(found.values(), ({ question, item, grades, parts }) => ({
      question,
      item,
      grade: grades.reduce((sum, grade) => sum + grade, 0) / grades.length,
      parts,
    }));
    return { pairs, counts };
  }
}
