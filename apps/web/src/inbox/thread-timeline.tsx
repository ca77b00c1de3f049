import { useQuery } from '@tanstack/react-query';
import { reading } from '../api/queries';
import { DeclineReasonsDocument, type RequestThreadFragment } from '../generated/graphql';
import classes from './inbox.module.css';
import { momentOf } from './states';

type Event = RequestThreadFragment['events'][number];

const words: Record<string, string> = {
  send: 'sent the request',
  approve: 'approved it',
  refuse: 'did not approve it',
  ask: 'asked a question',
  answer: 'answered',
  accept: 'accepted it',
  sign: 'signed the NDA',
  decline: 'declined it',
  refer: 'passed it on to a colleague',
  'passed-on': 'passed it on',
  withdraw: 'withdrew it',
  expire: 'It ended without an answer',
  undo: 'took the decision back',
  'contact-seen': 'saw how to get in touch',
  remind: 'A reminder went out',
};

const sides: Record<string, string> = { sender: 'The sender', receiver: 'The receiver', office: 'An office' };

const sentence = ({ action, to, by, side }: Event) => {
  const what =
    action === 'accept' && to === 'awaiting-nda' ? 'said yes; the NDA comes next' : (words[action] ?? action);
  return side === 'clock' ? what : `${by ?? sides[side] ?? 'Somebody'} ${what}`;
};

/** What has happened with a request, in order. */
export const ThreadTimeline = ({ thread }: { thread: RequestThreadFragment }) => {
  const reasons = useQuery({
    ...reading('decline-reasons', DeclineReasonsDocument, {}),
    enabled: thread.events.some(({ reason }) => reason !== null),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <section className={classes.panel} aria-labelledby="timeline">
      <h2 id="timeline">What has happened</h2>
      <ol className={classes.timeline}>
        {thread.events.map((event) => {
          const why = reasons.data?.declineReasons.find(({ code }) => code === event.reason);
          return (
            <li key={event.id}>
              {sentence(event)}
              <time dateTime={event.at}>{momentOf(event.at)}</time>
              {why && <p>{why.toSender}</p>}
              {event.note && <p className="written">“{event.note}”</p>}
            </li>
          );
        })}
      </ol>
    </section>
  );
};
