import { ActionIcon, useComputedColorScheme } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { MoonIcon, SunIcon } from '../theme/icons';

const SchemeChoices = lazy(() => import('./scheme-choices'));

/** The button of the colours; its menu is fetched when somebody wants it. */
export const SchemeMenu = () => {
  const shown = useComputedColorScheme();
  const [wanted, setWanted] = useState(false);
  const button = (
    <ActionIcon variant="subtle" size="lg" aria-label={`Colours: ${shown}`} onClick={() => setWanted(true)}>
      {shown === 'dark' ? <MoonIcon /> : <SunIcon />}
    </ActionIcon>
  );
  if (!wanted) return button;
  return (
    <Suspense fallback={button}>
      <SchemeChoices shown={shown} />
    </Suspense>
  );
};
