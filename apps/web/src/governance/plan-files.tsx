import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { ask } from '../api/ask';
import { AreaField, TextField } from '../forms/fields';
import forms from '../forms/forms.module.css';
import {
  type GovernanceChoicesQuery,
  SavedCalendarDocument,
  TrainingCalendarDocument,
  TrainingFormDocument,
} from '../generated/graphql';
import { ProblemNotice } from '../shell/problem-notice';
import { keepFile } from './download';
import classes from './governance.module.css';
import { formValues, type PlanForm, planInput } from './plan-form';

/** Fields that the plan itself fills in. */
const fromPlan = ['oopType', 'startsOn', 'endsOn', 'returnsOn'];

interface Props {
  plan: PlanForm;
  /** The plan that is kept, if what is shown is what is kept. */
  keptId: string | null;
  fields: GovernanceChoicesQuery['governanceChoices']['formFields'];
  set: (changes: Partial<PlanForm>) => void;
  withForm: boolean;
}

/** The plan as files: a calendar, and the application form filled in. */
export const PlanFiles = ({ plan, keptId, fields, set, withForm }: Props) => {
  const calendar = useMutation({
    mutationFn: async () =>
      keptId
        ? (await ask(SavedCalendarDocument, { id: keptId })).trainingPlan.file
        : (await ask(TrainingCalendarDocument, { input: planInput(plan) })).file,
    onSuccess: keepFile,
  });
  const form = useMutation({
    mutationFn: async () => (await ask(TrainingFormDocument, { input: planInput(plan), form: formValues(plan) })).file,
    onSuccess: keepFile,
  });
  const failed = calendar.error ?? form.error;
  return (
    <div className={classes.stack}>
      {failed && <ProblemNotice error={failed} title="The file could not be made" />}
      <div className={forms.actions}>
        <Button loading={calendar.isPending} onClick={() => calendar.mutate()}>
          Download the calendar (.ics)
        </Button>
        {withForm && (
          <Button variant="default" loading={form.isPending} onClick={() => form.mutate()}>
            Download the application form (PDF)
          </Button>
        )}
        <span role="status">{calendar.isSuccess || form.isSuccess ? 'The file is in your downloads.' : ''}</span>
      </div>
      {withForm && (
        <details className={classes.details}>
          <summary>Fill in the form before you print it</summary>
          <div className={forms.pair}>
            {fields
              .filter(({ code }) => !fromPlan.includes(code) && code !== 'description')
              .map(({ code, label }) => (
                <TextField
                  key={code}
                  id={`form-${code}`}
                  label={label}
                  maxLength={300}
                  value={plan.form[code] ?? ''}
                  onChange={(value) => set({ form: { ...plan.form, [code]: value } })}
                />
              ))}
          </div>
          <AreaField
            id="form-description"
            label="Description of the post"
            most={2000}
            value={plan.form.description ?? ''}
            onChange={(description) => set({ form: { ...plan.form, description } })}
          />
        </details>
      )}
    </div>
  );
};
