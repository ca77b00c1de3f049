import { Button } from '@mantine/core';
import { useState } from 'react';
import inbox from '../inbox/inbox.module.css';
import { momentOf } from '../inbox/states';
import type { CollaborationData } from './collaboration.query';
import { Panel } from './panel';
import { eventSentence } from './words';

const few = 8;

/** What has happened, newest first. */
export const TimelineSection = ({ events }: { events: CollaborationData['events'] }) => {
  const [all, setAll] = useState(false);
  return (
    <Panel id="timeline" title="What has happened">
      <ol className={inbox.timeline} reversed>
        {(all ? events : events.slice(0, few)).map((event) => (
          <li key={event.id}>
            {eventSentence(event)}
            <time dateTime={event.createdAt}>{momentOf(event.createdAt)}</time>
            {event.note && <p className="written">“{event.note}”</p>}
          </li>
        ))}
      </ol>
      {events.length > few && !all && (
        <Button variant="default" onClick={() => setAll(true)}>
          Show all {events.length}
        </Button>
      )}
    </Panel>
  );
};
