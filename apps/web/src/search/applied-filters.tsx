import { useQuery } from '@tanstack/react-query';
import { reading } from '../api/queries';
import { OrganisationNameDocument } from '../generated/graphql';
import { CloseIcon } from '../theme/icons';
import { dayOf } from '../theme/words';
import type { Facet } from './facets';
import { filterable } from './finding';
import type { ListKind } from './list-kinds';
import classes from './search.module.css';
import { changed, type SearchState, toggled, withoutFilters } from './search-state';

interface Props {
  kind: ListKind;
  state: SearchState;
  facets: Facet[];
  onChange: (state: SearchState) => void;
}

const Chip = ({ facet, value, onRemove }: { facet: string; value: string; onRemove: () => void }) => (
  <li>
    <button type="button" className={classes.applied} onClick={onRemove}>
      <span className={classes.unseen}>Remove the filter </span>
      <span>
        {facet}: <b>{value}</b>
      </span>
      <CloseIcon size={16} />
    </button>
  </li>
);

const OrganisationChip = ({ id, onRemove }: { id: string; onRemove: () => void }) => {
  const { data } = useQuery(reading('organisation-name', OrganisationNameDocument, { id }));
  return <Chip facet="Organisation" value={data?.organisation.name ?? '…'} onRemove={onRemove} />;
};

/** What the list is filtered by; each is a button that takes it away. */
export const AppliedFilters = ({ kind, state, facets, onChange }: Props) => {
  const names = filterable[kind.kind].filter((name) => state[name]);
  if (names.length === 0 && !state.availableBy) return null;
  return (
    <ul className={classes.appliedList} aria-label="Filters in use">
      {names.flatMap((name) => {
        const facet = facets.find((candidate) => candidate.name === name);
        return (state[name] ?? []).map((code) => {
          const remove = () => onChange(toggled(state, name, code));
          if (name === 'organisations') return <OrganisationChip key={code} id={code} onRemove={remove} />;
          const label = facet?.values.find((value) => value.code === code)?.label ?? code;
          return <Chip key={`${name}-${code}`} facet={facet?.label ?? 'Filter'} value={label} onRemove={remove} />;
        });
      })}
      {state.availableBy && (
        <Chip
          facet="Available by"
          value={dayOf(state.availableBy)}
          onRemove={() => onChange(changed(state, { availableBy: undefined }))}
        />
      )}
      <li>
        <button type="button" className={classes.clear} onClick={() => onChange(withoutFilters(state))}>
          Clear all filters
        </button>
      </li>
    </ul>
  );
};
