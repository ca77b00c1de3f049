import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ask } from '../api/ask';
import dashboard from '../dashboard/dashboard.module.css';
import { SelectField, TextField } from '../forms/fields';
import { FormSkeleton } from '../forms/form-skeleton';
import forms from '../forms/forms.module.css';
import { AddTopicSynonymDocument, SetTopicWordAsideDocument, type TopicWordsQuery } from '../generated/graphql';
import { ProblemNotice } from '../shell/problem-notice';
import classes from './care.module.css';
import { type CaredTopic, readTopicsAgain, topicOptions, topicWords } from './topics.query';

type Word = TopicWordsQuery['topicWords'][number];

const WordRow = ({ word, topics }: { word: Word; topics: readonly CaredTopic[] }) => {
  const queries = useQueryClient();
  const [synonym, setSynonym] = useState(word.term);
  const [topic, setTopic] = useState(word.suggestions[0] ?? '');
  const source = `Searched for on Benchside ${word.searches} times`;
  const deciding = useMutation<unknown, Error, 'name' | 'aside'>({
    mutationFn: (what) =>
      what === 'name'
        ? ask(AddTopicSynonymDocument, { input: { topic, synonym, source } })
        : ask(SetTopicWordAsideDocument, { term: word.term }),
    onSuccess: () => readTopicsAgain(queries),
  });
  const { isPending } = deciding;
  return (
    <li className={forms.group}>
      <h3>
        {word.term} <span className="quiet">{word.searches} searches</span>
      </h3>
      {deciding.error && <ProblemNotice error={deciding.error} />}
      <div className={classes.word}>
        <TextField id={`name-${word.term}`} label="As people write it" value={synonym} onChange={setSynonym} />
        <SelectField
          id={`topic-${word.term}`}
          label="It means"
          none="Choose a topic"
          options={topicOptions(topics)}
          value={topic}
          onChange={setTopic}
        />
        <Button
          disabled={!topic || synonym.trim().length < 2}
          loading={isPending && deciding.variables === 'name'}
          onClick={() => deciding.mutate('name')}
          aria-label={`Add ${word.term} as a name`}
        >
          Add as a name
        </Button>
        <Button
          variant="default"
          loading={isPending && deciding.variables === 'aside'}
          onClick={() => deciding.mutate('aside')}
          aria-label={`${word.term} is no topic`}
        >
          No topic
        </Button>
      </div>
    </li>
  );
};

/** What several people searched for in vain and the topics do not know. */
export const TopicWords = ({ topics }: { topics: readonly CaredTopic[] }) => {
  const { data, error, refetch } = useQuery(topicWords);
  const words = data?.topicWords ?? [];
  return (
    <section className={dashboard.section} aria-labelledby="topic-words">
      <h2 id="topic-words">Words that nobody found{data ? `: ${words.length}` : ''}</h2>
      <p className="quiet" style={{ marginBottom: '0.9rem', maxWidth: '46rem' }}>
        What several people searched for in vain in the last twelve weeks, and no topic is called. Make it a name of the
        topic it means, and the next search finds something. Who searched is not kept.
      </p>
      {error && <ProblemNotice error={error} retry={() => void refetch()} />}
      {!data && !error && <FormSkeleton groups={1} />}
      {data && words.length === 0 && <p className="quiet">None. New ones appear here.</p>}
      <ul className={dashboard.queue}>
        {words.map((word) => (
          <WordRow key={word.term} word={word} topics={topics} />
        ))}
      </ul>
    </section>
  );
};
