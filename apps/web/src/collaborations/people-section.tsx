import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { ask } from '../api/ask';
import { errorsFrom } from '../forms/errors';
import { SelectField, TextField } from '../forms/fields';
import forms from '../forms/forms.module.css';
import {
  AddCollaborationPersonDocument,
  CancelCollaborationInvitationDocument,
  ChangeCollaborationRoleDocument,
  RemoveCollaborationPersonDocument,
} from '../generated/graphql';
import { ProblemNotice } from '../shell/problem-notice';
import { TextLink } from '../theme/link-button';
import type { CollaborationData } from './collaboration.query';
import classes from './collaborations.module.css';
import { Panel } from './panel';
import { roleWords } from './words';

interface Side {
  side: string;
  kind: string;
  id: string;
  name: string;
  mine: boolean;
}

interface Props {
  id: string;
  mayLead: boolean;
  sides: readonly Side[];
  people: CollaborationData['people'];
  invitations: CollaborationData['invitations'];
  refresh: () => void;
}

const roles = Object.entries(roleWords).map(([value, label]) => ({ value, label }));

/** The name of a side, which leads to its profile. */
export const SideLink = ({ side: { kind, id, name } }: { side: Side }) =>
  kind === 'academic' ? (
    <TextLink to="/academics/$id" params={{ id }}>
      {name}
    </TextLink>
  ) : (
    <TextLink to="/organisations/$id" params={{ id }}>
      {name}
    </TextLink>
  );

const AddForm = ({ id, refresh, done }: Pick<Props, 'id' | 'refresh'> & { done: () => void }) => {
  const [email, setEmail] = useState('');
  const [role, setRole] = useState('colleague');
  const [wrong, setWrong] = useState<string>();
  const adding = useMutation({
    mutationFn: () => ask(AddCollaborationPersonDocument, { input: { id, email: email.trim(), role } }),
    onSuccess: done,
    onError: (error) => setWrong(errorsFrom(error, ['email']).email),
    onSettled: refresh,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!email.includes('@')) return setWrong('Write the e-mail address of their account');
    setWrong(undefined);
    adding.mutate();
  };
  return (
    <form className={forms.form} onSubmit={submit} noValidate aria-label="Bring somebody in">
      {adding.error && !wrong && <ProblemNotice error={adding.error} />}
      <TextField
        id="person-email"
        label="E-mail address"
        hint="A colleague of your organisation joins at once; anybody else is asked."
        type="email"
        value={email}
        error={wrong}
        onChange={setEmail}
      />
      <SelectField id="person-role" label="Role" options={roles} value={role} onChange={setRole} />
      <div className={forms.actions}>
        <Button type="submit" loading={adding.isPending}>
          Bring in
        </Button>
        <Button variant="default" onClick={done}>
          Not now
        </Button>
      </div>
    </form>
  );
};

const PersonLine = ({
  id,
  person,
  mayChange,
  refresh,
}: Pick<Props, 'id' | 'refresh'> & { person: Props['people'][number]; mayChange: boolean }) => {
  const { accountId, name, role } = person;
  const changing = useMutation({
    mutationFn: async (to: string | null) => {
      if (to) await ask(ChangeCollaborationRoleDocument, { input: { id, accountId, role: to } });
      else await ask(RemoveCollaborationPersonDocument, { id, accountId });
    },
    onSettled: refresh,
  });
  return (
    <li>
      <div className={classes.line}>
        <span>{name}</span>
        {mayChange ? (
          <span className={classes.marks}>
            <select
              className={classes.role}
              aria-label={`Role of ${name}`}
              value={role}
              disabled={changing.isPending}
              onChange={(event) => changing.mutate(event.currentTarget.value)}
            >
              {roles.map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
            <Button
              variant="subtle"
              size="compact-sm"
              aria-label={`Remove ${name}`}
              onClick={() => changing.mutate(null)}
            >
              Remove
            </Button>
          </span>
        ) : (
          <span className={classes.small}>{roleWords[role] ?? role}</span>
        )}
      </div>
      {changing.error && <ProblemNotice error={changing.error} />}
    </li>
  );
};

/** Who works on it, side by side; whoever leads a side says who works for it. */
export const PeopleSection = ({ id, mayLead, sides, people, invitations, refresh }: Props) => {
  const [adding, setAdding] = useState(false);
  const cancelling = useMutation({
    mutationFn: (invitation: string) => ask(CancelCollaborationInvitationDocument, { id: invitation }),
    onSettled: refresh,
  });
  return (
    <Panel id="people" title="People">
      {sides.map((side) => (
        <div key={side.side}>
          <h3>
            <SideLink side={side} />
            {side.mine && ' (your side)'}
          </h3>
          <ul className={classes.lines}>
            {people
              .filter((person) => person.side === side.side)
              .map((person) => (
                <PersonLine
                  key={person.accountId}
                  id={id}
                  person={person}
                  mayChange={mayLead && side.mine}
                  refresh={refresh}
                />
              ))}
            {side.mine &&
              invitations.map((one) => (
                <li key={one.id}>
                  <div className={classes.line}>
                    <span>{one.email}</span>
                    <span className={classes.small}>asked</span>
                  </div>
                  {mayLead && (
                    <Button
                      variant="subtle"
                      size="compact-sm"
                      aria-label={`Take back what ${one.email} was asked`}
                      onClick={() => cancelling.mutate(one.id)}
                    >
                      Take back
                    </Button>
                  )}
                </li>
              ))}
          </ul>
        </div>
      ))}
      {cancelling.error && <ProblemNotice error={cancelling.error} />}
      {mayLead &&
        (adding ? (
          <AddForm id={id} refresh={refresh} done={() => setAdding(false)} />
        ) : (
          <Button variant="default" onClick={() => setAdding(true)}>
            Bring somebody in
          </Button>
        ))}
    </Panel>
  );
};
