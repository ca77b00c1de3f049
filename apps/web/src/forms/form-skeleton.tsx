import { Skeleton, VisuallyHidden } from '@mantine/core';
import classes from './forms.module.css';

/** The shape of a form that is on its way. */
export const FormSkeleton = ({ groups = 2 }: { groups?: number }) => (
  <div className={classes.form} aria-busy="true">
    <VisuallyHidden role="status">Loading</VisuallyHidden>
    {['a', 'b', 'c', 'd'].slice(0, groups).map((key) => (
      <div key={key} className={classes.group}>
        <Skeleton height={22} width="35%" />
        <Skeleton height={42} />
        <Skeleton height={42} width="70%" />
      </div>
    ))}
  </div>
);
