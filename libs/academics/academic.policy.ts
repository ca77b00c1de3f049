import type { Viewer } from '#accounts';
import type { Academic, FieldVisibility } from './academic.entity.js';

/** What the owner may show to everyone, to signed-in people or to nobody. Names and professions are always shown. */
export const visibilityFields = [
  'specialty',
  'jobTitle',
  'employer',
  'university',
  'place',
  'summary',
  'topics',
  'methods',
  'offer',
  'want',
  'workingStyle',
  'engagementTypes',
  'sectors',
  'availability',
  'industryExperience',
  'works',
  'orcid',
] as const;

export type VisibilityField = (typeof visibilityFields)[number];

const ranks: Record<FieldVisibility, number> = { public: 0, members: 1, 'only-me': 2 };

export const ownsAcademic = (viewer: Viewer, academic: Pick<Academic, 'accountId'>) =>
  viewer.accountId !== null && academic.accountId === viewer.accountId;

/** A hidden profile is known only to its owner; a members' profile to signed-in people. */
export const canSeeAcademic = (viewer: Viewer, academic: Pick<Academic, 'visibility' | 'accountId'>) => {
  if (academic.visibility === 'public' || ownsAcademic(viewer, academic)) return true;
  if (viewer.platformRole === 'platform-admin') return true;
  return academic.visibility === 'members' && viewer.accountId !== null;
};

export const canEditAcademic = ownsAcademic;

/** The most private kind of field that the viewer reads on this profile. */
export const levelFor = (viewer: Viewer, academic: Pick<Academic, 'accountId'>): FieldVisibility => {
  if (ownsAcademic(viewer, academic)) return 'only-me';
  return viewer.accountId === null ? 'public' : 'members';
};

/** Whether a field of a profile is shown at a level. */
export const showsField = (
  fieldVisibility: Record<string, FieldVisibility>,
  field: VisibilityField,
  level: FieldVisibility,
) => ranks[fieldVisibility[field] ?? 'public'] <= ranks[level];
