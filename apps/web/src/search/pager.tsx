import { Link } from '@tanstack/react-router';
import type { ListKind } from './list-kinds';
import { mostByFit } from './order';
import classes from './search.module.css';
import { cursorOf, pageOf, pageSize, type SearchState } from './search-state';

interface Props {
  kind: ListKind;
  state: SearchState;
  order: string | undefined;
  total: number;
  /** Any cursor of this list. */
  cursor: string | null | undefined;
}

/** The pages around the one that is shown, with the first and the last. */
const around = (page: number, last: number): (number | 'gap')[] => {
  const near = [page - 1, page, page + 1].filter((number) => number > 1 && number < last);
  const pages = [1, ...near, ...(last > 1 ? [last] : [])];
  return pages.flatMap((number, index) => {
    const before = pages[index - 1];
    return before !== undefined && number - before > 1 ? (['gap', number] as const) : [number];
  });
};

/** Numbered pages, as links. */
export const Pager = ({ kind, state, order, total, cursor }: Props) => {
  const byFit = order === 'fit';
  const last = Math.ceil((byFit ? Math.min(total, mostByFit) : total) / pageSize);
  const page = pageOf(state.after);
  if (last <= 1) return null;
  // Whoever opens a later page goes on in this order, whatever theirs would be.
  const to = (number: number) => ({ ...state, sort: byFit ? order : state.sort, after: cursorOf(number, cursor) });
  return (
    <nav className={`${classes.pager} no-print`} aria-label="Pages">
      <ul>
        {page > 1 && (
          <li>
            <Link to={kind.to} search={to(page - 1)} rel="prev" activeOptions={{ exact: true }}>
              Previous
            </Link>
          </li>
        )}
        {around(page, last).map((number, index) => (
          <li key={number === 'gap' ? `gap-${index}` : number}>
            {number === 'gap' ? (
              <span aria-hidden="true">…</span>
            ) : (
              <Link
                to={kind.to}
                search={to(number)}
                activeOptions={{ exact: true }}
                aria-current={number === page ? 'page' : undefined}
                aria-label={`Page ${number} of ${last}`}
              >
                {number}
              </Link>
            )}
          </li>
        ))}
        {page < last && (
          <li>
            <Link to={kind.to} search={to(page + 1)} rel="next">
              Next
            </Link>
          </li>
        )}
      </ul>
      {byFit && total > mostByFit && page === last && (
        <p className="quiet">
          By fit, only the first {mostByFit.toLocaleString('en-GB')} can be read. Narrow the list down, or choose
          another order.
        </p>
      )}
    </nav>
  );
};
