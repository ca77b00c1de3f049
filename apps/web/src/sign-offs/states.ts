/** How the state of a sign-off reads. */
export const signOffStates: Record<string, string> = {
  'to-ask': 'Not asked yet',
  asked: 'Waiting for an answer',
  approved: 'Approved',
  'changes-wanted': 'Wants changes',
  refused: 'Refused',
};

/** How a link that opens nothing any more reads. */
export const closedLinks: Record<string, { title: string; text: string }> = {
  used: {
    title: 'This link has been used',
    text: 'What was decided with it stands, and a copy was sent to you. If the terms change, you are asked again.',
  },
  expired: { title: 'This link has expired', text: 'Whoever asked you can send a new one.' },
  revoked: {
    title: 'This link no longer holds',
    text: 'It was taken back, or what it was about has changed. If your approval is still needed, you are sent a new link.',
  },
};

/** What was decided, to the one who has decided. */
export const decided: Record<string, { title: string; text: string }> = {
  approved: {
    title: 'You have approved it',
    text: 'Both sides have been told. A copy of what you approved is on its way to you.',
  },
  'changes-wanted': {
    title: 'You have asked for changes',
    text: 'Both sides have been told what you wrote. When the terms have changed, you are asked again.',
  },
  refused: { title: 'You have refused it', text: 'Both sides have been told what you wrote.' },
};
