import type { LinkProps } from '@tanstack/react-router';
import type { Viewer } from '../api/queries';
import { unmask } from '../generated/fragment-masking';
import { InvitationLineFragmentDoc, RequestRowFragmentDoc, type WaitingForMeQuery } from '../generated/graphql';
import { otherOf } from '../inbox/request-row';
import { ago } from '../inbox/states';
import { counted } from '../search/list-kinds';
import { linkOf } from './due';

/** One thing that waits for the reader, and where it is done. */
export interface Action {
  key: string;
  title: string;
  detail: string;
  /** A day or a moment; null where it can be done whenever it suits. */
  due: string | null;
  to: Pick<LinkProps, 'to' | 'params' | 'search' | 'hash'>;
}

const answers = (name: string) => `Answer the request of ${name}`;
const steps: Record<string, (name: string) => string> = {
  asked: (name) => `Answer the question of ${name}`,
  'awaiting-nda': () => 'Sign the NDA: the other side has said yes',
};

const fromRequests = ({ received, sent }: WaitingForMeQuery): Action[] =>
  [...received.nodes, ...sent.nodes].flatMap((node) => {
    const row = unmask(RequestRowFragmentDoc, node);
    // A request that waits for an NDA waits for one of the sides.
    if (!row.replyDue) return [];
    const { name } = otherOf(row);
    return {
      key: row.id,
      title: (steps[row.state] ?? answers)(name),
      detail: row.type?.label ?? '',
      due: row.openUntil,
      to: { to: '/requests/$id', params: { id: row.id } },
    };
  });

/** Requests that an office of the reader's has to decide on before they go further. */
const fromOffices = ({ memberships }: Viewer, approvals: number): Action[] =>
  memberships
    .filter(({ role }) => role === 'office' && approvals > 0)
    .map(({ organisation: { id, name } }) => ({
      key: `office-${id}`,
      title: `Decide on requests in the office of ${name}`,
      detail: `${counted(approvals, ['request waits', 'requests wait'])} for your offices.`,
      due: null,
      to: { to: '/office/$organisationId', params: { organisationId: id } },
    }));

/** What waits in collaborations, meetings and introductions. */
const fromWork = ({ waitingForMe }: WaitingForMeQuery): Action[] =>
  waitingForMe.map(({ key, title, detail, dueAt, path }) => ({
    ...{ key, title, detail: detail ?? '', due: dueAt },
    to: linkOf(path),
  }));

const fromInvitations = ({ myInvitations }: WaitingForMeQuery): Action[] =>
  myInvitations.map((one) => {
    const { id, organisationName, inviterName } = unmask(InvitationLineFragmentDoc, one);
    return {
      key: id,
      title: `Join ${organisationName}`,
      detail: `${inviterName} invites you.`,
      due: null,
      to: { to: '/invitations/$id', params: { id } },
    };
  });

const fromDrafts = ({ requestDrafts, myOpportunities }: WaitingForMeQuery): Action[] => [
  ...requestDrafts.map(({ id, reason, updatedAt }) => ({
    key: id,
    title: 'Finish a request',
    detail: `Last changed ${ago(updatedAt)}. ${reason ? `“${reason.slice(0, 90)}${reason.length > 90 ? '…' : ''}”` : 'No reason is written yet.'}`,
    due: null,
    to: { to: '/requests/new', search: { draft: id } } as const,
  })),
  ...myOpportunities
    .filter(({ state }) => state === 'draft')
    .map(({ id, title }) => ({
      key: id,
      title: `Finish “${title}”`,
      detail: 'A draft, which nobody else sees yet.',
      due: null,
      to: { to: '/opportunities/$id/edit', params: { id } } as const,
    })),
];

/** Where somebody begins who has neither a profile nor an organisation. */
const fromViewer = (viewer: Viewer): Action[] => {
  if (viewer.academic || viewer.memberships.length > 0) return [];
  return viewer.platformRole === 'platform-admin'
    ? [
        {
          key: 'administration',
          title: 'Look after the platform',
          detail: 'Organisations to verify, profiles that are claimed, topics and the search index.',
          due: null,
          to: { to: '/admin' },
        },
      ]
    : [
        {
          key: 'profile',
          title: 'Make your profile',
          detail: 'For clinicians who do research: others find you, and can ask you.',
          due: null,
          to: { to: '/me' },
        },
        {
          key: 'organisation',
          title: 'Register your organisation',
          detail: 'For companies, universities and hospitals: write briefs, and ask people.',
          due: null,
          to: { to: '/organisations/register' },
        },
      ];
};

/** Declarations of interest that wait for their yearly confirmation. */
const fromInterests = ({ interestStanding: { due, confirmBy } }: WaitingForMeQuery): Action[] =>
  due && confirmBy
    ? [
        {
          key: 'interests',
          title: 'Confirm your declarations of interest',
          detail: 'Once a year.',
          due: confirmBy,
          to: { to: '/me/interests' },
        },
      ]
    : [];

const never = Number.MAX_SAFE_INTEGER;
const timeOf = ({ due }: Action) => (due ? Date.parse(due) : never);

/** Everything that waits for the reader: what has a date first, the soonest before the others; then the rest, room by room. */
export const actionsFor = (viewer: Viewer, waiting: WaitingForMeQuery, approvals: number): Action[] =>
  [
    ...fromRequests(waiting),
    ...fromOffices(viewer, approvals),
    ...fromInterests(waiting),
    ...fromWork(waiting),
    ...fromInvitations(waiting),
    ...fromDrafts(waiting),
    ...fromViewer(viewer),
  ].sort((a, b) => timeOf(a) - timeOf(b));
