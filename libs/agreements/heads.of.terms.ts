import type { EngagementTerms } from '#collaborations';
import type { Block, WrittenDocument } from '#files';
import { type AgreementRules, inForce, type KindRule } from './agreement.rules.js';

/** One part of the heads of terms, as the two sides write it. */
export interface HeadsSection {
  code: string;
  title: string;
  text: string;
}

const lines = (...parts: (string | null | undefined | false)[]) => parts.filter(Boolean).join('\n');
const named = (label: string, value: string | number | null | undefined) =>
  value === null || value === undefined || value === '' ? null : `${label}: ${value}`;
const said = (value: boolean | null, yes: string, no: string) => (value === null ? null : value ? yes : no);

/** What the terms of a collaboration say already, by the code of the section that it belongs into. */
const known: Record<string, (terms: EngagementTerms, parties: readonly string[]) => string> = {
  parties: (_, parties) => lines(...parties),
  purpose: ({ type, note }) => lines(type.label, note),
  people: ({ fte, daysPerYear }) => lines(named('Share of full time', fte), named('Days a year', daysPerYear)),
  dates: ({ startsOn, endsOn }) => lines(named('First day', startsOn), named('Last day', endsOn)),
  place: ({ place, placeMode }) => lines(place, placeMode),
  money: ({ paidBy, payRoute, backfill }) =>
    lines(named('Paid by', paidBy), payRoute, named('Work at home meanwhile', backfill)),
  return: ({ rightToReturn, returnsOn }) =>
    lines(
      said(rightToReturn, 'With a right to return.', 'Without a right to return.'),
      named('Day of return', returnsOn),
    ),
};

/** The sections of heads of terms for a kind, with what the terms of the collaboration say already. */
export const prefilled = (
  { sections }: Pick<AgreementRules, 'sections'>,
  { family }: Pick<KindRule, 'family'>,
  { terms, parties, today }: { terms: EngagementTerms; parties: readonly string[]; today: string },
): HeadsSection[] =>
  sections
    .filter((row) => inForce(row, today) && (row.families.length === 0 || row.families.includes(family)))
    .map(({ code, title }) => ({ code, title, text: known[code]?.(terms, parties) ?? '' }));

/** The heads of terms as a document to hand round. */
export const headsDocument = (agreement: {
  kind: Pick<KindRule, 'label' | 'text' | 'source'>;
  title: string;
  state: string;
  version: number;
  sections: readonly HeadsSection[];
  signatures: readonly { party: string; signatory: string; role: string; signedOn: string }[];
}): WrittenDocument => {
  const { kind, sections, signatures } = agreement;
  const blocks: Block[] = [
    {
      kind: 'facts',
      rows: [
        ['Kind of agreement', kind.label],
        ['State', `${agreement.state}, version ${agreement.version}`],
        ['Source for the kind', kind.source.title],
      ],
    },
    ...sections.flatMap(({ title, text }): Block[] => [
      { kind: 'heading', text: title, level: 2 },
      { kind: 'paragraph', text: text || 'Not agreed yet.' },
    ]),
    { kind: 'heading', text: 'Signatures recorded', level: 2 },
    signatures.length > 0
      ? {
          kind: 'table',
          head: ['For', 'Signed by', 'As', 'On'],
          rows: signatures.map(({ party, signatory, role, signedOn }) => [party, signatory, role, signedOn]),
        }
      : { kind: 'paragraph', text: 'None yet.' },
  ];
  return {
    title: `Heads of terms: ${agreement.title}`,
    subtitle: 'Not legal advice: the offices of both sides decide.',
    footer: 'Heads of terms, not a contract',
    blocks,
  };
};
