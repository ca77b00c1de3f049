import { Button, CloseButton, TextInput } from '@mantine/core';
import { useDebouncedCallback, useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { reading } from '../api/queries';
import { TopicsLikeDocument } from '../generated/graphql';
import { SearchIcon } from '../theme/icons';
import classes from './search.module.css';
import { longestQuery } from './search-state';

interface Props {
  value: string;
  hint: string;
  label: string;
  onChange: (text: string) => void;
}

/** After this pause in typing, in milliseconds, the list follows. */
const pause = 200;

/** Longer texts are no longer the beginning of a topic's name. */
const longestPrefix = 60;

/** The topics that begin like what is typed: the browser offers them below the field, as it does with what it knows itself. */
const TopicsLike = ({ id, text }: { id: string; text: string }) => {
  const [prefix] = useDebouncedValue(text.trim(), pause);
  const { data } = useQuery({
    ...reading('topics-like', TopicsLikeDocument, { prefix }),
    enabled: prefix.length > 1 && prefix.length <= longestPrefix,
    placeholderData: keepPreviousData,
  });
  return (
    <datalist id={id}>
      {prefix.length > 1 && data?.suggestTopics.map(({ code, label }) => <option key={code} value={label} />)}
    </datalist>
  );
};

/** The words that are looked for: the list follows while they are typed, and the field follows the way back. */
export const QueryField = ({ value, hint, label, onChange }: Props) => {
  const topics = useId();
  const [text, setText] = useState(value);
  const sent = useRef(value);
  const send = (next: string) => {
    if (next === sent.current) return;
    sent.current = next;
    onChange(next);
  };
  const sendLater = useDebouncedCallback(send, pause);
  useEffect(() => {
    // Only an address that this field did not make itself changes what somebody is typing.
    if (value === sent.current) return;
    sent.current = value;
    setText(value);
  }, [value]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send(text.trim());
  };
  const type = (next: string) => {
    setText(next);
    sendLater(next.trim());
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: <search> is not known to all screen readers yet
    <form role="search" onSubmit={submit} className={classes.query}>
      <TextInput
        name="q"
        aria-label={label}
        placeholder={hint}
        value={text}
        maxLength={longestQuery}
        size="lg"
        autoComplete="off"
        list={topics}
        enterKeyHint="search"
        leftSection={<SearchIcon />}
        rightSection={
          text ? (
            <CloseButton
              aria-label="Clear the words"
              onClick={() => {
                setText('');
                send('');
              }}
            />
          ) : null
        }
        onChange={(event) => type(event.currentTarget.value)}
      />
      <TopicsLike id={topics} text={text} />
      <Button type="submit" size="lg">
        Search
      </Button>
    </form>
  );
};
