import { useEffect, useRef } from 'react';
import type { FieldErrors } from './errors';
import classes from './forms.module.css';

interface Props {
  errors: FieldErrors;
  /** Another number for each attempt, so that the summary is read out each time. */
  attempt: number;
  /** Brings the field onto the page where it is on another step. */
  onGo?: (field: string) => void;
}

const goTo = (field: string) => {
  const place = document.getElementById(field);
  const target = place?.matches('fieldset') ? (place.querySelector<HTMLElement>('input') ?? place) : place;
  target?.focus();
  target?.scrollIntoView({ block: 'center' });
};

/** Everything that is wrong, on top of the form, each line leading to its field. */
export const ErrorSummary = ({ errors, attempt, onGo }: Props) => {
  const box = useRef<HTMLElement>(null);
  const lines = Object.entries(errors);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it takes the focus once for each attempt
  useEffect(() => {
    if (lines.length > 0) {
      box.current?.focus();
      box.current?.scrollIntoView({ block: 'center' });
    }
  }, [attempt]);
  if (lines.length === 0) return null;
  return (
    <section ref={box} tabIndex={-1} className={classes.summary} role="alert" aria-labelledby="error-summary">
      <h2 id="error-summary">
        {lines.length === 1 ? 'One thing needs your attention' : 'A few things need your attention'}
      </h2>
      <ul>
        {lines.map(([field, message]) => (
          <li key={field}>
            <a
              href={`#${field}`}
              onClick={(event) => {
                event.preventDefault();
                onGo?.(field);
                // After the other step is on the page.
                setTimeout(() => goTo(field));
              }}
            >
              {message}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
};
