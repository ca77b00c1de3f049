import classes from './facet-rail.module.css';
import type { FacetValue } from './facets';

interface RowProps {
  value: FacetValue;
  checked: boolean;
  most: number;
  onToggle: () => void;
}

/** One value of a facet: how many there are is said in words and shown as a bar. */
export const FacetRow = ({ value, checked, most, onToggle }: RowProps) => (
  <label className={classes.row} data-none={value.count === 0 || undefined}>
    <input type="checkbox" checked={checked} onChange={onToggle} />
    <span className={classes.name} title={value.label}>
      {value.label}
    </span>
    <span className={classes.count}>{value.count.toLocaleString('en-GB')}</span>
    <span
      className={classes.bar}
      style={{ width: `${most > 0 ? (value.count / most) * 100 : 0}%` }}
      aria-hidden="true"
    />
  </label>
);
