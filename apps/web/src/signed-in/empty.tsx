import type { ReactNode } from 'react';
import classes from './empty.module.css';

/** Nothing is here: why, and the one thing to do next. */
export const Empty = ({ title, children, action }: { title: string; children: ReactNode; action?: ReactNode }) => (
  <div className={classes.empty}>
    <h2>{title}</h2>
    <p>{children}</p>
    {action && <div>{action}</div>}
  </div>
);
