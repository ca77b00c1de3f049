import { useQuery } from '@tanstack/react-query';
import { viewerQuery } from '../api/queries';
import { LinkButton } from '../theme/link-button';
import type { RequestTarget } from './draft';

interface Props {
  target: RequestTarget;
  children: string;
}

/** The way to a request, from a profile or a brief; on one's own there is none. */
export const AskButton = ({ target, children }: Props) => {
  const { data: viewer } = useQuery(viewerQuery);
  const own =
    (target.to && viewer?.academic?.id === target.to) ||
    viewer?.memberships.some(({ organisation }) => organisation.id === target.organisation);
  if (own) return null;
  return (
    <LinkButton to="/requests/new" search={{ ...target }} className="no-print">
      {children}
    </LinkButton>
  );
};

/** On an academic's profile: the way to ask, to take an unclaimed profile over, or for oneself to change it. */
export const AskAcademic = ({ academic: { id, givenName, claimed } }: { academic: Named & { claimed: boolean } }) => {
  const { data: viewer } = useQuery(viewerQuery);
  if (viewer?.academic?.id === id) return <LinkButton to="/me">Change my profile</LinkButton>;
  if (claimed) return <AskButton target={{ to: id }}>{`Ask ${givenName}`}</AskButton>;
  if (viewer?.academic) return null;
  return (
    <LinkButton to="/academics/$id/claim" params={{ id }} variant="default" className="no-print">
      This is me
    </LinkButton>
  );
};

interface Named {
  id: string;
  givenName: string;
}

/** On an opportunity: the way to answer it, or for its own side to change it. */
export const AskAboutOpportunity = ({ opportunity: { id, mine, state } }: { opportunity: Offered }) => {
  if (mine) {
    return (
      <LinkButton to="/opportunities/$id/edit" params={{ id }} className="no-print">
        Change this
      </LinkButton>
    );
  }
  return state === 'published' ? <AskButton target={{ opportunity: id }}>I am interested</AskButton> : null;
};

interface Offered {
  id: string;
  mine: boolean;
  state: string;
}
