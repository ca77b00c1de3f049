import { Inject, Injectable } from '@nestjs/common';
import { signedIn, type Viewer } from '#accounts';
import { SETTINGS, type Settings } from '#config';
import { Database } from '#database';
import { type CalendarEvent, writeCalendar } from '#files';
import { type MeetingRow } from './meeting.queries.js';
import { MeetingService, timeOf } from './meeting.service.js';
import { peopleOf } from './person.queries.js';

/** A person's agreed meetings as a calendar file (iCalendar, RFC 5545). */
@Injectable()
export class CalendarService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(SETTINGS) private readonly settings: Pick<Settings, 'baseUrl'>,
    @Inject(MeetingService) private readonly meetings: MeetingService,
  ) {}

  /** The text of the file. A meeting keeps its id, so that a second import changes it and adds nothing. */
  async ofViewer(viewer: Viewer): Promise<string> {
    const { accountId } = signedIn(viewer);
    const rows = await this.meetings.agreed(viewer);
    const otherOf = (row: MeetingRow) => (row.askerAccountId === accountId ? row.askedAccountId : row.askerAccountId);
    const people = await peopleOf(this.database, rows.map(otherOf));
    const events = rows.flatMap((row): CalendarEvent[] => {
      const time = timeOf(row);
      if (!time) return [];
      const other = people.get(otherOf(row))?.name ?? 'somebody';
      return [
        {
          id: `${row.id}@benchside`,
          title: `Meeting with ${other}${row.eventName ? ` at ${row.eventName}` : ''}`,
          start: time.startsAt,
          end: time.endsAt,
          description: time.link ? `Join: ${time.link}` : undefined,
          place: time.place ?? time.link ?? undefined,
          url: `${this.settings.baseUrl}/me/meetings?meeting=${row.id}`,
        },
      ];
    });
    return (await writeCalendar('Meetings on Benchside', events)).toString('utf8');
  }
}
