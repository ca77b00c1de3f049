import { lazy } from 'react';
import type { Slot } from './slot';

/**
 * Sections that other folders bring, in the order in which they are needed: each folder adds its line here, and nothing
 * else of this page changes.
 */
export const slots: readonly Slot[] = [
  { id: 'sign-offs', title: 'Sign-offs', section: lazy(() => import('../sign-offs/sign-offs-section')) },
  { id: 'permissions', title: 'Permissions', section: lazy(() => import('../sign-offs/permissions-section')) },
  {
    id: 'declarations',
    title: 'Declarations of interest',
    section: lazy(() => import('../declarations/declarations-section')),
  },
  { id: 'agreements', title: 'Agreements', section: lazy(() => import('../agreements/agreement-section')) },
  { id: 'documents', title: 'Documents', section: lazy(() => import('../agreements/documents-section')) },
  { id: 'outcomes', title: 'What came of it', section: lazy(() => import('../outcomes/outcomes-section')) },
];
