import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Database, type Sql, type Tx } from '#database';
import { peopleOf } from '#meetings';
import { type Notice, type NoticeWords, type NotificationSubject, NotificationSubjects, notify } from '#notifications';
import { type IntroductionRow, introductionRows, peopleOn } from './introduction.queries.js';
import type { IntroductionState } from './introduction.states.js';

/** What people are told of introductions. That somebody said no, and who, is told to nobody. */
export type IntroductionNotice =
  | 'introduction-asked'
  | 'introduction-passed-on'
  | 'introduction-received'
  | 'introduction-accepted'
  | 'introduction-not-possible';

const toldTo: Record<IntroductionNotice, 'asker' | 'middle' | 'target'> = {
  'introduction-asked': 'middle',
  'introduction-passed-on': 'asker',
  'introduction-received': 'target',
  'introduction-accepted': 'asker',
  'introduction-not-possible': 'asker',
};

/** Tells those whom this is for, in the caller's transaction. */
export const tellOf = async (tx: Tx, id: string, ...kinds: IntroductionNotice[]): Promise<void> => {
  const people = await peopleOn(tx, id);
  if (!people) return;
  const notices = kinds.flatMap((kind) =>
    [people[toldTo[kind]]].flat().map((accountId) => ({ accountId, kind, subjectKind: 'introduction', subjectId: id })),
  );
  await notify(tx, notices, { letterAt: new Date() });
};

/** Where each finds it. */
const placeOf = { asker: '?role=asker&', middle: '?', target: '?role=target&' } as const;

interface Told {
  title: string;
  while: IntroductionState[];
}

/** Each is written from what its reader may know: no name in one that is not theirs to know. */
const told: Record<IntroductionNotice, (row: IntroductionRow, names: { asker: string; middle: string }) => Told> = {
  'introduction-asked': (row, { asker }) => ({
    title: `${asker} asks you for an introduction to ${row.targetName}`,
    while: ['asked'],
  }),
  'introduction-passed-on': (row, { middle }) => ({
    title: `${middle} has passed your note on to ${row.targetName}`,
    while: ['passed-on'],
  }),
  'introduction-received': (_, { asker, middle }) => ({
    title: `${middle} introduces ${asker} to you`,
    while: ['passed-on'],
  }),
  'introduction-accepted': (row) => ({
    title: `${row.targetName} is glad to hear from you`,
    while: ['accepted'],
  }),
  'introduction-not-possible': (row) => ({
    title: `An introduction to ${row.targetName} is not possible this time`,
    while: ['refused', 'declined', 'expired'],
  }),
};

const isKind = (kind: string): kind is IntroductionNotice => kind in told;

/** Puts what people are told of introductions into words. */
@Injectable()
export class IntroductionNotices implements NotificationSubject, OnModuleInit {
  readonly kind = 'introduction';

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(NotificationSubjects) private readonly subjects: NotificationSubjects,
  ) {}

  onModuleInit() {
    this.subjects.add(this);
  }

  async words(sql: Sql, notices: readonly Notice[]): Promise<Map<string, NoticeWords>> {
    const rows = await introductionRows(this.database, [...new Set(notices.map(({ subjectId }) => subjectId))], sql);
    const byId = new Map(rows.map((row) => [row.id, row]));
    const people = await peopleOf(
      sql,
      rows.flatMap(({ askerAccountId, middleAccountId }) => [askerAccountId, middleAccountId]),
    );
    const nameOf = (id: string) => people.get(id)?.name ?? 'Somebody';
    return new Map(
      notices.flatMap(({ id, kind, subjectId }) => {
        const row = byId.get(subjectId);
        if (!row || !isKind(kind)) return [];
        const words = told[kind](row, { asker: nameOf(row.askerAccountId), middle: nameOf(row.middleAccountId) });
        return [
          [
            id,
            {
              title: words.title,
              paragraphs: [],
              action: kind === 'introduction-asked' ? 'Read and decide' : 'See the introduction',
              path: `/introductions${placeOf[toldTo[kind]]}introduction=${subjectId}`,
              current: words.while.includes(row.standing),
            },
          ] as const,
        ];
      }),
    );
  }
}
