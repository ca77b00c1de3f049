import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { ask } from '../api/ask';
import { reading, type Viewer } from '../api/queries';
import { FormSkeleton } from '../forms/form-skeleton';
import forms from '../forms/forms.module.css';
import { unmask } from '../generated/fragment-masking';
import {
  AcceptInvitationDocument,
  DeclineInvitationDocument,
  InvitationLineFragmentDoc,
  MyInvitationsDocument,
} from '../generated/graphql';
import { PageHeading } from '../shell/page-heading';
import { ProblemNotice } from '../shell/problem-notice';
import { Empty } from '../signed-in/empty';
import { SignedIn } from '../signed-in/signed-in';
import { LinkButton } from '../theme/link-button';
import { dayOf } from '../theme/words';

const route = getRouteApi('/invitations/$id');

const meanings: Record<string, string> = {
  member: 'As a member you can ask and answer for the organisation, and write briefs for it.',
  admin: 'As an administrator you can also change its profile, its people and its rules.',
  office: 'In its office you see the requests of its people, and approve them where the organisation wants that.',
};

const InvitationCard = ({ viewer }: { viewer: Viewer }) => {
  const { id } = route.useParams();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { data, error, refetch } = useQuery({ ...reading('my-invitations', MyInvitationsDocument, {}), staleTime: 0 });
  const answering = useMutation({
    mutationFn: async (yes: boolean) => {
      if (yes) await ask(AcceptInvitationDocument, { id });
      else await ask(DeclineInvitationDocument, { id });
      return yes;
    },
    onSuccess: async (yes) => {
      await queries.invalidateQueries({ queryKey: ['viewer'] });
      void queries.invalidateQueries({ queryKey: ['waiting'] });
      const organisationId = invitation?.organisationId;
      await (yes && organisationId
        ? navigate({ to: '/organisations/$id/desk', params: { id: organisationId } })
        : navigate({ to: '/dashboard' }));
    },
  });
  const invitation = data?.myInvitations
    .map((one) => unmask(InvitationLineFragmentDoc, one))
    .find((one) => one.id === id);
  if (error) {
    return (
      <div className="prose">
        <PageHeading title="Invitation" />
        <ProblemNotice error={error} retry={() => void refetch()} />
      </div>
    );
  }
  if (!data) return <FormSkeleton groups={1} />;
  if (!invitation) {
    return (
      <div className="prose">
        <PageHeading title="Invitation" />
        <Empty
          title="There is no open invitation here for you"
          action={<LinkButton to="/dashboard">Go to the dashboard</LinkButton>}
        >
          You are signed in as {viewer.email}. The invitation may be for another address of yours, may have been
          answered, or has ended. Ask for a new one.
        </Empty>
      </div>
    );
  }
  return (
    <div className="prose">
      <PageHeading title={`Join ${invitation.organisationName}`} />
      <p>
        {invitation.inviterName} invites you, {invitation.email}. The invitation is open until{' '}
        {dayOf(invitation.expiresAt)}.
      </p>
      <p>{meanings[invitation.role]}</p>
      {answering.error && <ProblemNotice error={answering.error} />}
      <div className={forms.actions}>
        <Button size="md" loading={answering.isPending} onClick={() => answering.mutate(true)}>
          Join
        </Button>
        <Button size="md" variant="default" disabled={answering.isPending} onClick={() => answering.mutate(false)}>
          No, thank you
        </Button>
      </div>
    </div>
  );
};

const InvitationPage = () => (
  <SignedIn
    title="Invitation"
    why="Sign in with the address that was invited, or open an account with it, to join the organisation."
  >
    {(viewer) => <InvitationCard viewer={viewer} />}
  </SignedIn>
);

export default InvitationPage;
