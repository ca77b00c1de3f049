import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { unmask } from '../generated/fragment-masking';
import { PartyFragmentDoc, type RequestRowFragment } from '../generated/graphql';
import classes from './inbox.module.css';
import { ago, dueIn, stateWords } from './states';

interface Props {
  row: RequestRowFragment;
  /** Stands before it: a box to choose it by. */
  before?: ReactNode;
  level?: 2 | 3;
}

/** States that read the same to both sides. */
const same = ['awaiting-nda', 'accepted', 'declined', 'referred', 'withdrawn', 'expired', 'refused'];

/** The other side, as the viewer may know it. */
export const otherOf = (row: RequestRowFragment) => {
  const sender = unmask(PartyFragmentDoc, row.sender);
  const receiver = unmask(PartyFragmentDoc, row.receiver);
  return row.role === 'sender' ? receiver : sender;
};

/** One request in a list: who, what, how old, and whether it waits for the reader. */
export const RequestRow = ({ row, before, level = 2 }: Props) => {
  const other = otherOf(row);
  const Title = level === 2 ? 'h2' : 'h3';
  const about = [row.type?.label, row.opportunity && `about “${row.opportunity.title}”`].filter(Boolean).join(', ');
  return (
    <li className={classes.row} data-due={row.replyDue || undefined}>
      {before ?? <span />}
      <div>
        <Title>
          <Link to="/requests/$id" params={{ id: row.id }}>
            {other.name}
          </Link>
        </Title>
        <p className={classes.about}>
          {about}
          {about && '. '}
          {row.role === 'sender' ? 'Sent' : 'Received'} {ago(row.createdAt)}
        </p>
        <p className={classes.reason}>{row.reason}</p>
      </div>
      <p className={classes.marks}>
        {row.unread > 0 && (
          <span className={classes.mark} data-kind="new">
            New
          </span>
        )}
        {row.replyDue ? (
          <span className={classes.mark} data-kind="due">
            {dueIn(row)}
          </span>
        ) : (
          <span className={classes.mark} data-kind={row.state === 'accepted' ? 'good' : undefined}>
            {same.includes(row.state) || row.role !== 'receiver' ? stateWords[row.state] : 'Waiting for them'}
          </span>
        )}
      </p>
    </li>
  );
};
