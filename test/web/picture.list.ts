import type { Page } from 'puppeteer-core';
import type { Pictured } from './pictured.js';
import { choose, press, sees } from './working.js';

/** One picture: the page, who looks, and what is done before. */
export interface Shot {
  name: string;
  path: string;
  /** Left out, nobody is signed in. */
  as?: keyof Pictured['people'];
  before?: (page: Page) => Promise<void>;
}

const brief = 'We look for a respiratory nurse who treats severe asthma and can advise on a sensor.';

const found = (ids: Pictured['ids']): Shot[] => [
  { name: 'home', path: '/' },
  {
    name: 'home-brief',
    path: '/',
    before: async (page) => {
      await page.type('textarea', brief);
      await page.waitForSelector('button[aria-pressed="true"]');
      await page.waitForSelector('#first-results');
    },
  },
  { name: 'academics', path: '/academics?q=severe+asthma' },
  { name: 'academics-signed-in', path: '/academics?q=severe+asthma', as: 'scientist' },
  { name: 'academics-by-fit', path: '/academics', as: 'scientist' },
  { name: 'academics-nothing', path: '/academics?q=severe+asthma&professions=dentist&regions=wales' },
  { name: 'organisations', path: '/organisations?sectors=medical-technology' },
  { name: 'opportunities', path: '/opportunities?sort=closing' },
  { name: 'academic', path: `/academics/${ids.professor}`, as: 'scientist' },
  { name: 'organisation', path: `/organisations/${ids.company}`, as: 'trainee' },
  { name: 'opportunity', path: `/opportunities/${ids.opportunity}`, as: 'trainee' },
  { name: 'opportunity-blind', path: `/opportunities/${ids.blindBrief}`, as: 'trainee' },
  { name: 'compare', path: `/compare?${ids.compared}` },
  { name: 'match', path: `/match?a=organisation:${ids.company}&b=academic:${ids.professor}`, as: 'scientist' },
];

const tools = (ids: Pictured['ids']): Shot[] => [
  { name: 'planner', path: '/planner' },
  { name: 'planner-kept', path: `/planner?plan=${ids.plan}`, as: 'trainee' },
  { name: 'can-i', path: '/can-i' },
  { name: 'can-i-asked', path: `/can-i?opportunity=${ids.ownOpportunity}`, as: 'trainee' },
  { name: 'agreements-navigator', path: '/agreements/navigator' },
  {
    name: 'agreements-advice',
    path: `/agreements/navigator?collaboration=${ids.year}`,
    as: 'trainee',
    before: async (page) => {
      await choose(page, 'Give or take expert advice for a fee');
      await sees(page, 'Consultancy agreement');
    },
  },
  { name: 'mentors', path: '/mentors' },
  { name: 'mentors-signed-in', path: '/mentors', as: 'trainee' },
  { name: 'events', path: '/events' },
  { name: 'event', path: `/events/${ids.event}`, as: 'trainee' },
];

const work = ({ ids, signOff }: Pictured): Shot[] => [
  { name: 'collaborations', path: '/collaborations', as: 'scientist' },
  { name: 'collaborations-none', path: '/collaborations', as: 'newcomer' },
  { name: 'collaboration', path: `/collaborations/${ids.year}`, as: 'trainee' },
  { name: 'collaboration-company', path: `/collaborations/${ids.year}`, as: 'scientist' },
  {
    name: 'collaboration-task',
    path: `/collaborations/${ids.year}`,
    as: 'scientist',
    before: (page) => press(page, 'Add a task'),
  },
  { name: 'collaboration-ended', path: `/collaborations/${ids.advice}`, as: 'professor' },
  { name: 'sign-off', path: signOff.path },
  { name: 'request-new', path: `/requests/new?to=${ids.nurse}`, as: 'scientist' },
  { name: 'request-sent', path: `/requests/${ids.waiting}/sent`, as: 'scientist' },
  { name: 'request', path: `/requests/${ids.waiting}`, as: 'nurse' },
  { name: 'request-nda', path: `/requests/${ids.underNda}`, as: 'professor' },
  { name: 'request-nda-waiting', path: `/requests/${ids.underNda}`, as: 'scientist' },
  { name: 'inbox', path: '/inbox', as: 'nurse' },
  { name: 'inbox-thread', path: `/inbox/${ids.waiting}`, as: 'nurse' },
];

