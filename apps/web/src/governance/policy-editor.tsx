import { Alert, Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { ask } from '../api/ask';
import { problemOf } from '../api/problems';
import { AreaField, ManyOf, OneOf, SelectField, TextField } from '../forms/fields';
import forms from '../forms/forms.module.css';
import { useUnsavedGuard } from '../forms/unsaved';
import type { Vocabularies } from '../forms/vocabularies';
import { PolicyTrialDocument, type PolicyTrialQuery, SavePolicyPackDocument } from '../generated/graphql';
import { counted } from '../search/list-kinds';
import { ProblemNotice } from '../shell/problem-notice';
import classes from './governance.module.css';
import {
  emptyRule,
  type PolicyKind,
  type PolicyOwner,
  type RuleForm,
  ruleInputs,
  ruleProblem,
  rulesFrom,
  type SavedPack,
} from './policy-rules';

const effects = [
  { code: 'warn', label: 'Points it out', detail: 'The person decides' },
  {
    code: 'block',
    label: 'Blocks it',
    detail: 'The step waits until the terms keep to it, or your office permits them',
  },
];

interface RuleProps {
  rule: RuleForm;
  number: number;
  kind: PolicyKind;
  words: Vocabularies;
  /** Nobody of a funder could permit anything here: its rules only point out. */
  blocks: boolean;
  error?: string;
  set: (changes: Partial<RuleForm>) => void;
  remove: () => void;
}

const RuleFields = ({ rule, number, kind, words, blocks, error, set, remove }: RuleProps) => (
  <fieldset className={classes.rule} id={`rule-${number}`} tabIndex={-1}>
    <legend>
      {number}. {kind.label}
    </legend>
    {error && <p className={forms.error}>{error}</p>}
    <p className={forms.hint}>{kind.hint}</p>
    {kind.amount && (
      <TextField
        id={`amount-${rule.key}`}
        label={kind.amount.label}
        type="number"
        short
        min={String(kind.amount.min)}
        max={String(kind.amount.max)}
        value={rule.amount}
        onChange={(amount) => set({ amount })}
      />
    )}
    {kind.scheme && (
      <ManyOf
        id={`codes-${rule.key}`}
        label={kind.scheme === 'sector' ? 'Sectors' : 'Ways of working'}
        options={kind.scheme === 'sector' ? words.sectors : words.engagementTypes}
        chosen={rule.codes}
        onChange={(codes) => set({ codes })}
      />
    )}
    {blocks && (
      <OneOf
        id={`effect-${rule.key}`}
        label="If it is not followed"
        options={effects}
        chosen={rule.effect}
        onChange={(effect) => set({ effect })}
      />
    )}
    <div className={forms.pair}>
      <TextField
        id={`source-${rule.key}`}
        label="Where this is written"
        hint="Your policy and its section: people are shown it."
        maxLength={200}
        value={rule.sourceTitle}
        onChange={(sourceTitle) => set({ sourceTitle })}
      />
      <TextField
        id={`address-${rule.key}`}
        label="Its web address, if it is public"
        type="url"
        maxLength={500}
        value={rule.sourceUrl}
        onChange={(sourceUrl) => set({ sourceUrl })}
      />
    </div>
    <AreaField
      id={`note-${rule.key}`}
      label="In your own words, if you like"
      rows={2}
      most={500}
      value={rule.note}
      onChange={(note) => set({ note })}
    />
    <div>
      <Button
        variant="default"
        size="compact-sm"
        onClick={remove}
        aria-label={`Remove this rule: ${number}, ${kind.label}`}
      >
        Remove this rule
      </Button>
    </div>
  </fieldset>
);

const Trial = ({ trial }: { trial: PolicyTrialQuery['policyTrial'] }) => (
  <table className={classes.counts}>
    <caption className={forms.hint}>
      What these rules would say today
      {trial.people !== null && `; they are for ${counted(trial.people, ['person', 'people'])} of the directory`}
    </caption>
    <thead>
      <tr>
        <th scope="col">To</th>
        <th scope="col">Ready</th>
        <th scope="col">Attention</th>
        <th scope="col">Not as it stands</th>
      </tr>
    </thead>
    <tbody>
      {[
        ...(trial.people === null ? [] : [['Requests of your people', trial.requests] as const]),
        ['Published briefs', trial.briefs] as const,
      ].map(([label, { total, ready, needsAttention, notAsItStands }]) => (
        <tr key={label}>
          <th scope="row">
            {label} ({total})
          </th>
          <td>{ready}</td>
          <td>{needsAttention}</td>
          <td>{notAsItStands}</td>
        </tr>
      ))}
    </tbody>
  </table>
);

interface Props {
  owner: PolicyOwner;
  newest: SavedPack | undefined;
  kinds: readonly PolicyKind[];
  words: Vocabularies;
}

/** The rules of an organisation, as its office writes them, or of a funder: tried as counts, kept as a draft, or published. */
export const PolicyEditor = ({ owner, newest, kinds, words }: Props) => {
  const organisation = 'organisationId' in owner;
  const queries = useQueryClient();
  const [rules, setRules] = useState(() => rulesFrom(newest));
  const [clean, setClean] = useState(() => JSON.stringify(rules));
  const [validFrom, setValidFrom] = useState(() => newest?.validFrom ?? new Date().toISOString().slice(0, 10));
  const [adding, setAdding] = useState('max-outside-days');
  const key = useRef({ content: '', key: '' });
  const set = (at: string, changes: Partial<RuleForm>) =>
    setRules((before) => before.map((rule) => (rule.key === at ? { ...rule, ...changes } : rule)));
  const trial = useMutation({
    mutationFn: () => ask(PolicyTrialDocument, { input: { ...owner, rules: ruleInputs(rules) } }),
  });
  const saving = useMutation({
    mutationFn: (publish: boolean) => {
      const content = JSON.stringify([rules, validFrom, publish, newest?.version]);
      if (key.current.content !== content) key.current = { content, key: crypto.randomUUID() };
      return ask(SavePolicyPackDocument, {
        input: {
          ...owner,
          after: newest?.version ?? 0,
          rules: ruleInputs(rules),
          validFrom,
          publish,
          idempotencyKey: key.current.key,
        },
      });
    },
    onSuccess: () => {
      setClean(JSON.stringify(rules));
      void queries.invalidateQueries({ queryKey: ['policy-packs'] });
      void queries.invalidateQueries({ queryKey: ['policy-funders'] });
    },
  });
  const unsaved = JSON.stringify(rules) !== clean;
  useUnsavedGuard(unsaved && !saving.isPending);
  const failed = saving.error ?? trial.error;
  const problem = failed && problemOf(failed);
  const wrong = problem?.code === 'BAD_INPUT' ? ruleProblem(problem.message) : null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    trial.reset();
    saving.mutate(true);
  };
  return (
    <form className={forms.form} onSubmit={submit} noValidate>
      <section className={forms.group} aria-labelledby="rules-title">
        <h2 id="rules-title">{organisation ? 'Rules for your people' : `Rules of ${owner.funder}`}</h2>
        <p className={forms.lead}>
          {organisation
            ? 'They are quoted to your people when they ask whether they can do something, with the source that you name.'
            : 'They are quoted to whoever names this funder when asking “Can I do this?”, with the source that you name. They point out, and never block.'}
        </p>
        {rules.length === 0 && <p>There is no rule yet. Add the first one below.</p>}
        {rules.map((rule, at) => {
          const kind = kinds.find(({ code }) => code === rule.kind);
          return kind ? (
            <RuleFields
              key={rule.key}
              {...{ rule, kind, words }}
              blocks={organisation}
              number={at + 1}
              error={wrong?.at === at ? wrong.text : undefined}
              set={(changes) => set(rule.key, changes)}
              remove={() => setRules((before) => before.filter((other) => other.key !== rule.key))}
            />
          ) : null;
        })}
        <div className={forms.actions}>
          <SelectField
            id="adding"
            label="Kind of rule"
            options={kinds.map(({ code, label }) => ({ value: code, label }))}
            value={adding}
            onChange={setAdding}
          />
          <Button variant="default" onClick={() => setRules((before) => [...before, emptyRule(adding)])}>
            Add a rule
          </Button>
        </div>
      </section>
      <section className={forms.group} aria-labelledby="save-title">
        <h2 id="save-title">Try it, then save it</h2>
        <TextField id="validFrom" label="Holds from" type="date" short value={validFrom} onChange={setValidFrom} />
        {problem?.code === 'CHANGED_MEANWHILE' && (
          <Alert color="apricot" title="This has changed meanwhile" role="alert">
            A colleague has saved a version since you opened this one. What you typed is still here: open the page in
            another window, bring the two together, and save there.
          </Alert>
        )}
        {failed && !wrong && problem?.code !== 'CHANGED_MEANWHILE' && (
          <ProblemNotice error={failed} title="It is not saved. What you typed is kept here." />
        )}
        {wrong && (
          <Alert color="red" role="alert" title={`Rule ${wrong.at + 1} needs your attention`}>
            <a href={`#rule-${wrong.at + 1}`}>{wrong.text}</a>
          </Alert>
        )}
        <div aria-live="polite">{trial.data && !trial.error && <Trial trial={trial.data.policyTrial} />}</div>
        <div className={forms.actions}>
          <Button
            variant="default"
            loading={trial.isPending}
            onClick={() => {
              saving.reset();
              trial.mutate();
            }}
          >
            Try it
          </Button>
          <Button
            variant="default"
            loading={saving.isPending && !saving.variables}
            onClick={() => saving.mutate(false)}
          >
            Save a draft
          </Button>
          <Button type="submit" loading={saving.isPending && saving.variables}>
            Publish
          </Button>
          <span role="status">
            {saving.isSuccess && !unsaved
              ? `Version ${saving.data.savePolicyPack.version} is saved.`
              : unsaved
                ? 'There are changes to save'
                : ''}
          </span>
        </div>
      </section>
    </form>
  );
};
