import type { ComponentType } from 'react';

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
  /** Loaded when the page is, with `lazy`. It renders a <Panel>. */
  section: ComponentType<SlotProps>;
}
