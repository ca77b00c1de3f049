import { VisuallyHidden } from '@mantine/core';
import classes from './requests.module.css';
import { type StepKey, steps } from './steps';

/** Where the writer is in the wizard; earlier steps can be gone back to. */
export const StepList = ({ current, onGo }: { current: StepKey; onGo: (step: StepKey) => void }) => {
  const at = steps.findIndex(({ key }) => key === current);
  return (
    <ol className={classes.steps} aria-label="Steps">
      {steps.map(({ key, title }, index) => (
        <li key={key}>
          {index < at ? (
            <button type="button" className={classes.step} data-done onClick={() => onGo(key)}>
              {title}
              <VisuallyHidden>, answered</VisuallyHidden>
            </button>
          ) : (
            <span className={classes.step} aria-current={index === at ? 'step' : undefined}>
              {title}
            </span>
          )}
        </li>
      ))}
    </ol>
  );
};
