import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { ask } from '../api/ask';
import { OneOf } from '../forms/fields';
import forms from '../forms/forms.module.css';
import { SetRequestPolicyDocument } from '../generated/graphql';
import { ProblemNotice } from '../shell/problem-notice';

const policies = [
  { code: 'direct', label: 'Straight to the person', detail: 'Nobody else is told' },
  { code: 'office-told', label: 'The office is told', detail: 'The person answers; the office can read along' },
  {
    code: 'office-approves',
    label: 'The office decides first',
    detail: 'The person gets what the office lets through',
  },
];

interface Props {
  organisationId: string;
  policy: string;
  /** Hears which version of the organisation came of it. */
  onSet: (version: number) => void;
}

/** How requests to and of the organisation's people reach its office. */
export const PolicySection = ({ organisationId, policy, onSet }: Props) => {
  const queries = useQueryClient();
  const [chosen, setChosen] = useState(policy);
  const setting = useMutation({
    mutationFn: () => ask(SetRequestPolicyDocument, { organisationId, policy: chosen }),
    onSuccess: ({ setRequestPolicy }) => {
      onSet(setRequestPolicy.version);
      void queries.invalidateQueries({ queryKey: ['organisation'] });
      void queries.invalidateQueries({ queryKey: ['organisation-desk'] });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setting.mutate();
  };
  return (
    <section className={forms.group} aria-labelledby="policy-title">
      <h2 id="policy-title">How requests reach you</h2>
      {setting.error && <ProblemNotice error={setting.error} title="The rule is not changed" />}
      <form onSubmit={submit} className={forms.form}>
        <OneOf
          id="policy"
          label="When somebody asks one of your people"
          options={policies}
          chosen={chosen}
          onChange={setChosen}
        />
        <div className={forms.actions}>
          <Button type="submit" variant="default" loading={setting.isPending} disabled={chosen === policy}>
            Set the rule
          </Button>
          <span role="status">{setting.isSuccess ? 'This is the rule from now on.' : ''}</span>
        </div>
      </form>
    </section>
  );
};
