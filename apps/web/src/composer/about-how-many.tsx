import { Skeleton } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { reading } from '../api/queries';
import { AboutHowManyDocument } from '../generated/graphql';
import { counted } from '../search/list-kinds';
import { ProblemNotice } from '../shell/problem-notice';
import { TextLink } from '../theme/link-button';
import { type BriefForm, filterFrom } from './brief-form';
import classes from './composer.module.css';

/** How many people the conditions leave, who some of them are, and with none left which condition is the one. */
export const AboutHowMany = ({ form }: { form: BriefForm }) => {
  const [filter] = useDebouncedValue(JSON.stringify(filterFrom(form)), 400);
  const asked = filter !== '{}';
  const { data, error, refetch } = useQuery({
    ...reading('about-how-many', AboutHowManyDocument, { filter: JSON.parse(filter) as object }),
    enabled: asked,
    placeholderData: keepPreviousData,
  });
  const found = data?.academics;
  return (
    <section className={classes.meter} aria-labelledby="how-many">
      <h2 id="how-many" role="status">
        {!asked
          ? 'Who would match?'
          : found
            ? found.totalCount === 0
              ? 'Nobody matches'
              : `About ${counted(found.totalCount, ['academic matches', 'academics match'])}`
            : 'Counting'}
      </h2>
      {!asked && <p>Name a topic or a must-have, and you see how many people fit while you write.</p>}
      {asked && error && <ProblemNotice error={error} retry={() => void refetch()} />}
      {asked && !found && !error && <Skeleton height={60} />}
      {asked && found && found.totalCount > 0 && (
        <>
          <p>Among them:</p>
          <ul>
            {found.nodes.map(({ id, name, jobTitle }) => (
              <li key={id}>
                <TextLink to="/academics/$id" params={{ id }} target="_blank">
                  {name}
                </TextLink>
                {jobTitle && `, ${jobTitle}`}
              </li>
            ))}
          </ul>
        </>
      )}
      {asked && found && found.totalCount === 0 && (
        <>
          <p>Without one of these there would be somebody:</p>
          <ul>
            {found.relaxations.map(({ filter: name, label, totalCount }) => (
              <li key={name}>
                {label}: {counted(totalCount, ['academic', 'academics'])}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
};
