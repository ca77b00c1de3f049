import { Switch } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ask } from '../api/ask';
import { reading } from '../api/queries';
import forms from '../forms/forms.module.css';
import { LooksUnseenDocument, LookUnseenDocument } from '../generated/graphql';
import { ProblemNotice } from '../shell/problem-notice';

/** Whether academics are shown that this organisation looked at their profiles. */
export const UnseenSection = ({ organisationId }: { organisationId: string }) => {
  const queries = useQueryClient();
  const { data, error, refetch } = useQuery(reading('looks-unseen', LooksUnseenDocument, { organisationId }));
  const setting = useMutation({
    mutationFn: (unseen: boolean) => ask(LookUnseenDocument, { organisationId, unseen }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['looks-unseen'] }),
  });
  return (
    <section className={forms.group} aria-labelledby="unseen-title">
      <h2 id="unseen-title">Looking at profiles</h2>
      {error && <ProblemNotice error={error} retry={() => void refetch()} />}
      {setting.error && <ProblemNotice error={setting.error} />}
      <Switch
        size="md"
        label="Academics may see that your company looked"
        description="They see its name and the day, never which of your people it was. Switched off, nothing is kept."
        checked={data ? !data.looksUnseen : true}
        disabled={!data || setting.isPending}
        onChange={(event) => setting.mutate(!event.currentTarget.checked)}
      />
    </section>
  );
};
