import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { ask } from '../api/ask';
import { reading } from '../api/queries';
import { AreaField } from '../forms/fields';
import forms from '../forms/forms.module.css';
import {
  DismissInterestSuggestionDocument,
  InterestSuggestionsDocument,
  type InterestSuggestionsQuery,
} from '../generated/graphql';
import { ProblemNotice } from '../shell/problem-notice';
import classes from './declarations.module.css';

export type Suggestion = InterestSuggestionsQuery['interestSuggestions'][number];

const Line = ({ suggestion, onDeclare }: { suggestion: Suggestion; onDeclare: (suggestion: Suggestion) => void }) => {
  const { organisationId, counterparty, evidence } = suggestion;
  const queries = useQueryClient();
  const [refusing, setRefusing] = useState(false);
  const [reason, setReason] = useState('');
  const [wrong, setWrong] = useState<string>();
  const dismissing = useMutation({
    mutationFn: () => ask(DismissInterestSuggestionDocument, { organisationId, reason: reason.trim() }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['interest-suggestions'] }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const short = reason.trim().length < 3;
    setWrong(short ? 'Say in a few words why it is none' : undefined);
    if (!short) dismissing.mutate();
  };
  return (
    <li className={classes.line} data-due>
      <h3>{counterparty}</h3>
      <ul className={classes.evidence}>
        {evidence.map(({ kind, text }) => (
          <li key={kind}>{text}</li>
        ))}
      </ul>
      {refusing ? (
        <form className={forms.form} onSubmit={submit} noValidate>
          <AreaField
            id={`no-interest-${organisationId}`}
            label="It is not an interest because"
            rows={2}
            most={1_000}
            value={reason}
            error={wrong}
            onChange={setReason}
          />
          {dismissing.error && <ProblemNotice error={dismissing.error} title="This is not kept" />}
          <div className={forms.actions}>
            <Button type="submit" loading={dismissing.isPending}>
              Do not ask again
            </Button>
            <Button variant="default" onClick={() => setRefusing(false)}>
              Back
            </Button>
          </div>
        </form>
      ) : (
        <div className={forms.actions}>
          <Button aria-label={`Declare this: ${counterparty}`} onClick={() => onDeclare(suggestion)}>
            Declare this
          </Button>
          <Button variant="default" aria-label={`Not an interest: ${counterparty}`} onClick={() => setRefusing(true)}>
            Not an interest
          </Button>
        </div>
      )}
    </li>
  );
};

/** Interests that the reader has perhaps not declared, and why that is thought. */
export const SuggestionsSection = ({ onDeclare }: { onDeclare: (suggestion: Suggestion) => void }) => {
  const { data, error, refetch } = useQuery(reading('interest-suggestions', InterestSuggestionsDocument, {}));
  if (error) return <ProblemNotice error={error} retry={() => void refetch()} />;
  if (!data || data.interestSuggestions.length === 0) return null;
  return (
    <section aria-labelledby="suggestions-title">
      <h2 id="suggestions-title">Perhaps missing</h2>
      <p className="quiet">Only you see this. Nothing is declared until you do it.</p>
      <ul className={classes.lines}>
        {data.interestSuggestions.map((suggestion) => (
          <Line key={suggestion.organisationId} suggestion={suggestion} onDeclare={onDeclare} />
        ))}
      </ul>
    </section>
  );
};
