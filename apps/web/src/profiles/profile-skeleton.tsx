import { Skeleton, VisuallyHidden } from '@mantine/core';
import classes from './profile.module.css';

/** The shape of a profile that is on its way. */
export const ProfileSkeleton = () => (
  <div className={classes.layout} aria-busy="true">
    <VisuallyHidden role="status">Loading</VisuallyHidden>
    <div className={classes.head}>
      <Skeleton circle height={72} />
      <div className={classes.who} style={{ flex: 1 }}>
        <Skeleton height={32} width="55%" />
        <Skeleton height={18} width="75%" />
        <Skeleton height={16} width="45%" />
      </div>
    </div>
    <div className={classes.aside}>
      <Skeleton height={260} radius={12} />
      <Skeleton height={130} radius={12} />
    </div>
    <div className={classes.body}>
      {['a', 'b', 'c'].map((key) => (
        <div key={key} className={classes.section}>
          <Skeleton height={22} width="30%" mb="md" />
          <Skeleton height={15} mb={10} />
          <Skeleton height={15} mb={10} width="92%" />
          <Skeleton height={15} width="60%" />
        </div>
      ))}
    </div>
  </div>
);
