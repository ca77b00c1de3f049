import { type ReactNode, useId, useState } from 'react';
import { ChevronIcon } from '../theme/icons';
import type { Reason } from './reasons';
import classes from './result-card.module.css';

/** At most three reasons, each a button that opens what it rests on, in place. */
const Why = ({ reasons, about }: { reasons: Reason[]; about: string }) => {
  const id = useId();
  const [opened, setOpened] = useState<string | null>(null);
  const shown = reasons.find(({ key }) => key === opened);
  return (
    <div className={classes.why}>
      <span className={classes.whyLabel} id={`${id}-label`}>
        Why:
      </span>
      {reasons.map(({ key, label }) => (
        <button
          key={key}
          type="button"
          className={classes.reason}
          aria-expanded={key === opened}
          aria-controls={key === opened ? id : undefined}
          aria-label={`${label}, why ${about} was found`}
          onClick={() => setOpened(key === opened ? null : key)}
        >
          {label} <ChevronIcon size={16} />
        </button>
      ))}
      {shown && (
        <div className={classes.evidence} id={id}>
          {shown.evidence}
        </div>
      )}
    </div>
  );
};

interface FootProps {
  reasons: Reason[];
  about: string;
  children?: ReactNode;
}

/** The last line of a card: the reasons, and what can be done with it. */
export const CardFoot = ({ reasons, about, children }: FootProps) => {
  if (reasons.length === 0 && !children) return null;
  return (
    <div className={classes.foot}>
      {reasons.length > 0 && <Why reasons={reasons} about={about} />}
      {children}
    </div>
  );
};
