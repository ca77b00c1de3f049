import { isMemberOf, type Viewer } from '#accounts';
import {
  type IntroductionAction,
  type IntroductionRole,
  type IntroductionState,
  introductionTransitions,
} from './introduction.states.js';

/** What the rules read of an introduction. */
export interface Standing {
  state: IntroductionState;
  askerAccountId: string;
  middleAccountId: string;
  targetAcademicId: string | null;
  targetOrganisationId: string | null;
  /** Whether the asker knew who is in the middle, because both links are public. */
  middlePublic: boolean;
  passedOnAt: Date | null;
}

/** Who the viewer is to an introduction. The one to be met knows of nothing until it was passed on to them. */
export const roleOn = (viewer: Viewer, introduction: Standing): IntroductionRole | null => {
  if (viewer.accountId === null) return null;
  if (viewer.accountId === introduction.askerAccountId) return 'asker';
  if (viewer.accountId === introduction.middleAccountId) return 'middle';
  const { targetAcademicId, targetOrganisationId, passedOnAt } = introduction;
  const meant =
    (targetAcademicId !== null && viewer.academicId === targetAcademicId) ||
    (targetOrganisationId !== null && isMemberOf(viewer, targetOrganisationId));
  return meant && passedOnAt !== null ? 'target' : null;
};

/** What the viewer may do with it now. */
export const actionsOf = (viewer: Viewer, introduction: Standing): IntroductionAction[] => {
  const role = roleOn(viewer, introduction);
  return introductionTransitions
    .filter(({ from, actor }) => from === introduction.state && actor === role)
    .map(({ action }) => action);
};

/** How it stands, as one person is told: who said no, and when, is nobody's business but their own. */
export type SeenState = IntroductionState | 'not-possible';

export const seenState = ({ state, passedOnAt }: Standing, role: IntroductionRole): SeenState => {
  if (role === 'asker') return ['refused', 'declined', 'expired'].includes(state) ? 'not-possible' : state;
  // Whoever passed it on has done their part; what came of it is for the two to tell.
  if (role === 'middle') return passedOnAt !== null ? 'passed-on' : state;
  return state;
};

/** Whether somebody may know who is in the middle: the asker, only where it is public, or the person has agreed. */
export const seesMiddle = ({ middlePublic, passedOnAt }: Standing, role: IntroductionRole): boolean =>
  role !== 'asker' || middlePublic || passedOnAt !== null;
