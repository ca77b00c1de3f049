import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useRef } from 'react';
import { type Viewer, viewerQuery } from '../api/queries';
import { FormSkeleton } from '../forms/form-skeleton';
import { PageHeading } from '../shell/page-heading';
import { ProblemNotice } from '../shell/problem-notice';
import { LinkButton } from '../theme/link-button';

interface Props {
  title: string;
  /** What the page is for, said to those who are not signed in. */
  why: string;
  children: (viewer: Viewer) => ReactNode;
}

/**
 * A page for signed-in people. Once it is open it stays open: a session that ends meanwhile asks for a sign-in over it,
 * and what was typed is kept.
 */
export const SignedIn = ({ title, why, children }: Props) => {
  const { data, error, refetch } = useQuery(viewerQuery);
  const known = useRef<Viewer | null>(null);
  if (data) known.current = data;
  const viewer = data ?? known.current;
  if (viewer) return children(viewer);
  return (
    <div className="prose">
      <PageHeading title={title} />
      {error && <ProblemNotice error={error} retry={() => void refetch()} />}
      {data === undefined && !error && <FormSkeleton groups={1} />}
      {data === null && (
        <>
          <p>{why}</p>
          <p style={{ display: 'flex', gap: '0.75rem', flexWrap: 'wrap' }}>
            <LinkButton to="/sign-in" search={{ next: window.location.pathname + window.location.search }}>
              Sign in
            </LinkButton>
            <LinkButton to="/sign-up" variant="default">
              Open an account
            </LinkButton>
          </p>
        </>
      )}
    </div>
  );
};
