import { badInput } from '#graphql';
import type { Taxonomy } from './taxonomy.js';
import type { Term } from './term.js';
import type { TermObject } from './term.object.js';

/** The terms behind codes, in the order of the codes; a code that has since gone is left out. */
export const termsOf = (taxonomy: Taxonomy, scheme: string, codes: readonly string[]): TermObject[] => {
  const terms: TermObject[] = [];
  for (const code of codes) {
    const term = taxonomy.term(scheme, code);
    if (term) terms.push(term);
  }
  return terms;
};

/** The term behind a code that may be empty. */
export const termOf = (taxonomy: Taxonomy, scheme: string, code: string | null): TermObject | null =>
  (code && taxonomy.term(scheme, code)) || null;

/** The term behind a code that is always there; one that the vocabulary has lost is called by its code. */
export const termOrCode = (taxonomy: Taxonomy, scheme: string, code: string): TermObject =>
  taxonomy.term(scheme, code) ?? {
    scheme,
    code,
    label: code,
    parent: null,
    synonyms: [],
    healthCategories: [],
    source: 'No longer in the vocabulary',
  };

const listOf = (codes: string | readonly string[] | null | undefined) =>
  typeof codes === 'string' ? [codes] : (codes ?? []);

/** Refuses a code that is no longer offered, and says what stands in its place. */
const refuseRetired = (taxonomy: Taxonomy, field: string, { scheme, code, label, parent, attributes }: Term) => {
  const successor = attributes.replacedBy ?? parent;
  const now =
    successor && taxonomy.term(attributes.replacedBy ? scheme : (attributes.parentScheme ?? scheme), successor);
  throw badInput(
    field,
    `"${code}" (${label}) is no longer in the vocabulary ${scheme}.`,
    now && !now.retired && now.scheme === scheme
      ? `Use ${now.code} (${now.label}) instead.`
      : `Choose another with terms(scheme: "${scheme}").`,
  );
};

/**
 * Refuses codes that the vocabulary does not have or no longer offers, naming the field and what it may have been meant
 * to say.
 * @param held what is there already: it may stay, whatever has become of it
 */
export const checkCodes = (
  taxonomy: Taxonomy,
  scheme: string,
  field: string,
  codes: string | readonly string[] | null | undefined,
  held: string | readonly string[] | null = [],
) => {
  for (const code of listOf(codes)) {
    if (listOf(held).includes(code)) continue;
    const term = taxonomy.term(scheme, code);
    // The database writes the successor in its place, so that old links and files go on working.
    if (term?.retired && term.attributes.merged) continue;
    if (term?.retired) refuseRetired(taxonomy, field, term);
    if (term) continue;
    const near =
      scheme === 'topic'
        ? taxonomy.suggestTopics(code.replaceAll('-', ' '), 5).map((term) => term.code)
        : taxonomy.terms(scheme).map((term) => term.code);
    throw badInput(
      field,
      `"${code.slice(0, 60)}" is not a code of the vocabulary ${scheme}.`,
      near.length > 0
        ? `Use one of: ${near.slice(0, 25).join(', ')}.`
        : `Look codes up with terms(scheme: "${scheme}").`,
    );
  }
};
