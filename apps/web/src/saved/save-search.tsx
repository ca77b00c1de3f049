import { useDisclosure } from '@mantine/hooks';
import { lazy, Suspense } from 'react';
import type { ListKind } from '../search/list-kinds';
import classes from '../search/search.module.css';
import type { SearchState } from '../search/search-state';
import { asksSomething } from './question';

const SaveDialog = lazy(() => import('./save-dialog'));

interface Props {
  kind: ListKind;
  state: SearchState;
  children: string;
}

/** Keeps the search that is on the page; a list without words and filters is nothing to keep. */
export const SaveSearch = ({ kind, state, children }: Props) => {
  const [opened, { open, close }] = useDisclosure(false);
  if (!asksSomething(kind.kind, state)) return null;
  return (
    <>
      <button type="button" className={classes.suggested} onClick={open}>
        {children}
      </button>
      {opened && (
        <Suspense>
          <SaveDialog kind={kind} state={state} close={close} />
        </Suspense>
      )}
    </>
  );
};
