import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ask } from '../api/ask';
import dashboard from '../dashboard/dashboard.module.css';
import { FormSkeleton } from '../forms/form-skeleton';
import forms from '../forms/forms.module.css';
import { type TopicMergesQuery, UndoTopicMergeDocument } from '../generated/graphql';
import { ProblemNotice } from '../shell/problem-notice';
import { dayOf } from '../theme/words';
import { readTopicsAgain, topicMerges } from './topics.query';

type Merge = TopicMergesQuery['topicMerges'][number];

const factsOf = ({ createdAt, mergedBy, moved, undoneAt, kept, undoUntil }: Merge): string => {
  const facts = [`Retired on ${dayOf(createdAt)}${mergedBy ? ` by ${mergedBy}` : ''}; ${moved} changed.`];
  if (undoneAt)
    facts.push(`Undone on ${dayOf(undoneAt)}${kept ? `; ${kept} had changed since and stay as they are` : ''}.`);
  if (undoUntil) facts.push(`Can be undone until ${dayOf(undoUntil)}.`);
  return facts.join(' ');
};

/** Topics that were retired, with the way back. */
export const TopicMerges = () => {
  const queries = useQueryClient();
  const { data, error, refetch } = useQuery(topicMerges);
  const undoing = useMutation({
    mutationFn: (id: string) => ask(UndoTopicMergeDocument, { id }),
    onSuccess: () => readTopicsAgain(queries),
  });
  const merges = data?.topicMerges ?? [];
  return (
    <section className={dashboard.section} aria-labelledby="topic-merges">
      <h2 id="topic-merges">Retired topics{data ? `: ${merges.filter(({ undoneAt }) => !undoneAt).length}` : ''}</h2>
      {error && <ProblemNotice error={error} retry={() => void refetch()} />}
      {undoing.error && <ProblemNotice error={undoing.error} />}
      {!data && !error && <FormSkeleton groups={1} />}
      {data && merges.length === 0 && <p className="quiet">None. To retire a topic, choose it above.</p>}
      <ul className={dashboard.queue}>
        {merges.map((merge) => (
          <li key={merge.id} className={forms.group}>
            <h3>
              {merge.label} into {merge.successorLabel}
            </h3>
            <p className="written">{merge.reason}</p>
            <p className="quiet">{factsOf(merge)}</p>
            {merge.undoUntil && (
              <div>
                <Button
                  variant="default"
                  loading={undoing.isPending && undoing.variables === merge.id}
                  onClick={() => undoing.mutate(merge.id)}
                  aria-label={`Undo: ${merge.label} into ${merge.successorLabel}`}
                >
                  Undo
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
};
