import { z } from 'zod';
import { validOrcid } from './orcid.identifiers.js';
import type { WorkRecord } from './records.js';
import { describeProblem } from './shape.problems.js';
import { SourceProblem } from './source.problem.js';
import { cut, oneLine, paragraphs } from './text.cleaning.js';

const longestTitle = 1_000;
const longestAbstract = 10_000;

const worded = z.object({ value: z.string().nullish() }).nullish();
const externalIds = z
  .object({
    'external-id': z
      .array(
        z.object({
          'external-id-type': z.string().nullish(),
          'external-id-value': z.string().nullish(),
          'external-id-relationship': z.string().nullish(),
          'external-id-normalized': worded,
        }),
      )
      .nullish(),
  })
  .nullish();
/** A work as ORCID's API 3.0 gives it, in a summary or in full. */
const work = z.object({
  title: z.object({ title: worded, subtitle: worded }).nullish(),
  'journal-title': worded,
  'short-description': z.string().nullish(),
  type: z.string().nullish(),
  'publication-date': z.object({ year: worded }).nullish(),
  'external-ids': externalIds,
});

const record = z.object({
  'orcid-identifier': z.object({ path: z.string() }),
  'activities-summary': z
    .object({
      works: z.object({ group: z.array(z.object({ 'work-summary': z.array(work).nullish() })).nullish() }).nullish(),
    })
    .nullish(),
});
const bulk = z.object({ bulk: z.array(z.object({ work: work.nullish() })) });

type Work = z.infer<typeof work>;

/** Kinds of ORCID works that are neither text nor trial. */
const products = new Set([
  'software',
  'patent',
  'invention',
  'license',
  'registered-copyright',
  'spin-off-company',
  'standards-and-policy',
]);
const others = new Set([
  'lecture-speech',
  'teaching-material',
  'website',
  'artistic-performance',
  'other',
  'annotation',
  'trademark',
]);
const kindOf = (type: string): WorkRecord['kind'] => {
  if (/clinical-(trial|study)/.test(type)) return 'trial';
  if (products.has(type)) return 'product';
  return others.has(type) ? 'other' : 'publication';
};

/** The identifiers of the work itself that are worth keeping, the best first. */
const identifierTypes = ['doi', 'pmid', 'pmc', 'pat', 'isbn', 'handle', 'arxiv', 'other-id'];

const identifierOf = (given: Work): string | undefined => {
  const ids = (given['external-ids']?.['external-id'] ?? []).flatMap((one) => {
    const type = one['external-id-type'] ?? '';
    const value = oneLine(one['external-id-normalized']?.value ?? one['external-id-value'] ?? '');
    const own = one['external-id-relationship'] !== 'part-of' && one['external-id-relationship'] !== 'funded-by';
    const fits = type === 'doi' ? /^10\.\d{4,9}\/\S+$/.test(value) : value.length > 0 && value.length <= 200;
    return own && fits && identifierTypes.includes(type) ? [{ type, value }] : [];
  });
  ids.sort((a, b) => identifierTypes.indexOf(a.type) - identifierTypes.indexOf(b.type));
  const [best] = ids;
  if (!best) return undefined;
  return best.type === 'doi' || best.type === 'handle' ? best.value : `${best.type}:${best.value}`;
};

const readWork = (given: Work): WorkRecord | undefined => {
  const title = [given.title?.title?.value, given.title?.subtitle?.value]
    .map((part) => oneLine(part ?? ''))
    .filter(Boolean)
    .join(': ');
  if (!title || title.length > longestTitle) return undefined;
  const year = Number(given['publication-date']?.year?.value);
  const venue = oneLine(given['journal-title']?.value ?? '');
  const abstract = cut(paragraphs(given['short-description'] ?? ''), longestAbstract);
  const identifier = identifierOf(given);
  return {
    kind: kindOf(given.type ?? ''),
    title,
    ...(abstract ? { abstract } : {}),
    ...(Number.isInteger(year) && year >= 1900 && year <= 2200 ? { year } : {}),
    ...(venue ? { venue: cut(venue, 300) } : {}),
    ...(identifier ? { identifier } : {}),
  };
};

/** Works of one person, and whose they are where the file says so. */
export interface OrcidWorks {
  orcid?: string;
  works: WorkRecord[];
  /** how many works were left out, for they have no usable title or are there twice */
  leftOut: number;
}

/**
 * The works in a public ORCID record, or in the answer to a request for many works at once (both API 3.0, JSON). Of the
 * several accounts that a record may hold of one work the first is taken: it is the one that its owner prefers.
 *
 * @throws {SourceProblem} where the value is neither
 */
export const readOrcidWorks = (value: unknown): OrcidWorks => {
  const isBulk = typeof value === 'object' && value !== null && 'bulk' in value;
  const read = isBulk ? bulk.safeParse(value) : record.safeParse(value);
  if (!read.success) throw new SourceProblem(`This is no ORCID record: ${describeProblem(read.error)}.`);
  const given: (Work | null | undefined)[] =
    'bulk' in read.data
      ? read.data.bulk.map((one) => one.work)
      : (read.data['activities-summary']?.works?.group ?? []).map((group) => group['work-summary']?.[0]);
  const orcid = 'bulk' in read.data ? undefined : read.data['orcid-identifier'].path;
  const identifiers = new Set<string>();
  const works = given.flatMap((one) => {
    const found = one ? readWork(one) : undefined;
    if (!found || (found.identifier && identifiers.has(found.identifier))) return [];
    if (found.identifier) identifiers.add(found.identifier);
    return [found];
  });
  return { ...(orcid && validOrcid(orcid) ? { orcid } : {}), works, leftOut: given.length - works.length };
};
