/** The parts of the administration, each with its own address; the first is where everybody begins. */
export const parts = ['decisions', 'topics', 'funders', 'exposure', 'index', 'health'] as const;

export type Part = (typeof parts)[number];

export const isPart = (text: unknown): text is Part => parts.some((part) => part === text);
