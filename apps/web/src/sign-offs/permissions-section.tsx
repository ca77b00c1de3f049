import { Button, Skeleton, VisuallyHidden } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { ask } from '../api/ask';
import { Panel } from '../collaborations/panel';
import type { SlotProps } from '../collaborations/slot';
import { finishedStates } from '../collaborations/words';
import { AreaField, OneOf } from '../forms/fields';
import forms from '../forms/forms.module.css';
import { unmask } from '../generated/fragment-masking';
import {
  AskPolicyPermissionDocument,
  DecidePolicyPermissionDocument,
  type PermissionFragment,
  PermissionFragmentDoc,
  PolicyPermissionsDocument,
} from '../generated/graphql';
import inbox from '../inbox/inbox.module.css';
import { momentOf } from '../inbox/states';
import { ProblemNotice } from '../shell/problem-notice';
import { TextLink } from '../theme/link-button';
import classes from './sign-offs.module.css';

const states: Record<string, string> = {
  'to-ask': 'Not asked yet',
  asked: 'Asked',
  given: 'Given',
  refused: 'Refused',
};

const answers = [
  { code: 'yes', label: 'We permit it', detail: 'On exactly these terms: newer ones are asked about again.' },
  { code: 'no', label: 'We do not permit it', detail: 'It goes no further on these terms.' },
];

const waits: Record<string, string> = { agreement: 'The agreement waits for it.', active: 'The start waits for it.' };

interface OneProps {
  collaborationId: string;
  permission: PermissionFragment;
  changed: () => void;
}

const DecideForm = ({ collaborationId, permission, changed }: OneProps) => {
  const { organisationId, organisation, termsNumber } = permission;
  const [answer, setAnswer] = useState('');
  const [reason, setReason] = useState('');
  const [wrong, setWrong] = useState<{ answer?: string; reason?: string }>({});
  const deciding = useMutation({
    mutationFn: () =>
      ask(DecidePolicyPermissionDocument, {
        input: { collaborationId, organisationId, termsNumber, given: answer === 'yes', reason: reason.trim() },
      }),
    onSuccess: () => {
      setAnswer('');
      setReason('');
    },
    onSettled: changed,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const missing = {
      ...(!answer && { answer: 'Choose your answer' }),
      ...(reason.trim().length < 3 && { reason: 'Write the reason: both sides read it' }),
    };
    setWrong(missing);
    if (Object.keys(missing).length === 0) deciding.mutate();
  };
  return (
    <form className={forms.form} onSubmit={submit} noValidate aria-label={`Decide for ${organisation}`}>
      {deciding.error && <ProblemNotice error={deciding.error} title="Your answer was not recorded" />}
      <OneOf
        id={`permit-${organisationId}`}
        label={`The answer of ${organisation} to terms ${termsNumber}`}
        options={answers}
        chosen={answer}
        onChange={setAnswer}
        error={wrong.answer}
      />
      <AreaField
        id={`why-${organisationId}`}
        label="Why"
        rows={2}
        most={2_000}
        value={reason}
        error={wrong.reason}
        onChange={setReason}
      />
      <div className={forms.actions}>
        <Button type="submit" loading={deciding.isPending}>
          Record our answer
        </Button>
      </div>
    </form>
  );
};

const said = ({ state, decidedBy, decidedAt, askedBy, askedAt, termsNumber }: PermissionFragment): string | null => {
  if (decidedAt) return `${decidedBy ?? 'The office'}, ${momentOf(decidedAt)}, on terms ${termsNumber}`;
  if (state === 'asked' && askedAt) return `${askedBy ?? 'Somebody'} asked the office, ${momentOf(askedAt)}`;
  return null;
};

const One = ({ collaborationId, permission, changed }: OneProps) => {
  const { organisationId, organisation, state, holds, reason, mayAsk, mayDecide } = permission;
  const asking = useMutation({
    mutationFn: () => ask(AskPolicyPermissionDocument, { input: { collaborationId, organisationId } }),
    onSettled: changed,
  });
  const story = said(permission);
  return (
    <li>
      <div className={classes.head}>
        <h3>{organisation}</h3>
        <span className={inbox.mark} data-kind={state === 'given' ? 'good' : undefined}>
          <VisuallyHidden>Permission: </VisuallyHidden>
          {states[state] ?? state}
        </span>
      </div>
      {holds.map(({ code, text, fix, source, sourceUrl, before }) => (
        <div key={code}>
          <p>
            <strong>{text}</strong> {waits[before]}
          </p>
          <p className={classes.small}>
            {fix} Source: {sourceUrl ? <a href={sourceUrl}>{source}</a> : source}.
          </p>
        </div>
      ))}
      {story && <p className={classes.small}>{story}</p>}
      {reason && <p className={classes.quote}>{reason}</p>}
      {asking.error && <ProblemNotice error={asking.error} />}
      {mayAsk && (
        <div>
          <Button
            variant="default"
            loading={asking.isPending}
            onClick={() => asking.mutate()}
            aria-label={`Ask for permission: ${organisation}`}
          >
            Ask for permission
          </Button>
        </div>
      )}
      {mayDecide && <DecideForm {...{ collaborationId, permission, changed }} />}
    </li>
  );
};

/** The organisations whose own policy holds the work, and what their offices have said. */
const PermissionsSection = ({ collaboration, refresh }: SlotProps) => {
  const queries = useQueryClient();
  const { id, state, termsNumber } = collaboration;
  const { data, error, refetch } = useQuery({
    queryKey: ['permissions', id, state, termsNumber],
    queryFn: ({ signal }) => ask(PolicyPermissionsDocument, { collaborationId: id }, signal),
  });
  const changed = () => {
    void queries.invalidateQueries({ queryKey: ['permissions'] });
    refresh();
  };
  const over = finishedStates.some((one) => one === state);
  // Of work that is over only what was said is left to tell.
  const list = (data?.policyPermissions.map((one) => unmask(PermissionFragmentDoc, one)) ?? []).filter(
    (permission) => !over || ['given', 'refused'].includes(permission.state),
  );
  return (
    <Panel id="permissions" title="Permissions">
      {error && <ProblemNotice error={error} retry={() => void refetch()} title="The permissions could not be read" />}
      {!data && !error && <Skeleton height={60} />}
      {data && list.length === 0 && (
        <p>
          {over ? 'No organisation was asked for its permission.' : 'No organisation’s own policy holds this work.'}
        </p>
      )}
      {list.length > 0 && (
        <ul className={classes.list}>
          {list.map((permission) => (
            <One key={permission.organisationId} collaborationId={id} {...{ permission, changed }} />
          ))}
        </ul>
      )}
      <p className={classes.small}>
        <TextLink to="/can-i" search={{ collaboration: id }}>
          Check these terms against all rules
        </TextLink>
      </p>
    </Panel>
  );
};

export default PermissionsSection;
