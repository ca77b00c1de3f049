import { Skeleton } from '@mantine/core';
import { lazy, Suspense } from 'react';
import type { Viewer } from '../api/queries';
import { LinkButton } from '../theme/link-button';

const AccountChoices = lazy(() => import('./account-choices'));

/** Signing in, or for those who are: their own menu. */
export const AccountMenu = ({ viewer }: { viewer: Viewer | null | undefined }) => {
  if (viewer === undefined) return <Skeleton width={84} height={36} />;
  if (viewer === null) {
    return (
      <LinkButton to="/sign-in" size="compact-md" variant="filled" h={36} px="md">
        Sign in
      </LinkButton>
    );
  }
  return (
    <Suspense fallback={<Skeleton circle height={36} />}>
      <AccountChoices viewer={viewer} />
    </Suspense>
  );
};
