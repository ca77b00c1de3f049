import {
  type AccessRow,
  asInput,
  everybody,
  key,
  onAll,
  only,
  people,
  row,
  signedIn,
  text,
  type Variables,
} from './access.rows.js';
import type { Role, World } from './access.world.js';

const hour = 3_600_000;
let nextDay = 3;
/** A time of its own, in days to come or gone by: no two of one person overlap. */
const some = (days = 1) => {
  nextDay += 1;
  return new Date(Math.floor(Date.now() / hour) * hour + days * nextDay * 24 * hour);
};
const account = ({ actors }: World, role: Role) => actors[role].accountId;

const mentor = async (world: World, academicId: string) => {
  await world.benchside.database.affected(
    `INSERT INTO mentor (academic_id, grounds, experience, help_with, most_open)
     VALUES ($1, '{industry-year}', $2, $2, 5) ON CONFLICT DO NOTHING`,
    [academicId, text],
  );
  // Says that something was inserted, though a mentor has no id of its own.
  await slot(world, false, -1);
};

/** A time of the academic, open or taken by the person. */
const slot = (world: World, taken: boolean, days = 1) => {
  const startsAt = some(days);
  return world.insert('slot', {
    account_id: account(world, 'academic'),
    guest_account_id: taken ? account(world, 'person') : null,
    starts_at: startsAt,
    ends_at: new Date(startsAt.getTime() + hour / 2),
    minutes: 30,
    link: 'https://example.org/meet',
    state: taken ? 'booked' : 'open',
  });
};

const meeting = async (world: World, values: object) =>
  world.insert('meeting', {
    kind: 'advice',
    asker_account_id: account(world, 'person'),
    asked_account_id: account(world, 'academic'),
    message: text,
    expires_at: new Date(Date.now() + 24 * hour),
    ...values,
  });
const asked: Variables = async (world) => ({ id: await meeting(world, {}) });
const agreed =
  (days: number): Variables =>
  async (world) => ({
    id: await meeting(world, {
      kind: 'mentor',
      state: 'accepted',
      previous_state: 'asked',
      slot_id: await slot(world, true, days),
    }),
  });

const event = (world: World, state = 'published') =>
  world.insert('event', {
    organisation_id: world.ids.company,
    name: 'An event',
    kind: 'conference',
    starts_at: new Date(Date.now() + 24 * hour),
    ends_at: new Date(Date.now() + 30 * hour),
    place: 'Leeds',
    state,
  });
const onEvent =
  (name: string, state?: string, more: object = {}): Variables =>
  async (world) => ({ [name]: await event(world, state), ...more });

/** An event to which these go. */
const eventWith = async (world: World, ...roles: Role[]) => {
  const id = await event(world);
  const ids: string[] = [];
  const times = [new Date(Date.now() + 25 * hour)];
  for (const role of roles) {
    ids.push(
      await world.insert('event_attendee', {
        event_id: id,
        account_id: account(world, role),
        academic_id: role === 'academic' ? world.ids.own : null,
        organisation_id: role === 'academic' ? null : world.ids.otherCompany,
        visible: true,
        times,
      }),
    );
  }
  return { eventId: id, attendeeId: ids[0] };
};

const said = {
  name: 'An event of ours',
  kind: 'showcase',
  startsAt: '2031-03-01T09:00:00.000Z',
  endsAt: '2031-03-01T17:00:00.000Z',
  place: 'Leeds',
  description: text,
  topics: ['asthma'],
  sectors: [],
};
const mentoring = { grounds: ['industry-year'], experience: text, helpWith: text, sectors: [], mostOpen: 3 };
const lookAfter = signedIn('NOT_ALLOWED', { admin: 'allowed', platform: 'allowed' });
const draftOnly = only(['admin', 'platform']);
const amongThem = signedIn('NOT_ALLOWED', { academic: 'allowed', admin: 'allowed', platform: 'allowed' });

