import { randomUUID } from 'node:crypto';
import type { Type } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { Academic, AcademicsModule, Work } from '#academics';
import { AccountsModule, type OrganisationRole, type Viewer } from '#accounts';
import { ConfigModule, readSettings } from '#config';
import { Database, DatabaseModule, testDatabase } from '#database';
import { migrateJobs } from '#jobs';
import { MailModule } from '#mail';
import { Notification, NotificationLetters, NotificationService } from '#notifications';
import { Opportunity } from '#opportunities';
import { Organisation, OrganisationsModule } from '#organisations';
import { TaxonomyEdition, TaxonomyModule, TaxonomyTerm } from '#taxonomy';
import { AttendanceService } from './attendance.service.js';
import { CalendarService } from './calendar.service.js';
import { Event, EventAttendee } from './event.entity.js';
import { EventService } from './event.service.js';
import { MeetingAnswering } from './meeting.answering.js';
import { MeetingAsking } from './meeting.asking.js';
import { Meeting } from './meeting.entity.js';
import { MeetingJobs } from './meeting.jobs.js';
import { MeetingService } from './meeting.service.js';
import { MeetingsModule } from './meetings.module.js';
import { Mentor } from './mentor.entity.js';
import { MentorService } from './mentor.service.js';
import { Slot } from './slot.entity.js';
import { SlotService } from './slot.service.js';
import { SuggestionService } from './suggestion.service.js';

/** A question that may be asked. */
export const goodQuestion =
  'I think of a year with an inhaler company after my fellowship: how did you arrange the return?';

const entities = [
  TaxonomyTerm,
  TaxonomyEdition,
  Organisation,
  Academic,
  Work,
  Opportunity,
  Notification,
  Mentor,
  Slot,
  Event,
  EventAttendee,
  Meeting,
];

/** Meetings, and modules that build on them, as the product runs them, on a real database. */
export const meetingsForTests = async ({
  modules = [],
  more = [],
}: {
  modules?: Type[];
  more?: (new () => object)[];
} = {}) => {
  const { url, drop } = await testDatabase();
  const settings = readSettings({ NODE_ENV: 'test', DATABASE_URL: url });
  const app = await Test.createTestingModule({
    imports: [
      ConfigModule.of(settings),
      DatabaseModule.of([...entities, ...more]),
      MailModule,
      TaxonomyModule,
      AccountsModule,
      OrganisationsModule,
      AcademicsModule,
      MeetingsModule,
      ...modules,
    ],
  }).compile();
  app.enableShutdownHooks();
  const database = app.get(Database);
  await migrateJobs(database);
  await app.init();

  const insert = async (table: string, values: Record<string, unknown>): Promise<string> => {
    const columns = Object.keys(values);
    const row = await database.row<{ id: string }>(
      `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((_, at) => `$${at + 1}`).join(', ')}) RETURNING id`,
      Object.values(values),
    );
    return row?.id ?? '';
  };

  /** Somebody with an account, as the API would know them. */
  const person = async (name: string): Promise<Viewer & { accountId: string }> => {
    const email = `${randomUUID()}@example.org`;
    const accountId = await insert('account_holder', { name, email, email_verified: true });
    return {
      accountId,
      sessionId: randomUUID(),
      name,
      email,
      emailVerified: true,
      secondFactor: false,
      platformRole: 'person',
      memberships: [],
      academicId: null,
    };
  };

  /** Somebody with a profile. */
  const academic = async (name = 'Ada Adams', values: Record<string, unknown> = {}) => {
    const viewer = await person(name);
    const [given_name = '', family_name = ''] = name.split(' ');
    const academicId = await insert('academic', {
      given_name,
      family_name,
      profession: 'doctor',
      account_id: viewer.accountId,
      ...values,
    });
    return { ...viewer, academicId };
  };

  const organisation = (name = 'Novara Inhalers', values: Record<string, unknown> = {}) =>
    insert('organisation', { slug: randomUUID(), name, type: 'company', verification: 'verified', ...values });

  const member = async (organisationId: string, role: OrganisationRole = 'member', name = 'Mel Member') => {
    const viewer = await person(name);
    await insert('account_membership', { organisation_id: organisationId, account_id: viewer.accountId, role });
    return { ...viewer, memberships: [{ organisationId, role }] };
  };

  const services = {
    mentors: app.get(MentorService),
    slots: app.get(SlotService),
    meetings: app.get(MeetingService),
    asking: app.get(MeetingAsking),
    answering: app.get(MeetingAnswering),
    events: app.get(EventService),
    attendance: app.get(AttendanceService),
    suggestions: app.get(SuggestionService),
    calendar: app.get(CalendarService),
    jobs: app.get(MeetingJobs),
    notifications: app.get(NotificationService),
    letters: app.get(NotificationLetters),
  };
  const nothing: ReadonlySet<string> = new Set();

  /** Somebody who mentors, and takes this many questions at a time. */
  const mentor = async (name = 'Mia Mentor', values: Record<string, unknown> = {}, mostOpen = 3) => {
    const viewer = await academic(name, values);
    await services.mentors.save(
      viewer,
      {
        grounds: ['industry-year'],
        experience: 'A year in clinical development at an inhaler company.',
        helpWith: 'How to arrange leave, pay and the way back.',
        sectors: ['biotechnology'],
        mostOpen,
      },
      nothing,
    );
    return viewer;
  };

  /** So many hours from now, on the minute. */
  const inHours = (hours: number) => new Date(Math.floor(Date.now() / 60_000) * 60_000 + hours * 3_600_000);

  const offer = (viewer: Viewer, ...times: Date[]) =>
    services.slots.offer(viewer, {
      times,
      minutes: 30,
      link: 'https://meet.example.org/mia',
      idempotencyKey: randomUUID(),
    });

  const ask = (viewer: Viewer, academicId: string, slotId?: string) =>
    services.asking.askMentor(viewer, { academicId, slotId, message: goodQuestion, idempotencyKey: randomUUID() });

  /** A published event of two hours that starts in two days, with half an hour for each meeting. */
  const event = async (values: Record<string, unknown> = {}) =>
    insert('event', {
      name: 'Respiratory industry day',
      kind: 'conference',
      starts_at: inHours(48),
      ends_at: inHours(50),
      place: 'Leeds',
      slot_minutes: 30,
      tables: 1,
      state: 'published',
      ...values,
    });

  const go = (viewer: Viewer, eventId: string, times: Date[], asOrganisationId?: string, visible = true) =>
    services.attendance.go(viewer, { eventId, asOrganisationId, visible, times }, new Set(['going']));

  /** The codes that all of these were refused with, and how many were not. */
  const outcomes = async (work: Promise<unknown>[]) => {
    const settled = await Promise.allSettled(work);
    const counts: Record<string, number> = {};
    for (const one of settled) {
      const code = one.status === 'fulfilled' ? 'done' : String(one.reason?.code ?? one.reason);
      counts[code] = (counts[code] ?? 0) + 1;
    }
    return counts;
  };

  const close = async () => {
    await app.close();
    await drop();
  };

  return {
    app,
    database,
    insert,
    person,
    academic,
    organisation,
    member,
    mentor,
    inHours,
    offer,
    ask,
    event,
    go,
    outcomes,
    nothing,
    close,
    ...services,
  };
};

export type MeetingsForTests = Awaited<ReturnType<typeof meetingsForTests>>;
