import { createRootRoute } from '@tanstack/react-router';
import { BrokenPage } from './broken.page';
import { NotFoundPage } from './not-found.page';
import { Shell } from './shell';

/** What every page hangs on. */
export const root = createRootRoute({ component: Shell, notFoundComponent: NotFoundPage, errorComponent: BrokenPage });
