import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { ask } from '../api/ask';
import { errorsFrom, hasErrors } from '../forms/errors';
import { AreaField, ManyOf, SelectField, TextField } from '../forms/fields';
import forms from '../forms/forms.module.css';
import { type NamedCode, TopicPicker } from '../forms/topic-picker';
import { optionsOf } from '../forms/vocabularies';
import { CreateEventDocument } from '../generated/graphql';
import { ProblemNotice } from '../shell/problem-notice';
import { momentFrom } from './moments';

interface Props {
  hosts: { id: string; name: string }[];
  platform: boolean;
  kinds: NamedCode[];
  sectors: NamedCode[];
  close: () => void;
}

const fields = ['name', 'kind', 'startsAt', 'endsAt', 'place', 'link', 'description', 'topics', 'sectors', 'tables'];

/** A new event, kept as a draft until it is published on its own page. */
export const EventForm = ({ hosts, platform, kinds, sectors, close }: Props) => {
  const navigate = useNavigate();
  const [key] = useState(() => crypto.randomUUID());
  const [topics, setTopics] = useState<NamedCode[]>([]);
  const [said, setSaid] = useState({
    organisationId: hosts[0]?.id ?? '',
    name: '',
    kind: 'conference',
    startsAt: '',
    endsAt: '',
    place: '',
    link: '',
    description: '',
    sectors: [] as string[],
    slotMinutes: '20',
    tables: '0',
  });
  const set = (name: keyof typeof said) => (value: string) => setSaid({ ...said, [name]: value });
  const making = useMutation({
    mutationFn: () =>
      ask(CreateEventDocument, {
        input: {
          ...said,
          organisationId: said.organisationId || null,
          startsAt: momentFrom(said.startsAt),
          endsAt: momentFrom(said.endsAt),
          place: said.place.trim() || null,
          link: said.link.trim() || null,
          topics: topics.map(({ code }) => code),
          slotMinutes: Number(said.slotMinutes),
          tables: Math.max(0, Math.min(200, Math.round(Number(said.tables)) || 0)),
          idempotencyKey: key,
        },
      }),
    onSuccess: ({ createEvent }) => navigate({ to: '/events/$id', params: { id: createEvent.id } }),
  });
  const [unset, setUnset] = useState<Record<string, string>>({});
  const errors = { ...(making.error ? errorsFrom(making.error, fields) : {}), ...unset };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const missing = {
      ...(said.name.trim().length < 3 && { name: 'Write the name of the event' }),
      ...(momentFrom(said.startsAt) === '' && { startsAt: 'Choose when it starts' }),
      ...(momentFrom(said.endsAt) === '' && { endsAt: 'Choose when it ends' }),
    };
    setUnset(missing);
    if (!hasErrors(missing)) making.mutate();
  };
  return (
    <form className={forms.group} onSubmit={submit} noValidate style={{ marginBottom: '1.5rem' }}>
      <h2>A new event</h2>
      {making.error && !hasErrors(errors) && <ProblemNotice error={making.error} />}
      <SelectField
        id="event-host"
        label="Held by"
        value={said.organisationId}
        none={platform ? 'Nobody here: the platform lists it' : undefined}
        options={hosts.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={set('organisationId')}
      />
      <TextField id="event-name" label="Name" value={said.name} onChange={set('name')} error={errors.name} />
      <div className={forms.pair}>
        <SelectField
          id="event-kind"
          label="Kind"
          value={said.kind}
          options={optionsOf(kinds)}
          onChange={set('kind')}
          error={errors.kind}
        />
        <TextField
          id="event-starts"
          label="Starts"
          type="datetime-local"
          value={said.startsAt}
          onChange={set('startsAt')}
          error={errors.startsAt}
        />
        <TextField
          id="event-ends"
          label="Ends"
          type="datetime-local"
          value={said.endsAt}
          onChange={set('endsAt')}
          error={errors.endsAt}
        />
      </div>
      <div className={forms.pair}>
        <TextField
          id="event-place"
          label="Place"
          hint="Leave it out for an event online."
          value={said.place}
          onChange={set('place')}
          error={errors.place}
        />
        <TextField
          id="event-link"
          label="Link"
          hint="Its page, or where to join (https)."
          type="url"
          value={said.link}
          onChange={set('link')}
          error={errors.link}
        />
      </div>
      <AreaField
        id="event-description"
        label="What it is about"
        most={4_000}
        value={said.description}
        onChange={set('description')}
        error={errors.description}
      />
      <TopicPicker id="event-topics" chosen={topics} onChange={setTopics} error={errors.topics} />
      <ManyOf
        id="event-sectors"
        label="Sectors"
        options={sectors}
        chosen={said.sectors}
        onChange={(codes) => setSaid({ ...said, sectors: codes })}
        error={errors.sectors}
      />
      <div className={forms.pair}>
        <SelectField
          id="event-minutes"
          label="Length of a one-to-one meeting"
          value={said.slotMinutes}
          options={['20', '25', '30'].map((value) => ({ value, label: `${value} minutes` }))}
          onChange={set('slotMinutes')}
        />
        <TextField
          id="event-tables"
          label="Tables for meetings"
          hint="None: people find a place themselves."
          type="number"
          min="0"
          max="200"
          value={said.tables}
          onChange={set('tables')}
          error={errors.tables}
        />
      </div>
      <div className={forms.actions}>
        <Button type="submit" loading={making.isPending}>
          Keep as a draft
        </Button>
        <Button variant="default" onClick={close}>
          Back
        </Button>
      </div>
    </form>
  );
};
