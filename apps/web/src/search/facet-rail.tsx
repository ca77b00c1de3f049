import { Button } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import classes from './facet-rail.module.css';
import { FacetRow } from './facet-row';
import { type Facet, shownValues, useRows } from './facets';
import type { ListKind } from './list-kinds';
import { changed, type FacetName, type SearchState, toggled } from './search-state';

const FacetDialog = lazy(() => import('./facet-dialog'));

interface Props {
  kind: ListKind;
  state: SearchState;
  facets: Facet[];
  onChange: (state: SearchState) => void;
}

/** Everything a list can be filtered by, with how many there would be. */
export const FacetRail = ({ kind, state, facets, onChange }: Props) => {
  const [all, setAll] = useState<FacetName | null>(null);
  const rows = useRows(facets, state);
  const shown = facets.filter(({ name }) => (rows.get(name)?.length ?? 0) > 0);
  const opened = facets.find(({ name }) => name === all);
  return (
    <div className={classes.rail}>
      {kind.kind === 'academics' && (
        <label className={classes.day}>
          <span>Available by</span>
          <input
            type="date"
            value={state.availableBy ?? ''}
            onChange={(event) => onChange(changed(state, { availableBy: event.currentTarget.value || undefined }))}
          />
        </label>
      )}
      {kind.kind === 'opportunities' && (
        <label className={classes.today}>
          <input
            type="checkbox"
            checked={state.openToday !== 'no'}
            onChange={(event) =>
              onChange(changed(state, { openToday: event.currentTarget.checked ? undefined : 'no' }))
            }
          />
          <span>
            Open today
            <small>The deadline has not passed, and the start is still ahead.</small>
          </span>
        </label>
      )}
      {shown.map(({ name, label, values }) => {
        const chosen = state[name] ?? [];
        const lines = rows.get(name) ?? [];
        const most = Math.max(...lines.map(({ count }) => count), 0);
        return (
          <details key={name} open={kind.open.includes(name) || chosen.length > 0} className={classes.group}>
            <summary>
              {label}
              {chosen.length > 0 && <span className={classes.chosen}>{chosen.length} chosen</span>}
            </summary>
            <fieldset>
              <legend>{label}</legend>
              {lines.map((value, index) => (
                <FacetRow
                  // biome-ignore lint/suspicious/noArrayIndexKey: a row stays where it is while its value changes
                  key={index}
                  value={value}
                  checked={chosen.includes(value.code)}
                  most={most}
                  onToggle={() => onChange(toggled(state, name, value.code))}
                />
              ))}
              {values.length > shownValues && (
                <Button variant="subtle" size="compact-sm" mt={4} onClick={() => setAll(name)}>
                  Show all {values.length}
                  <span className={classes.unseen}> of {label}</span>
                </Button>
              )}
            </fieldset>
          </details>
        );
      })}
      {opened && (
        <Suspense>
          <FacetDialog
            facet={opened}
            chosen={state[opened.name] ?? []}
            onToggle={(code) => onChange(toggled(state, opened.name, code))}
            close={() => setAll(null)}
          />
        </Suspense>
      )}
    </div>
  );
};
