import { Skeleton } from '@mantine/core';
import classes from './result-card.module.css';
import listClasses from './search.module.css';

/** The shape of a list that is on its way. */
export const ResultSkeleton = () => (
  <div className={listClasses.list} aria-hidden="true">
    {['a', 'b', 'c', 'd', 'e'].map((key) => (
      <div key={key} className={classes.card}>
        <Skeleton circle height={46} />
        <div className={classes.body}>
          <Skeleton height={18} width="40%" />
          <Skeleton height={14} width="65%" />
          <Skeleton height={14} width="95%" />
          <Skeleton height={22} width="55%" />
        </div>
      </div>
    ))}
  </div>
);

export const RailSkeleton = () => (
  <div aria-hidden="true">
    {[8, 8, 8].map((rows, group) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: these lines are all alike
      <div key={group} style={{ display: 'grid', gap: '0.9rem', padding: '0.9rem 0.25rem' }}>
        <Skeleton height={18} width="50%" />
        {Array.from({ length: rows }, (_, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: these lines are all alike
          <Skeleton key={row} height={14} />
        ))}
      </div>
    ))}
  </div>
);
