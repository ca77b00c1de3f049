import { type ReactNode, useEffect, useRef } from 'react';
import inbox from '../inbox/inbox.module.css';
import classes from './collaborations.module.css';

interface Props {
  id: string;
  title: string;
  /** Stands at the right of the title. */
  beside?: ReactNode;
  children: ReactNode;
}

/** One section of the page of a collaboration, with its heading. */
export const Panel = ({ id, title, beside, children }: Props) => {
  const section = useRef<HTMLElement>(null);
  // A link to this section was followed before it was there.
  useEffect(() => {
    if (window.location.hash === `#${id}`) section.current?.scrollIntoView();
  }, [id]);
  return (
    <section ref={section} className={`${inbox.panel} ${classes.panel}`} id={id} aria-labelledby={`${id}-title`}>
      <div className={classes.panelHead}>
        <h2 id={`${id}-title`}>{title}</h2>
        {beside}
      </div>
      {children}
    </section>
  );
};
