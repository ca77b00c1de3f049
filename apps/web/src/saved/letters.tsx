import { Switch } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ask } from '../api/ask';
import { SelectField } from '../forms/fields';
import { ChangeDigestDocument, type LettersFragment, RecordViewsOfMeDocument } from '../generated/graphql';
import { ProblemNotice } from '../shell/problem-notice';
import { dayOf } from '../theme/words';
import classes from './saved.module.css';

interface Props {
  choices: LettersFragment;
  /** Whether views of the viewer's profile are recorded; null without a profile. */
  recorded: boolean | null;
  /** How many days they are kept. */
  days: number;
}

/** Whether letters come, how often, and whether it is recorded which companies look at one's profile. */
export const Letters = ({
  choices: { letters, profileViews, nextViewsAt, consentText, cadences },
  recorded,
  days,
}: Props) => {
  const queries = useQueryClient();
  const again = () => queries.invalidateQueries({ queryKey: ['saved-searches'] });
  const changing = useMutation({
    mutationFn: (input: { letters?: boolean; profileViews?: string }) => ask(ChangeDigestDocument, { input }),
    onSettled: again,
  });
  const recording = useMutation({
    mutationFn: (wanted: boolean) => ask(RecordViewsOfMeDocument, { recorded: wanted }),
    onSettled: again,
  });
  const error = changing.error ?? recording.error;
  return (
    <section className={classes.letters} aria-labelledby="letters">
      <h2 id="letters">Letters</h2>
      {error && <ProblemNotice error={error} />}
      <Switch
        size="md"
        label="Letters about what is new"
        description={consentText}
        checked={letters}
        disabled={changing.isPending}
        onChange={(event) => changing.mutate({ letters: event.currentTarget.checked })}
      />
      {recorded !== null && (
        <>
          <Switch
            size="md"
            label="Show me which companies looked at my profile"
            description={`Only the company and the day are kept, for ${days} days; never the person. Switched off, nothing is kept.`}
            checked={recorded}
            disabled={recording.isPending}
            onChange={(event) => recording.mutate(event.currentTarget.checked)}
          />
          {letters && recorded && (
            <SelectField
              id="views-cadence"
              label="Letters about companies that looked at my profile"
              short
              value={profileViews}
              onChange={(value) => changing.mutate({ profileViews: value })}
              options={cadences.map(({ code, label }) => ({ value: code, label }))}
              hint={nextViewsAt ? `Due on ${dayOf(nextViewsAt)}, together with the others.` : undefined}
            />
          )}
        </>
      )}
    </section>
  );
};
