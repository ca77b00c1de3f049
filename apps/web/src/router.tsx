import { createRoute, createRouter, lazyRouteComponent, type SearchSchemaInput } from '@tanstack/react-router';
import { academicProfile } from './academics/academic.query';
import { queryClient } from './api/queries';
import { readSide, writeSide } from './matches/sides';
import { opportunityProfile } from './opportunities/opportunity.query';
import { organisationProfile, peopleAndNeeds } from './organisations/organisation.query';
import { finding } from './search/finding';
import { orderFor } from './search/order';
import { readSearchState, type SearchState } from './search/search-state';
import { readAddress, writeAddress } from './shell/address';
import { BrokenPage } from './shell/broken.page';
import { NotFoundPage } from './shell/not-found.page';
import { root } from './shell/root-route';
import { signedInRoutes } from './signed-in/routes';

/** What a list of the address says, checked. */
const searchOf = (raw: SearchState & SearchSchemaInput) => readSearchState(raw);

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);

/** Only a page of our own: an address that leads elsewhere is forgotten. */
const ownPage = (value: unknown) => {
  const path = text(value);
  return path && /^\/(?![/\\])/.test(path) ? path : undefined;
};

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: lazyRouteComponent(() => import('./home/home.page')),
});

const academics = createRoute({
  getParentRoute: () => root,
  path: '/academics',
  validateSearch: searchOf,
  loaderDeps: ({ search }) => search,
  // Not waited for: the page shows its shape, or the list before, while the new one comes.
  loader: ({ deps }) =>
    void orderFor('academics', deps).then((order) => queryClient.prefetchQuery(finding.academics(deps, order))),
  component: lazyRouteComponent(() => import('./academics/find-academics.page')),
});

const academic = createRoute({
  getParentRoute: () => root,
  path: '/academics/$id',
  loader: ({ params }) => void queryClient.prefetchQuery(academicProfile(params.id)),
  component: lazyRouteComponent(() => import('./academics/academic.page')),
});

const organisations = createRoute({
  getParentRoute: () => root,
  path: '/organisations',
  validateSearch: searchOf,
  loaderDeps: ({ search }) => search,
  loader: ({ deps }) =>
    void orderFor('organisations', deps).then((order) => queryClient.prefetchQuery(finding.organisations(deps, order))),
  component: lazyRouteComponent(() => import('./organisations/find-organisations.page')),
});

const organisation = createRoute({
  getParentRoute: () => root,
  path: '/organisations/$id',
  loader: ({ params }) => {
    void queryClient.prefetchQuery(organisationProfile(params.id));
    void queryClient.prefetchQuery(peopleAndNeeds(params.id));
  },
  component: lazyRouteComponent(() => import('./organisations/organisation.page')),
});

const opportunities = createRoute({
  getParentRoute: () => root,
  path: '/opportunities',
  validateSearch: searchOf,
  loaderDeps: ({ search }) => search,
  loader: ({ deps }) =>
    void orderFor('opportunities', deps).then((order) => queryClient.prefetchQuery(finding.opportunities(deps, order))),
  component: lazyRouteComponent(() => import('./opportunities/find-opportunities.page')),
});

const opportunity = createRoute({
  getParentRoute: () => root,
  path: '/opportunities/$id',
  loader: ({ params }) => void queryClient.prefetchQuery(opportunityProfile(params.id)),
  component: lazyRouteComponent(() => import('./opportunities/opportunity.page')),
});

const compare = createRoute({
  getParentRoute: () => root,
  path: '/compare',
  validateSearch: ({ ids }: { ids?: string[] | string } & SearchSchemaInput): { ids?: string[] } => {
    const list = (Array.isArray(ids) ? ids : [ids]).filter((id) => text(id) !== undefined);
    return list.length > 0 ? { ids: [...new Set(list as string[])].slice(0, 4) } : {};
  },
  component: lazyRouteComponent(() => import('./compare/compare.page')),
});

const match = createRoute({
  getParentRoute: () => root,
  path: '/match',
  validateSearch: ({ a, b }: { a?: string; b?: string } & SearchSchemaInput): { a?: string; b?: string } => {
    const [first, second] = [readSide(a), readSide(b)];
    return { ...(first && { a: writeSide(first) }), ...(second && { b: writeSide(second) }) };
  },
  component: lazyRouteComponent(() => import('./matches/match.page')),
});

/** An id of the address; anything else is forgotten. */
const idOf = (value: unknown) => {
  const id = text(value);
  return id && /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id) ? id : undefined;
};

