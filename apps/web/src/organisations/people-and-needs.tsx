import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import classes from '../profiles/profile.module.css';
import { ProblemNotice } from '../shell/problem-notice';
import { TextLink } from '../theme/link-button';
import { closing } from '../theme/words';
import { peopleAndNeeds } from './organisation.query';

/** The briefs of an organisation that are open. */
export const OrganisationNeeds = ({ id }: { id: string }) => {
  const { data, error, refetch } = useQuery(peopleAndNeeds(id));
  if (error) return <ProblemNotice error={error} retry={() => void refetch()} />;
  if (!data) return <Skeleton height={60} />;
  const { nodes, totalCount } = data.opportunities;
  if (totalCount === 0) return <p className="quiet">There is no open brief at this moment.</p>;
  return (
    <>
      <ul className={classes.works}>
        {nodes.map(({ id: opportunity, title, opportunityType, deadline }) => (
          <li key={opportunity}>
            <TextLink to="/opportunities/$id" params={{ id: opportunity }}>
              {title}
            </TextLink>
            <p className="quiet">{[opportunityType.label, deadline && closing(deadline)].filter(Boolean).join('. ')}</p>
          </li>
        ))}
      </ul>
      {totalCount > nodes.length && (
        <p>
          <TextLink to="/opportunities" search={{ organisations: [id] }}>
            All {totalCount} open briefs
          </TextLink>
        </p>
      )}
    </>
  );
};

/** The academics who work at an organisation. */
export const OrganisationPeople = ({ id }: { id: string }) => {
  const { data, error } = useQuery(peopleAndNeeds(id));
  if (error) return null;
  if (!data) return <Skeleton height={60} />;
  const { nodes, totalCount } = data.academics;
  if (totalCount === 0) return <p className="quiet">No clinical academic names this organisation yet.</p>;
  return (
    <>
      <ul className={classes.works}>
        {nodes.map(({ id: academic, name, jobTitle, topics }) => (
          <li key={academic}>
            <TextLink to="/academics/$id" params={{ id: academic }}>
              {name}
            </TextLink>
            <p className="quiet">
              {[
                jobTitle,
                topics
                  .slice(0, 3)
                  .map(({ label }) => label)
                  .join(', '),
              ]
                .filter(Boolean)
                .join('. ')}
            </p>
          </li>
        ))}
      </ul>
      {totalCount > nodes.length && (
        <p>
          <TextLink to="/academics" search={{ organisations: [id] }}>
            All {totalCount} people
          </TextLink>
        </p>
      )}
    </>
  );
};
