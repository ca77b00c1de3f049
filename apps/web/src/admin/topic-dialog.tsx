import { Button, Modal } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { ask } from '../api/ask';
import { AreaField, SelectField, TextField } from '../forms/fields';
import forms from '../forms/forms.module.css';
import { AddTopicSynonymDocument, MergeTopicsDocument, RemoveTopicSynonymDocument } from '../generated/graphql';
import { ProblemNotice } from '../shell/problem-notice';
import { useReturnFocus } from '../shell/return-focus';
import { dayOf } from '../theme/words';
import classes from './care.module.css';
import { type CaredTopic, readTopicsAgain, topicOptions } from './topics.query';

const AddedNames = ({ topic }: { topic: CaredTopic }) => {
  const queries = useQueryClient();
  const removing = useMutation({
    mutationFn: (id: string) => ask(RemoveTopicSynonymDocument, { id }),
    onSuccess: () => readTopicsAgain(queries),
  });
  return (
    <>
      {removing.error && <ProblemNotice error={removing.error} />}
      <ul className={classes.names}>
        {topic.added.map(({ id, synonym, source, addedBy, createdAt }) => (
          <li key={id}>
            <b>{synonym}</b>{' '}
            <span className="quiet">
              {source}; added {addedBy ? `by ${addedBy} ` : ''}on {dayOf(createdAt)}
            </span>{' '}
            <Button
              size="compact-sm"
              variant="default"
              loading={removing.isPending && removing.variables === id}
              onClick={() => removing.mutate(id)}
              aria-label={`Remove the name ${synonym}`}
            >
              Remove
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
};

const NameForm = ({ topic }: { topic: CaredTopic }) => {
  const queries = useQueryClient();
  const [synonym, setSynonym] = useState('');
  const [source, setSource] = useState('');
  const [tried, setTried] = useState(false);
  const adding = useMutation({
    mutationFn: () => ask(AddTopicSynonymDocument, { input: { topic: topic.code, synonym, source } }),
    onSuccess: () => {
      setSynonym('');
      setTried(false);
      return readTopicsAgain(queries);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (synonym.trim().length > 1 && source.trim().length > 2) adding.mutate();
  };
  return (
    <form className={forms.form} onSubmit={submit} noValidate>
      {adding.error && <ProblemNotice error={adding.error} />}
      <TextField
        id="topic-name"
        label="Another name or abbreviation"
        hint="Capitals count in abbreviations of up to four letters."
        error={tried && synonym.trim().length < 2 ? 'Write a name' : undefined}
        value={synonym}
        onChange={setSynonym}
        maxLength={120}
      />
      <TextField
        id="topic-name-source"
        label="Who says so"
        hint="A publication, a vocabulary or a person."
        error={tried && source.trim().length < 3 ? 'Write where the name comes from' : undefined}
        value={source}
        onChange={setSource}
        maxLength={300}
      />
      <div>
        <Button type="submit" loading={adding.isPending}>
          Add the name
        </Button>
      </div>
    </form>
  );
};

const sumOf = ({ academics, organisations, opportunities }: CaredTopic) =>
  (academics + organisations + opportunities).toLocaleString('en-GB');

const RetireForm = ({
  topic,
  topics,
  close,
}: {
  topic: CaredTopic;
  topics: readonly CaredTopic[];
  close: () => void;
}) => {
  const queries = useQueryClient();
  const [successor, setSuccessor] = useState('');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const merging = useMutation({
    mutationFn: () => ask(MergeTopicsDocument, { input: { topic: topic.code, successor, reason } }),
    onSuccess: async () => {
      close();
      await readTopicsAgain(queries);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (successor && reason.trim().length >= 10) merging.mutate();
  };
  return (
    <form className={forms.form} onSubmit={submit} noValidate>
      <p className="quiet">
        {sumOf(topic)} profiles, organisations and opportunities name {topic.label}. They will name the other topic,
        which also takes its names. Old links go on working. You can undo it for 30 days.
      </p>
      {merging.error && <ProblemNotice error={merging.error} />}
      <SelectField
        id="topic-successor"
        label="Retire it into"
        none="Choose a topic"
        options={topicOptions(topics.filter(({ code }) => code !== topic.code))}
        error={tried && !successor ? 'Choose the topic that stands in its place' : undefined}
        value={successor}
        onChange={setSuccessor}
      />
      <AreaField
        id="topic-reason"
        label="Why"
        hint="Kept with the merge."
        rows={2}
        error={tried && reason.trim().length < 10 ? 'Write at least ten characters' : undefined}
        value={reason}
        onChange={setReason}
      />
      <div>
        <Button type="submit" variant="default" loading={merging.isPending}>
          Retire {topic.label}
        </Button>
      </div>
    </form>
  );
};

interface Props {
  topic: CaredTopic;
  topics: readonly CaredTopic[];
  close: () => void;
}

/** One topic: its names, and what can be done with it. */
export const TopicDialog = ({ topic, topics, close }: Props) => {
  useReturnFocus();
  const own = topic.synonyms.filter((name) => !topic.added.some(({ synonym }) => synonym === name));
  return (
    <Modal opened onClose={close} title={topic.label} size="lg">
      <h3>Its names</h3>
      <p>{own.length > 0 ? own.join(', ') : 'None but its own.'}</p>
      <p className="quiet">{topic.source}</p>
      <AddedNames topic={topic} />
      <h3>Add a name</h3>
      <NameForm topic={topic} />
      <h3>Retire it</h3>
      <RetireForm topic={topic} topics={topics} close={close} />
    </Modal>
  );
};
