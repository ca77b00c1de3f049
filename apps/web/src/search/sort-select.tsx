import { useQuery } from '@tanstack/react-query';
import { viewerQuery } from '../api/queries';
import type { ListKind } from './list-kinds';
import { hasSide } from './order';
import classes from './search.module.css';

interface Props {
  kind: ListKind;
  /** The order that is in force; nothing while it is not known. */
  order: string | undefined;
  /** Whether the list is searched with words. */
  words: boolean;
  onChange: (sort: string) => void;
}

/** The order of a list: what it is, and what else it could be for this person and these words. */
export const SortSelect = ({ kind, order, words, onChange }: Props) => {
  const { data: viewer } = useQuery(viewerQuery);
  const possible = (sort: string) => {
    if (sort === order) return true;
    if (sort === 'relevance') return words;
    return sort !== 'fit' || hasSide(kind.kind, viewer ?? null);
  };
  return (
    <label className={classes.sort}>
      <span>Order</span>
      <select value={order ?? ''} onChange={({ currentTarget }) => onChange(currentTarget.value)}>
        {order === undefined && <option value="">…</option>}
        {kind.sorts
          .filter(({ value }) => possible(value))
          .map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
      </select>
    </label>
  );
};
