import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { reading, type Viewer } from '../api/queries';
import { ActivityDocument, type ActivityQuery } from '../generated/graphql';
import { ProblemNotice } from '../shell/problem-notice';
import { BarList } from '../theme/bar-list';
import { TextLink } from '../theme/link-button';
import { dayOf } from '../theme/words';
import classes from './dashboard.module.css';

const change = (now: number, before: number): string => {
  if (now === before) return 'as many as in the four weeks before';
  return `${Math.abs(now - before)} ${now > before ? 'more' : 'fewer'} than in the four weeks before`;
};

const lasting = (hours: number): string => {
  if (hours < 1) return 'Within an hour';
  return hours < 48 ? `${Math.round(hours)} hours` : `${Math.round(hours / 24)} days`;
};

const Tile = ({ label, value, detail }: { label: string; value: string; detail: string }) => (
  <div className={classes.fact}>
    <dt>{label}</dt>
    <dd>
      {value}
      <small>{detail}</small>
    </dd>
  </div>
);

/** How it is going: four weeks against the four before, the way from being seen to a yes, and which companies looked. */
export const ActivitySection = ({ viewer }: { viewer: Viewer }) => {
  const { data, error, refetch } = useQuery(reading('activity', ActivityDocument, {}));
  if (!viewer.academic && viewer.memberships.length === 0) return null;
  if (error && !data) return <ProblemNotice error={error} retry={() => void refetch()} />;
  const academic = viewer.academic !== null;
  return (
    <section className={classes.section} aria-labelledby="activity">
      <h2 id="activity">The last four weeks</h2>
      {!data && <Skeleton height={120} radius="md" />}
      {data && <Numbers activity={data.requestActivity} views={data.profileViews} academic={academic} />}
    </section>
  );
};

interface NumbersProps {
  activity: ActivityQuery['requestActivity'];
  views: ActivityQuery['profileViews'];
  academic: boolean;
}

const Numbers = ({ activity: { lately, before }, views, academic }: NumbersProps) => {
  const seen = academic && views.recorded;
  const steps = [
    ...(seen ? [{ label: 'Companies looked at your profile', value: views.lately }] : []),
    { label: 'Requests received and sent', value: lately.received + lately.sent },
    { label: 'Answered', value: lately.answered },
    { label: 'Accepted', value: lately.accepted },
  ];
  const nothing = steps.every(({ value }) => value === 0);
  return (
    <>
      <dl className={classes.facts}>
        {seen && (
          <Tile
            label="Companies that looked at your profile"
            value={String(views.lately)}
            detail={change(views.lately, views.before)}
          />
        )}
        <Tile
          label="Requests received"
          value={String(lately.received)}
          detail={change(lately.received, before.received)}
        />
        <Tile label="Requests sent" value={String(lately.sent)} detail={change(lately.sent, before.sent)} />
        <Tile
          label="Typical time to an answer (median)"
          value={lately.hoursToAnswer === null ? 'No answer yet' : lasting(lately.hoursToAnswer)}
          detail={
            before.hoursToAnswer === null ? 'none in the four weeks before' : `${lasting(before.hoursToAnswer)} before`
          }
        />
      </dl>
      {!nothing && <BarList caption="From being seen to a yes" columns={['Step', 'In four weeks']} rows={steps} />}
      {seen && views.companies.length + views.others > 0 && (
        <>
          <h3>Who from industry looked, in the last {views.days} days</h3>
          <ul className={classes.viewers}>
            {views.companies.map(({ organisation: { id, name }, days, lastOn }) => (
              <li key={id}>
                <TextLink to="/organisations/$id" params={{ id }}>
                  {name}
                </TextLink>
                , {days === 1 ? 'on' : `on ${days} days, the last time on`} {dayOf(lastOn)}
              </li>
            ))}
            {views.others > 0 && <li>{views.others === 1 ? 'One company more' : `${views.others} companies more`}</li>}
          </ul>
        </>
      )}
      {academic && (
        <p className={`${classes.note} quiet`}>
          {views.recorded
            ? 'Only the company and the day are kept, never the person. '
            : 'Which companies look at your profile is not recorded, as you chose. '}
          <TextLink to="/me/searches">Change this</TextLink>
        </p>
      )}
    </>
  );
};
