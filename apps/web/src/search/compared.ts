import { useSyncExternalStore } from 'react';

/** A finalist: who, and what to call them. */
export interface Compared {
  id: string;
  name: string;
}

export const mostCompared = 4;
const place = 'benchside-compared';

const stored = (): Compared[] => {
  try {
    const list: unknown = JSON.parse(sessionStorage.getItem(place) ?? '[]');
    if (!Array.isArray(list)) return [];
    return list.filter((one): one is Compared => typeof one?.id === 'string' && typeof one?.name === 'string');
  } catch {
    return [];
  }
};

let current: Compared[] = stored();
const listeners = new Set<() => void>();

const set = (next: Compared[]) => {
  current = next.slice(0, mostCompared);
  try {
    sessionStorage.setItem(place, JSON.stringify(current));
  } catch {
    // Storage is switched off: the choice lasts until the page is loaded again.
  }
  for (const listener of listeners) listener();
};

/** Whom somebody has put side by side, for as long as the tab is open. */
export const compared = {
  toggle: (one: Compared) =>
    set(current.some(({ id }) => id === one.id) ? current.filter(({ id }) => id !== one.id) : [...current, one]),
  clear: () => set([]),
};

export const useCompared = (): Compared[] =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    () => current,
  );
