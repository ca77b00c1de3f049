import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useRef, useState } from 'react';
import { ask } from '../api/ask';
import type { Viewer } from '../api/queries';
import { TextField } from '../forms/fields';
import forms from '../forms/forms.module.css';
import { type SavedPlanFragment, SaveTrainingPlanDocument } from '../generated/graphql';
import { ProblemNotice } from '../shell/problem-notice';
import { TextLink } from '../theme/link-button';
import { formValues, type PlanForm, planInput } from './plan-form';

interface Props {
  viewer: Viewer | null;
  plan: PlanForm;
  saved: SavedPlanFragment | null;
}

/** Keeps the plan under a name, or says how it could be kept. */
export const KeepPlan = ({ viewer, plan, saved }: Props) => {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [name, setName] = useState(saved?.name ?? 'My time away');
  const content = JSON.stringify([name, plan]);
  const key = useRef({ content: '', key: '' });
  const saving = useMutation({
    mutationFn: () => {
      // The same content under the same key: pressing twice keeps one plan.
      if (key.current.content !== content) key.current = { content, key: crypto.randomUUID() };
      return ask(SaveTrainingPlanDocument, {
        input: {
          id: saved?.id ?? null,
          version: saved?.version ?? null,
          name,
          facts: planInput(plan),
          form: formValues(plan),
          idempotencyKey: key.current.key,
        },
      });
    },
    onSuccess: ({ saveTrainingPlan: { id } }) => {
      void queries.invalidateQueries({ queryKey: ['training-plans'] });
      void queries.invalidateQueries({ queryKey: ['training-plan'] });
      void navigate({ to: '/planner', search: { plan: id }, replace: true, resetScroll: false });
    },
  });
  if (!viewer) {
    return (
      <p>
        <TextLink to="/sign-in" search={{ next: '/planner' }}>
          Sign in
        </TextLink>{' '}
        to keep a plan and open it again. The files above are yours without an account.
      </p>
    );
  }
  const submit = (event: FormEvent) => {
    event.preventDefault();
    saving.mutate();
  };
  return (
    <form className={forms.form} onSubmit={submit}>
      {saving.error && (
        <ProblemNotice error={saving.error} title="The plan is not kept. What you typed is still here." />
      )}
      <TextField id="planName" label="Name of the plan" value={name} onChange={setName} maxLength={120} />
      <div className={forms.actions}>
        <Button type="submit" variant="default" loading={saving.isPending} disabled={!name.trim()}>
          {saved ? 'Save the plan' : 'Keep the plan'}
        </Button>
        <span role="status">{saving.isSuccess ? 'The plan is kept.' : ''}</span>
      </div>
    </form>
  );
};
