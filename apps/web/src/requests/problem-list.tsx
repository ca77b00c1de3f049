import { Alert } from '@mantine/core';
import { type FragmentType, unmask } from '../generated/fragment-masking';
import { RequestTroubleFragmentDoc } from '../generated/graphql';
import { TextLink } from '../theme/link-button';
import { dayOf } from '../theme/words';
import classes from './requests.module.css';

type Trouble = FragmentType<typeof RequestTroubleFragmentDoc>;

const titles: Record<string, string> = {
  'must-have-unmet': 'A must-have is not met',
  'exclusion-hit': 'This is ruled out by the brief',
  duplicate: 'You have asked already',
  'cool-down': 'Give it a little time',
  'weekly-limit': 'Enough for this week',
  'no-profile': 'You need a profile first',
  unclaimed: 'Nobody would read this yet',
};

const fixes: Record<string, { to: '/me'; label: string } | undefined> = {
  'no-profile': { to: '/me', label: 'Make your profile' },
  'profile-hidden': { to: '/me', label: 'Open your profile' },
};

/** What stands against sending, and what to know before: each with what can be done about it. */
export const ProblemList = ({
  problems,
  warnings,
}: {
  problems: readonly Trouble[];
  warnings?: readonly Trouble[];
}) => (
  <div className={classes.problems}>
    {problems.map((one) => {
      const problem = unmask(RequestTroubleFragmentDoc, one);
      const fix = fixes[problem.code];
      const unsaid = problem.criteria.filter(({ label }) => !problem.message.includes(label));
      return (
        <Alert
          key={problem.code}
          color={problem.acknowledgeable ? 'apricot' : 'red'}
          title={titles[problem.code] ?? (problem.acknowledgeable ? 'Know this first' : 'This stands in the way')}
        >
          <p>{problem.message}</p>
          {unsaid.length > 0 && (
            <ul>
              {unsaid.map(({ facet, code, label }) => (
                <li key={`${facet}-${code}`}>{label}</li>
              ))}
            </ul>
          )}
          <p>{problem.fix}</p>
          {problem.until && <p>It passes on {dayOf(problem.until)}.</p>}
          {problem.requestId && (
            <p>
              <TextLink to="/requests/$id" params={{ id: problem.requestId }}>
                Open that request
              </TextLink>
            </p>
          )}
          {fix && (
            <p>
              <TextLink to={fix.to}>{fix.label}</TextLink>
            </p>
          )}
        </Alert>
      );
    })}
    {warnings?.map((one) => {
      const { code, message, fix } = unmask(RequestTroubleFragmentDoc, one);
      return (
        <Alert key={code} color="pine" title="Good to know">
          <p>{message}</p>
          <p>{fix}</p>
        </Alert>
      );
    })}
  </div>
);
