import { VisuallyHidden } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Link, Outlet } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState } from 'react';
import { viewerQuery } from '../api/queries';
import { signInNeeded } from '../api/sign-in-needed';
import { SearchIcon } from '../theme/icons';
import { AccountMenu } from './account-menu';
import { navigation } from './navigation-state';
import { places, signposts } from './places';
import { SchemeMenu } from './scheme-menu';
import classes from './shell.module.css';

const Palette = lazy(() => import('./palette'));
const HeaderNews = lazy(() => import('../inbox/header-news'));
const SignInDialog = lazy(() => import('./sign-in-dialog'));

const Places = ({ signedIn, icons }: { signedIn: boolean; icons: boolean }) =>
  places
    // At the bottom there is room for five: for signed-in people the sign at the top leads home.
    .filter((place) => (place.to !== '/' || (icons && !signedIn)) && (!place.signedIn || signedIn))
    .map(({ to, label, icon: Icon, exact }) => (
      <Link key={to} to={to} activeOptions={{ exact, includeSearch: false }}>
        {icons && <Icon />}
        {label}
      </Link>
    ));

/** Says which page has come up, for those who cannot see it. */
const Announcer = () => {
  const [title, setTitle] = useState('');
  useEffect(() => navigation.listen(setTitle), []);
  return (
    <VisuallyHidden role="status" aria-live="polite" data-announcer>
      {title}
    </VisuallyHidden>
  );
};

/** What is around every page. */
export const Shell = () => {
  const { data: viewer } = useQuery(viewerQuery);
  const [palette, setPalette] = useState(false);
  const [signingIn, setSigningIn] = useState(false);
  const openPalette = () => setPalette(true);
  useEffect(() => signInNeeded.listen(() => setSigningIn(true)), []);
  useHotkeys([['mod+K', openPalette]], []);
  useHotkeys([['/', openPalette]]);
  const signedIn = Boolean(viewer);
  return (
    <>
      <a href="#main" className={classes.skip}>
        Skip to the page
      </a>
      <header className={`${classes.header} shell-header`}>
        <div className={classes.bar}>
          <Link to="/" className={classes.brand}>
            <img src="/icon.svg" alt="" />
            <span>Benchside</span>
          </Link>
          <nav className={classes.places} aria-label="Main">
            <Places signedIn={signedIn} icons={false} />
          </nav>
          <button type="button" className={classes.search} onClick={openPalette} aria-keyshortcuts="Control+K Meta+K">
            <SearchIcon size={18} />
            <span>Search everything</span>
            <kbd>Ctrl K</kbd>
          </button>
          <div className={classes.tools}>
            {signedIn && (
              <Suspense>
                <HeaderNews />
              </Suspense>
            )}
            <SchemeMenu />
            <AccountMenu viewer={viewer} />
          </div>
        </div>
      </header>
      <main id="main" tabIndex={-1} className={classes.main}>
        <Outlet />
      </main>
      <footer className={`${classes.footer} no-print`}>
        <div>
          {signposts.map(({ title, links }) => (
            <nav key={title} aria-label={title}>
              <p>{title}</p>
              <ul>
                {links.map(({ to, label }) => (
                  <li key={to}>
                    <Link to={to}>{label}</Link>
                  </li>
                ))}
              </ul>
            </nav>
          ))}
        </div>
      </footer>
      <nav className={classes.bottom} aria-label="Main, at the bottom">
        <Places signedIn={signedIn} icons />
      </nav>
      <Announcer />
      <Suspense>
        {palette && <Palette close={() => setPalette(false)} viewer={viewer ?? null} />}
        {signingIn && <SignInDialog close={() => setSigningIn(false)} />}
      </Suspense>
    </>
  );
};