/** Who mentors, who asks, who lists events, and who meets whom. */
export const meetingRowsOfAccess: AccessRow[] = [
  onAll('mentors', everybody('allowed'), { first: 1 }),
  onAll('mentorGrounds', everybody('allowed')),
  onAll('myMentoring', signedIn('allowed')),
  onAll('mySlots', signedIn('allowed')),
  onAll('saveMentoring', signedIn('NOT_READY', { academic: 'allowed' }), { input: mentoring }),
  row(
    'stopMentoring',
    'their own',
    async (world) => {
      await mentor(world, world.ids.own);
      return {};
    },
    signedIn('NOT_READY', { academic: 'allowed' }),
  ),
  row(
    'offerSlots',
    'their own',
    asInput(async (world) => {
      await mentor(world, world.ids.own);
      return { ...key(), times: [some().toISOString()], place: 'Room 1' };
    }),
    signedIn('NOT_READY', { academic: 'allowed' }),
  ),
  row('withdrawSlot', 'of the academic', async (world) => ({ id: await slot(world, false) }), only(['academic'])),
  row(
    'askMentor',
    'the academic',
    asInput(async (world) => {
      await mentor(world, world.ids.own);
      return { ...key(), academicId: world.ids.own, message: text };
    }),
    signedIn('allowed', { academic: 'NOT_ALLOWED' }),
  ),
  row(
    'askMentor',
    'somebody hidden',
    asInput(async (world) => {
      await mentor(world, world.ids.hidden);
      return { ...key(), academicId: world.ids.hidden, message: text };
    }),
    only([]),
  ),

  onAll('meetings', signedIn('allowed'), { box: 'waiting', first: 1 }),
  onAll('meetingsCalendar', signedIn('allowed')),
  row('meeting', 'of two people', agreed(1), only(['person', 'academic'])),
  row(
    'acceptMeeting',
    'asked of the academic',
    async (world, role) => ({ input: { ...(await asked(world, role)), answer: text } }),
    only(['academic'], { person: 'WRONG_STATE' }),
  ),
  row('declineMeeting', 'asked of the academic', asked, only(['academic'], { person: 'WRONG_STATE' })),
  row('withdrawMeeting', 'asked of the academic', asked, only(['person'], { academic: 'WRONG_STATE' })),
  row('cancelMeeting', 'agreed', agreed(1), only(['person', 'academic'])),
  row('cancelMeeting', 'gone by', agreed(-1), only([], { person: 'TOO_LATE', academic: 'TOO_LATE' })),
  row('markNoShow', 'gone by', agreed(-1), only(['person', 'academic'])),

  onAll('events', everybody('allowed'), { first: 1 }),
  onAll('eventKinds', everybody('allowed')),
  onAll('myEvents', signedIn('allowed')),
  row('event', 'published', onEvent('id'), everybody('allowed')),
  row('event', 'draft', onEvent('id', 'draft'), everybody('NOT_FOUND', { admin: 'allowed', platform: 'allowed' })),
  row(
    'createEvent',
    'for the company',
    asInput(({ ids }) => ({ ...said, ...key(), organisationId: ids.company })),
    only(['admin', 'platform'], { member: 'NOT_ALLOWED', office: 'NOT_ALLOWED' }),
  ),
  row(
    'createEvent',
    'for the platform',
    asInput(() => ({ ...said, ...key() })),
    signedIn('NOT_ALLOWED', { platform: 'allowed' }),
  ),
  row(
    'updateEvent',
    'published',
    asInput(async (world) => ({ ...said, id: await event(world), version: 1 })),
    lookAfter,
  ),
  row(
    'updateEvent',
    'draft',
    asInput(async (world) => ({ ...said, id: await event(world, 'draft'), version: 1 })),
    draftOnly,
  ),
  row('publishEvent', 'draft', onEvent('id', 'draft'), draftOnly),
  row('cancelEvent', 'published', onEvent('id'), lookAfter),

  row(
    'eventAttendees',
    'where the academic goes',
    async (world) => ({ eventId: (await eventWith(world, 'academic')).eventId, first: 1 }),
    amongThem,
  ),
  row(
    'suggestedMeetings',
    'where the academic goes',
    async (world) => ({ eventId: (await eventWith(world, 'academic')).eventId }),
    amongThem,
  ),
  row(
    'goToEvent',
    'as themselves',
    asInput(async (world) => ({ eventId: await event(world), visible: true, times: [] })),
    signedIn('BAD_INPUT', { academic: 'allowed' }),
  ),
  row(
    'goToEvent',
    'for the company',
    asInput(async (world) => ({
      eventId: await event(world),
      asOrganisationId: world.ids.company,
      visible: true,
      times: [],
    })),
    only(people),
  ),
  row('leaveEvent', 'published', onEvent('eventId'), signedIn('allowed')),
  row('leaveEvent', 'draft', onEvent('eventId', 'draft'), draftOnly),
  row(
    'askAtEvent',
    'the academic',
    asInput(async (world) => ({
      ...key(),
      attendeeId: (await eventWith(world, 'academic', 'other')).attendeeId,
      reason: text,
    })),
    only(['other'], { academic: 'NOT_ALLOWED' }),
  ),
];
