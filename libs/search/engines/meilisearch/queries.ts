import type { MultiSearchQuery, SearchParams } from 'meilisearch';
import type { QueryText } from '../../query-text.js';
import { searchableFields } from '../../search-engine.js';
import type { Question } from '../question.js';

/** Around what matched, until everything else is escaped; documents are cleared of these before they are stored. */
export const marks = { before: '\ue000', after: '\ue001' } as const;

/** Words of a summary that are shown. */
const passage = 35;

/** Codes of a facet, in the words of a filter. */
type Selection = Question['selected'][number];

/** What a document must be, whatever the text, but for the selections of the facets that are ignored. */
export const filterOf = ({ selected, without, ranges }: Question, ignored: readonly string[] = []): string[] => [
  ...selected.filter(([facet]) => !ignored.includes(facet)).map(anyOf),
  ...without.map((selection) => `NOT ${anyOf(selection)}`),
  ...ranges.flatMap(([name, { min, max }]) => [
    ...(min === undefined ? [] : [`numbers.${name} >= ${min}`]),
    ...(max === undefined ? [] : [`numbers.${name} <= ${max}`]),
  ]),
];

/** Whether a document is one of these. */
export const isOneOf = (ids: readonly string[]): string => `id IN [${ids.map(quoted).join(', ')}]`;

/**
 * A query that Meilisearch reads as we have read it. What is excluded comes first: the last word is a beginning only at
 * the very end. A space there says that it is whole.
 */
export const textOf = ({ terms, excluded, prefix }: QueryText): string => {
  const without = excluded.map(({ typed }) => `-"${typed}"`);
  const wanted = terms.map(({ typed, phrase }) => (phrase ? `"${typed}"` : typed));
  return `${[...without, ...wanted].join(' ')}${prefix ? '' : ' '}`;
};

/** The facets whose counts ignore their own selection. */
export const ownCounts = ({ selected, counted }: Question): string[] =>
  selected.map(([facet]) => facet).filter((facet) => counted.includes(facet));

/** The hits of a question and the counts of its facets; then, for each facet selected, its counts without that. */
export const searchQueries = (indexUid: string, question: Question, text: SearchParams): MultiSearchQuery[] => {
  const ignored = ownCounts(question);
  const own = [text.filter ?? []].flat() as string[];
  const query = { indexUid, ...text };
  return [
    {
      ...query,
      filter: [...own, ...filterOf(question)],
      facets: question.counted.filter((facet) => !ignored.includes(facet)).map((facet) => `facets.${facet}`),
      sort: sortOf(question),
      offset: question.offset,
      limit: question.limit,
      attributesToRetrieve: ['id', 'version'],
      showRankingScore: question.sort.by === 'relevance' && Boolean(text.q?.trim()),
      ...(question.highlight && text.q ? highlighting : {}),
    },
    ...ignored.map((facet) => ({
      ...query,
      filter: [...own, ...filterOf(question, [facet])],
      facets: [`facets.${facet}`],
      limit: 0,
    })),
  ];
};

const highlighting: SearchParams = {
  attributesToHighlight: [...searchableFields],
  attributesToCrop: [`summary:${passage}`],
  cropMarker: '…',
  highlightPreTag: marks.before,
  highlightPostTag: marks.after,
};

const sortOf = ({ sort, descending, text }: Question): string[] => {
  const direction = descending ? 'desc' : 'asc';
  if (sort.by === 'number') return [`numbers.${sort.name}:${direction}`, 'sortName:asc'];
  return sort.by === 'name' || !text ? [`sortName:${direction}`] : [];
};

const anyOf = ([facet, codes]: Selection) => `facets.${facet} IN [${codes.map(quoted).join(', ')}]`;

const quoted = (value: string) => `"${value.replace(/["\\]/g, '\\$&')}"`;