const planner = createRoute({
  getParentRoute: () => root,
  path: '/planner',
  validateSearch: ({ plan }: { plan?: string } & SearchSchemaInput): { plan?: string } => ({ plan: idOf(plan) }),
  component: lazyRouteComponent(() => import('./governance/planner.page')),
});

type CanISearch = { academic?: string; collaboration?: string; opportunity?: string; organisation?: string };

const canI = createRoute({
  getParentRoute: () => root,
  path: '/can-i',
  validateSearch: (raw: CanISearch & SearchSchemaInput): CanISearch => ({
    academic: idOf(raw.academic),
    collaboration: idOf(raw.collaboration),
    opportunity: idOf(raw.opportunity),
    organisation: idOf(raw.organisation),
  }),
  component: lazyRouteComponent(() => import('./governance/can-i.page')),
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (
    raw: { next?: string; confirmed?: string | boolean; changed?: string | boolean } & SearchSchemaInput,
  ) => ({
    next: ownPage(raw.next),
    confirmed: raw.confirmed ? true : undefined,
    changed: raw.changed ? true : undefined,
  }),
  component: lazyRouteComponent(() => import('./accounts/sign-in.page')),
});

const signUp = createRoute({
  getParentRoute: () => root,
  path: '/sign-up',
  component: lazyRouteComponent(() => import('./accounts/sign-up.page')),
});

const forgottenPassword = createRoute({
  getParentRoute: () => root,
  path: '/forgotten-password',
  component: lazyRouteComponent(() => import('./accounts/forgotten-password.page')),
});

const resetPassword = createRoute({
  getParentRoute: () => root,
  path: '/reset-password',
  validateSearch: (raw: { token?: string } & SearchSchemaInput) => ({ token: text(raw.token) }),
  component: lazyRouteComponent(() => import('./accounts/reset-password.page')),
});

const signOff = createRoute({
  getParentRoute: () => root,
  path: '/sign-off',
  component: lazyRouteComponent(() => import('./sign-offs/sign-off.page')),
});

const code = (value: unknown) => text(value)?.slice(0, 100);

const mentors = createRoute({
  getParentRoute: () => root,
  path: '/mentors',
  validateSearch: (
    raw: { profession?: string; stage?: string; sector?: string; ground?: string } & SearchSchemaInput,
  ) => ({
    profession: code(raw.profession),
    stage: code(raw.stage),
    sector: code(raw.sector),
    ground: code(raw.ground),
  }),
  component: lazyRouteComponent(() => import('./meetings/mentors.page')),
});

const events = createRoute({
  getParentRoute: () => root,
  path: '/events',
  validateSearch: (raw: { sector?: string; topic?: string; kind?: string } & SearchSchemaInput) => ({
    sector: code(raw.sector),
    topic: code(raw.topic),
    kind: code(raw.kind),
  }),
  component: lazyRouteComponent(() => import('./meetings/events.page')),
});

const event = createRoute({
  getParentRoute: () => root,
  path: '/events/$id',
  component: lazyRouteComponent(() => import('./meetings/event.page')),
});

const about = createRoute({
  getParentRoute: () => root,
  path: '/about',
  component: lazyRouteComponent(() => import('./information/about.page')),
});

const accessibility = createRoute({
  getParentRoute: () => root,
  path: '/accessibility',
  component: lazyRouteComponent(() => import('./information/accessibility.page')),
});

const privacy = createRoute({
  getParentRoute: () => root,
  path: '/privacy',
  component: lazyRouteComponent(() => import('./information/privacy.page')),
});

const terms = createRoute({
  getParentRoute: () => root,
  path: '/terms',
  component: lazyRouteComponent(() => import('./information/terms.page')),
});

/** Every page, in reading order. A new one needs its line in pages.json too, so that the server knows it. */
export const router = createRouter({
  routeTree: root.addChildren([
    home,
    academics,
    academic,
    organisations,
    organisation,
    opportunities,
    opportunity,
    mentors,
    events,
    event,
    compare,
    match,
    planner,
    canI,
    signIn,
    signUp,
    forgottenPassword,
    resetPassword,
    signOff,
    about,
    accessibility,
    privacy,
    terms,
    ...signedInRoutes,
  ]),
  parseSearch: readAddress,
  stringifySearch: writeAddress,
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
  scrollRestoration: true,
  defaultErrorComponent: BrokenPage,
  defaultNotFoundComponent: NotFoundPage,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
