import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { reading } from '../api/queries';
import { TextField } from '../forms/fields';
import { FormSkeleton } from '../forms/form-skeleton';
import forms from '../forms/forms.module.css';
import { useVocabularies } from '../forms/vocabularies';
import { unmask } from '../generated/fragment-masking';
import {
  FunderPolicyPacksDocument,
  GovernanceChoicesDocument,
  PolicyFundersDocument,
  SavedPackFragmentDoc,
} from '../generated/graphql';
import { PolicyEditor } from '../governance/policy-editor';
import { PolicyVersions } from '../governance/policy-versions';
import desk from '../organisation-desk/desk.module.css';
import { ProblemNotice } from '../shell/problem-notice';

/** The rules of one funder. */
const FunderRules = ({ funder }: { funder: string }) => {
  const words = useVocabularies();
  const choices = useQuery({
    ...reading('governance-choices', GovernanceChoicesDocument, {}),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const { data, error, refetch } = useQuery({
    ...reading('policy-packs', FunderPolicyPacksDocument, { funder }),
    gcTime: 0,
  });
  const failed = error ?? words.error ?? choices.error;
  if (failed && !data) return <ProblemNotice error={failed} retry={() => void refetch()} />;
  if (!data || !words.data || !choices.data) return <FormSkeleton groups={2} />;
  const packs = data.policyPacks.nodes.map((pack) => unmask(SavedPackFragmentDoc, pack));
  return (
    <>
      <p>
        <Link to="/admin" search={{ part: 'funders' }}>
          All funders
        </Link>
      </p>
      <div className={forms.layout}>
        <PolicyEditor
          owner={{ funder }}
          newest={packs[0]}
          kinds={choices.data.governanceChoices.policyKinds}
          words={words.data}
        />
        <aside className={forms.aside} aria-label="Beside the rules">
          <PolicyVersions packs={packs} />
        </aside>
      </div>
    </>
  );
};

const FunderForm = () => {
  const navigate = useNavigate();
  const [name, setName] = useState('');
  const [error, setError] = useState<string>();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const funder = name.trim();
    if (funder.length < 2 || funder.length > 200) {
      setError('Give the funder’s name, in 2 to 200 characters');
      return;
    }
    void navigate({ to: '/admin', search: { part: 'funders', funder } });
  };
  return (
    <form className={desk.panel} onSubmit={submit} noValidate aria-labelledby="add-funder">
      <h2 id="add-funder">Write down the rules of a funder</h2>
      <TextField
        id="funder"
        label="Its name"
        hint="As people would write it when they say who funds them, such as Wellcome."
        maxLength={200}
        value={name}
        error={error}
        onChange={setName}
      />
      <div>
        <Button type="submit">Go on to its rules</Button>
      </div>
    </form>
  );
};

const FunderList = () => {
  const { data, error, refetch } = useQuery(reading('policy-funders', PolicyFundersDocument, {}));
  if (error && !data) return <ProblemNotice error={error} retry={() => void refetch()} />;
  if (!data) return <FormSkeleton groups={1} />;
  return (
    <div className={forms.layout}>
      <section className={desk.panel} aria-labelledby="funders-title">
        <h2 id="funders-title">Funders</h2>
        <p className="quiet">
          Nobody of a funder works here, so that their published terms are written down by the administrators, each with
          its source.
        </p>
        {data.policyFunders.length === 0 && <p>There are none yet. Name the first, and go on to its rules.</p>}
        <ul>
          {data.policyFunders.map((funder) => (
            <li key={funder}>
              <Link to="/admin" search={{ part: 'funders', funder }}>
                {funder}
              </Link>
            </li>
          ))}
        </ul>
      </section>
      <aside className={forms.aside} aria-label="A further funder">
        <FunderForm />
      </aside>
    </div>
  );
};

/** What funders ask of those whom they fund, as the administrators have read it. */
export const FundersSection = ({ funder }: { funder: string | undefined }) =>
  funder ? <FunderRules key={funder} funder={funder} /> : <FunderList />;
