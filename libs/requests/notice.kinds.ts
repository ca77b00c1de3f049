import type { RequestRole } from './request.entity.js';
import type { RequestHeadline } from './request.headline.js';
import type { RequestNews } from './request.listeners.js';
import type { OfficeDuty } from './request.party.js';
import { openSideOf, type RequestSide } from './request.states.js';

/** What people are told of requests. */
export const noticeKinds = [
  'request-received',
  'request-approval',
  'request-office-told',
  'request-delivered',
  'request-refused',
  'request-asked',
  'request-answered',
  'request-nda-wanted',
  'request-nda-waiting',
  'request-nda-signed',
  'request-accepted',
  'request-declined',
  'request-referred',
  'request-withdrawn',
  'request-expired',
  'request-reminder',
  'request-message',
] as const;

/** One kind of notification, and for whom it is. */
export interface RequestNotice {
  kind: (typeof noticeKinds)[number];
  role: RequestRole;
  /** Of an office: only those with this duty. */
  duty: OfficeDuty | null;
}

const sender = (kind: RequestNotice['kind']): RequestNotice => ({ kind, role: 'sender', duty: null });
const receiver = (kind: RequestNotice['kind']): RequestNotice => ({ kind, role: 'receiver', duty: null });
const office = (kind: RequestNotice['kind'], duty: OfficeDuty): RequestNotice => ({ kind, role: 'office', duty });

const ofSide = (side: RequestSide | null, kind: RequestNotice['kind']): RequestNotice[] =>
  side ? [{ kind, role: side, duty: null }] : [];

const arrived = [receiver('request-received'), office('request-office-told', 'told')];

/** Whom a request waits for, by its state. */
const waitsFor = ({ state, opportunityOf }: RequestHeadline): RequestNotice[] => {
  if (state === 'delivered') return [receiver('request-reminder')];
  if (state === 'asked') return [sender('request-reminder')];
  if (state === 'awaiting-nda') return ofSide(openSideOf(opportunityOf), 'request-reminder');
  return state === 'office-review' ? [office('request-reminder', 'approves')] : [];
};

/** Who is told what when something happens to a request. A receiver who never got it is told nothing of its end. */
export const noticesOf = (news: RequestNews, headline: RequestHeadline): RequestNotice[] => {
  const reached = headline.deliveredAt !== null;
  switch (news.action) {
    case 'send':
      return news.to === 'delivered' ? arrived : [office('request-approval', 'approves')];
    case 'approve':
      return news.to === 'delivered' ? [...arrived, sender('request-delivered')] : [];
    case 'refuse':
      return [sender('request-refused')];
    case 'ask':
      return [sender('request-asked')];
    case 'answer':
      return [receiver('request-answered')];
    case 'accept': {
      // Whoever has just said yes knows it, and sees on the request what comes next.
      const open = openSideOf(headline.opportunityOf) === 'sender';
      return [
        sender(news.to === 'accepted' ? 'request-accepted' : open ? 'request-nda-wanted' : 'request-nda-waiting'),
      ];
    }
    case 'sign':
      return ofSide(headline.opportunityOf, 'request-nda-signed');
    case 'decline':
      return [sender('request-declined')];
    case 'refer':
      return [sender('request-referred')];
    case 'withdraw':
      return reached ? [receiver('request-withdrawn')] : [];
    case 'expire':
      return reached ? [sender('request-expired'), receiver('request-expired')] : [sender('request-expired')];
    case 'remind':
      return waitsFor(headline);
    case 'message':
      return [news.side === 'sender' ? receiver('request-message') : sender('request-message')];
    default:
      return [];
  }
};
