import { Button, CloseButton, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { type FormEvent, useEffect, useRef, useState } from 'react';
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

/** The words that are looked for: the list follows while they are typed, and the field follows the way back. */
export const QueryField = ({ value, hint, label, onChange }: Props) => {
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
      <Button type="submit" size="lg">
        Search
      </Button>
    </form>
  );
};
