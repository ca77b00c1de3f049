import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { problemOf } from '../api/problems';
import { NotFoundPage } from '../shell/not-found.page';
import { PageHeading } from '../shell/page-heading';
import { ProblemNotice } from '../shell/problem-notice';
import { ProfileSkeleton } from './profile-skeleton';

interface Props<Data> {
  answer: UseQueryResult<Data>;
  children: (data: Data) => ReactNode;
}

/** A profile, its shape while it loads, or what is wrong. One that is hidden looks the same as one that never was. */
export const ProfileOf = <Data,>({ answer, children }: Props<Data>) => {
  if (answer.data !== undefined) return children(answer.data);
  if (!answer.error) return <ProfileSkeleton />;
  // An id that is no id at all is as unknown as one that nothing has.
  if (['NOT_FOUND', 'BAD_INPUT'].includes(problemOf(answer.error).code)) return <NotFoundPage />;
  return (
    <div className="prose">
      <PageHeading title="This profile could not be read" />
      <ProblemNotice error={answer.error} retry={() => void answer.refetch()} />
    </div>
  );
};
