type Listener = () => void;

const listeners = new Set<Listener>();

/** Says to the shell that a request needs a sign-in, so that it can ask for one over the page as it stands. */
export const signInNeeded = {
  say: () => {
    for (const listener of listeners) listener();
  },
  listen: (listener: Listener) => {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  },
};
