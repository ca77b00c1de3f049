import { compared, mostCompared, useCompared } from './compared';
import classes from './result-card.module.css';

/** Puts somebody side by side with others. */
export const CompareBox = ({ id, name }: { id: string; name: string }) => {
  const chosen = useCompared();
  const checked = chosen.some((one) => one.id === id);
  const full = !checked && chosen.length >= mostCompared;
  return (
    <label className={classes.compare}>
      <input
        type="checkbox"
        checked={checked}
        disabled={full}
        aria-label={`Compare ${name}`}
        onChange={() => compared.toggle({ id, name })}
      />
      {full ? 'Four are chosen' : 'Compare'}
    </label>
  );
};
