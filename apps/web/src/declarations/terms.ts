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

const money = new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'GBP' });

/** "£1,250.00", from pence. */
export const pounds = (pence: number): string => money.format(pence / 100);

/** Pence, from "1,250.00" with or without the sign; undefined for what is no sum of money. */
export const penceFrom = (typed: string): number | undefined => {
  const match = /^£?\s*(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,2}))?$/.exec(typed.trim());
  if (!match) return undefined;
  const pence = Number((match[1] ?? '').replaceAll(',', '')) * 100 + Number((match[2] ?? '').padEnd(2, '0') || 0);
  return pence <= 2_000_000_000 ? pence : undefined;
};

/** Hands a table over as a file. */
export const saveFile = ({ name, text }: { name: string; text: string }) => {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
};

/** Today in UTC, as YYYY-MM-DD. */
export const todayAsDay = (): string => new Date().toISOString().slice(0, 10);
