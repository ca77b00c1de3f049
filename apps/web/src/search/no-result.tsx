import { asksSomething } from '../saved/question';
import { SaveSearch } from '../saved/save-search';
import { useSearchInVain } from '../saved/use-search-in-vain';
import { counted, type ListKind } from './list-kinds';
import classes from './search.module.css';
import { changed, facetNames, type SearchState } from './search-state';

interface Props {
  kind: ListKind;
  state: SearchState;
  relaxations: readonly { filter: string; label: string; totalCount: number }[];
  onChange: (state: SearchState) => void;
}

const withoutOne = (state: SearchState, filter: string): SearchState => {
  if (filter === 'query') return changed(state, { q: undefined });
  if (filter === 'availableBy') return changed(state, { availableBy: undefined });
  if (filter === 'openToday') return changed(state, { openToday: 'no' });
  const name = facetNames.find((candidate) => candidate === filter);
  return name ? changed(state, { [name]: undefined }) : state;
};

/** With nothing found, each filter says what there would be without it: a search never ends here. */
export const NoResult = ({ kind, state, relaxations, onChange }: Props) => {
  useSearchInVain(kind.kind, state);
  const ways = relaxations.filter(({ totalCount }) => totalCount > 0);
  return (
    <div className={classes.nothing}>
      <h2>No {kind.nouns[0]} has all of this</h2>
      {ways.length > 0 ? (
        <>
          <p>Leave one thing out:</p>
          <ul className={classes.ways}>
            {ways.map(({ filter, label, totalCount }) => (
              <li key={filter}>
                <button type="button" onClick={() => onChange(withoutOne(state, filter))}>
                  <span>Without {label}</span>
                  <b>{counted(totalCount, kind.nouns)}</b>
                </button>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <>
          <p>
            Leaving out one thing does not help either. Try other words, or start with everything and narrow it down
            from there.
          </p>
          <div>
            <button
              type="button"
              className={classes.suggested}
              onClick={() => onChange(kind.kind === 'opportunities' ? { openToday: 'no' } : {})}
            >
              Show all {kind.nouns[1]}
            </button>
          </div>
        </>
      )}
      <div className={classes.keep}>
        {asksSomething(kind.kind, state) && <p>It may still come:</p>}
        <SaveSearch kind={kind} state={state}>
          Tell me when there is one
        </SaveSearch>
      </div>
    </div>
  );
};
