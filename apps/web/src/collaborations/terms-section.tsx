import { Button } from '@mantine/core';
import { useState } from 'react';
import { unmask } from '../generated/fragment-masking';
import { TermsFragmentDoc } from '../generated/graphql';
import { momentOf } from '../inbox/states';
import { Facts } from '../profiles/profile-parts';
import type { CollaborationData } from './collaboration.query';
import classes from './collaborations.module.css';
import { Panel } from './panel';
import { termsChanges, termsFacts } from './terms-facts';
import { TermsForm } from './terms-form';

interface Props {
  collaboration: Pick<CollaborationData, 'terms' | 'termsHistory'> & { id: string; mayWork: boolean };
  refresh: () => void;
}

/** On what terms: what holds, the form that changes it, and every version there was. */
export const TermsSection = ({ collaboration, refresh }: Props) => {
  const [editing, setEditing] = useState(false);
  const terms = unmask(TermsFragmentDoc, collaboration.terms);
  const history = collaboration.termsHistory.map((one) => unmask(TermsFragmentDoc, one));
  const facts = termsFacts(terms);
  const open = facts.filter(([, value]) => value === null).map(([name]) => name.toLowerCase());
  return (
    <Panel
      id="terms"
      title="Terms"
      beside={
        collaboration.mayWork &&
        !editing && (
          <Button variant="default" onClick={() => setEditing(true)}>
            Change the terms
          </Button>
        )
      }
    >
      {editing && collaboration.mayWork ? (
        <TermsForm id={collaboration.id} terms={terms} done={() => setEditing(false)} refresh={refresh} />
      ) : (
        <>
          <Facts facts={facts} />
          {open.length > 0 && <p className={classes.small}>Not agreed yet: {open.join(', ')}.</p>}
        </>
      )}
      {history.length > 1 && (
        <details>
          <summary>All {history.length} versions</summary>
          <ol className={classes.lines} reversed>
            {history.map((one, index) => {
              const older = history[index + 1];
              const changes = older ? termsChanges(older, one) : [];
              return (
                <li key={one.number}>
                  <b>Version {one.number}</b>
                  <span className={classes.small}>{momentOf(one.createdAt)}</span>
                  {older ? (
                    <ul className={classes.changes}>
                      {changes.map((change) => (
                        <li key={change}>{change}</li>
                      ))}
                      {changes.length === 0 && <li>Nothing changed</li>}
                    </ul>
                  ) : (
                    <span className={classes.small}>As proposed at the beginning.</span>
                  )}
                </li>
              );
            })}
          </ol>
        </details>
      )}
    </Panel>
  );
};
