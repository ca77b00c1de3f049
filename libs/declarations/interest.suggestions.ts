import { Inject, Injectable } from '@nestjs/common';
import { Field, ID, ObjectType } from '@nestjs/graphql';
import { idOf, signedIn, type Viewer } from '#accounts';
import { Database } from '#database';
import { dayInWords, notFound, pounds, written } from '#graphql';
import { declarationRules, interestTerms, labelOf, transferCategories, transferCategory } from './declaration.rules.js';
import { dismiss, evidenceFor, type FoundEvidence } from './suggestion.queries.js';

/** One thing that points to an interest. */
@ObjectType({ description: 'One thing that points to an interest.' })
export class InterestEvidence {
  @Field({ description: 'industry-experience, transfer, declared-before, collaboration or work.' })
  kind: string;

  @Field({ description: 'Where it stands.' })
  label: string;

  @Field({ description: 'What it says.' })
  text: string;
}

/** An interest that somebody has perhaps not declared. */
@ObjectType({ description: 'An interest that you have perhaps not declared.' })
export class InterestSuggestion {
  @Field(() => ID)
  organisationId: string;

  @Field()
  counterparty: string;

  @Field({ description: 'The category that it would probably be.' })
  category: string;

  @Field({ description: 'The situation that it would probably be.' })
  situation: string;

  @Field(() => [InterestEvidence])
  evidence: InterestEvidence[];
}

/** How much of a text is quoted around what was found, in characters. */
const around = 70;

/** The place of a text where an organisation is named, between words. */
export const excerpt = (text: string, mention: string): string => {
  const flat = text.replace(/\s+/g, ' ').trim();
  const pattern = mention
    .split(' ')
    .map((word) => word.replace(/[^\p{L}\p{N}]/gu, ''))
    .join('[^\\p{L}\\p{N}]+');
  const at = Math.max(0, flat.search(new RegExp(pattern, 'u')));
  const from = at <= around ? 0 : flat.indexOf(' ', at - around) + 1;
  const end = at + mention.length + around;
  const to = end >= flat.length ? flat.length : Math.max(flat.lastIndexOf(' ', end), at + mention.length);
  return `${from > 0 ? '… ' : ''}${flat.slice(from, to)}${to < flat.length ? ' …' : ''}`;
};

/** The evidence as it is told to the one whom it is about. */
export const evidenceText = ({ kind, name, detail, more, day, mention }: FoundEvidence): string => {
  const on = day ? ` on ${dayInWords(day)}` : '';
  switch (kind) {
    case 'industry-experience':
      return `You say in your industry experience: “${excerpt(detail, mention ?? name)}”`;
    case 'transfer':
      return `${name} recorded ${pounds(Number(more))} to you${on}: ${labelOf(transferCategories, detail).toLowerCase()}.`;
    case 'declared-before':
      return `You declared it before (${labelOf(interestTerms.situations, detail).toLowerCase()})${day ? `, until ${dayInWords(day)}` : ''}.`;
    case 'collaboration':
      return `You and ${name} agreed to work together${on}.`;
    case 'work':
      return `Your ${more === 'product' ? 'product' : 'trial'} “${detail}”${day ? ` (${day.slice(0, 4)})` : ''} names it.`;
  }
};

/** What the first evidence would be declared as. */
const prefillOf = ({ kind, detail }: FoundEvidence) => {
  const rule = declarationRules.evidence.find((one) => one.kind === kind);
  if (!rule) throw new Error(`There is no rule for evidence of the kind ${kind}`);
  if (kind === 'declared-before') return { category: rule.category, situation: detail };
  if (kind === 'transfer')
    return { category: rule.category, situation: transferCategory(detail)?.situation ?? rule.situation };
  return { category: rule.category, situation: rule.situation };
};

/** Evidence, one suggestion for each organisation. */
export const suggestionsFrom = (evidence: readonly FoundEvidence[]): InterestSuggestion[] => {
  const order = declarationRules.evidence.map(({ kind }) => kind);
  const byOrganisation = new Map<string, FoundEvidence[]>();
  for (const one of evidence) {
    byOrganisation.set(one.organisationId, [...(byOrganisation.get(one.organisationId) ?? []), one]);
  }
  return [...byOrganisation.values()].flatMap((found) => {
    const sorted = [...found].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
    const [first] = sorted;
    if (!first) return [];
    return Object.assign(new InterestSuggestion(), {
      organisationId: first.organisationId,
      counterparty: first.name,
      ...prefillOf(first),
      evidence: sorted.map((one) => ({
        kind: one.kind,
        label: declarationRules.evidence.find(({ kind }) => kind === one.kind)?.label ?? one.kind,
        text: evidenceText(one),
      })),
    });
  });
};

/** How many suggestions are shown at once: nobody reads more, and the rest comes when these are answered. */
const most = 20;

/** Points out interests that somebody has perhaps not declared. */
@Injectable()
export class InterestSuggestions {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** For the viewer alone, at most twenty, by name. */
  async forViewer(viewer: Viewer): Promise<InterestSuggestion[]> {
    const { accountId } = signedIn(viewer);
    return suggestionsFrom(await evidenceFor(this.database, accountId)).slice(0, most);
  }

  /** Keeps why a suggestion is no interest; it comes back only with evidence of another kind. */
  async dismiss(viewer: Viewer, organisationId: string, reason: string): Promise<InterestSuggestion[]> {
    const { accountId } = signedIn(viewer);
    const id = idOf(organisationId, 'suggestion').toLowerCase();
    await this.database.transaction(async (tx) => {
      const evidence = (await evidenceFor(tx, accountId)).filter((one) => one.organisationId === id);
      if (evidence.length === 0) throw notFound('suggestion');
      const why = written('reason', reason, { min: 3, max: 1_000 });
      await dismiss(
        tx,
        accountId,
        id,
        evidence.map(({ kind }) => kind),
        why,
      );
    });
    return this.forViewer(viewer);
  }
}
