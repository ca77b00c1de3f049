import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ask } from '../api/ask';
import { reading } from '../api/queries';
import dashboard from '../dashboard/dashboard.module.css';
import { FormSkeleton } from '../forms/form-skeleton';
import { ExposureMeasurementsDocument, MeasureExposureDocument } from '../generated/graphql';
import { ProblemNotice } from '../shell/problem-notice';
import { dayOf } from '../theme/words';
import classes from './care.module.css';
import { furthest, type Measurement } from './exposure-series';

const titles: [grouping: string, title: string][] = [
  ['profession', 'Profession'],
  ['careerStage', 'Career stage'],
  ['nation', 'Nation'],
];

const percent = (part: number, whole: number) =>
  whole === 0 ? '0 %' : `${((100 * part) / whole).toLocaleString('en-GB', { maximumFractionDigits: 1 })} %`;
const times = (ratio: number) => ratio.toLocaleString('en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const number = (count: number) => count.toLocaleString('en-GB');

/** A bar as long as the ratio; the line at 1 is in the middle. */
const Ratio = ({ ratio }: { ratio: number | null }) =>
  ratio === null ? (
    <span className="quiet">too few to tell</span>
  ) : (
    <span className={classes.ratio}>
      {times(ratio)}
      <span className={classes.track} aria-hidden="true">
        <span style={{ width: `${Math.min(100, ratio * 50)}%` }} />
      </span>
    </span>
  );

const GroupTable = ({ title, grouping, of }: { title: string; grouping: string; of: Measurement }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways is reached with the keyboard
  <section className={classes.scroll} tabIndex={0} aria-label={`Shares by ${title.toLowerCase()}`}>
    <table className={classes.table} style={{ marginTop: '1.25rem' }}>
      <caption>
        <b>{title}</b>
      </caption>
      <thead>
        <tr>
          <th scope="col">Group</th>
          <th scope="col">Of the directory</th>
          <th scope="col">Of the first places</th>
          <th scope="col">Against even shares</th>
        </tr>
      </thead>
      <tbody>
        {of.groups
          .filter((group) => group.grouping === grouping)
          .toSorted((a, b) => b.people - a.people)
          .map(({ label, people, places, ratio }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{percent(people, of.people)}</td>
              <td>{percent(places, of.places)}</td>
              <td>
                <Ratio ratio={ratio} />
              </td>
            </tr>
          ))}
      </tbody>
    </table>
  </section>
);

const Latest = ({ of }: { of: Measurement }) => (
  <>
    <p>
      Measured on {dayOf(of.createdAt)} with edition {of.weightsEdition} of the weights: the first ten matches of{' '}
      {number(of.lists)} open briefs, which are {number(of.places)} places, against {number(of.people)} profiles.
    </p>
    <p>
      {percent(of.neverShown, of.people)} of the profiles were in none of these lists, and the hundredth that was shown
      most had {percent(of.placesOfMostShown, of.places)} of the places.
    </p>
    <p className="quiet">
      1.00 is as many places as the group is large; 2.00 is twice as many. A difference is not yet unfair: briefs may
      ask for a profession. Where a group is far from 1.00 in several measurements and the briefs do not ask for that,
      raise the weight “Open requests” in libs/matching/data/weights.json, which puts people who are asked much further
      down, give it a new edition, and measure again.
    </p>
    {titles.map(([grouping, title]) => (
      <GroupTable key={grouping} title={title} grouping={grouping} of={of} />
    ))}
  </>
);

/** More measurements than this are not read side by side. */
const mostColumns = 6;

/** The groups that are furthest from even shares now, and where they were before. */
const OverTime = ({ all }: { all: readonly Measurement[] }) => {
  const measurements = all.slice(0, mostColumns);
  const lines = furthest(measurements);
  const [first] = lines;
  if (!first) return null;
  const days = measurements.map(({ createdAt }) => dayOf(createdAt)).reverse();
  const now = first.ratios.at(-1) ?? 1;
  return (
    <>
      <h3 style={{ marginTop: '1.5rem' }}>
        Over time: furthest from even shares is “{first.label}”, with {times(now)}
      </h3>
      <p className="quiet">The groups that are furthest from 1.00 now, and where they were before.</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways is reached with the keyboard */}
      <section className={classes.scroll} tabIndex={0} aria-label="Shares over time">
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">Group</th>
              {days.map((day, at) => (
                <th key={measurements.at(-1 - at)?.id} scope="col">
                  {day}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map(({ grouping, label, ratios }) => (
              <tr key={`${grouping} ${label}`}>
                <th scope="row">
                  {new Map(titles).get(grouping)}: {label}
                </th>
                {ratios.map((ratio, at) => (
                  <td key={measurements.at(-1 - at)?.id}>{ratio === null ? 'too few' : times(ratio)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
};

const Earlier = ({ measurements }: { measurements: readonly Measurement[] }) => (
  <ul>
    {measurements.map(({ id, createdAt, state, weightsEdition, neverShown, people }) => (
      <li key={id}>
        {dayOf(createdAt)}:{' '}
        {state === 'done'
          ? `edition ${weightsEdition}, ${percent(neverShown, people)} never shown`
          : 'failed; the log says why'}
      </li>
    ))}
  </ul>
);

/** Who is shown in matches, against who is there. */
export const ExposureSection = () => {
  const queries = useQueryClient();
  const { data, error, refetch } = useQuery({
    ...reading('exposure', ExposureMeasurementsDocument, {}),
    refetchInterval: (query) => (query.state.data?.exposureMeasurements[0]?.state === 'waiting' ? 2_000 : false),
  });
  const measuring = useMutation({
    mutationFn: () => ask(MeasureExposureDocument, {}),
    onSettled: () => queries.invalidateQueries({ queryKey: ['exposure'] }),
  });
  const all = data?.exposureMeasurements ?? [];
  const waiting = all[0]?.state === 'waiting';
  const latest = all.find(({ state }) => state === 'done');
  const earlier = all.filter((one) => one !== latest && one.state !== 'waiting');
  return (
    <section className={dashboard.section} aria-labelledby="exposure">
      <h2 id="exposure">Who is shown</h2>
      {error && <ProblemNotice error={error} retry={() => void refetch()} />}
      {measuring.error && <ProblemNotice error={measuring.error} />}
      {!data && !error && <FormSkeleton groups={1} />}
      {latest && <Latest of={latest} />}
      <OverTime all={all.filter(({ state }) => state === 'done')} />
      {data && !latest && !waiting && (
        <p>
          Not measured yet. A measurement compares who is in the first places of matches with who is in the directory.
        </p>
      )}
      {data && (
        <div style={{ marginTop: '1rem' }}>
          <p role="status">{waiting ? 'A measurement is being made. It takes a minute or two.' : ''}</p>
          <Button variant="default" disabled={waiting} loading={measuring.isPending} onClick={() => measuring.mutate()}>
            Measure now
          </Button>
        </div>
      )}
      {earlier.length > 0 && (
        <>
          <h3 style={{ marginTop: '1.25rem' }}>Earlier</h3>
          <Earlier measurements={earlier} />
        </>
      )}
    </section>
  );
};
