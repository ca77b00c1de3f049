import { useLocalStorage } from '@mantine/hooks';
import { type RefObject, useEffect, useRef } from 'react';

const typing = 'input:not([type="checkbox"]), textarea, select, [contenteditable="true"]';

/** Whether this browser's single keys do something on a list; some people's speech or hands press keys by chance. */
export const useShortcutSwitch = () =>
  useLocalStorage<'on' | 'off'>({ key: 'benchside-shortcuts', defaultValue: 'on', getInitialValueInEffect: false });

interface Shortcuts {
  list: RefObject<HTMLUListElement | null>;
  on: boolean;
  /** Puts the line with this number away. */
  archive: (index: number) => void;
}

/** j and k go to the next and the one before, e puts the line with the focus away; none while something is typed. */
export const useShortcuts = ({ list, on, archive }: Shortcuts) => {
  const act = useRef(archive);
  act.current = archive;
  useEffect(() => {
    if (!on) return;
    const pressed = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || !['j', 'k', 'e'].includes(event.key)) return;
      if ((event.target as Element | null)?.closest(typing) || document.querySelector('[role="dialog"]')) return;
      const lines = [...(list.current?.children ?? [])];
      const place = lines.findIndex((line) => line.contains(document.activeElement));
      if (event.key === 'e') {
        if (place < 0) return;
        event.preventDefault();
        act.current(place);
        (lines[place + 1] ?? lines[place - 1])?.querySelector<HTMLElement>('a')?.focus();
        return;
      }
      const next = event.key === 'j' ? place + 1 : Math.max(place - 1, 0);
      const link = lines[Math.min(next, lines.length - 1)]?.querySelector<HTMLElement>('a');
      if (!link) return;
      event.preventDefault();
      link.focus();
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, [list, on]);
};
