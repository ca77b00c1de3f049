import type { ErrorComponentProps } from '@tanstack/react-router';
import { PageHeading } from './page-heading';
import { ProblemNotice } from './problem-notice';

/** A page that broke while it was drawn; what is around it still works. */
export const BrokenPage = ({ error, reset }: ErrorComponentProps) => (
  <div className="prose">
    <PageHeading title="This page does not work" />
    <ProblemNotice error={error} retry={reset} />
  </div>
);
