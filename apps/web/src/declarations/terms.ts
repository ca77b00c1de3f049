import { useQuery } from '@tanstack/react-query';
import { reading } from '../api/queries';
import { unmask } from '../generated/fragment-masking';
import {
  type DeclarationTermLineFragment,
  DeclarationTermLineFragmentDoc,
  DeclarationTermsDocument,
} from '../generated/graphql';

/** The words of declarations. */
export const useDeclarationTerms = () => {
  const { data, error, refetch } = useQuery({
    ...reading('declaration-terms', DeclarationTermsDocument, {}),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const words = data?.declarationTerms;
  const terms = words && {
    categories: [...unmask(DeclarationTermLineFragmentDoc, words.categories)],
    situations: [...unmask(DeclarationTermLineFragmentDoc, words.situations)],
    valueBands: [...unmask(DeclarationTermLineFragmentDoc, words.valueBands)],
    mitigations: [...unmask(DeclarationTermLineFragmentDoc, words.mitigations)],
    visibilities: [...unmask(DeclarationTermLineFragmentDoc, words.visibilities)],
    transferCategories: words.transferCategories,
  };
  return { terms, error, refetch };
};

export type DeclarationWords = NonNullable<ReturnType<typeof useDeclarationTerms>['terms']>;

type Term = Pick<DeclarationTermLineFragment, 'code' | 'label' | 'source' | 'sourced'>;

/** What a code is called. */
export const labelIn = (terms: readonly Term[], code: string | null): string =>
  terms.find((term) => term.code === code)?.label ?? code ?? '';

/** Where a term comes from, in brackets behind what it means. */
export const sourceOf = ({ source, sourced }: Term): string => (sourced ? `Source: ${source}.` : 'Not yet sourced.');

/** Today in UTC, as YYYY-MM-DD. */
export const todayAsDay = (): string => new Date().toISOString().slice(0, 10);