const own = (ids: Pictured['ids']): Shot[] => [
  { name: 'dashboard', path: '/dashboard', as: 'trainee' },
  { name: 'dashboard-company', path: '/dashboard', as: 'scientist' },
  { name: 'dashboard-new', path: '/dashboard', as: 'newcomer' },
  {
    name: 'menu',
    path: '/dashboard',
    as: 'professor',
    before: async (page) => {
      await page.evaluate(() => document.querySelector<HTMLElement>('button[aria-label^="Your account"]')?.click());
      await page.waitForSelector('[role="menu"]');
    },
  },
  { name: 'me', path: '/me', as: 'trainee' },
  { name: 'me-new', path: '/me', as: 'newcomer' },
  { name: 'me-interests', path: '/me/interests', as: 'professor' },
  { name: 'me-meetings', path: '/me/meetings', as: 'professor' },
  { name: 'me-searches', path: '/me/searches', as: 'nurse' },
  { name: 'me-consent', path: '/me/consent', as: 'trainee' },
  { name: 'me-data', path: '/me/data', as: 'trainee' },
  { name: 'me-portfolio', path: '/me/portfolio', as: 'professor' },
  { name: 'introductions', path: '/introductions', as: 'professor' },
  { name: 'claim', path: `/academics/${ids.unclaimed}/claim`, as: 'newcomer' },
  { name: 'invitation', path: `/invitations/${ids.invitation}`, as: 'newcomer' },
];

const organisations = (ids: Pictured['ids']): Shot[] => [
  { name: 'opportunity-new', path: '/opportunities/new', as: 'scientist' },
  { name: 'opportunity-edit', path: `/opportunities/${ids.ownOpportunity}/edit`, as: 'companyAdmin' },
  { name: 'opportunities-mine', path: '/opportunities/mine', as: 'companyAdmin' },
  { name: 'register', path: '/organisations/register', as: 'newcomer' },
  { name: 'desk', path: `/organisations/${ids.company}/desk`, as: 'companyAdmin' },
  { name: 'policies', path: `/organisations/${ids.university}/policies`, as: 'office' },
  { name: 'transfers', path: `/organisations/${ids.company}/transfers`, as: 'scientist' },
  { name: 'office', path: `/office/${ids.university}`, as: 'office' },
  { name: 'office-collaborations', path: `/office/${ids.university}/collaborations`, as: 'office' },
  { name: 'office-interests', path: `/office/${ids.university}/interests`, as: 'office' },
  { name: 'admin', path: '/admin', as: 'administrator' },
  { name: 'admin-topics', path: '/admin?part=topics', as: 'administrator' },
  { name: 'admin-funders', path: '/admin?part=funders', as: 'administrator' },
  { name: 'admin-funder', path: '/admin?part=funders&funder=Wellcome', as: 'administrator' },
  { name: 'admin-exposure', path: '/admin?part=exposure', as: 'administrator' },
  { name: 'admin-index', path: '/admin?part=index', as: 'administrator' },
  { name: 'admin-health', path: '/admin?part=health', as: 'administrator' },
];

const standing: Shot[] = [
  { name: 'sign-in', path: '/sign-in' },
  { name: 'sign-up', path: '/sign-up' },
  { name: 'forgotten-password', path: '/forgotten-password' },
  { name: 'reset-password', path: '/reset-password?token=a-token-of-a-letter' },
  { name: 'about', path: '/about' },
  { name: 'accessibility', path: '/accessibility' },
  { name: 'privacy', path: '/privacy' },
  { name: 'terms', path: '/terms' },
  { name: 'not-found', path: '/nowhere' },
];

/** Every page, some of them more than once. */
export const shotsOf = (world: Pictured): Shot[] => [
  ...found(world.ids),
  ...tools(world.ids),
  ...work(world),
  ...own(world.ids),
  ...organisations(world.ids),
  ...standing,
];

/** The patterns of `pages` that no picture shows. */
export const notShown = (pages: readonly string[], shots: readonly Shot[]): string[] => {
  const paths = shots.map(({ path }) => path.split(/[?#]/)[0] ?? '');
  const literal = new Set(pages.filter((pattern) => !pattern.includes('$')));
  return pages.filter((pattern) => {
    const matching = new RegExp(`^${pattern.replaceAll(/\$\w+/g, '[^/]+')}$`);
    return !paths.some((path) => matching.test(path) && (path === pattern || !literal.has(path)));
  });
};
