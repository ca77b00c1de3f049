import type { ProfileForm } from './profile-form';

interface Part {
  /** The field to go to. */
  field: string;
  done: (form: ProfileForm) => boolean;
  /** What to do, and what it brings. */
  todo: string;
}

const parts: Part[] = [
  {
    field: 'profession',
    done: ({ profession }) => profession !== '',
    todo: 'Choose your profession: briefs ask for it.',
  },
  {
    field: 'topics',
    done: ({ topics }) => topics.length >= 3,
    todo: 'Name at least three topics: they count most in every match.',
  },
  {
    field: 'summary',
    done: ({ summary }) => summary.trim().length >= 80,
    todo: 'Say in two or three sentences what you do: it is the first thing that people read.',
  },
  {
    field: 'engagementTypes',
    done: ({ engagementTypes }) => engagementTypes.length > 0,
    todo: 'Choose how you would like to work together: others then ask for the right thing.',
  },
  {
    field: 'availableFte',
    done: ({ availableFte, availableFrom }) => availableFte !== '' || availableFrom !== '',
    todo: 'Say when and how much you could work with a partner.',
  },
  {
    field: 'works',
    done: ({ works }) => works.some(({ title }) => title.trim() !== ''),
    todo: 'Add a publication or a trial: it is the evidence behind your topics.',
  },
  { field: 'offer', done: ({ offer }) => offer.trim() !== '', todo: 'Say what a partner gets from working with you.' },
  { field: 'want', done: ({ want }) => want.trim() !== '', todo: 'Say what you look for in a partner.' },
  {
    field: 'region',
    done: ({ region, city }) => region !== '' || city.trim() !== '',
    todo: 'Say where you work: many look nearby first.',
  },
  {
    field: 'employer',
    done: ({ employer, university }) => employer !== null || university !== null,
    todo: 'Name your employer or university.',
  },
  { field: 'sectors', done: ({ sectors }) => sectors.length > 0, todo: 'Choose the sectors that interest you.' },
];

/** How much of a profile is there, and what would help most next. */
export const completeness = (form: ProfileForm) => {
  const open = parts.filter(({ done }) => !done(form));
  return { of: parts.length, done: parts.length - open.length, next: open[0] ?? null };
};
