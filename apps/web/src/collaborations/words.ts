import { dayOf } from '../theme/words.js';

/** How a state reads, as a heading and on a mark. */
export const stateTitles: Record<string, string> = {
  exploring: 'Exploring',
  governance: 'Governance',
  agreement: 'Agreement',
  active: 'Active',
  'on-hold': 'On hold',
  completed: 'Completed',
  'ended-early': 'Ended early',
  withdrawn: 'Withdrawn',
};

/** The states in the order of the board. */
export const boardStates = ['exploring', 'governance', 'agreement', 'active', 'on-hold'] as const;
export const finishedStates = ['completed', 'ended-early', 'withdrawn'] as const;

/** What everybody may be told. */
export const statusWords: Record<string, string> = {
  talking: 'Talking',
  arranging: 'Arranging the work',
  working: 'Working together',
  paused: 'Paused',
  completed: 'Completed',
  ended: 'Ended',
};

/** A step, as a button says it. */
export const stepWords: Record<string, { label: string; note: string }> = {
  'start-governance': {
    label: 'Go on to governance',
    note: 'You both want to go on: what must be right before the work starts comes next.',
  },
  'start-agreement': {
    label: 'Go on to the agreement',
    note: 'What had to be right is right: now it is written down.',
  },
  activate: { label: 'Start the work', note: 'The agreement is in place: the work begins.' },
  complete: { label: 'Complete it', note: 'The work is done. Messages and documents stay readable.' },
  'step-back': { label: 'Go one step back', note: 'Something has to be looked at again.' },
  hold: { label: 'Put it on hold', note: 'Nothing is lost: it goes on where it stopped.' },
  resume: { label: 'Go on with it', note: 'It goes on where it stopped.' },
  'end-early': { label: 'End it early', note: 'The work stops before its end. This cannot be undone.' },
  withdraw: { label: 'Withdraw', note: 'The two of you do not go on. This cannot be undone.' },
};

/** Where a step leads, for a "Move to" menu. */
export const leadsTo: Record<string, string> = {
  'start-governance': 'Governance',
  'start-agreement': 'Agreement',
  activate: 'Active',
  complete: 'Completed',
  'step-back': 'One step back',
  hold: 'On hold',
  resume: 'Where it stopped',
  'end-early': 'Ended early',
  withdraw: 'Withdrawn',
};

/** The step forward, which has what stands in its way. */
export const forward: Record<string, string> = {
  exploring: 'start-governance',
  governance: 'start-agreement',
  agreement: 'activate',
  active: 'complete',
};

export const roleWords: Record<string, string> = {
  lead: 'Lead',
  supervisor: 'Supervisor',
  scientist: 'Scientist',
  contracts: 'Contracts',
  colleague: 'Colleague',
};

/** Time out of programme, for those in training. */
export const oopWords: Record<string, string> = {
  OOPC: 'Career break (OOPC)',
  OOPE: 'Experience (OOPE)',
  OOPR: 'Research (OOPR)',
  OOPT: 'Training (OOPT)',
  OOPP: 'Pause (OOPP)',
};

/** Whether a way of working takes somebody away from a training programme. */
export const isAway = (type: string): boolean =>
  ['out-of-programme-year', 'secondment-full-time', 'secondment-part-time'].includes(type);

export const payerWords: Record<string, string> = {
  company: 'The company',
  recharge: 'The company, recharged by the employer',
  university: 'The university',
  employer: 'The employer',
  grant: 'A grant',
  unpaid: 'Nobody: it is unpaid',
};

/** What was done, after the name of the one who did it. */
const done: Record<string, string> = {
  'draft-agreement': 'drafted an agreement',
  'submit-agreement': 'sent an agreement to review',
  'reopen-agreement': 'took an agreement back to change it',
  'end-agreement': 'ended an agreement',
  'sign-agreement': 'recorded a signature',
  'add-document': 'added a document',
  'restrict-document': 'restricted a document',
  'open-document': 'opened a document to both sides',
  'remove-document': 'took a document away',
  begin: 'began the collaboration',
  'start-governance': 'moved on to governance',
  'start-agreement': 'moved on to the agreement',
  activate: 'started the work',
  complete: 'completed it',
  'step-back': 'went one step back',
  hold: 'put it on hold',
  resume: 'went on with it',
  'end-early': 'ended it early',
  withdraw: 'withdrew',
  'change-terms': 'changed the terms',
  'go-on': 'began another collaboration after it',
  'add-person': 'brought in',
  'invite-person': 'asked somebody to join',
  'uninvite-person': 'took an invitation back',
  join: 'joined',
  'change-role': 'changed the role of',
  'remove-person': 'ended the part of',
  leave: 'left',
  'add-task': 'added the task',
  'change-task': 'changed the task',
  'finish-task': 'has done the task',
  'reopen-task': 'reopened the task',
  'remove-task': 'removed the task',
  'next-date': 'set the next date',
  'add-outcome': 'wrote down what came of it:',
  'remove-outcome': 'removed from what came of it:',
};

/** What is told of approvals: those who give them have no account, and are named in what it was about. */
const approvals: Record<string, (who: string, approver: string) => string> = {
  'ask-sign-off': (who, approver) => `${who} asked ${approver} for a sign-off`,
  'revoke-sign-off': (who, approver) => `${who} took back what ${approver} was asked`,
  'sign-off-approved': (_, approver) => `${approver} approved`,
  'sign-off-changes-wanted': (_, approver) => `${approver} asked for changes before approving`,
  'sign-off-refused': (_, approver) => `${approver} did not approve`,
  'ask-permission': (who, organisation) => `${who} asked ${organisation} for its permission`,
  'permission-given': (who, organisation) => `${who} gave the permission of ${organisation}`,
  'permission-refused': (who, organisation) => `${who} did not permit it for ${organisation}`,
  'sign-off-locked': (_, approver) => `The link sent to ${approver} was closed after too many wrong codes`,
};

/** What is named by a person's name or a day, and needs no quotation marks. */
const plainly = ['add-person', 'change-role', 'remove-person'];

const sideWords: Record<string, string> = { sender: 'One side', receiver: 'One side', office: 'An office' };

/** One event as a sentence; what other rooms add says itself in plain words. */
export const eventSentence = ({
  action,
  person,
  side,
  about,
}: {
  action: string;
  about?: string | null;
  person: string | null;
  side: string | null;
}): string => {
  const what = done[action] ?? action.replaceAll('-', ' ');
  const approval = approvals[action];
  if (approval) return approval(person ?? sideWords[side ?? ''] ?? 'Somebody', about ?? 'somebody');
  if (side === 'clock') return what.charAt(0).toUpperCase() + what.slice(1);
  const who = person ?? sideWords[side ?? ''] ?? 'Somebody';
  if (!about || action === 'join') return `${who} ${what}`;
  if (action === 'next-date') return `${who} ${what}: ${dayOf(about)}`;
  return `${who} ${what} ${plainly.includes(action) ? about : `“${about}”`}`;
};
