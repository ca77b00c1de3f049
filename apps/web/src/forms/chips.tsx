import { CloseIcon } from '../theme/icons';
import classes from './forms.module.css';

interface Props {
  label: string;
  chips: { key: string; label: string }[];
  onRemove: (key: string) => void;
}

/** What was chosen; each is a button that takes it away again. */
export const Chips = ({ label, chips, onRemove }: Props) =>
  chips.length > 0 ? (
    <ul className={classes.chips} aria-label={label} style={{ marginTop: '0.6rem' }}>
      {chips.map(({ key, label: name }) => (
        <li key={key}>
          <button type="button" className={classes.chip} onClick={() => onRemove(key)} aria-label={`Remove ${name}`}>
            {name}
            <CloseIcon size={16} />
          </button>
        </li>
      ))}
    </ul>
  ) : null;
