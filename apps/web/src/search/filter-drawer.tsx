import { Button, Drawer } from '@mantine/core';
import type { ReactNode } from 'react';
import { useReturnFocus } from '../shell/return-focus';
import classes from './filter-drawer.module.css';

interface Props {
  /** "12 academics". */
  count: string;
  close: () => void;
  children: ReactNode;
}

/** The filters where there is no room for them beside the list. */
const FilterDrawer = ({ count, close, children }: Props) => {
  useReturnFocus();
  return (
    <Drawer
      opened
      onClose={close}
      title="Narrow it down"
      position="bottom"
      size="85%"
      closeButtonProps={{ 'aria-label': 'Close the filters' }}
    >
      <div className={classes.inside}>
        <div>{children}</div>
        <Button fullWidth size="lg" onClick={close}>
          Show {count}
        </Button>
      </div>
    </Drawer>
  );
};

export default FilterDrawer;
