import type { Question } from '../question.js';

/** Adds a parameter to a statement and returns its placeholder. */
export type Parameter = (value: unknown) => string;

/** Codes of one facet. */
export type Selection = Question['selected'][number];

/** Whether the document `d` carries one of the codes; null, which is not true, where no document does. */
export const carries = (base: string, [facet, codes]: Selection, parameter: Parameter): string =>
  `d.facets && (SELECT array_agg(id) FROM ${base}_facet
    WHERE facet = (SELECT ${parameter(facet)}) AND code = ANY ((SELECT ${parameter(codes)}::text[])::text[]))`;

/** Whether the document `d` carries any of the codes that a question excludes. */
export const isExcluded = (base: string, { without }: Question, parameter: Parameter): string =>
  `(${without.map((selection) => carries(base, selection, parameter)).join(' OR ')})`;

/** What a document must be apart from its text and the facets selected. */
export const otherConditions = (base: string, question: Question, parameter: Parameter): string[] => [
  ...(question.without.length > 0 ? [`${isExcluded(base, question, parameter)} IS NOT TRUE`] : []),
  ...question.ranges.map(([name, { min, max }]) => {
    const bounds = `${parameter(min ?? '-Infinity')}::float8 AND ${parameter(max ?? 'Infinity')}::float8`;
    return `${numberOf(name, parameter)} BETWEEN ${bounds}`;
  }),
];

/** A number of the document `d`; null where it has none of that name. */
export const numberOf = (name: string, parameter: Parameter): string => `(d.numbers->${parameter(name)})::float8`;
