import { useQuery } from '@tanstack/react-query';
import { reading } from '../api/queries';
import { VocabulariesDocument, type VocabulariesQuery } from '../generated/graphql';
import type { Option } from './fields';

export type Vocabularies = VocabulariesQuery;

/** The lists that forms choose from. */
export const useVocabularies = () =>
  useQuery({ ...reading('vocabularies', VocabulariesDocument, {}), staleTime: Number.POSITIVE_INFINITY });

/** Terms as options of a select. */
export const optionsOf = (terms: readonly { code: string; label: string }[]): Option[] =>
  terms.map(({ code, label }) => ({ value: code, label }));
