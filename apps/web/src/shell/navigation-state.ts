type Listener = (title: string) => void;

let last: string | undefined;
const listeners = new Set<Listener>();

/** Which page was last arrived at, and who wants to be told of the next. */
export const navigation = {
  /** True once for each page that was gone to, when its heading is there; the first page of a visit is none. */
  arrive: (path: string, title: string) => {
    if (path === last) return false;
    const first = last === undefined;
    last = path;
    if (first) return false;
    for (const listener of listeners) listener(title);
    return true;
  },
  listen: (listener: Listener) => {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  },
};
