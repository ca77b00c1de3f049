import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import dashboard from '../dashboard/dashboard.module.css';
import { FormSkeleton } from '../forms/form-skeleton';
import { ProblemNotice } from '../shell/problem-notice';
import classes from './care.module.css';
import { TopicDialog } from './topic-dialog';
import { TopicMerges } from './topic-merges';
import { TopicWords } from './topic-words';
import { type CaredTopic, topicTree } from './topics.query';

/** How many rows there are before somebody asks for all. */
const shownRows = 40;

const number = (count: number) => count.toLocaleString('en-GB');

const isFound = ({ label, code, synonyms }: CaredTopic, words: string) =>
  [label, code, ...synonyms].some((name) => name.toLowerCase().includes(words));

const TopicTable = ({ topics, open }: { topics: readonly CaredTopic[]; open: (topic: CaredTopic) => void }) => (
  <div className={classes.scroll}>
    <table className={classes.table}>
      <caption className="quiet">How many name each topic. Choose one to change it.</caption>
      <thead>
        <tr>
          <th scope="col">Topic</th>
          <th scope="col">Academics</th>
          <th scope="col">Organisations</th>
          <th scope="col">Opportunities</th>
        </tr>
      </thead>
      <tbody>
        {topics.map((topic) => (
          <tr key={topic.code}>
            <th scope="row" style={{ paddingLeft: `${topic.depth * 1.1}rem` }}>
              <button type="button" className={classes.topic} onClick={() => open(topic)}>
                {topic.label}
              </button>
            </th>
            <td>{number(topic.academics)}</td>
            <td>{number(topic.organisations)}</td>
            <td>{number(topic.opportunities)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

/** The topics: what they are called, who uses them, what people miss, and which were retired. */
export const TopicsSection = () => {
  const { data, error, refetch } = useQuery(topicTree);
  const [words, setWords] = useState('');
  const [all, setAll] = useState(false);
  const [code, setCode] = useState<string | null>(null);
  const topics = data?.topicTree ?? [];
  const found = topics.filter((topic) => isFound(topic, words.trim().toLowerCase()));
  const opened = topics.find((topic) => topic.code === code);
  return (
    <>
      <TopicWords topics={topics} />
      <section className={dashboard.section} aria-labelledby="topics">
        <h2 id="topics">Topics</h2>
        {error && <ProblemNotice error={error} retry={() => void refetch()} />}
        {!data && !error && <FormSkeleton groups={1} />}
        {data && (
          <>
            <TextInput
              label="Find a topic"
              description="By its name, another name or an abbreviation."
              value={words}
              onChange={(event) => setWords(event.currentTarget.value)}
              maw="30rem"
            />
            <p role="status" style={{ margin: '0.6rem 0' }}>
              {found.length === topics.length
                ? `${topics.length} topics`
                : `${found.length} of ${topics.length} topics`}
            </p>
            {found.length > 0 && (
              <TopicTable topics={all ? found : found.slice(0, shownRows)} open={(topic) => setCode(topic.code)} />
            )}
            {!all && found.length > shownRows && (
              <Button variant="default" mt="sm" onClick={() => setAll(true)}>
                Show all {found.length} topics
              </Button>
            )}
          </>
        )}
      </section>
      <TopicMerges />
      {opened && <TopicDialog topic={opened} topics={topics} close={() => setCode(null)} />}
    </>
  );
};
