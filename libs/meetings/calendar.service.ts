import { Inject, Injectable } from '@nestjs/common';
import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import { signedIn, type Viewer } from '#accounts';
import { SETTINGS, type Settings } from '#config';
import { Database } from '#database';
import type { MeetingRow } from './meeting.queries.js';
import { MeetingService } from './meeting.service.js';
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
    const calendar = ical({
      name: 'Meetings on Benchside',
      prodId: '//Benchside//Meetings//EN',
      method: ICalCalendarMethod.PUBLISH,
    });
    for (const row of rows) {
      if (!row.startsAt || !row.endsAt) continue;
      const where = [row.tableNumber ? `Table ${row.tableNumber}` : null, row.place ?? row.eventPlace]
        .filter(Boolean)
        .join(', ');
      const event = calendar.createEvent({
        id: `${row.id}@benchside`,
        start: row.startsAt,
        end: row.endsAt,
        stamp: row.updatedAt,
        sequence: row.version,
        summary: `Meeting with ${people.get(otherOf(row))?.name ?? 'somebody'}${row.eventName ? ` at ${row.eventName}` : ''}`,
        description: row.link ? `Join: ${row.link}` : null,
        location: where || row.link,
        url: `${this.settings.baseUrl}/me/meetings?meeting=${row.id}`,
      });
      event.status(ICalEventStatus.CONFIRMED);
    }
    return calendar.toString();
  }
}
