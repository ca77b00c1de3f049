import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import ICAL from 'ical.js';
import type { Viewer } from '#accounts';
import { peopleOf } from './person.queries.js';
import { type MeetingsForTests, meetingsForTests } from './testing.js';

let room: MeetingsForTests;
beforeAll(async () => {
  room = await meetingsForTests();
});
afterAll(() => room?.close());

const reason = 'We build the sensor that your trial used.';
const half = 30 * 60_000;
const times = (first: Date, count: number) =>
  Array.from({ length: count }, (_, at) => new Date(first.getTime() + at * half));

/** An event with an academic and somebody of a company who both go, free at its first two times. */
const atEvent = async (values: Record<string, unknown> = {}) => {
  const id = await room.event(values);
  const event = await room.events.one(await room.person('Any Body'), id, room.nothing);
  const free = times(event.startsAt, 2);
  const ada = await room.academic('Ada Adams', { topics: ['asthma'], sectors: ['biotechnology'] });
  const company = await room.organisation('Breathe', { topics: ['asthma'], sector: 'biotechnology' });
  const mel = await room.member(company);
  await room.go(ada, id, free);
  await room.go(mel, id, free, company);
  return { id, event, free, ada, mel, company };
};

const attendees = async (viewer: Viewer, eventId: string) =>
  (await room.attendance.list(viewer, { eventId, first: 100 })).nodes;
const attendeeOf = async (viewer: Viewer, eventId: string, name: string) =>
  (await attendees(viewer, eventId)).find(({ person }) => person.name === name)?.id ?? '';
const ask = (viewer: Viewer, attendeeId: string) =>
  room.asking.askAtEvent(viewer, { attendeeId, reason, idempotencyKey: randomUUID() });

