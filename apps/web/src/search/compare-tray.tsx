import { Button } from '@mantine/core';
import { LinkButton } from '../theme/link-button';
import { listed } from '../theme/words';
import classes from './compare-tray.module.css';
import { compared, useCompared } from './compared';

/** Who has been chosen to be put side by side, and the way there. */
export const CompareTray = () => {
  const chosen = useCompared();
  if (chosen.length === 0) return null;
  return (
    <section className={`${classes.tray} no-print`} aria-label="Chosen to compare">
      <p role="status">
        {chosen.length === 1
          ? `${chosen[0]?.name} is chosen. Choose one more to compare.`
          : `Chosen: ${listed(chosen.map(({ name }) => name))}`}
      </p>
      <Button variant="default" onClick={compared.clear}>
        Clear
      </Button>
      {chosen.length > 1 && (
        <LinkButton to="/compare" search={{ ids: chosen.map(({ id }) => id) }}>
          Compare
        </LinkButton>
      )}
    </section>
  );
};
