import { dayInWords } from '#graphql';
import type { NoticeWords } from '#notifications';
import { noticeKinds, type RequestNotice } from './notice.kinds.js';
import { otherSideFor, ownSideFor, type RequestHeadline } from './request.headline.js';
import { openStates, type RequestSide, type RequestState } from './request.states.js';

interface Parts {
  title: string;
  paragraphs?: string[];
  action?: string;
  /** The states in which a letter is still worth sending. */
  while: readonly RequestState[] | 'always';
}

const isKind = (kind: string): kind is RequestNotice['kind'] => noticeKinds.some((known) => known === kind);

/**
 * What somebody on one side (or in its office) is told, in words. Names come from the headline alone, which leaves out
 * the one that is hidden from that side; nothing that anybody wrote is repeated in a letter.
 */
export const noticeWords = (
  kind: string,
  headline: RequestHeadline,
  side: RequestSide,
  type: string,
): NoticeWords | null => {
  if (!isKind(kind)) return null;
  const other = otherSideFor(headline, side);
  const {
    title,
    paragraphs = [],
    action = 'Open the request',
    while: states,
  } = parts[kind]({
    headline,
    side,
    other: other ?? 'The other side',
    ofOther: other ?? 'the other side',
    own: ownSideFor(headline, side),
    until: dayInWords(headline.expiresAt),
  });
  const about = headline.opportunityTitle ? `It is about “${headline.opportunityTitle}”.` : null;
  return {
    title,
    paragraphs: [`Way of working: ${type}.`, ...(about ? [about] : []), ...paragraphs],
    action,
    path: `/inbox/${headline.requestId}`,
    current: states === 'always' || states.includes(headline.state),
  };
};

interface Names {
  headline: RequestHeadline;
  side: RequestSide;
  /** At the beginning of a sentence. */
  other: string;
  ofOther: string;
  own: string;
  until: string;
}

const hiddenNote = ({ revealAfter }: RequestHeadline) =>
  revealAfter === 'nda'
    ? 'Who is behind it stays hidden until you have accepted and signed an NDA.'
    : 'Who is behind it stays hidden until you accept.';

const parts: Record<RequestNotice['kind'], (names: Names) => Parts> = {
  'request-received': ({ headline, other, own, until }) => ({
    title:
      headline.hidden === 'sender'
        ? `Somebody asks ${headline.toOrganisation ? own : 'you'} to work together`
        : `${other} asks ${headline.toOrganisation ? own : 'you'} to work together`,
    paragraphs: [...(headline.hidden === 'sender' ? [hiddenNote(headline)] : []), `It can be answered until ${until}.`],
    action: 'Read the request',
    while: ['delivered'],
  }),
  'request-approval': ({ side, ofOther, own }) => ({
    title:
      side === 'sender'
        ? `A request of ${own} to ${ofOther} waits for your office’s approval`
        : `A request of ${ofOther} to ${own} waits for your office’s approval`,
    paragraphs: ['It is delivered once no office is left that must approve it.'],
    action: 'Read and decide',
    while: ['office-review'],
  }),
  'request-office-told': ({ side, other, ofOther, own }) => ({
    title: side === 'sender' ? `${own} has sent a request to ${ofOther}` : `${other} has sent a request to ${own}`,
    paragraphs: ['Your office is told of it; nothing is needed from you.'],
    while: 'always',
  }),
  'request-delivered': ({ ofOther }) => ({
    title: `Your request to ${ofOther} was approved and delivered`,
    while: ['delivered'],
  }),
  'request-refused': ({ ofOther }) => ({
    title: `Your request to ${ofOther} was not approved by an office`,
    paragraphs: ['The reason is with the request. It was not delivered.'],
    while: ['refused'],
  }),
  'request-asked': ({ other, until }) => ({
    title: `${other} wants to know more before deciding on your request`,
    paragraphs: [`The request waits for your answer until ${until}.`],
    action: 'Read and answer',
    while: ['asked'],
  }),
  'request-answered': ({ other, until }) => ({
    title: `${other} has answered your question`,
    paragraphs: [`The request waits for your decision until ${until}.`],
    while: ['delivered'],
  }),
  'request-nda-wanted': ({ other, until }) => ({
    title: `${other} has said yes to your request: now the NDA is yours to sign`,
    paragraphs: [
      'Who they are is shown, and work together begins, once it is signed.',
      `The text is with the request, which waits for it until ${until}.`,
    ],
    action: 'Read and sign the NDA',
    while: ['awaiting-nda'],
  }),
  'request-nda-waiting': ({ other, until }) => ({
    title: `${other} has said yes to your request and signs the NDA next`,
    paragraphs: [`They are not shown who you are before. The request waits for it until ${until}.`],
    while: ['awaiting-nda'],
  }),
  'request-nda-signed': ({ other }) => ({
    title: `${other} has signed the NDA: now each of you sees who the other is`,
    paragraphs: ['You can now see how to reach each other, and the work together can be prepared.'],
    while: ['accepted'],
  }),
  'request-accepted': ({ other }) => ({
    title: `${other} has accepted your request`,
    paragraphs: ['You can now see how to reach each other.'],
    while: ['accepted'],
  }),
  'request-declined': ({ other }) => ({
    title: `${other} has declined your request`,
    paragraphs: ['The reason is with the request.'],
    while: ['declined'],
  }),
  'request-referred': ({ other }) => ({
    title: `${other} has passed your request on to a colleague`,
    paragraphs: ['You will find it among your sent requests, under the colleague’s name.'],
    while: ['referred'],
  }),
  'request-withdrawn': ({ other }) => ({ title: `${other} has withdrawn a request`, while: ['withdrawn'] }),
  'request-expired': ({ headline, side, ofOther }) => ({
    title:
      headline.previousState === 'awaiting-nda'
        ? `A request between you and ${ofOther} has ended: the NDA was not signed in time`
        : side === 'sender'
          ? `Your request to ${ofOther} has ended without a decision`
          : `A request of ${ofOther} has ended without your decision`,
    while: ['expired'],
  }),
  'request-reminder': ({ headline, side, ofOther, until }) => ({
    title:
      headline.state === 'office-review'
        ? `A request ends on ${until} unless your office decides on it`
        : headline.state === 'awaiting-nda'
          ? `A request ends on ${until} unless you sign the NDA`
          : side === 'sender'
            ? `Your request to ${ofOther} ends on ${until} unless you answer the question`
            : `A request of ${ofOther} ends on ${until} unless you decide on it`,
    action: 'Read and answer',
    while: openStates,
  }),
  'request-message': ({ other }) => ({
    title: `${other} has written to you about a request`,
    action: 'Read the message',
    while: 'always',
  }),
};
