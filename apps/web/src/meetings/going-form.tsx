import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { ask } from '../api/ask';
import type { Viewer } from '../api/queries';
import { errorsFrom, hasErrors } from '../forms/errors';
import { AreaField, SelectField, TickField } from '../forms/fields';
import forms from '../forms/forms.module.css';
import { type EventQuery, GoToEventDocument, LeaveEventDocument } from '../generated/graphql';
import { ProblemNotice } from '../shell/problem-notice';
import { LinkButton } from '../theme/link-button';
import classes from './meetings.module.css';
import { clockAt, dayAt } from './moments';

interface Props {
  event: EventQuery['event'];
  viewer: Viewer;
}

/** That somebody goes: as whom, seen or not, and when they are free for meetings. */
export const GoingForm = ({ event, viewer }: Props) => {
  const { going } = event;
  const queries = useQueryClient();
  const [open, setOpen] = useState(!going);
  const [as, setAs] = useState(
    going ? (going.organisationId ?? '') : viewer.academic ? '' : (viewer.memberships[0]?.organisation.id ?? ''),
  );
  const [visible, setVisible] = useState(going?.visible ?? true);
  const [lookingFor, setLookingFor] = useState(going?.lookingFor ?? '');
  const [times, setTimes] = useState<string[]>(going?.freeTimes ?? []);
  const again = () =>
    Promise.all(
      ['event', 'events', 'event-people', 'suggested', 'meetings'].map((name) =>
        queries.invalidateQueries({ queryKey: [name] }),
      ),
    );
  const saving = useMutation({
    mutationFn: () =>
      ask(GoToEventDocument, {
        input: { eventId: event.id, asOrganisationId: as || null, visible, lookingFor, times },
      }),
    onSuccess: async () => {
      await again();
      setOpen(false);
    },
  });
  const leaving = useMutation({ mutationFn: () => ask(LeaveEventDocument, { eventId: event.id }), onSuccess: again });
  const days = [...new Set(event.times.map(dayAt))];
  const errors = saving.error ? errorsFrom(saving.error, ['asOrganisationId', 'lookingFor', 'times']) : {};
  const submit = (submitted: FormEvent) => {
    submitted.preventDefault();
    saving.mutate();
  };
  if (!viewer.academic && viewer.memberships.length === 0) {
    return (
      <>
        <p>People go as themselves, with a profile, or for their organisation.</p>
        <div className={forms.actions}>
          <LinkButton to="/me">Make your profile</LinkButton>
          <LinkButton to="/organisations/register" variant="default">
            Register your organisation
          </LinkButton>
        </div>
      </>
    );
  }
  if (!open) {
    return (
      <>
        <p>
          {going?.visible ? 'Others who go see you, and may ask you for a meeting.' : 'Nobody sees that you go.'}{' '}
          {going && going.freeTimes.length > 0
            ? `You are free for ${going.freeTimes.length === 1 ? 'one meeting' : `${going.freeTimes.length} meetings`}.`
            : 'You have not said when you are free for meetings.'}
        </p>
        {leaving.error && <ProblemNotice error={leaving.error} />}
        <div className={forms.actions}>
          <Button variant="default" onClick={() => setOpen(true)}>
            Change what you said
          </Button>
          <Button variant="default" loading={leaving.isPending} onClick={() => leaving.mutate()}>
            I am not going
          </Button>
        </div>
      </>
    );
  }
  return (
    <form className={forms.group} onSubmit={submit} noValidate>
      {saving.error && !hasErrors(errors) && <ProblemNotice error={saving.error} />}
      {viewer.memberships.length > 0 && (
        <SelectField
          id="going-as"
          label="You go"
          value={as}
          none={viewer.academic ? 'as yourself' : undefined}
          options={viewer.memberships.map(({ organisation: { id, name } }) => ({ value: id, label: `for ${name}` }))}
          onChange={setAs}
          error={errors.asOrganisationId}
        />
      )}
      <TickField
        id="going-visible"
        label="Others who go may see me, and ask me for a meeting"
        checked={visible}
        onChange={setVisible}
      />
      <AreaField
        id="going-for"
        label="Whom or what do you look for there? (you may leave it out)"
        rows={2}
        most={300}
        value={lookingFor}
        onChange={setLookingFor}
        error={errors.lookingFor}
      />
      {event.times.length > 0 && (
        <fieldset className={forms.choices}>
          <legend>When are you free for meetings of {event.slotMinutes} minutes?</legend>
          {errors.times && <p className={forms.error}>{errors.times}</p>}
          {days.map((day) => (
            <div key={day}>
              {days.length > 1 && <p className="quiet">{day}</p>}
              <div className={classes.times}>
                {event.times
                  .filter((time) => dayAt(time) === day)
                  .map((time) => (
                    <label key={time} className={classes.time}>
                      <input
                        type="checkbox"
                        checked={times.includes(time)}
                        onChange={() =>
                          setTimes(times.includes(time) ? times.filter((one) => one !== time) : [...times, time])
                        }
                      />
                      {clockAt(time)}
                    </label>
                  ))}
              </div>
            </div>
          ))}
          <div className={forms.actions}>
            <Button variant="subtle" size="compact-sm" onClick={() => setTimes([...event.times])}>
              All of them
            </Button>
            <Button variant="subtle" size="compact-sm" onClick={() => setTimes([])}>
              None
            </Button>
          </div>
        </fieldset>
      )}
      <div className={forms.actions}>
        <Button type="submit" loading={saving.isPending}>
          {going ? 'Save' : 'I am going'}
        </Button>
        {going && (
          <Button variant="default" onClick={() => setOpen(false)}>
            Back
          </Button>
        )}
      </div>
    </form>
  );
};
