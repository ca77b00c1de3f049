import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { reading } from '../api/queries';
import { NdaUndertakingDocument, type NdaUndertakingQuery } from '../generated/graphql';
import { ProblemNotice } from '../shell/problem-notice';
import classes from './inbox.module.css';

export type Undertaking = NdaUndertakingQuery['ndaUndertaking'];

/** The NDA that is signed now, or the version of it that was signed. */
export const ndaQuery = (version: string | null = null) => ({
  ...reading('nda', NdaUndertakingDocument, { version }),
  staleTime: Number.POSITIVE_INFINITY,
});

/** The words of an NDA, and what they are not. */
export const NdaText = ({ text }: { text: Undertaking }) => (
  <div className={classes.undertaking}>
    <dl>
      {text.sections.map((section) => (
        <div key={section.code}>
          <dt>{section.title}</dt>
          <dd>{section.text}</dd>
        </div>
      ))}
    </dl>
    <p className="quiet">
      {text.notice} {text.source}, version {text.version}.
    </p>
  </div>
);

/** The words of an NDA, for whoever wants to read them. */
export const NdaDetails = ({ version = null, why }: { version?: string | null; why?: ReactNode }) => {
  const [open, setOpen] = useState(false);
  const { data, error, refetch } = useQuery({ ...ndaQuery(version), enabled: open });
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Read the NDA</summary>
      {why && <p>{why}</p>}
      {error && <ProblemNotice error={error} retry={() => void refetch()} />}
      {data && <NdaText text={data.ndaUndertaking} />}
    </details>
  );
};
