import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { PrintIcon } from '../theme/icons';
import classes from './profile.module.css';

/** One part of a profile; `id` is what the list of contents leads to. */
export const Section = ({ id, title, children }: { id: string; title: string; children: ReactNode }) => (
  <section className={classes.section} id={id} aria-labelledby={`${id}-title`}>
    <h2 id={`${id}-title`}>{title}</h2>
    {children}
  </section>
);

/** Links to the parts of a profile that are there. */
export const Contents = ({ sections }: { sections: { id: string; title: string }[] }) => (
  <nav className={classes.contents} aria-label="On this page">
    {sections.map(({ id, title }) => (
      <a key={id} href={`#${id}`}>
        {title}
      </a>
    ))}
  </nav>
);

interface TermsProps {
  terms: readonly { code: string; label: string }[];
  /** Where a term leads: the list of those that have it too. */
  to?: '/academics' | '/organisations' | '/opportunities';
  facet?: 'topics' | 'engagementTypes' | 'sectors' | 'professions' | 'careerStages';
}

/** Terms of a vocabulary; each leads to the others that have it. */
export const Terms = ({ terms, to, facet }: TermsProps) => (
  <ul className={classes.chips}>
    {terms.map(({ code, label }) => (
      <li key={code}>
        {to && facet ? (
          <Link to={to} search={{ [facet]: [code] }}>
            {label}
          </Link>
        ) : (
          <span>{label}</span>
        )}
      </li>
    ))}
  </ul>
);

/** Facts in two columns; those that are not stated are left out. */
export const Facts = ({ title, facts }: { title?: string; facts: [string, ReactNode][] }) => {
  const stated = facts.filter(([, value]) => value !== null && value !== undefined && value !== '' && value !== false);
  if (stated.length === 0) return null;
  return (
    <>
      {title && <h3>{title}</h3>}
      <dl className={classes.facts}>
        {stated.map(([name, value]) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </>
  );
};

/** How somebody is reached: the same rule everywhere. */
export const ContactRule = ({ children }: { children?: ReactNode }) => (
  <section className={`${classes.panel} no-print`} aria-labelledby="contact-rule">
    <h2 id="contact-rule">How to get in touch</h2>
    {children}
    <p>Contact details are shown to you both once a request has been accepted, and to nobody else.</p>
  </section>
);

export const PrintButton = () => (
  <Button
    className="no-print"
    variant="default"
    leftSection={<PrintIcon size={18} />}
    onClick={() => window.print()}
    fullWidth
  >
    Print this page
  </Button>
);

const sources: Record<string, string> = {
  benchside: 'Written on Benchside',
  demonstration: 'Demonstration directory: this person or organisation is made up',
};

/** Where the record came from. */
export const sourceText = (source: string, claimed: boolean) =>
  sources[source] ?? (claimed ? `First read from: ${source}` : `Read from a public register: ${source}`);
