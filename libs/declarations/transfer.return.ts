import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import { plainPounds } from '#graphql';
import { labelOf, transferCategories, transferCategory } from './declaration.rules.js';
import type { YearLine } from './transfer.queries.js';

/** One category of a year. */
@ObjectType({ description: 'One category of a year.' })
export class TransferYearCategory {
  @Field()
  category: string;

  @Field(() => Int)
  transfers: number;

  @Field(() => Float, { description: 'The sum in pence sterling.' })
  pence: number;

  @Field(() => Float, { description: 'How much of that stands against a name, in pence sterling.' })
  namedPence: number;
}

/** Whether a line stands against a name: the recipient agreed, is still known, and the category allows it. */
export const isNamed = (line: Pick<YearLine, 'category' | 'consented' | 'recipientName'>): boolean =>
  line.consented && line.recipientName !== null && transferCategory(line.category)?.aggregateOnly === false;

const sumOf = (lines: readonly YearLine[]) => lines.reduce((sum, { amountPence }) => sum + amountPence, 0);

/** Groups in the order in which they first come. */
const grouped = (lines: readonly YearLine[], key: (line: YearLine) => string): YearLine[][] => {
  const groups = new Map<string, YearLine[]>();
  for (const line of lines) {
    const name = key(line);
    const group = groups.get(name);
    if (group) group.push(line);
    else groups.set(name, [line]);
  }
  return [...groups.values()];
};

const inOrder = (lines: readonly YearLine[]): { category: string; lines: YearLine[] }[] => {
  const known = transferCategories.map(({ code }) => code);
  const others = [...new Set(lines.map(({ category }) => category))].filter((code) => !known.includes(code));
  return [...known, ...others].flatMap((category) => {
    const own = lines.filter((line) => line.category === category);
    return own.length > 0 ? [{ category, lines: own }] : [];
  });
};

/** The sums of a year by category. */
export const yearCategories = (lines: readonly YearLine[]): TransferYearCategory[] =>
  inOrder(lines).map(({ category, lines: own }) => ({
    category,
    transfers: own.length,
    pence: sumOf(own),
    namedPence: sumOf(own.filter(isNamed)),
  }));

export const returnColumns = [
  'Disclosure',
  'Calendar year',
  'Category',
  'Recipient type',
  'Recipient',
  'Recipients',
  'Transfers',
  'Amount (GBP)',
  'Transfers disputed',
] as const;

const kinds = { hcp: 'Healthcare professional', hco: 'Healthcare organisation' } as const;

/**
 * A company's return for a calendar year: a line for each named recipient and category; everything else in one line for
 * each category and type of recipient, with how many recipients and transfers it holds.
 */
export const returnRows = (lines: readonly YearLine[], year: number): string[][] =>
  inOrder(lines).flatMap(({ category, lines: own }) => {
    const lineOf = (group: readonly YearLine[], recipient: string) => {
      const [{ recipientKind }] = group as [YearLine];
      // Of somebody who is no longer known here it cannot be told whether two sums went to one person.
      const known = new Set(group.flatMap(({ recipientId }) => recipientId ?? []));
      const unknown = group.filter(({ recipientId }) => recipientId === null).length;
      return [
        recipient === '' ? 'Aggregate' : 'Named',
        String(year),
        labelOf(transferCategories, category),
        kinds[recipientKind],
        recipient,
        String(known.size + unknown),
        String(group.length),
        plainPounds(sumOf(group)),
        String(group.filter(({ disputed }) => disputed).length),
      ];
    };
    const named = grouped(own.filter(isNamed), ({ recipientId, recipientName }) => recipientId ?? recipientName ?? '');
    const rest = grouped(
      own.filter((line) => !isNamed(line)),
      ({ recipientKind }) => recipientKind,
    );
    return [
      ...named.map((group) => lineOf(group, group[0]?.recipientName ?? '')),
      ...rest.map((group) => lineOf(group, '')),
    ];
  });
