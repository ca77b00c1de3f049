import { Modal, VisuallyHidden } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useEffect, useId, useState } from 'react';
import { reading, type Viewer } from '../api/queries';
import { PaletteDocument } from '../generated/graphql';
import classes from './palette.module.css';
import { type PaletteChoice, pageChoices, resultChoices, searchChoices } from './palette-choices';
import { useReturnFocus } from './return-focus';

interface Props {
  close: () => void;
  viewer: Viewer | null;
}

/** Everything within a few keystrokes: people, organisations, opportunities and pages. A combobox, as ARIA describes it. */
const Palette = ({ close, viewer }: Props) => {
  useReturnFocus();
  const navigate = useNavigate();
  const id = useId();
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const [query] = useDebouncedValue(text.trim(), 180);
  const { data, isFetching } = useQuery({
    ...reading('palette', PaletteDocument, { query }),
    enabled: query.length > 1,
    placeholderData: keepPreviousData,
  });
  const choices = [
    ...(text.trim() ? searchChoices(text.trim()) : []),
    ...(query.length > 1 && data ? resultChoices(data) : []),
    ...pageChoices(viewer, text.trim()),
  ];
  const chosen = Math.min(active, choices.length - 1);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text starts at the top again
  useEffect(() => setActive(0), [text]);
  useEffect(() => {
    document.getElementById(`${id}-${chosen}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, chosen]);
  const go = async ({ to }: PaletteChoice) => {
    close();
    await navigate(to);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };
    const step = steps[event.key];
    if (step) {
      event.preventDefault();
      setActive((chosen + step + choices.length) % Math.max(choices.length, 1));
    }
    const choice = choices[chosen];
    if (event.key === 'Enter' && choice) {
      event.preventDefault();
      void go(choice);
    }
  };
  return (
    <Modal
      opened
      onClose={close}
      withCloseButton={false}
      padding={0}
      size="lg"
      yOffset="10vh"
      centered={false}
      aria-label="Search everything"
    >
      <input
        className={classes.field}
        role="combobox"
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-activedescendant={choices.length > 0 ? `${id}-${chosen}` : undefined}
        aria-autocomplete="list"
        aria-label="Search people, organisations and opportunities"
        placeholder="People, organisations, opportunities"
        value={text}
        maxLength={300}
        data-autofocus
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <div id={`${id}-list`} role="listbox" aria-label="What was found" className={classes.list}>
        {choices.map((choice, index) => (
          <div key={choice.key}>
            {choice.group !== choices[index - 1]?.group && (
              <div className={classes.group} role="presentation">
                {choice.group}
              </div>
            )}
            {/* biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the focus and takes the keys */}
            <div
              id={`${id}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === chosen}
              className={classes.option}
              onClick={() => go(choice)}
              onMouseMove={() => setActive(index)}
            >
              <span>{choice.label}</span>
              {choice.detail && <small>{choice.detail}</small>}
            </div>
          </div>
        ))}
      </div>
      <div className={classes.hint} aria-hidden="true">
        Arrow keys to choose, Enter to open, Esc to close
      </div>
      <VisuallyHidden role="status">{isFetching ? '' : `${choices.length} choices`}</VisuallyHidden>
    </Modal>
  );
};

export default Palette;
