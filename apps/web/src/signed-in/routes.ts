import { createRoute, lazyRouteComponent, redirect, type SearchSchemaInput } from '@tanstack/react-router';
import { isPart, type Part } from '../admin/parts';
import { type Box, isBox } from '../inbox/boxes';
import { isStep, type StepKey } from '../requests/steps';
import { root } from '../shell/root-route';

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const idOf = (value: unknown) => (typeof value === 'string' && uuid.test(value) ? value : undefined);

interface NewRequestSearch {
  to?: string;
  organisation?: string;
  opportunity?: string;
  draft?: string;
  step?: StepKey;
}

const newRequest = createRoute({
  getParentRoute: () => root,
  path: '/requests/new',
  validateSearch: (raw: { [name in keyof NewRequestSearch]?: string } & SearchSchemaInput): NewRequestSearch => ({
    to: idOf(raw.to),
    organisation: idOf(raw.organisation),
    opportunity: idOf(raw.opportunity),
    draft: idOf(raw.draft),
    step: isStep(raw.step) ? raw.step : undefined,
  }),
  component: lazyRouteComponent(() => import('../requests/new-request.page')),
});

const sent = createRoute({
  getParentRoute: () => root,
  path: '/requests/$id/sent',
  component: lazyRouteComponent(() => import('../requests/sent.page')),
});

const thread = createRoute({
  getParentRoute: () => root,
  path: '/requests/$id',
  component: lazyRouteComponent(() => import('../inbox/thread.page')),
});

const inbox = createRoute({
  getParentRoute: () => root,
  path: '/inbox',
  validateSearch: ({ box }: { box?: string } & SearchSchemaInput): { box?: Box } =>
    isBox(box) && box !== 'received' ? { box } : {},
  component: lazyRouteComponent(() => import('../inbox/inbox.page')),
});

/** Where letters and notifications lead. */
const inboxThread = createRoute({
  getParentRoute: () => root,
  path: '/inbox/$id',
  beforeLoad: ({ params }) => {
    throw redirect({ to: '/requests/$id', params, replace: true });
  },
});

const me = createRoute({
  getParentRoute: () => root,
  path: '/me',
  component: lazyRouteComponent(() => import('../me/me.page')),
});

const savedSearches = createRoute({
  getParentRoute: () => root,
  path: '/me/searches',
  component: lazyRouteComponent(() => import('../saved/searches.page')),
});

const consents = createRoute({
  getParentRoute: () => root,
  path: '/me/consent',
  component: lazyRouteComponent(() => import('../me/consent.page')),
});

const data = createRoute({
  getParentRoute: () => root,
  path: '/me/data',
  component: lazyRouteComponent(() => import('../me/data.page')),
});

const meetings = createRoute({
  getParentRoute: () => root,
  path: '/me/meetings',
  validateSearch: (
    raw: { box?: string; meeting?: string } & SearchSchemaInput,
  ): { box?: 'agreed' | 'past'; meeting?: string } => ({
    box: raw.box === 'agreed' || raw.box === 'past' ? raw.box : undefined,
    meeting: idOf(raw.meeting),
  }),
  component: lazyRouteComponent(() => import('../meetings/my-meetings.page')),
});

const introductions = createRoute({
  getParentRoute: () => root,
  path: '/introductions',
  validateSearch: (
    raw: { role?: string; introduction?: string } & SearchSchemaInput,
  ): { role?: 'asker' | 'target'; introduction?: string } => ({
    role: raw.role === 'asker' || raw.role === 'target' ? raw.role : undefined,
    introduction: idOf(raw.introduction),
  }),
  component: lazyRouteComponent(() => import('../introductions/introductions.page')),
});

const claim = createRoute({
  getParentRoute: () => root,
  path: '/academics/$id/claim',
  component: lazyRouteComponent(() => import('../me/claim.page')),
});

const newOpportunity = createRoute({
  getParentRoute: () => root,
  path: '/opportunities/new',
  validateSearch: ({ organisation }: { organisation?: string } & SearchSchemaInput) => ({
    organisation: idOf(organisation),
  }),
  component: lazyRouteComponent(() => import('../composer/new-opportunity.page')),
});

const editOpportunity = createRoute({
  getParentRoute: () => root,
  path: '/opportunities/$id/edit',
  component: lazyRouteComponent(() => import('../composer/edit-opportunity.page')),
});

