import { type AccessRow, asInput, everybody, onAll, only, people, row, signedIn } from './access.rows.js';

const wrong = { relevant: false, reasons: ['wrong-topic'] };

/** Who judges matches: whoever sees the matches of a side, for themselves. */
export const feedbackRows: AccessRow[] = [
  onAll('matchJudgementReasons', everybody('allowed')),
  row(
    'judgeMatch',
    'own profile and a brief',
    asInput(({ ids }) => ({
      ...wrong,
      for: { kind: 'academic', id: ids.own },
      with: { kind: 'opportunity', id: ids.brief },
    })),
    signedIn('NOT_ALLOWED', { academic: 'allowed', platform: 'allowed' }),
  ),
  row(
    'judgeMatch',
    'the company and somebody',
    asInput(({ ids }) => ({
      ...wrong,
      for: { kind: 'organisation', id: ids.company },
      with: { kind: 'academic', id: ids.unclaimed },
    })),
    signedIn('NOT_ALLOWED', { member: 'allowed', admin: 'allowed', office: 'allowed', platform: 'allowed' }),
  ),
  row(
    'judgeMatch',
    'the company and somebody hidden',
    asInput(({ ids }) => ({
      ...wrong,
      for: { kind: 'organisation', id: ids.company },
      with: { kind: 'academic', id: ids.hidden },
    })),
    signedIn('NOT_ALLOWED', { member: 'NOT_FOUND', admin: 'NOT_FOUND', office: 'NOT_FOUND', platform: 'allowed' }),
  ),
  row(
    'judgeMatch',
    'a draft and somebody',
    asInput(({ ids }) => ({
      ...wrong,
      for: { kind: 'opportunity', id: ids.briefDraft },
      with: { kind: 'academic', id: ids.unclaimed },
    })),
    only(people),
  ),
  ...(['myMatchJudgement', 'removeMatchJudgement'] as const).map((operation) =>
    row(
      operation,
      'their own, of the company and somebody',
      ({ ids }) => ({
        for: { kind: 'organisation', id: ids.company },
        with: { kind: 'academic', id: ids.unclaimed },
      }),
      signedIn('allowed'),
    ),
  ),
];
