/** The token of what all rooms hold of people. */
export const PERSONAL_PARTS = Symbol('PersonalParts');

/** The token of the timed work of rights, for the worker. */
export const RIGHTS_JOBS = Symbol('RightsJobs');
