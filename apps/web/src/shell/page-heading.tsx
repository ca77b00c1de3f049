import { useRouterState } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef } from 'react';
import { navigation } from './navigation-state';

interface Props {
  /** What the browser's tab and a screen reader say. */
  title: string;
  children?: ReactNode;
  className?: string;
}

/**
 * The one h1 of a page. It names the tab, and after going from page to page it takes the focus, so that a keyboard or a
 * screen reader goes on from the top of what is new.
 */
export const PageHeading = ({ title, children, className }: Props) => {
  // Where the router is, not where it is going: until then this heading may be that of the page before.
  const path = useRouterState({ select: ({ resolvedLocation }) => resolvedLocation?.pathname });
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = title === 'Benchside' ? title : `${title} – Benchside`;
  }, [title]);
  useEffect(() => {
    if (path && navigation.arrive(path, title)) heading.current?.focus({ preventScroll: true });
  }, [path, title]);
  return (
    <h1 ref={heading} tabIndex={-1} className={className}>
      {children ?? title}
    </h1>
  );
};
