import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { AreaField, TextField } from '../forms/fields';
import forms from '../forms/forms.module.css';
import type { AgreementPartsFragment } from '../generated/graphql';
import { dayOf } from '../theme/words';
import classes from './agreements.module.css';

type Section = AgreementPartsFragment['sections'][number];

/** The heads of terms, to be read. */
export const Heads = ({ sections }: { sections: readonly Section[] }) => (
  <dl>
    {sections.map(({ code, title, text }) => (
      <div key={code}>
        <dt>{title}</dt>
        <dd className={classes.heads}>{text || 'Not agreed yet'}</dd>
      </div>
    ))}
  </dl>
);

interface HeadsFormProps {
  id: string;
  sections: readonly Section[];
  saving: boolean;
  write: (sections: Section[]) => void;
  save: () => void;
}

/** The heads of terms, to be written. What was typed is kept by whoever shows this, until it is saved. */
export const HeadsForm = ({ id, sections, saving, write, save }: HeadsFormProps) => {
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save();
  };
  return (
    <form className={forms.form} onSubmit={submit} noValidate>
      {sections.map((section, at) => (
        <AreaField
          key={section.code}
          id={`${id}-${section.code}`}
          label={section.title}
          rows={2}
          most={4_000}
          value={section.text}
          onChange={(text) =>
            write(
              sections.map(({ code, title, text: before }, other) => ({
                code,
                title,
                text: other === at ? text : before,
              })),
            )
          }
        />
      ))}
      <div className={forms.actions}>
        <Button type="submit" loading={saving}>
          Save the heads of terms
        </Button>
      </div>
    </form>
  );
};

interface StepsProps {
  id: string;
  steps: AgreementPartsFragment['steps'];
  mayWork: boolean;
  save: (step: { code: string; dueOn: string | null }, done: boolean) => void;
}

/** What is usual on the way, to be ticked off. */
export const Steps = ({ id, steps, mayWork, save }: StepsProps) => (
  <ol className={classes.steps}>
    {steps.map((step) => (
      <li key={step.code}>
        <label htmlFor={`${id}-${step.code}`}>
          <input
            id={`${id}-${step.code}`}
            type="checkbox"
            checked={step.doneOn !== null}
            disabled={!mayWork}
            onChange={(event) => save(step, event.currentTarget.checked)}
          />{' '}
          {step.label}
          <small>{step.ownerLabel}</small>
        </label>
        <span className={step.late ? classes.late : undefined}>
          {step.doneOn
            ? `done on ${dayOf(step.doneOn)}`
            : step.dueOn && `by ${dayOf(step.dueOn)}${step.late ? ', late' : ''}`}
        </span>
      </li>
    ))}
  </ol>
);

export interface Signing {
  signatory: string;
  signatoryRole: string;
  signedOn: string;
  copy: File | null;
}

/** That one's own side has signed: who, as what, when, and the signed copy if there is one. */
export const SignForm = ({ id, saving, sign }: { id: string; saving: boolean; sign: (signing: Signing) => void }) => {
  const [form, setForm] = useState<Signing>({ signatory: '', signatoryRole: '', signedOn: '', copy: null });
  const [wrong, setWrong] = useState<Partial<Record<keyof Signing, string>>>({});
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = {
      ...(form.signatory.trim() ? {} : { signatory: 'Write who signed' }),
      ...(form.signatoryRole.trim() ? {} : { signatoryRole: 'Write in which role' }),
      ...(form.signedOn ? {} : { signedOn: 'Choose the day' }),
    };
    setWrong(found);
    if (Object.keys(found).length === 0) sign(form);
  };
  const put = (change: Partial<Signing>) => setForm({ ...form, ...change });
  return (
    <form className={forms.form} onSubmit={submit} noValidate>
      <TextField
        id={`${id}-signatory`}
        label="Who signed for your side?"
        error={wrong.signatory}
        value={form.signatory}
        onChange={(signatory) => put({ signatory })}
      />
      <TextField
        id={`${id}-role`}
        label="In which role?"
        error={wrong.signatoryRole}
        value={form.signatoryRole}
        onChange={(signatoryRole) => put({ signatoryRole })}
      />
      <TextField
        id={`${id}-day`}
        label="On which day?"
        type="date"
        short
        error={wrong.signedOn}
        value={form.signedOn}
        onChange={(signedOn) => put({ signedOn })}
      />
      <div className={classes.file}>
        <label htmlFor={`${id}-copy`}>The signed copy, if you have it</label>
        <input
          id={`${id}-copy`}
          type="file"
          accept=".pdf,.docx,.odt,.png,.jpg,.jpeg"
          onChange={(event) => put({ copy: event.currentTarget.files?.[0] ?? null })}
        />
      </div>
      <div className={forms.actions}>
        <Button type="submit" loading={saving}>
          Record the signature
        </Button>
      </div>
    </form>
  );
};
