import type { NavigateOptions } from '@tanstack/react-router';
import type { Viewer } from '../api/queries';
import type { PaletteQuery } from '../generated/graphql';

/** One line of the palette, and where it leads. */
export interface PaletteChoice {
  key: string;
  group: string;
  label: string;
  detail?: string;
  to: NavigateOptions;
}

/** Lists with this text. */
export const searchChoices = (q: string): PaletteChoice[] => [
  { key: 'find-academics', group: 'Search', label: `Academics for “${q}”`, to: { to: '/academics', search: { q } } },
  {
    key: 'find-opportunities',
    group: 'Search',
    label: `Opportunities for “${q}”`,
    to: { to: '/opportunities', search: { q } },
  },
  {
    key: 'find-organisations',
    group: 'Search',
    label: `Organisations for “${q}”`,
    to: { to: '/organisations', search: { q } },
  },
];

/** What was found for it. */
export const resultChoices = ({ academics, organisations, opportunities }: PaletteQuery): PaletteChoice[] => [
  ...academics.nodes.map(({ id, name, jobTitle }) => ({
    key: id,
    group: 'Academics',
    label: name,
    detail: jobTitle ?? undefined,
    to: { to: '/academics/$id', params: { id } } satisfies NavigateOptions,
  })),
  ...organisations.nodes.map(({ id, name, type }) => ({
    key: id,
    group: 'Organisations',
    label: name,
    detail: type.label,
    to: { to: '/organisations/$id', params: { id } } satisfies NavigateOptions,
  })),
  ...opportunities.nodes.map(({ id, title }) => ({
    key: id,
    group: 'Opportunities',
    label: title,
    to: { to: '/opportunities/$id', params: { id } } satisfies NavigateOptions,
  })),
];

/** Pages, of which those for signed-in people are shown to them only. */
export const pageChoices = (viewer: Viewer | null, text: string): PaletteChoice[] => {
  const pages: { label: string; to: NavigateOptions; shown: boolean }[] = [
    { label: 'Describe what you need', to: { to: '/' }, shown: true },
    { label: 'Find academics', to: { to: '/academics' }, shown: true },
    { label: 'Compare academics', to: { to: '/compare' }, shown: true },
    { label: 'Find organisations', to: { to: '/organisations' }, shown: true },
    { label: 'Find opportunities', to: { to: '/opportunities' }, shown: true },
    { label: 'Plan time away', to: { to: '/planner' }, shown: true },
    { label: 'Can I do this?', to: { to: '/can-i' }, shown: true },
    { label: 'Which agreement fits?', to: { to: '/agreements/navigator' }, shown: true },
    { label: 'Mentors', to: { to: '/mentors' }, shown: true },
    { label: 'Events', to: { to: '/events' }, shown: true },
    { label: 'Your meetings', to: { to: '/me/meetings' }, shown: Boolean(viewer) },
    { label: 'Introductions', to: { to: '/introductions' }, shown: Boolean(viewer) },
    { label: 'Go to the dashboard', to: { to: '/dashboard' }, shown: Boolean(viewer) },
    { label: 'Go to the inbox', to: { to: '/inbox' }, shown: Boolean(viewer) },
    { label: 'Collaborations', to: { to: '/collaborations' }, shown: Boolean(viewer) },
    { label: 'My profile', to: { to: '/me' }, shown: Boolean(viewer) },
    { label: 'Saved searches', to: { to: '/me/searches' }, shown: Boolean(viewer) },
    { label: 'What I agreed to', to: { to: '/me/consent' }, shown: Boolean(viewer) },
    { label: 'My data', to: { to: '/me/data' }, shown: Boolean(viewer) },
    { label: 'My portfolio', to: { to: '/me/portfolio' }, shown: Boolean(viewer?.academic) },
    { label: 'My interests', to: { to: '/me/interests' }, shown: Boolean(viewer) },
    { label: 'My opportunities', to: { to: '/opportunities/mine' }, shown: Boolean(viewer) },
    { label: 'New opportunity', to: { to: '/opportunities/new' }, shown: Boolean(viewer) },
    { label: 'Register an organisation', to: { to: '/organisations/register' }, shown: Boolean(viewer) },
    ...(viewer?.memberships ?? []).map(({ role, organisation: { id, name } }) => ({
      label: role === 'office' ? `Office of ${name}` : `Desk of ${name}`,
      to: (role === 'office'
        ? { to: '/office/$organisationId', params: { organisationId: id } }
        : { to: '/organisations/$id/desk', params: { id } }) satisfies NavigateOptions as NavigateOptions,
      shown: true,
    })),
    ...(viewer?.memberships ?? [])
      .filter(({ organisation }) => organisation.type.code === 'company')
      .map(({ organisation: { id, name } }) => ({
        label: `Transfers of value of ${name}`,
        to: { to: '/organisations/$id/transfers', params: { id } } satisfies NavigateOptions as NavigateOptions,
        shown: true,
      })),
    ...(viewer?.memberships ?? [])
      .filter(({ role }) => role !== 'member')
      .map(({ organisation: { id, name } }) => ({
        label: `Policies of ${name}`,
        to: { to: '/organisations/$id/policies', params: { id } } satisfies NavigateOptions as NavigateOptions,
        shown: true,
      })),
    ...(viewer?.memberships ?? [])
      .filter(({ role }) => role !== 'member')
      .map(({ organisation: { id, name } }) => ({
        label: `Register of interests of ${name}`,
        to: {
          to: '/office/$organisationId/interests',
          params: { organisationId: id },
        } satisfies NavigateOptions as NavigateOptions,
        shown: true,
      })),
    { label: 'Administration', to: { to: '/admin' }, shown: viewer?.platformRole === 'platform-admin' },
    { label: 'Sign in', to: { to: '/sign-in' }, shown: !viewer },
    { label: 'Open an account', to: { to: '/sign-up' }, shown: !viewer },
    { label: 'How Benchside works', to: { to: '/about' }, shown: true },
    { label: 'Accessibility', to: { to: '/accessibility' }, shown: true },
    { label: 'Privacy', to: { to: '/privacy' }, shown: true },
    { label: 'Terms', to: { to: '/terms' }, shown: true },
  ];
  const typed = text.toLowerCase();
  return pages
    .filter(({ label, shown }) => shown && label.toLowerCase().includes(typed))
    .map(({ label, to }) => ({ key: `page-${label}`, group: 'Go to', label, to }));
};
