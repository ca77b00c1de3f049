import { Button, NativeSelect } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { ask } from '../api/ask';
import { reading, type Viewer } from '../api/queries';
import { SelectField, TextField } from '../forms/fields';
import { FormSkeleton } from '../forms/form-skeleton';
import forms from '../forms/forms.module.css';
import { unmask } from '../generated/fragment-masking';
import {
  CancelInvitationDocument,
  ChangeMemberRoleDocument,
  InvitationLineFragmentDoc,
  InviteMemberDocument,
  OrganisationInvitationsDocument,
  OrganisationPeopleDocument,
  RemoveMemberDocument,
} from '../generated/graphql';
import { ProblemNotice } from '../shell/problem-notice';
import { dayOf } from '../theme/words';
import classes from './desk.module.css';

interface Props {
  organisationId: string;
  viewer: Viewer;
  manages: boolean;
  verified: boolean;
}

/** What somebody can be to an organisation. */
export const roles = [
  { value: 'member', label: 'Member: asks and answers' },
  { value: 'admin', label: 'Administrator: changes everything' },
  { value: 'office', label: 'Office: looks after requests' },
];

const roleWord = (role: string) => roles.find(({ value }) => value === role)?.label.split(':')[0] ?? role;

const Invite = ({ organisationId }: { organisationId: string }) => {
  const queries = useQueryClient();
  const [email, setEmail] = useState('');
  const [role, setRole] = useState('member');
  const [wrong, setWrong] = useState<string>();
  const inviting = useMutation({
    mutationFn: () => ask(InviteMemberDocument, { organisationId, email: email.trim(), role }),
    onSuccess: async () => {
      setEmail('');
      await queries.invalidateQueries({ queryKey: ['organisation-invitations'] });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!/^\S+@\S+\.\S+$/.test(email.trim())) return setWrong('Write an e-mail address, such as name@company.com');
    setWrong(undefined);
    inviting.mutate();
  };
  return (
    <form onSubmit={submit} className={forms.form} noValidate>
      <h3>Invite a colleague</h3>
      {inviting.error && <ProblemNotice error={inviting.error} title="The invitation is not sent" />}
      <div className={forms.pair}>
        <TextField
          id="invite-email"
          type="email"
          label="E-mail address"
          value={email}
          error={wrong}
          onChange={setEmail}
        />
        <SelectField id="invite-role" label="As" options={roles} value={role} onChange={setRole} />
      </div>
      <div className={forms.actions}>
        <Button type="submit" variant="default" loading={inviting.isPending}>
          Send the invitation
        </Button>
        <span role="status">{inviting.isSuccess ? 'The invitation is on its way.' : ''}</span>
      </div>
    </form>
  );
};

const Invitations = ({ organisationId }: { organisationId: string }) => {
  const queries = useQueryClient();
  const { data, error } = useQuery(
    reading('organisation-invitations', OrganisationInvitationsDocument, { id: organisationId }),
  );
  const cancelling = useMutation({
    mutationFn: (id: string) => ask(CancelInvitationDocument, { id }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['organisation-invitations'] }),
  });
  const open = (data?.organisationInvitations ?? []).map((one) => unmask(InvitationLineFragmentDoc, one));
  if (error) return <ProblemNotice error={error} />;
  if (open.length === 0) return null;
  return (
    <div>
      <h3>Open invitations</h3>
      {cancelling.error && <ProblemNotice error={cancelling.error} />}
      <ul className={classes.people}>
        {open.map(({ id, email, role, expiresAt }) => (
          <li key={id}>
            <p>
              {email}
              <small>
                {roleWord(role)}, open until {dayOf(expiresAt)}
              </small>
            </p>
            <Button
              variant="default"
              aria-label={`Take back the invitation of ${email}`}
              onClick={() => cancelling.mutate(id)}
            >
              Take back
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
};

/** The people of an organisation, what each may do, and who has been invited. */
export const PeopleSection = ({ organisationId, viewer, manages, verified }: Props) => {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { data, error, refetch } = useQuery(
    reading('organisation-people', OrganisationPeopleDocument, { id: organisationId }),
  );
  const refresh = async () => {
    await queries.invalidateQueries({ queryKey: ['organisation-people'] });
    void queries.invalidateQueries({ queryKey: ['viewer'] });
  };
  const changing = useMutation({
    mutationFn: ({ accountId, role }: { accountId: string; role: string }) =>
      ask(ChangeMemberRoleDocument, { organisationId, accountId, role }),
    onSettled: refresh,
  });
  const removing = useMutation({
    mutationFn: (accountId: string) => ask(RemoveMemberDocument, { organisationId, accountId }),
    onSuccess: (_answer, accountId) => (accountId === viewer.accountId ? navigate({ to: '/dashboard' }) : undefined),
    onSettled: refresh,
  });
  return (
    <section className={forms.group} aria-labelledby="people-title" id="people">
      <h2 id="people-title">People</h2>
      {error && <ProblemNotice error={error} retry={() => void refetch()} />}
      {changing.error && <ProblemNotice error={changing.error} title="The role is not changed" />}
      {removing.error && <ProblemNotice error={removing.error} title="The membership goes on" />}
      {!data && !error && <FormSkeleton groups={1} />}
      <ul className={classes.people}>
        {(data?.organisationMembers ?? []).map(({ accountId, name, email, role, since }) => (
          <li key={accountId}>
            <p>
              {name}
              {accountId === viewer.accountId && ' (you)'}
              <small>
                {email}, since {dayOf(since)}
              </small>
            </p>
            <div className={forms.actions}>
              {manages ? (
                <NativeSelect
                  aria-label={`What ${name} is here`}
                  size="md"
                  data={roles.map(({ value, label }) => ({ value, label: label.split(':')[0] ?? label }))}
                  value={role}
                  disabled={changing.isPending}
                  onChange={(event) => changing.mutate({ accountId, role: event.currentTarget.value })}
                />
              ) : (
                <span>{roleWord(role)}</span>
              )}
              {(manages || accountId === viewer.accountId) && (
                <Button
                  variant="default"
                  aria-label={accountId === viewer.accountId ? 'Leave the organisation' : `Remove ${name}`}
                  onClick={() => {
                    const question =
                      accountId === viewer.accountId
                        ? 'Leave this organisation?'
                        : `Remove ${name} from the organisation?`;
                    if (window.confirm(question)) removing.mutate(accountId);
                  }}
                >
                  {accountId === viewer.accountId ? 'Leave' : 'Remove'}
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
      {manages && <Invitations organisationId={organisationId} />}
      {manages &&
        (verified ? (
          <Invite organisationId={organisationId} />
        ) : (
          <p className="quiet">You can invite colleagues once the organisation is verified.</p>
        ))}
    </section>
  );
};
