import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ask } from '../api/ask';
import { reading } from '../api/queries';
import { DeleteTrainingPlanDocument, TrainingPlansDocument } from '../generated/graphql';
import desk from '../organisation-desk/desk.module.css';
import { ProblemNotice } from '../shell/problem-notice';
import { TextLink } from '../theme/link-button';
import { dayOf } from '../theme/words';

/** The plans that somebody has kept. */
export const SavedPlans = ({ onRemoved }: { onRemoved: (id: string) => void }) => {
  const queries = useQueryClient();
  const { data, error, refetch } = useQuery(reading('training-plans', TrainingPlansDocument, {}));
  const removing = useMutation({
    mutationFn: (id: string) => ask(DeleteTrainingPlanDocument, { id }),
    onSuccess: (_, id) => {
      void queries.invalidateQueries({ queryKey: ['training-plans'] });
      onRemoved(id);
    },
  });
  const plans = data?.trainingPlans.nodes ?? [];
  return (
    <section className={desk.panel} aria-labelledby="plans-title">
      <h2 id="plans-title">Your plans</h2>
      {(error ?? removing.error) && <ProblemNotice error={error ?? removing.error} retry={() => void refetch()} />}
      {data && plans.length === 0 && <p>None is kept yet. See what the rules say, then keep it under a name.</p>}
      {plans.length > 0 && (
        <ul className={desk.people}>
          {plans.map(({ id, name, facts }) => (
            <li key={id}>
              <p>
                <TextLink to="/planner" search={{ plan: id }}>
                  {name}
                </TextLink>
                <small>
                  {dayOf(facts.startsOn)} to {dayOf(facts.endsOn)}
                </small>
              </p>
              <Button
                variant="default"
                size="compact-sm"
                aria-label={`Remove ${name}`}
                loading={removing.isPending && removing.variables === id}
                onClick={() => window.confirm(`Remove “${name}”? This cannot be undone.`) && removing.mutate(id)}
              >
                Remove
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
};
