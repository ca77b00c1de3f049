import type { ListKind } from './list-kinds';
import classes from './search.module.css';

interface Props {
  kind: ListKind;
  value: string | undefined;
  signedIn: boolean;
  onChange: (sort: string | undefined) => void;
}

/** The order of a list. */
export const SortSelect = ({ kind, value, signedIn, onChange }: Props) => (
  <label className={classes.sort}>
    <span>Order</span>
    <select
      value={value ?? 'relevance'}
      onChange={({ currentTarget }) => onChange(currentTarget.value === 'relevance' ? undefined : currentTarget.value)}
    >
      {kind.sorts
        .filter((sort) => signedIn || !sort.signedIn || sort.value === value)
        .map((sort) => (
          <option key={sort.value} value={sort.value}>
            {sort.label}
          </option>
        ))}
    </select>
  </label>
);
