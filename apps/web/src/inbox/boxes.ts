/** The boxes of the inbox. */
export const boxes = ['received', 'sent', 'archived'] as const;

export type Box = (typeof boxes)[number];

export const isBox = (text: unknown): text is Box => boxes.some((box) => box === text);
