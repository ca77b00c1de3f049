import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { ErrorSummary } from '../forms/error-summary';
import { errorsFrom, type FieldErrors, hasErrors } from '../forms/errors';
import { OneOf, TextField, TickField } from '../forms/fields';
import forms from '../forms/forms.module.css';
import type { RequestRowFragment, RequestThreadFragment } from '../generated/graphql';
import { Facts } from '../profiles/profile-parts';
import { newId } from '../requests/draft';
import { ProblemNotice } from '../shell/problem-notice';
import { dayOf } from '../theme/words';
import classes from './inbox.module.css';
import { NdaDetails, NdaText, ndaQuery, type Undertaking } from './nda-text';
import { signNda, useThreadStep } from './use-thread';

const today = () => new Date().toISOString().slice(0, 10);

const WhoMaySign = ({ text }: { text: Undertaking }) => (
  <>
    <h3>Who may sign</h3>
    <ul>
      {text.facts.map((fact) => (
        <li key={fact.text}>
          {fact.text}{' '}
          <span className="quiet">Source: {fact.url ? <a href={fact.url}>{fact.source}</a> : fact.source}.</span>
        </li>
      ))}
    </ul>
  </>
);

const fields = ['capacity', 'organisation', 'signatory', 'role', 'signedOn', 'confirmed'] as const;

const SignForm = ({ id, text }: { id: string; text: Undertaking }) => {
  const [form, setForm] = useState({
    ...{ capacity: '', organisation: '', signatory: '', role: '', signedOn: today(), confirmed: false },
  });
  const [tried, setTried] = useState<{ errors: FieldErrors; attempt: number }>({ errors: {}, attempt: 0 });
  const [key] = useState(() => `nda-${newId()}`);
  const signing = useThreadStep(id);
  const put = (change: Partial<typeof form>) => setForm({ ...form, ...change });
  const binds = text.capacities.find(({ code }) => code === form.capacity)?.organisation ?? false;
  const tell = (errors: FieldErrors) => setTried(({ attempt }) => ({ errors, attempt: attempt + 1 }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const errors: FieldErrors = {
      ...(form.capacity ? {} : { capacity: 'Choose for whom it is signed' }),
      ...(binds && !form.organisation.trim() ? { organisation: 'Name the organisation that it binds' } : {}),
      ...(form.signatory.trim() ? {} : { signatory: 'Write who signs' }),
      ...(form.role.trim() ? {} : { role: 'Write in which role' }),
      ...(form.signedOn ? {} : { signedOn: 'Choose the day' }),
      ...(form.confirmed ? {} : { confirmed: 'Say that the text was read and is signed' }),
    };
    tell(errors);
    if (hasErrors(errors)) return;
    const { confirmed, organisation, ...signed } = form;
    const input = { id, version: text.version, ...signed, organisation: binds ? organisation : null };
    signing.mutate(() => signNda({ ...input, idempotencyKey: key }), {
      onError: (error) => tell(errorsFrom(error, fields)),
    });
  };
  const { errors, attempt } = tried;
  return (
    <form className={forms.form} onSubmit={submit} noValidate>
      <ErrorSummary errors={errors} attempt={attempt} />
      {signing.error && !hasErrors(errors) && <ProblemNotice error={signing.error} />}
      <OneOf
        id="capacity"
        label="For whom is it signed?"
        error={errors.capacity}
        options={text.capacities.map(({ code, label, text: detail }) => ({ code, label, detail }))}
        chosen={form.capacity}
        onChange={(capacity) => put({ capacity })}
      />
      {binds && (
        <TextField
          id="organisation"
          label="Which organisation does it bind?"
          error={errors.organisation}
          value={form.organisation}
          onChange={(organisation) => put({ organisation })}
        />
      )}
      <TextField
        id="signatory"
        label="Who signs?"
        hint="The full name. The other side reads it."
        error={errors.signatory}
        value={form.signatory}
        onChange={(signatory) => put({ signatory })}
      />
      <TextField
        id="role"
        label="In which role?"
        error={errors.role}
        value={form.role}
        onChange={(role) => put({ role })}
      />
      <TextField
        id="signedOn"
        label="On which day?"
        type="date"
        short
        max={today()}
        error={errors.signedOn}
        value={form.signedOn}
        onChange={(signedOn) => put({ signedOn })}
      />
      <TickField
        id="confirmed"
        label="Whoever is named here has read this text, signs it, and may do so."
        error={errors.confirmed}
        checked={form.confirmed}
        onChange={(confirmed) => put({ confirmed })}
      />
      <div className={forms.actions}>
        <Button type="submit" loading={signing.isPending}>
          Sign the NDA
        </Button>
      </div>
    </form>
  );
};

const ToSign = ({ id }: { id: string }) => {
  const { data, error, refetch } = useQuery(ndaQuery());
  const text = data?.ndaUndertaking;
  return (
    <section className={classes.panel} aria-labelledby="nda">
      <h2 id="nda">Sign the NDA</h2>
      <p>
        Both sides have said yes. Once this is signed you see who they are, they are told who has signed, and the work
        together can be prepared. If it is not for you, you can end the request below.
      </p>
      {error && <ProblemNotice error={error} retry={() => void refetch()} />}
      {text && (
        <>
          <h3>{text.title}</h3>
          <NdaText text={text} />
          <WhoMaySign text={text} />
          <SignForm id={id} text={text} />
        </>
      )}
    </section>
  );
};

/** What somebody reads who waits for the NDA, or looks on. */
const waits = (role: string, ndaOf: string | null) => {
  if (role === 'office')
    return 'Both sides have said yes. One of them signs an NDA before it is shown who the other is.';
  if (role === ndaOf) {
    return 'An organisation of this request is not verified at the moment. The NDA can be signed once it is again.';
  }
  return 'Both sides have said yes. They sign this text next; until then they are not shown who you are. There is nothing for you to do.';
};

/** The NDA between the yes and the names: to be signed, waited for, or signed. */
export const ThreadNda = ({
  thread,
  row,
  id,
}: {
  thread: RequestThreadFragment;
  row: RequestRowFragment;
  id: string;
}) => {
  const { nda, ndaOf } = thread;
  if (thread.actions.includes('sign')) return <ToSign id={id} />;
  if (row.state === 'awaiting-nda') {
    return (
      <section className={classes.panel} aria-labelledby="nda">
        <h2 id="nda">Waiting for the NDA</h2>
        <p>{waits(row.role, ndaOf)}</p>
        <NdaDetails />
      </section>
    );
  }
  if (!nda) return null;
  return (
    <section className={classes.panel} aria-labelledby="nda">
      <h2 id="nda">The NDA is signed</h2>
      <Facts
        facts={[
          ['Signed by', `${nda.signatory}, ${nda.role}`],
          ['Binds', nda.binds],
          ['On', dayOf(nda.signedOn)],
        ]}
      />
      <NdaDetails version={nda.version} />
    </section>
  );
};
