import { TextInput, VisuallyHidden } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, type UseQueryOptions, useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useId, useState } from 'react';
import classes from './forms.module.css';

export interface Choice {
  key: string;
  label: string;
  detail?: string;
}

interface Props<Found> {
  id: string;
  label: string;
  hint?: string;
  error?: string;
  placeholder?: string;
  /** Asks for what begins like this. */
  // biome-ignore lint/suspicious/noExplicitAny: each query has a key of its own form
  find: (text: string) => UseQueryOptions<Found, Error, Found, any>;
  choices: (found: Found, text: string) => Choice[];
  onPick: (choice: Choice) => void;
}

/** A field that finds things as somebody types and hands over the one that is picked. A combobox, as ARIA describes it. */
export const Picker = <Found,>({ id, label, hint, error, placeholder, find, choices, onPick }: Props<Found>) => {
  const list = useId();
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const [query] = useDebouncedValue(text.trim(), 180);
  const ready = query.length > 1;
  const { data, isFetching } = useQuery({ ...find(query), enabled: ready, placeholderData: keepPreviousData });
  const shown = ready && data !== undefined && text.trim() !== '' ? choices(data, query) : [];
  const expanded = open && shown.length > 0;
  const at = Math.min(active, shown.length - 1);
  const pick = (choice: Choice) => {
    onPick(choice);
    setText('');
    setOpen(false);
    setActive(0);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && shown.length > 0) {
      event.preventDefault();
      setOpen(true);
      setActive(expanded ? (at + step + shown.length) % shown.length : 0);
    }
    if (event.key === 'Escape') setOpen(false);
    if (event.key !== 'Enter') return;
    // Enter in a field that finds things never sends the form around it.
    event.preventDefault();
    const choice = shown[at];
    if (expanded && choice) pick(choice);
  };
  return (
    <div className={classes.picker} style={{ maxWidth: '40rem' }}>
      <TextInput
        id={id}
        label={label}
        description={hint}
        error={error}
        placeholder={placeholder}
        size="md"
        role="combobox"
        aria-expanded={expanded}
        aria-controls={expanded ? list : undefined}
        aria-activedescendant={expanded ? `${list}-${at}` : undefined}
        aria-autocomplete="list"
        autoComplete="off"
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setOpen(true);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
      />
      {expanded && (
        <div id={list} role="listbox" aria-label={label} className={classes.options}>
          {shown.map((choice, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the focus and takes the keys
            <div
              key={choice.key}
              id={`${list}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === at}
              className={classes.option}
              onMouseDown={(event) => event.preventDefault()}
              onMouseMove={() => setActive(index)}
              onClick={() => pick(choice)}
            >
              {choice.label}
              {choice.detail && <small>{choice.detail}</small>}
            </div>
          ))}
        </div>
      )}
      <VisuallyHidden role="status">
        {open && ready && !isFetching ? (shown.length > 0 ? `${shown.length} found` : 'Nothing found') : ''}
      </VisuallyHidden>
      {open && ready && !isFetching && shown.length === 0 && text.trim() !== '' && (
        <p className={classes.hint} style={{ margin: '0.3rem 0 0' }}>
          Nothing is called that. Try another word for it.
        </p>
      )}
    </div>
  );
};
