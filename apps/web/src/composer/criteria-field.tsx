import { Button } from '@mantine/core';
import { useState } from 'react';
import { reading } from '../api/queries';
import { Chips } from '../forms/chips';
import { type Option, placeModes, SelectField } from '../forms/fields';
import forms from '../forms/forms.module.css';
import { Picker } from '../forms/picker';
import { optionsOf, type Vocabularies } from '../forms/vocabularies';
import { TopicsLikeDocument } from '../generated/graphql';
import { type BriefForm, type CriterionForm, facets, type Weight } from './brief-form';
import classes from './composer.module.css';

interface Props {
  form: BriefForm;
  set: (changes: Partial<BriefForm>) => void;
  words: Vocabularies;
}

const weights: { weight: Weight; label: string; hint: string }[] = [
  { weight: 'mustHave', label: 'Must have', hint: 'Without these it is no match.' },
  { weight: 'niceToHave', label: 'Nice to have', hint: 'These move somebody up.' },
  { weight: 'exclude', label: 'Not for', hint: 'With one of these it is no match.' },
];

const optionsFor = (facet: string, words: Vocabularies): Option[] => {
  const lists: Record<string, Option[]> = {
    profession: optionsOf(words.professions),
    'career-stage': optionsOf(words.careerStages),
    'training-status': optionsOf(words.trainingStatuses),
    'engagement-type': optionsOf(words.engagementTypes),
    region: optionsOf(words.regions),
    nation: optionsOf(words.nations),
    sector: optionsOf(words.sectors),
    'place-mode': placeModes,
  };
  return lists[facet] ?? [];
};

/** Conditions on the other side, each with what it weighs; each chip is a button that takes it away. */
export const CriteriaField = ({ form, set, words }: Props) => {
  const [facet, setFacet] = useState('profession');
  const [weight, setWeight] = useState<Weight>('mustHave');
  const [code, setCode] = useState('');
  const add = (criterion: CriterionForm) => {
    const without = (list: CriterionForm[]) =>
      list.filter((one) => one.facet !== criterion.facet || one.code !== criterion.code);
    // A condition has one weight.
    const lists = {
      mustHave: without(form.mustHave),
      niceToHave: without(form.niceToHave),
      exclude: without(form.exclude),
    };
    set({ ...lists, [weight]: [...lists[weight], criterion] });
    setCode('');
  };
  const options = optionsFor(facet, words);
  return (
    <section className={forms.group} aria-labelledby="who-wanted">
      <h2 id="who-wanted">Who you look for</h2>
      {weights.map(({ weight: one, label, hint }) => (
        <div key={one} className={classes.weight}>
          <h3>{label}</h3>
          {form[one].length > 0 ? (
            <Chips
              label={label}
              chips={form[one].map(({ facet: kind, code: key, label: name }) => ({
                key: `${kind} ${key}`,
                label: name,
              }))}
              onRemove={(key) => set({ [one]: form[one].filter((c) => `${c.facet} ${c.code}` !== key) })}
            />
          ) : (
            <p className={forms.hint}>{hint} Nothing yet.</p>
          )}
        </div>
      ))}
      <fieldset className={classes.add}>
        <legend>Add a condition</legend>
        <div className={forms.pair}>
          <SelectField
            id="criterion-weight"
            label="It is a"
            options={weights.map(({ weight: value, label }) => ({ value, label }))}
            value={weight}
            onChange={(value) => setWeight(value as Weight)}
          />
          <SelectField
            id="criterion-facet"
            label="About the"
            options={facets.map(({ facet: value, label }) => ({ value, label }))}
            value={facet}
            onChange={(value) => {
              setFacet(value);
              setCode('');
            }}
          />
          {facet === 'topic' ? (
            <Picker
              id="criterion-topic"
              label="Topic"
              find={(prefix) => reading('topics-like', TopicsLikeDocument, { prefix })}
              choices={({ suggestTopics }) => suggestTopics.map(({ code: key, label }) => ({ key, label }))}
              onPick={({ key, label }) => add({ facet, code: key, label })}
            />
          ) : (
            <SelectField
              id="criterion-code"
              label="Namely"
              none="Choose"
              options={options}
              value={code}
              onChange={setCode}
            />
          )}
        </div>
        {facet !== 'topic' && (
          <div>
            <Button
              variant="default"
              disabled={code === ''}
              onClick={() => {
                const label = options.find(({ value }) => value === code)?.label;
                if (label) add({ facet, code, label });
              }}
            >
              Add the condition
            </Button>
          </div>
        )}
      </fieldset>
    </section>
  );
};
