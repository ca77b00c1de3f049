import { InboxIcon } from '../inbox/inbox-icon';
import { BriefIcon, BuildingIcon, HandsIcon, HomeIcon, PersonIcon } from '../theme/icons';

/** The places of the main navigation, in their order; those for signed-in people are left out for others. */
export const places = [
  { to: '/', label: 'Home', icon: HomeIcon, exact: true, signedIn: false },
  { to: '/academics', label: 'Academics', icon: PersonIcon, exact: false, signedIn: false },
  { to: '/organisations', label: 'Organisations', icon: BuildingIcon, exact: false, signedIn: false },
  { to: '/opportunities', label: 'Opportunities', icon: BriefIcon, exact: false, signedIn: false },
  { to: '/inbox', label: 'Inbox', icon: InboxIcon, exact: false, signedIn: true },
  { to: '/collaborations', label: 'Collaborations', icon: HandsIcon, exact: false, signedIn: true },
] as const;

/** What is at the bottom of every page: the tools that need no account, and what Benchside says of itself. */
export const signposts = [
  {
    title: 'Plan and check',
    links: [
      { to: '/planner', label: 'Plan time away' },
      { to: '/can-i', label: 'Can I do this?' },
      { to: '/agreements/navigator', label: 'Which agreement fits?' },
    ],
  },
  {
    title: 'Meet people',
    links: [
      { to: '/mentors', label: 'Mentors' },
      { to: '/events', label: 'Events' },
    ],
  },
  {
    title: 'Benchside',
    links: [
      { to: '/about', label: 'How Benchside works' },
      { to: '/accessibility', label: 'Accessibility' },
      { to: '/privacy', label: 'Privacy' },
      { to: '/terms', label: 'Terms' },
    ],
  },
] as const;
