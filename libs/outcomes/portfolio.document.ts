import type { Block, WrittenDocument } from '#files';
import { dayInWords, pounds } from '#graphql';
import { labelIn } from './outcome.choices.js';
import type { PortfolioEntry } from './portfolio.queries.js';

/** Whose portfolio it is. */
export interface PortfolioOwner {
  name: string;
  /** The day on which it is written, YYYY-MM-DD. */
  writtenOn: string;
}

const day = (value: string | null) => (value ? dayInWords(value) : null);

const states: Record<string, string> = {
  active: 'Under way',
  'on-hold': 'On hold',
  completed: 'Completed',
  'ended-early': 'Ended early',
};
const decisions: Record<string, string> = {
  approved: 'Approved',
  'changes-wanted': 'Asked for changes',
  refused: 'Refused',
};

const factsOf = (entry: PortfolioEntry, typeLabel: string): [string, string][] => {
  const time = entry.fte ? `${Math.round(entry.fte * 100)}% of full time` : null;
  const lines: [string, string | null][] = [
    ['With', entry.partner],
    ['As', entry.oopType ? `${typeLabel} (${entry.oopType})` : typeLabel],
    ['Time', time ?? (entry.daysPerYear ? `${entry.daysPerYear} days a year` : null)],
    ['From', day(entry.startsOn ?? entry.begunAt)],
    ['To', day(entry.endedAt ?? entry.endsOn)],
    ['Returned', day(entry.returnsOn)],
    ['Counts towards training', entry.countsToTraining === null ? null : entry.countsToTraining ? 'Yes' : 'No'],
    ['State', states[entry.state] ?? entry.state],
  ];
  return lines.flatMap(([name, value]): [string, string][] => (value ? [[name, value]] : []));
};

const outcomeLine = ({
  kind,
  title,
  identifier,
  happenedOn,
  amountPence,
  creditRoles,
  trlBefore,
  trlAfter,
}: PortfolioEntry['outcomes'][number]) =>
  [
    `${labelIn('kinds', kind)}: ${title}`,
    identifier,
    day(happenedOn),
    amountPence === null ? null : pounds(amountPence),
    creditRoles.length > 0 ? creditRoles.map((role) => labelIn('creditRoles', role)).join(', ') : null,
    trlBefore ? `technology readiness ${trlBefore}${trlAfter ? ` to ${trlAfter}` : ''}` : null,
  ]
    .filter(Boolean)
    .join('; ');

const blocksOf = (entry: PortfolioEntry, typeLabel: string): Block[] => [
  { kind: 'heading', level: 2, text: entry.title },
  { kind: 'facts', rows: factsOf(entry, typeLabel) },
  ...(entry.signOffs.length > 0
    ? ([
        { kind: 'heading', level: 3, text: 'Who approved it' },
        {
          kind: 'table',
          head: ['As', 'Who', 'Decision', 'Day'],
          rows: entry.signOffs.map(({ label, name, state, decidedOn, current }) => [
            label,
            name ?? '',
            `${decisions[state] ?? state}${current ? '' : ' (on earlier terms)'}`,
            day(decidedOn) ?? '',
          ]),
        },
      ] satisfies Block[])
    : []),
  ...(entry.outcomes.length > 0
    ? ([
        { kind: 'heading', level: 3, text: 'What came of it' },
        { kind: 'list', items: entry.outcomes.map(outcomeLine) },
      ] satisfies Block[])
    : []),
  ...(entry.partnerSays
    ? ([
        { kind: 'heading', level: 3, text: 'What the partner says' },
        { kind: 'paragraph', text: entry.partnerSays },
      ] satisfies Block[])
    : []),
];

/** The portfolio as a document for an ARCP or an appraisal: what was done, with whose approval, and what came of it. */
export const portfolioDocument = (
  owner: PortfolioOwner,
  entries: readonly PortfolioEntry[],
  typeLabel: (code: string) => string,
): WrittenDocument => ({
  title: `Work with industry: ${owner.name}`,
  subtitle: `Written on ${day(owner.writtenOn)}`,
  footer: `${owner.name}, work with industry`,
  blocks:
    entries.length === 0
      ? [{ kind: 'paragraph', text: 'No collaboration has begun yet.' }]
      : entries.flatMap((entry) => blocksOf(entry, typeLabel(entry.type))),
});
