import { Button } from '@mantine/core';
import { useState } from 'react';
import type { AcademicProfileQuery } from '../generated/graphql';
import classes from '../profiles/profile.module.css';
import { BarList } from '../theme/bar-list';

type Work = AcademicProfileQuery['academic']['works'][number];

const kinds: Record<string, string> = {
  publication: 'Publication',
  trial: 'Trial',
  product: 'Product',
  other: 'Other work',
};

/** More works than this are shown on request. */
const atFirst = 8;

const address = (identifier: string): string | null => {
  // 10.5555 is kept for examples, and leads nowhere.
  if (/^10\.(?!5555\/)\d{4,}\//.test(identifier)) return `https://doi.org/${identifier}`;
  if (/^NCT\d{8}$/.test(identifier)) return `https://clinicaltrials.gov/study/${identifier}`;
  if (/^ISRCTN\d+$/.test(identifier)) return `https://www.isrctn.com/${identifier}`;
  return null;
};

const Identifier = ({ identifier }: { identifier: string }) => {
  const href = address(identifier);
  return href ? (
    <a href={href} rel="noreferrer">
      {identifier}
    </a>
  ) : (
    identifier
  );
};

const perYear = (works: readonly Work[]) => {
  const years = new Map<number, number>();
  for (const { year } of works) if (year) years.set(year, (years.get(year) ?? 0) + 1);
  return [...years].sort(([a], [b]) => b - a).slice(0, 8);
};

/** Publications, trials and products, with how many there are of each year. */
export const WorkList = ({ works }: { works: readonly Work[] }) => {
  const [all, setAll] = useState(false);
  if (works.length === 0) return <p className="quiet">No publications, trials or products are listed yet.</p>;
  const years = perYear(works);
  return (
    <>
      <ol className={classes.works}>
        {works
          .slice(0, all ? works.length : atFirst)
          .map(({ id, kind, title, year, venue, identifier, abstract, featured }) => (
            <li key={id}>
              <b>{title}</b>
              <p className="quiet">
                {[kinds[kind] ?? kind, venue, year, featured && 'chosen to stand first'].filter(Boolean).join(', ')}
                {identifier && (
                  <>
                    {'. '}
                    <Identifier identifier={identifier} />
                  </>
                )}
              </p>
              {abstract && (
                <details>
                  <summary>Abstract</summary>
                  <p className="written">{abstract}</p>
                </details>
              )}
            </li>
          ))}
      </ol>
      {!all && works.length > atFirst && (
        <Button variant="default" mt="md" onClick={() => setAll(true)}>
          Show all {works.length}
        </Button>
      )}
      {years.length > 2 && (
        <BarList
          caption="Works of the last years"
          columns={['Year', 'Works']}
          rows={years.map(([year, count]) => ({ label: String(year), value: count }))}
        />
      )}
    </>
  );
};
