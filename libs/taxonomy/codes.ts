import { badInput } from '#graphql';
import type { Taxonomy } from './taxonomy.js';
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

/** Refuses codes that the vocabulary does not have, naming the field and what it may have been meant to say. */
export const checkCodes = (
  taxonomy: Taxonomy,
  scheme: string,
  field: string,
  codes: string | readonly string[] | null | undefined,
) => {
  for (const code of typeof codes === 'string' ? [codes] : (codes ?? [])) {
    if (taxonomy.term(scheme, code)) continue;
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
