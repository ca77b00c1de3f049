import { type ComponentType, lazy } from 'react';

/** What a section of the page of a collaboration is given. */
export interface SlotProps {
  /** The collaboration; `mayWork` says whether the viewer may change anything in it. */
  collaboration: {
    id: string;
    state: string;
    role: string;
    version: number;
    termsNumber: number;
    mayWork: boolean;
    mayLead: boolean;
    sides: readonly { side: string; kind: string; id: string; name: string; mine: boolean }[];
  };
  /** Reads the page again, after something was changed that its steps may depend on. */
  refresh: () => void;
}

export interface Slot {
  /** The id of its section, for the list of contents. */
  id: string;
  title: string;
  /** Loaded when the page is: `lazy(() => import('../sign-offs/sign-offs-section'))`. It renders a <Panel>. */
  section: ComponentType<SlotProps>;
}

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
