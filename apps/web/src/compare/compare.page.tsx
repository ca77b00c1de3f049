import { Alert, Skeleton, Switch } from '@mantine/core';
import { useQueries } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { reading } from '../api/queries';
import { unmask } from '../generated/fragment-masking';
import { type ComparedAcademicFragment, ComparedAcademicFragmentDoc, ComparedOneDocument } from '../generated/graphql';
import { mostCompared } from '../search/compared';
import { placeModeLabel } from '../search/list-kinds';
import { PageHeading } from '../shell/page-heading';
import { CheckIcon } from '../theme/icons';
import { LinkButton, TextLink } from '../theme/link-button';
import { availabilityOf, placeOf } from '../theme/words';
import classes from './compare.module.css';

const route = getRouteApi('/compare');

type One = ComparedAcademicFragment;

interface Line {
  label: string;
  cell: (one: One) => ReactNode;
  /** What decides whether the line shows a difference. */
  same: (one: One) => string;
}

const plain = (label: string, text: (one: One) => string | null | undefined): Line => ({
  label,
  cell: (one) => text(one) || <span className="quiet">Not stated</span>,
  same: (one) => text(one) ?? '',
});

const names = (terms: readonly { label: string }[]) => terms.map(({ label }) => label).join(', ');

const works = (one: One) => {
  const of = (kind: string) => one.works.filter((work) => work.kind === kind).length;
  const parts: [number, string, string][] = [
    [of('publication'), 'publication', 'publications'],
    [of('trial'), 'trial', 'trials'],
    [of('product'), 'product', 'products'],
  ];
  return parts
    .filter(([count]) => count > 0)
    .map(([count, singular, plural]) => `${count} ${count === 1 ? singular : plural}`)
    .join(', ');
};

const topicLine = (all: readonly One[]): Line => {
  const counts = new Map<string, number>();
  for (const { topics } of all) for (const { code } of topics) counts.set(code, (counts.get(code) ?? 0) + 1);
  return {
    label: 'Topics',
    same: ({ topics }) => topics.map(({ code }) => code).join(),
    cell: ({ topics }) => (
      <ul className={classes.topics}>
        {topics
          .toSorted((x, y) => (counts.get(y.code) ?? 0) - (counts.get(x.code) ?? 0))
          .map(({ code, label }) => (
            <li key={code}>
              {(counts.get(code) ?? 0) > 1 ? <CheckIcon size={16} /> : <span style={{ width: 16 }} />}
              <span>
                {label}
                {(counts.get(code) ?? 0) > 1 && <span className="quiet"> (shared)</span>}
              </span>
            </li>
          ))}
      </ul>
    ),
  };
};

const ComparePage = () => {
  const { ids = [] } = route.useSearch();
  const navigate = route.useNavigate();
  const [different, setDifferent] = useState(false);
  const answers = useQueries({
    queries: ids.slice(0, mostCompared).map((id) => reading('compared', ComparedOneDocument, { id })),
  });
  const loading = answers.some(({ isPending }) => isPending);
  const all = answers.flatMap(({ data }) => (data ? [unmask(ComparedAcademicFragmentDoc, data.academic)] : []));
  const gone = answers.filter(({ isError }) => isError).length;
  const lines: Line[] = [
    plain('Role', ({ jobTitle, employer }) => [jobTitle, employer?.name].filter(Boolean).join(', ')),
    plain('Profession', ({ profession }) => profession?.label),
    plain('Career stage', ({ careerStage }) => careerStage?.label),
    plain('Place', ({ place }) => placeOf(place)),
    plain('Availability', ({ availability }) => availabilityOf(availability)),
    plain('On site or remote', ({ availability }) => placeModeLabel(availability.placeMode)),
    topicLine(all),
    plain('Ways of working', ({ engagementTypes }) => names(engagementTypes)),
    plain('Sectors', ({ sectors }) => names(sectors)),
    plain('Evidence', works),
  ];
  const shown = different ? lines.filter(({ same }) => new Set(all.map(same)).size > 1) : lines;
  const remove = (id: string) => navigate({ search: { ids: ids.filter((other) => other !== id) }, replace: true });
  return (
    <div>
      <PageHeading title="Compare academics" />
      {ids.length < 2 && (
        <div className="prose">
          <p>Choose two to four people in the list of academics. Each has a box named Compare.</p>
          <LinkButton to="/academics">Find academics</LinkButton>
        </div>
      )}
      {gone > 0 && (
        <Alert color="apricot" my="md" role="status">
          {gone === 1 ? 'One of these profiles is' : `${gone} of these profiles are`} not there any more.
        </Alert>
      )}
      {loading && <Skeleton height={360} mt="lg" />}
      {!loading && all.length > 0 && (
        <>
          <div className={`${classes.tools} no-print`}>
            <Switch
              label="Only where they differ"
              checked={different}
              onChange={(event) => setDifferent(event.currentTarget.checked)}
            />
            <TextLink to="/academics">Back to the list</TextLink>
          </div>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways has to be reached with the keyboard */}
          <section className={classes.scroll} tabIndex={0} aria-label="Comparison">
            <table className={classes.table}>
              <thead>
                <tr>
                  <th scope="col">Who</th>
                  {all.map(({ id, name }) => (
                    <th key={id} scope="col">
                      <TextLink to="/academics/$id" params={{ id }}>
                        {name}
                      </TextLink>
                      <br />
                      <button type="button" className={classes.remove} onClick={() => void remove(id)}>
                        Take out <span className="quiet">{name}</span>
                      </button>
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {shown.map(({ label, cell }) => (
                  <tr key={label}>
                    <th scope="row">{label}</th>
                    {all.map((one) => (
                      <td key={one.id}>{cell(one)}</td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        </>
      )}
    </div>
  );
};

export default ComparePage;
