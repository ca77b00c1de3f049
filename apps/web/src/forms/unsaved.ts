import { useBlocker } from '@tanstack/react-router';

/** Asks before a page with unsaved changes is left. */
export const useUnsavedGuard = (unsaved: boolean) =>
  useBlocker({
    shouldBlockFn: ({ current, next }) =>
      unsaved &&
      current.pathname !== next.pathname &&
      !window.confirm('You have changes that are not saved. Leave this page and lose them?'),
    enableBeforeUnload: unsaved,
  });
