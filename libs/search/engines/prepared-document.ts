import type { SearchDocument } from '../search-engine.js';
import { SearchRefused } from '../search-errors.js';
import { readWords } from '../words.js';

/** A document that every engine can store: texts without characters that no engine keeps, numbers that are known. */
export interface PreparedDocument extends SearchDocument {
  /** The name as it is sorted by: its folded words. */
  sortName: string;
  numbers: Record<string, number>;
}

/** Documents made ready, and those that no engine could store, with the reason. */
export interface PreparedDocuments {
  ready: PreparedDocument[];
  refused: RefusedDocument[];
}

/** A document that was not stored, and why. */
export interface RefusedDocument {
  id: string;
  reason: string;
}

const fieldName = /^[a-zA-Z][a-zA-Z0-9_-]{0,62}$/;
/** Meilisearch leaves a facet value of more than 468 bytes out of its filters without a word. */
const longestCode = 150;
const longestSortName = 100;
/** Characters of one field that are indexed; no profile or brief comes near. */
const longestText = 50_000;

/** Whether a facet or a number can have this name. */
export const isFieldName = (name: string): boolean => fieldName.test(name);

/** Makes documents ready for an engine; of one id given twice, the newer version counts, else the later document. */
export const prepare = (documents: readonly SearchDocument[]): PreparedDocuments => {
  const ready = new Map<string, PreparedDocument>();
  const refused: RefusedDocument[] = [];
  for (const document of documents) {
    const reason = fault(document);
    if (reason) refused.push({ id: document.id, reason });
    else if (document.version >= (ready.get(document.id)?.version ?? 0))
      ready.set(document.id, storableDocument(document));
  }
  return { ready: [...ready.values()], refused };
};

/** Documents in lists of a size, the last one shorter. */
export const inBatches = async function* (
  documents: AsyncIterable<SearchDocument>,
  size: number,
): AsyncIterable<SearchDocument[]> {
  let batch: SearchDocument[] = [];
  for await (const document of documents) {
    batch.push(document);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
};

/** @throws SearchRefused when any document was refused */
export const throwIfRefused = (refused: readonly RefusedDocument[]): void => {
  const [first] = refused;
  if (first) throw new SearchRefused([...new Set(refused.map(({ id }) => id))], first.reason);
};

const storableDocument = (document: SearchDocument): PreparedDocument => ({
  id: document.id,
  version: document.version,
  name: storable(document.name),
  topics: document.topics.map(storable),
  role: storable(document.role),
  organisation: storable(document.organisation),
  place: storable(document.place),
  summary: storable(document.summary),
  sortName: readWords(document.name).join(' ').slice(0, longestSortName),
  facets: Object.fromEntries(Object.entries(document.facets).map(([facet, codes]) => [facet, [...new Set(codes)]])),
  numbers: Object.fromEntries(
    Object.entries(document.numbers).filter((entry): entry is [string, number] => entry[1] !== null),
  ),
});

/** PostgreSQL stores no NUL, JSON no half of a surrogate pair; private characters mark the matches in a highlight. */
const storable = (text: string) => text.slice(0, longestText).replace(/[\0\p{Cs}\p{Co}]/gu, '');

const fault = ({ version, facets, numbers }: SearchDocument): string | undefined => {
  if (!Number.isSafeInteger(version) || version < 0) return `the version ${version} is not a whole number`;
  for (const name of [...Object.keys(facets), ...Object.keys(numbers)]) {
    if (!isFieldName(name)) return `"${name}" cannot be the name of a facet or a number`;
  }
  for (const [facet, codes] of Object.entries(facets)) {
    const bad = codes.find((code) => !code || code.length > longestCode || storable(code) !== code);
    if (bad !== undefined)
      return `the facet "${facet}" has a code that is empty, too long or not text: "${bad.slice(0, 50)}"`;
  }
  for (const [name, value] of Object.entries(numbers)) {
    if (value !== null && !Number.isFinite(value)) return `the number "${name}" is ${value}`;
  }
  return undefined;
};
