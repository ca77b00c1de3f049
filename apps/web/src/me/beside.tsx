import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { signInWithOrcid } from '../api/auth';
import { reading, type Viewer } from '../api/queries';
import forms from '../forms/forms.module.css';
import { type OwnProfileFragment, UnclaimedLikeDocument } from '../generated/graphql';
import { TextLink } from '../theme/link-button';
import classes from './me.module.css';

interface Props {
  viewer: Viewer;
  saved: OwnProfileFragment | null;
  of: number;
  done: number;
  next: { field: string; todo: string } | null;
}

/** Somebody who opens a first profile may be in the directory already. */
const PerhapsThere = ({ viewer }: { viewer: Viewer }) => {
  const { data } = useQuery(reading('unclaimed-like', UnclaimedLikeDocument, { query: viewer.name }));
  const found = data?.academics.nodes ?? [];
  if (found.length === 0) return null;
  return (
    <section className={classes.panel} aria-labelledby="perhaps">
      <h2 id="perhaps">Are you one of these?</h2>
      <p>Profiles from public records that nobody looks after yet:</p>
      <ul>
        {found.map(({ id, name, jobTitle }) => (
          <li key={id}>
            <TextLink to="/academics/$id/claim" params={{ id }}>
              {name}
            </TextLink>
            {jobTitle && <span className="quiet">, {jobTitle}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
};

/** Beside the form: how complete it is, what to do next, and where the ORCID iD stands. */
export const Beside = ({ viewer, saved, of, done, next }: Props) => (
  <aside className={forms.aside} aria-label="Beside the form">
    <section className={classes.panel} data-tinted aria-labelledby="complete">
      <h2 id="complete">
        {done} of {of} parts are there
      </h2>
      <div className={classes.meter} aria-hidden="true">
        {Array.from({ length: of }, (_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces of a bar
          <span key={index} data-done={index < done || undefined} />
        ))}
      </div>
      {next ? (
        <>
          <p>{next.todo}</p>
          <div>
            <Button
              variant="default"
              onClick={() => {
                const place = document.getElementById(next.field);
                place?.scrollIntoView({ block: 'center' });
                (place?.matches('fieldset') ? place.querySelector<HTMLElement>('input') : place)?.focus();
              }}
            >
              Do this next
            </Button>
          </div>
        </>
      ) : (
        <p>Everything that helps others to find you is there. Thank you.</p>
      )}
    </section>
    {!saved && <PerhapsThere viewer={viewer} />}
    <section className={classes.panel} aria-labelledby="orcid-title">
      <h2 id="orcid-title">ORCID iD</h2>
      {saved?.orcid ? (
        <p>
          {saved.orcid}
          {saved.orcidAuthenticated ? ', confirmed at ORCID.' : ', not confirmed yet.'}
        </p>
      ) : (
        <p>Your iD is taken from ORCID itself, never typed: so others can trust it.</p>
      )}
      {!saved?.orcidAuthenticated && (
        <div>
          <Button variant="default" onClick={() => void signInWithOrcid('/me').catch(() => undefined)}>
            Confirm at ORCID
          </Button>
        </div>
      )}
    </section>
  </aside>
);