describe('an event', () => {
  const input = (values: object = {}) => ({
    name: 'Respiratory industry day',
    kind: 'showcase',
    startsAt: room.inHours(100),
    endsAt: room.inHours(104),
    place: 'Leeds',
    description: '',
    topics: ['asthma'],
    sectors: ['biotechnology'],
    slotMinutes: 20,
    tables: 3,
    idempotencyKey: randomUUID(),
    ...values,
  });

  it('is listed once it is published, by topic and sector, soonest first, until it is over', async () => {
    const company = await room.organisation('Listers');
    const admin = await room.member(company, 'admin');
    const draft = await room.events.create(admin, input({ organisationId: company }), room.nothing);
    const found = async (filter = {}) =>
      (await room.events.list(admin, { first: 100, filter }, room.nothing)).nodes.map(({ id }) => id);
    expect(await found()).not.toContain(draft.id);
    await room.events.publish(admin, draft.id, room.nothing);
    expect(await found({ topics: ['asthma'], sectors: ['biotechnology'], kinds: ['showcase'] })).toContain(draft.id);
    expect(await found({ topics: ['copd'] })).not.toContain(draft.id);
    await room.database.affected(
      `UPDATE event SET starts_at = now() - interval '2 days', ends_at = now() - interval '1 day' WHERE id = $1`,
      [draft.id],
    );
    expect(await found()).not.toContain(draft.id);
  });

  it('is made once for one key, and only by those who look after its organisation', async () => {
    const company = await room.organisation('Makers');
    const admin = await room.member(company, 'admin');
    const same = input({ organisationId: company });
    const [one, two] = await Promise.all([
      room.events.create(admin, same, room.nothing),
      room.events.create(admin, same, room.nothing),
    ]);
    expect(two.id).toBe(one.id);
    const colleague = await room.member(company);
    await expect(room.events.create(colleague, same, room.nothing)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    await expect(room.events.one(colleague, one.id, room.nothing)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(
      room.events.create(admin, input({ organisationId: company, endsAt: room.inHours(90) }), room.nothing),
    ).rejects.toMatchObject({ details: { field: 'endsAt' } });
  });

  it('changes nothing on a stale version, and keeps its hours once people go', async () => {
    const company = await room.organisation('Changers');
    const admin = await room.member(company, 'admin');
    const made = await room.events.create(admin, input({ organisationId: company }), room.nothing);
    await room.events.publish(admin, made.id, room.nothing);
    const update = (values: object) =>
      room.events.update(
        admin,
        { ...input(), startsAt: made.startsAt, endsAt: made.endsAt, id: made.id, version: 2, ...values },
        room.nothing,
      );
    expect((await update({ name: 'Another name' })).name).toBe('Another name');
    await expect(update({ name: 'A stale name' })).rejects.toMatchObject({ code: 'CHANGED_MEANWHILE' });
    await room.go(await room.academic(), made.id, []);
    await expect(update({ version: 3, startsAt: room.inHours(99) })).rejects.toMatchObject({ code: 'STILL_NEEDED' });
  });

  it('keeps its hours or its people, where both are written at one moment', async () => {
    const company = await room.organisation('Racers');
    const admin = await room.member(company, 'admin');
    const ada = await room.academic();
    const endings: string[] = [];
    for (let round = 0; round < 12; round += 1) {
      const made = await room.events.create(admin, input({ organisationId: company }), room.nothing);
      const { version } = await room.events.publish(admin, made.id, room.nothing);
      const later = { ...input(), id: made.id, version, startsAt: room.inHours(101), endsAt: room.inHours(105) };
      const results = await Promise.allSettled([
        room.events.update(admin, later, room.nothing),
        room.go(ada, made.id, [made.startsAt]),
      ]);
      endings.push(results.map(({ status }) => status).join(' '));
    }
    expect(endings).not.toContain('fulfilled fulfilled');
    expect(endings.filter((one) => one === 'rejected rejected')).toEqual([]);
  });

  it('that is cancelled as a draft stays unknown to others; one that was shown says that it is cancelled', async () => {
    const company = await room.organisation('Cancellers');
    const admin = await room.member(company, 'admin');
    const make = async () => (await room.events.create(admin, input({ organisationId: company }), room.nothing)).id;
    const [draft, shown] = [await make(), await make()];
    await room.events.publish(admin, shown, room.nothing);
    for (const id of [draft, shown]) await room.events.cancel(admin, id, room.nothing);
    const other = await room.person('Somebody Else');
    expect((await room.events.one(other, shown, room.nothing)).state).toBe('cancelled');
    expect((await room.events.one(admin, draft, room.nothing)).state).toBe('cancelled');
    await expect(room.events.one(other, draft, room.nothing)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('who goes to an event', () => {
  it('is shown to those who go, but for those who do not want to be seen', async () => {
    const { id, ada, mel } = await atEvent();
    const shy = await room.academic('Shy Person');
    await room.go(shy, id, [], undefined, false);
    const namesFor = async (viewer: Viewer) => (await attendees(viewer, id)).map(({ person }) => person.name).sort();
    expect(await namesFor(ada)).toEqual(['Ada Adams', 'Mel Member']);
    expect(await namesFor(shy)).toEqual(['Ada Adams', 'Mel Member', 'Shy Person']);
    await expect(namesFor(await room.academic('Out Sider'))).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    const { rows: shyRow } = {
      rows: await room.database.rows<{ id: string }>('SELECT id FROM event_attendee WHERE account_id = $1', [
        shy.accountId,
      ]),
    };
    await expect(ask(mel, shyRow[0]?.id ?? '')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is named for an organisation that is verified, and only while they belong to it', async () => {
    const { id, ada, mel, company, free } = await atEvent();
    const named = async () =>
      (await attendees(ada, id)).find(({ person }) => person.name === 'Mel Member')?.organisation;
    expect(await named()).toBe('Breathe');
    await room.database.affected('DELETE FROM account_membership WHERE account_id = $1', [mel.accountId]);
    expect(await named()).toBeNull();
    const pretended = await room.organisation('AstraZeneca', { verification: 'unverified' });
    const pat = await room.member(pretended, 'admin', 'Pat Pretender');
    await expect(room.go(pat, id, free, pretended)).rejects.toMatchObject({ code: 'NOT_VERIFIED' });
    await room.go(await room.member(company), id, free, company);
    const [person] = (await peopleOf(room.database, [pat.accountId ?? ''])).values();
    expect(person).toMatchObject({ name: 'Pat Pretender', organisation: null, organisationId: null });
  });

  it('says when they are free: times of the event, and of others only those that both have', async () => {
    const { id, ada, event, free } = await atEvent();
    await expect(room.go(ada, id, [new Date(event.startsAt.getTime() + 60_000)])).rejects.toMatchObject({
      details: { field: 'times' },
    });
    await room.go(ada, id, free.slice(1));
    const mel = (await attendees(ada, id)).find(({ mine }) => !mine);
    expect(mel?.freeTimes).toEqual(free.slice(1));
  });
});

describe('a meeting at an event', () => {
  it('gets the time that is chosen and a table, and both find it in their calendars', async () => {
    const { id, ada, mel, free } = await atEvent();
    const { id: meeting } = await ask(mel, await attendeeOf(mel, id, 'Ada Adams'));
    const read = await room.meetings.one(ada, meeting);
    expect(read).toMatchObject({ role: 'asked', event: 'Respiratory industry day', possibleTimes: free });
    await expect(room.answering.accept(ada, { id: meeting })).rejects.toMatchObject({ details: { field: 'startsAt' } });
    const accepted = await room.answering.accept(ada, { id: meeting, startsAt: free[1] });
    expect(accepted.time).toMatchObject({ startsAt: free[1], place: 'Table 1, Leeds' });
    for (const viewer of [ada, mel]) {
      const calendar = new ICAL.Component(ICAL.parse(await room.calendar.ofViewer(viewer)));
      const events = calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
      expect(events.map(({ uid }) => uid)).toEqual([`${meeting}@benchside`]);
      expect(events[0]?.startDate.toJSDate()).toEqual(free[1]);
      expect(events[0]?.location).toBe('Table 1, Leeds');
    }
    expect((await room.meetings.list(ada, { box: 'agreed', first: 10 })).totalCount).toBe(1);
  });

  it('takes nobody’s time twice and no table twice, whoever accepts at the same moment', async () => {
    const { id, ada, mel, company, free } = await atEvent();
    const others = await Promise.all(
      Array.from({ length: 4 }, async (_, index) => {
        const academic = await room.academic(`Other ${index}`, { topics: ['asthma'] });
        await room.go(academic, id, free);
        return academic;
      }),
    );
    const colleagues = await Promise.all(
      Array.from({ length: 4 }, (_, index) => room.member(company, 'member', `Colleague ${index}`)),
    );
    for (const one of colleagues) await room.go(one, id, free, company);
    const asked = await Promise.all(
      others.map(async (academic, index) => {
        const from = colleagues[index] ?? mel;
        return { academic, meeting: await ask(from, await attendeeOf(from, id, `Other ${index}`)) };
      }),
    );
    const counts = await room.outcomes(
      asked.map(({ academic, meeting }) => room.answering.accept(academic, { id: meeting.id, startsAt: free[0] })),
    );
    // There is one table.
    expect(counts).toEqual({ done: 1, TAKEN: 3 });
    const two = await Promise.all([
      ask(mel, await attendeeOf(mel, id, 'Ada Adams')),
      ask(colleagues[0] ?? mel, await attendeeOf(mel, id, 'Ada Adams')),
    ]);
    await room.database.affected('UPDATE event SET tables = 9 WHERE id = $1', [id]);
    const same = await room.outcomes(two.map((one) => room.answering.accept(ada, { id: one.id, startsAt: free[1] })));
    expect(same).toEqual({ done: 1, TAKEN: 1 });
  });

  it('goes with its event, or with one of the two, and the other is told', async () => {
    const { id, ada, mel, free } = await atEvent();
    const { id: meeting } = await ask(mel, await attendeeOf(mel, id, 'Ada Adams'));
    await room.answering.accept(ada, { id: meeting, startsAt: free[0] });
    await room.attendance.leave(mel, id, room.nothing);
    expect((await room.meetings.one(ada, meeting)).state).toBe('cancelled');
    expect(await room.calendar.ofViewer(ada)).not.toContain('VEVENT');
    const next = await atEvent();
    const { id: other } = await ask(next.ada, await attendeeOf(next.ada, next.id, 'Mel Member'));
    const admin = { ...next.mel, memberships: [], platformRole: 'platform-admin' as const };
    await room.events.cancel(admin, next.id, room.nothing);
    expect((await room.meetings.one(next.mel, other)).state).toBe('cancelled');
    const { nodes } = await room.notifications.list(next.ada, { first: 10, unreadOnly: true });
    expect(nodes.map(({ title }) => title)).toEqual(['Your meeting with Mel Member is cancelled']);
    await expect(room.go(next.ada, next.id, [])).rejects.toMatchObject({ code: 'WRONG_STATE' });
  });
});

describe('the meetings that are suggested at an event', () => {
  it('pair those who fit best, at times that both have, the same for both, and none that was asked already', async () => {
    const { id, ada, mel, free } = await atEvent();
    const far = await room.academic('Far Away', { topics: ['stroke'], sectors: ['digital-health'] });
    await room.go(far, id, free.slice(0, 1));
    const forAda = await room.suggestions.suggested(ada, id);
    expect(forAda).toMatchObject([{ attendee: { person: { name: 'Mel Member' } }, startsAt: free[0] }]);
    expect(forAda[0]?.score).toBeGreaterThan(0.3);
    const forMel = await room.suggestions.suggested(mel, id);
    // Ada fits better, so that Mel meets her first, and the other has no other time.
    expect(forMel.map(({ attendee }) => attendee.person.name)).toEqual(['Ada Adams']);
    expect(forMel[0]?.score).toBe(forAda[0]?.score);
    await ask(mel, await attendeeOf(mel, id, 'Ada Adams'));
    expect(await room.suggestions.suggested(ada, id)).toEqual([]);
    expect((await room.suggestions.suggested(far, id)).map(({ attendee }) => attendee.person.name)).toEqual([
      'Mel Member',
    ]);
  });
});
