import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { Action } from './action-list';
import classes from './dashboard.module.css';
import { dueWords } from './due';

/** More than these are shown when they are asked for: the soonest come first. */
const first = 8;

/** What waits for the reader, one action each; `after` stands at its end. */
export const WaitingList = ({ actions, after }: { actions: Action[]; after: ReactNode }) => {
  const [all, setAll] = useState(false);
  const shown = all ? actions : actions.slice(0, first);
  return (
    <>
      <ul className={classes.actions} aria-label="What waits for you">
        {shown.map(({ key, title, detail, due, to }) => {
          const date = due ? dueWords(due) : null;
          return (
            <li key={key} className={classes.action} data-due={date?.soon || undefined}>
              <div>
                <h3>
                  <Link {...to}>{title}</Link>
                </h3>
                {detail && <p>{detail}</p>}
              </div>
              {date && <p className={classes.due}>{date.text}</p>}
            </li>
          );
        })}
        {after}
      </ul>
      {shown.length < actions.length && (
        <Button variant="default" mt="sm" onClick={() => setAll(true)}>
          Show all {actions.length}
        </Button>
      )}
    </>
  );
};
