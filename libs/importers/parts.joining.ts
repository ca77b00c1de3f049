import type { AcademicRecord, DirectoryRecord, OrganisationRecord, WorkRecord } from './records.js';

const union = (first: readonly string[] | undefined, second: readonly string[] | undefined) =>
  first || second ? { all: [...new Set([...(first ?? []), ...(second ?? [])])] } : undefined;

const said = <Content extends object>(record: Content): Partial<Content> =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as Partial<Content>;

const joinOrganisations = (first: OrganisationRecord, second: OrganisationRecord): OrganisationRecord => ({
  ...second,
  ...said(first),
  type: first.type === 'other' ? second.type : first.type,
  topics: union(first.topics, second.topics)?.all,
  aliases: union(first.aliases, second.aliases)?.all,
});

const joinWorks = (first: readonly WorkRecord[], second: readonly WorkRecord[]): WorkRecord[] => {
  const keyOf = ({ identifier, title }: WorkRecord) => identifier ?? title;
  const known = new Set(first.map(keyOf));
  return [...first, ...second.filter((work) => !known.has(keyOf(work)))];
};

const joinAcademics = (first: AcademicRecord, second: AcademicRecord): AcademicRecord => ({
  ...second,
  ...said(first),
  topics: union(first.topics, second.topics)?.all ?? [],
  works: joinWorks(first.works ?? [], second.works ?? []),
});

/**
 * Two parts of the same thing as one part, by the rules by which a part is added to a row: what was said first stays,
 * lists grow. Undefined where the two are not parts.
 */
export const joinParts = (first: DirectoryRecord, second: DirectoryRecord): DirectoryRecord | undefined => {
  if (first.kind === 'opportunity' || second.kind === 'opportunity') return undefined;
  if (first.extent !== 'part' || second.extent !== 'part') return undefined;
  if (first.kind === 'organisation' && second.kind === 'organisation') return joinOrganisations(first, second);
  if (first.kind === 'academic' && second.kind === 'academic') return joinAcademics(first, second);
  return undefined;
};
