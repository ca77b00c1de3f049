import { Button, Skeleton } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ask } from '../api/ask';
import { reading } from '../api/queries';
import classes from '../collaborations/collaborations.module.css';
import { Panel } from '../collaborations/panel';
import type { SlotProps } from '../collaborations/slot';
import { unmask } from '../generated/fragment-masking';
import {
  CollaborationOutcomesDocument,
  OutcomeChoicesDocument,
  type OutcomeChoicesQuery,
  type OutcomePartsFragment,
  OutcomePartsFragmentDoc,
  RemoveOutcomeDocument,
} from '../generated/graphql';
import { ProblemNotice } from '../shell/problem-notice';
import { pounds } from '../theme/money';
import { dayOf } from '../theme/words';
import { OutcomeForm } from './outcome-form';
import { ReviewForm } from './review-form';

type Choices = OutcomeChoicesQuery['outcomeChoices'];

const labelOf = (list: readonly { code: string; label: string }[], code: string) =>
  list.find((one) => one.code === code)?.label ?? code;

const Line = ({
  outcome,
  choices,
  changed,
}: {
  outcome: OutcomePartsFragment;
  choices: Choices;
  changed: () => void;
}) => {
  const { id, kind, title, identifier, happenedOn, amountPence, creditRoles, trlBefore, trlAfter, mine } = outcome;
  const removing = useMutation({ mutationFn: () => ask(RemoveOutcomeDocument, { id }), onSuccess: changed });
  const facts = [
    identifier && /^10\./.test(identifier) ? (
      <a key="doi" href={`https://doi.org/${identifier}`} rel="noreferrer">
        {identifier}
      </a>
    ) : (
      identifier
    ),
    amountPence === null ? null : pounds(amountPence),
    creditRoles.map((role) => labelOf(choices.creditRoles, role)).join(', '),
    trlBefore && `Technology readiness ${trlBefore}${trlAfter ? ` to ${trlAfter}` : ''}`,
  ].filter(Boolean);
  return (
    <li>
      <div className={classes.line}>
        <b>{title}</b>
        {mine && (
          <Button
            variant="subtle"
            size="compact-sm"
            loading={removing.isPending}
            onClick={() => removing.mutate()}
            aria-label={`Remove: ${title}`}
          >
            Remove
          </Button>
        )}
      </div>
      <span className={classes.small}>
        {labelOf(choices.kinds, kind)}, {dayOf(happenedOn)}
      </span>
      {facts.map((fact, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the facts of one outcome keep their places
        <span key={index} className={classes.small}>
          {fact}
        </span>
      ))}
      {removing.isError && <ProblemNotice error={removing.error} />}
    </li>
  );
};

/** What came of the work, and what each side says of it. */
const OutcomesSection = ({ collaboration, refresh }: SlotProps) => {
  const client = useQueryClient();
  const { id, state, role } = collaboration;
  const [adding, setAdding] = useState(false);
  const key = ['collaboration-outcomes', id];
  const { data, error, refetch } = useQuery({
    queryKey: [...key, state],
    queryFn: ({ signal }) => ask(CollaborationOutcomesDocument, { collaborationId: id }, signal),
  });
  const choices = useQuery(reading('outcome-choices', OutcomeChoicesDocument, {})).data?.outcomeChoices;
  const changed = () => {
    setAdding(false);
    void client.invalidateQueries({ queryKey: key });
    refresh();
  };
  const found = data?.collaborationOutcomes;
  const outcomes = found?.outcomes.map((one) => unmask(OutcomePartsFragmentDoc, one)) ?? [];
  const over = state === 'completed' || state === 'ended-early';
  const said = found?.reviews.some(({ mine }) => mine) ?? false;
  return (
    <Panel
      id="outcomes"
      title="What came of it"
      beside={
        found?.mayAdd &&
        !adding && (
          <Button variant="default" onClick={() => setAdding(true)}>
            Add something
          </Button>
        )
      }
    >
      {error && <ProblemNotice error={error} retry={() => void refetch()} title="What came of it could not be read" />}
      {!found && !error && <Skeleton height={60} />}
      {found && outcomes.length === 0 && !adding && (
        <p>
          {found.mayAdd || over
            ? 'Nothing is written down yet: a paper, a trial, a product, a post, funding.'
            : 'When the work has begun, what comes of it is written down here.'}
        </p>
      )}
      {choices && outcomes.length > 0 && (
        <ul className={classes.lines}>
          {outcomes.map((one) => (
            <Line key={one.id} outcome={one} choices={choices} changed={changed} />
          ))}
        </ul>
      )}
      {adding && choices && (
        <OutcomeForm collaborationId={id} choices={choices} done={changed} cancel={() => setAdding(false)} />
      )}
      {found && over && (
        <>
          <h3>What each side says</h3>
          {found.reviews.map(({ mine, text, again, writtenAt }) => (
            <blockquote key={writtenAt} className="written">
              {text}
              <footer className={classes.small}>
                {mine ? 'You' : 'The other side'}, {dayOf(writtenAt)}.{' '}
                {again ? 'Would do it again.' : 'Would not do it again.'}
              </footer>
            </blockquote>
          ))}
          {role !== 'office' && !said && <ReviewForm collaborationId={id} done={changed} />}
          {role !== 'office' && said && found.reviews.length < 2 && (
            <p className={classes.small}>You read what the other side says once they have written too.</p>
          )}
        </>
      )}
      {found?.heBciLine && (
        <p className={classes.small}>In a university’s HE-BCI return this counts as: {found.heBciLine}.</p>
      )}
    </Panel>
  );
};

export default OutcomesSection;
