import type { LinkProps } from '@tanstack/react-router';
import type { Viewer } from '../api/queries';
import { unmask } from '../generated/fragment-masking';
import {
  InvitationLineFragmentDoc,
  type MyCollaborationWorkQuery,
  RequestRowFragmentDoc,
  type WaitingForMeQuery,
} from '../generated/graphql';
import { otherOf } from '../inbox/request-row';
import { ago, dueIn } from '../inbox/states';
import { dayOf } from '../theme/words';

/** One thing that waits for the reader, and where it is done. */
export interface Action {
  key: string;
  title: string;
  detail: string;
  due?: boolean;
  to: Pick<LinkProps, 'to' | 'params' | 'search'>;
}

const fromRequests = ({ received, sent }: WaitingForMeQuery): Action[] =>
  [...received.nodes, ...sent.nodes].map((node) => {
    const row = unmask(RequestRowFragmentDoc, node);
    const { name } = otherOf(row);
    return {
      key: row.id,
      title: row.state === 'asked' ? `${name} has a question for you` : `${name} waits for your answer`,
      detail: [dueIn(row.openUntil), row.type?.label].filter(Boolean).join('. '),
      due: true,
      to: { to: '/requests/$id', params: { id: row.id } },
    };
  });

const fromInvitations = ({ myInvitations }: WaitingForMeQuery): Action[] =>
  myInvitations.map((one) => {
    const { id, organisationName, inviterName } = unmask(InvitationLineFragmentDoc, one);
    return {
      key: id,
      title: `Join ${organisationName}`,
      detail: `${inviterName} invites you.`,
      to: { to: '/invitations/$id', params: { id } },
    };
  });

const fromDrafts = ({ requestDrafts, myOpportunities }: WaitingForMeQuery): Action[] => [
  ...requestDrafts.map(({ id, reason, updatedAt }) => ({
    key: id,
    title: 'Finish a request',
    detail: `Last changed ${ago(updatedAt)}. ${reason ? `“${reason.slice(0, 90)}${reason.length > 90 ? '…' : ''}”` : 'No reason is written yet.'}`,
    to: { to: '/requests/new', search: { draft: id } } as const,
  })),
  ...myOpportunities
    .filter(({ state }) => state === 'draft')
    .map(({ id, title }) => ({
      key: id,
      title: `Finish “${title}”`,
      detail: 'A draft, which nobody else sees yet.',
      to: { to: '/opportunities/$id/edit', params: { id } } as const,
    })),
];

/** Tasks of the reader's own in collaborations, the soonest due first, and collaborations that they are asked to join. */
export const actionsFromWork = ({
  myCollaborationInvitations,
  myCollaborationTasks,
}: MyCollaborationWorkQuery): Action[] => [
  ...myCollaborationInvitations.map(({ id, sideName, inviter }) => ({
    key: id,
    title: `Join a collaboration of ${sideName}`,
    detail: `${inviter ?? 'Somebody'} asks you.`,
    to: { to: '/collaborations' } as const,
  })),
  ...myCollaborationTasks.slice(0, 5).map(({ id, collaborationId, title, dueOn }) => ({
    key: id,
    title,
    detail: dueOn ? `A task of yours, due ${dayOf(dueOn)}.` : 'A task of yours.',
    due: dueOn !== null,
    to: { to: '/collaborations/$id', params: { id: collaborationId } } as const,
  })),
];

/** Where the viewer stands: a first profile, or an organisation of their own. */
const fromViewer = (viewer: Viewer): Action[] =>
  viewer.academic || viewer.memberships.length > 0
    ? []
    : [
        {
          key: 'profile',
          title: 'Make your profile',
          detail: 'For clinicians who do research: others find you, and can ask you.',
          to: { to: '/me' },
        },
        {
          key: 'organisation',
          title: 'Register your organisation',
          detail: 'For companies, universities and hospitals: write briefs, and ask people.',
          to: { to: '/organisations/register' },
        },
      ];

/** Declarations of interest that wait for their yearly confirmation. */
const fromInterests = ({ interestStanding: { due, confirmBy } }: WaitingForMeQuery): Action[] =>
  due && confirmBy
    ? [
        {
          key: 'interests',
          title: 'Confirm your declarations of interest',
          detail: `Once a year: by ${dayOf(confirmBy)}.`,
          due: true,
          to: { to: '/me/interests' },
        },
      ]
    : [];

/** Everything that waits for the reader, the most pressing first. */
export const actionsFor = (viewer: Viewer, waiting: WaitingForMeQuery): Action[] => [
  ...fromRequests(waiting),
  ...fromInterests(waiting),
  ...fromInvitations(waiting),
  ...fromDrafts(waiting),
  ...fromViewer(viewer),
];