const myOpportunities = createRoute({
  getParentRoute: () => root,
  path: '/opportunities/mine',
  component: lazyRouteComponent(() => import('../composer/my-opportunities.page')),
});

const registerOrganisation = createRoute({
  getParentRoute: () => root,
  path: '/organisations/register',
  component: lazyRouteComponent(() => import('../organisation-desk/register.page')),
});

const desk = createRoute({
  getParentRoute: () => root,
  path: '/organisations/$id/desk',
  component: lazyRouteComponent(() => import('../organisation-desk/desk.page')),
});

const policies = createRoute({
  getParentRoute: () => root,
  path: '/organisations/$id/policies',
  component: lazyRouteComponent(() => import('../governance/policies.page')),
});

const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitations/$id',
  component: lazyRouteComponent(() => import('../organisation-desk/invitation.page')),
});

const dashboard = createRoute({
  getParentRoute: () => root,
  path: '/dashboard',
  component: lazyRouteComponent(() => import('../dashboard/dashboard.page')),
});

const office = createRoute({
  getParentRoute: () => root,
  path: '/office/$organisationId',
  validateSearch: ({ all }: { all?: string | boolean } & SearchSchemaInput) => ({ all: all ? true : undefined }),
  component: lazyRouteComponent(() => import('../office/office.page')),
});

const admin = createRoute({
  getParentRoute: () => root,
  path: '/admin',
  validateSearch: ({
    part,
    funder,
  }: { part?: string; funder?: string } & SearchSchemaInput): { part?: Part; funder?: string } => {
    if (!isPart(part) || part === 'decisions') return {};
    return part === 'funders' && typeof funder === 'string' ? { part, funder } : { part };
  },
  component: lazyRouteComponent(() => import('../admin/admin.page')),
});

const collaborations = createRoute({
  getParentRoute: () => root,
  path: '/collaborations',
  component: lazyRouteComponent(() => import('../collaborations/collaborations.page')),
});

const collaboration = createRoute({
  getParentRoute: () => root,
  path: '/collaborations/$id',
  component: lazyRouteComponent(() => import('../collaborations/collaboration.page')),
});

const interests = createRoute({
  getParentRoute: () => root,
  path: '/me/interests',
  component: lazyRouteComponent(() => import('../declarations/interests.page')),
});

const transfers = createRoute({
  getParentRoute: () => root,
  path: '/organisations/$id/transfers',
  component: lazyRouteComponent(() => import('../declarations/transfers.page')),
});

const interestRegister = createRoute({
  getParentRoute: () => root,
  path: '/office/$organisationId/interests',
  component: lazyRouteComponent(() => import('../declarations/register.page')),
});

const officeCollaborations = createRoute({
  getParentRoute: () => root,
  path: '/office/$organisationId/collaborations',
  validateSearch: ({ state, waiting }: { state?: string; waiting?: string | boolean } & SearchSchemaInput) => ({
    state: typeof state === 'string' && /^[a-z-]{1,20}$/.test(state) ? state : undefined,
    waiting: waiting ? true : undefined,
  }),
  component: lazyRouteComponent(() => import('../office/collaborations.page')),
});

/** Open to everybody; with a collaboration in its address, what it finds can be drafted there. */
const agreementNavigator = createRoute({
  getParentRoute: () => root,
  path: '/agreements/navigator',
  validateSearch: ({
    a,
    start,
    collaboration,
  }: { a?: string; start?: string; collaboration?: string } & SearchSchemaInput) => ({
    a: typeof a === 'string' && /^[a-z0-9._-]{1,4000}$/.test(a) ? a : undefined,
    start: typeof start === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(start) ? start : undefined,
    collaboration: idOf(collaboration),
  }),
  component: lazyRouteComponent(() => import('../agreements/navigator.page')),
});

const portfolio = createRoute({
  getParentRoute: () => root,
  path: '/me/portfolio',
  component: lazyRouteComponent(() => import('../outcomes/portfolio.page')),
});

/** The pages for people who have signed in. */
export const signedInRoutes = [
  agreementNavigator,
  newRequest,
  sent,
  thread,
  inbox,
  inboxThread,
  collaborations,
  collaboration,
  me,
  savedSearches,
  consents,
  data,
  meetings,
  introductions,
  claim,
  newOpportunity,
  editOpportunity,
  myOpportunities,
  registerOrganisation,
  desk,
  policies,
  invitation,
  dashboard,
  office,
  admin,
  interests,
  transfers,
  interestRegister,
  officeCollaborations,
  portfolio,
] as const;
