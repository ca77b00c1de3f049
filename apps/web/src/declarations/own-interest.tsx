import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { ask } from '../api/ask';
import { reading } from '../api/queries';
import { AreaField, TextField } from '../forms/fields';
import forms from '../forms/forms.module.css';
import {
  EndInterestDocument,
  InterestHistoryDocument,
  type InterestLineFragment,
  WithdrawInterestDocument,
} from '../generated/graphql';
import { ProblemNotice } from '../shell/problem-notice';
import { dayOf } from '../theme/words';
import classes from './declarations.module.css';
import { InterestFacts } from './interest-facts';
import { type DeclarationWords, todayAsDay } from './terms';

const madeBy: Record<string, string> = { owner: 'by its owner', office: 'by the office' };

/** What became of an interest, read when it is opened. */
const History = ({ id }: { id: string }) => {
  const { data, error, refetch } = useQuery({
    ...reading('interest-history', InterestHistoryDocument, { id }),
    staleTime: 0,
  });
  if (error) return <ProblemNotice error={error} retry={() => void refetch()} />;
  if (!data) return <p className="quiet">Reading the changes …</p>;
  return (
    <ol className={classes.evidence}>
      {data.interest.history.map(({ action, by, at, fields }) => (
        <li key={at}>
          {dayOf(at)}: {action} {madeBy[by] ?? by}
          {fields.length > 0 &&
            ` (${fields.map(({ field }) => field.replace(/([A-Z])/g, ' $1').toLowerCase()).join(', ')})`}
        </li>
      ))}
    </ol>
  );
};

interface Props {
  interest: InterestLineFragment;
  terms: DeclarationWords;
  onChange: () => void;
  onDone: (said: string) => void;
}

/** One interest of the reader's own, and what can be done with it. */
export const OwnInterest = ({ interest, terms, onChange, onDone }: Props) => {
  const { id, actions } = interest;
  const queries = useQueryClient();
  const [doing, setDoing] = useState<'end' | 'withdraw' | 'history' | null>(null);
  const [endsOn, setEndsOn] = useState(todayAsDay());
  const [reason, setReason] = useState('');
  const [wrong, setWrong] = useState<string>();
  const name = interest.nothing ? 'nothing to declare' : (interest.counterparty ?? '');
  const acting = useMutation({
    mutationFn: async () => {
      if (doing === 'end') await ask(EndInterestDocument, { id, endsOn });
      else await ask(WithdrawInterestDocument, { id, reason: reason.trim() });
    },
    onSuccess: () => {
      for (const key of ['interests', 'interest-standing', 'interest-suggestions', 'declarations-for']) {
        void queries.invalidateQueries({ queryKey: [key] });
      }
      onDone(doing === 'end' ? 'The interest is ended.' : 'The declaration is withdrawn.');
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const problem =
      doing === 'end'
        ? endsOn === '' && 'Give the last day that it held'
        : reason.trim() === '' && 'Say why: the history keeps it';
    setWrong(problem || undefined);
    if (!problem) acting.mutate();
  };
  const toggle = (what: typeof doing) => setDoing(doing === what ? null : what);
  return (
    <InterestFacts interest={interest} terms={terms}>
      <div className={forms.actions}>
        {actions.includes('change') && (
          <Button variant="default" aria-label={`Change: ${name}`} onClick={onChange}>
            Change
          </Button>
        )}
        {actions.includes('end') && (
          <Button
            variant="default"
            aria-label={`It has ended: ${name}`}
            aria-expanded={doing === 'end'}
            onClick={() => toggle('end')}
          >
            It has ended
          </Button>
        )}
        {actions.includes('withdraw') && (
          <Button
            variant="default"
            aria-label={`It was a mistake: ${name}`}
            aria-expanded={doing === 'withdraw'}
            onClick={() => toggle('withdraw')}
          >
            It was a mistake
          </Button>
        )}
        <Button
          variant="subtle"
          aria-label={`Changes: ${name}`}
          aria-expanded={doing === 'history'}
          onClick={() => toggle('history')}
        >
          Changes
        </Button>
      </div>
      {doing === 'history' && <History id={id} />}
      {(doing === 'end' || doing === 'withdraw') && (
        <form className={forms.form} onSubmit={submit} noValidate>
          {doing === 'end' ? (
            <TextField
              id={`ends-${id}`}
              label="The last day that it held"
              type="date"
              short
              value={endsOn}
              error={wrong}
              onChange={setEndsOn}
            />
          ) : (
            <AreaField
              id={`withdraw-${id}`}
              label="Why is it withdrawn?"
              rows={2}
              most={1_000}
              value={reason}
              error={wrong}
              onChange={setReason}
            />
          )}
          {acting.error && <ProblemNotice error={acting.error} title="Nothing is changed" />}
          <div className={forms.actions}>
            <Button type="submit" loading={acting.isPending}>
              {doing === 'end' ? 'End it' : 'Withdraw it'}
            </Button>
            <Button variant="default" onClick={() => setDoing(null)}>
              Cancel
            </Button>
          </div>
        </form>
      )}
    </InterestFacts>
  );
};
