import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { nobody } from '#accounts';
import { meetingRules } from './meeting.rules.js';
import { meetingTransitions } from './meeting.states.js';
import { goodQuestion, type MeetingsForTests, meetingsForTests } from './testing.js';

let room: MeetingsForTests;
beforeAll(async () => {
  room = await meetingsForTests();
});
afterAll(() => room?.close());

const names = async (viewer: Parameters<MeetingsForTests['mentors']['list']>[0], filter = {}) =>
  (await room.mentors.list(viewer, { first: 100, filter }, room.nothing)).nodes.map(({ academic }) => academic.name);

describe('mentors', () => {
  it('are found by profession, stage and sector, where their profiles may be seen', async () => {
    const reader = await room.person('Rae Reader');
    const others = await names(reader);
    // Those of other tests are there as well.
    const added = async (...asked: Parameters<typeof names>) =>
      (await names(...asked)).filter((name) => !others.includes(name));
    await room.mentor('Nia Nurse', { profession: 'nurse', career_stage: 'senior' });
    await room.mentor('Max Members', { visibility: 'members' });
    await room.mentor('Hal Hidden', { visibility: 'hidden' });
    expect(await added(reader, { professions: ['nurse'] })).toEqual(['Nia Nurse']);
    expect(await added(reader, { sectors: ['biotechnology'], careerStages: ['senior'] })).toEqual(['Nia Nurse']);
    expect(await added(reader, { sectors: ['pharmaceutical'] })).toEqual([]);
    expect(await added(reader)).toEqual(['Max Members', 'Nia Nurse']);
    expect(await added(nobody)).toEqual(['Nia Nurse']);
  });

  it('say what they did, and may stop: then nobody finds or asks them, and their open times are gone', async () => {
    const mentor = await room.mentor('Sam Stops');
    const asker = await room.person('Ann Asks');
    await room.offer(mentor, room.inHours(30));
    await room.mentors.stop(mentor, room.nothing);
    expect(await names(asker)).not.toContain('Sam Stops');
    expect(await room.slots.mine(mentor)).toEqual([]);
    await expect(room.ask(asker, mentor.academicId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(room.mentors.stop(asker, room.nothing)).rejects.toMatchObject({ code: 'NOT_READY' });
    await expect(
      room.mentors.save(
        mentor,
        { grounds: ['wizard'], experience: goodQuestion, helpWith: goodQuestion, sectors: [], mostOpen: 1 },
        room.nothing,
      ),
    ).rejects.toMatchObject({ code: 'BAD_INPUT', details: { field: 'grounds' } });
  });

  it('take as many open questions as they said, whoever asks at the same moment', async () => {
    const mentor = await room.mentor('Mo Most', {}, 2);
    const askers = await Promise.all(Array.from({ length: 6 }, (_, index) => room.person(`Asker ${index}`)));
    expect(await room.outcomes(askers.map((asker) => room.ask(asker, mentor.academicId)))).toEqual({
      done: 2,
      LIMIT_REACHED: 4,
    });
    expect((await room.mentors.mine(mentor, room.nothing))?.takesMore).toBe(false);
  });

  it('are asked once for one key, and once at a time by one person', async () => {
    const mentor = await room.mentor('Una Once');
    const asker = await room.person('Ray Repeats');
    const input = { academicId: mentor.academicId, message: goodQuestion, idempotencyKey: randomUUID() };
    const [one, same] = await Promise.all([room.asking.askMentor(asker, input), room.asking.askMentor(asker, input)]);
    expect(same.id).toBe(one.id);
    await expect(room.ask(asker, mentor.academicId)).rejects.toMatchObject({ code: 'ALREADY_EXISTS' });
    await expect(room.ask(mentor, mentor.academicId)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    await expect(
      room.asking.askMentor(asker, { ...input, message: 'Too short', idempotencyKey: randomUUID() }),
    ).rejects.toMatchObject({ code: 'BAD_INPUT', details: { field: 'message' } });
  });

  it('are asked by one person no more often in a day than anybody needs, also where it is withdrawn each time', async () => {
    const mentor = await room.mentor('Fay Flooded');
    const asker = await room.person('Flo Floods');
    for (let at = 0; at < meetingRules.questionsPerPersonPerDay; at += 1) {
      const { id } = await room.ask(asker, mentor.academicId);
      await room.answering.withdraw(asker, id);
    }
    await expect(room.ask(asker, mentor.academicId)).rejects.toMatchObject({ code: 'TOO_MANY' });
  });

  it('answer in writing; the asker reads it, is told of it, and is shown how to reach them', async () => {
    const mentor = await room.mentor('Wes Writes');
    const asker = await room.person('Quin Question');
    const { id } = await room.ask(asker, mentor.academicId);
    await expect(room.answering.accept(mentor, { id })).rejects.toMatchObject({ details: { field: 'answer' } });
    expect((await room.meetings.one(mentor, id)).contactEmail).toBeNull();
    const answer = 'Begin with your training programme director, nine months ahead.';
    await room.answering.accept(mentor, { id, answer });
    const { nodes } = await room.notifications.list(asker, { first: 10, unreadOnly: true });
    expect(nodes.map(({ title }) => title)).toEqual(['Wes Writes has answered your question']);
    const read = await room.meetings.one(asker, id);
    expect(read).toMatchObject({ state: 'accepted', answer, contactEmail: mentor.email, actions: [] });
    expect(await room.notifications.unread(asker)).toBe(0);
    await expect(room.meetings.one(await room.person('Sue Stranger'), id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('a time of a mentor', () => {
  it('has one winner of twenty who want it', async () => {
    const mentor = await room.mentor('Tia Times', {}, 20);
    const [slot] = await room.offer(mentor, room.inHours(20));
    const racers = await Promise.all(Array.from({ length: 20 }, (_, index) => room.person(`Racer ${index}`)));
    expect(await room.outcomes(racers.map((racer) => room.ask(racer, mentor.academicId, slot?.id)))).toEqual({
      done: 1,
      TAKEN: 19,
    });
  }, 20_000);

  it('never overlaps with another of the same person, whoever asks at the same moment', async () => {
    const mentor = await room.mentor('Ola Overlap');
    const shifted = (minutes: number) => new Date(room.inHours(26).getTime() + minutes * 60_000);
    const attempts = [0, 10, 20, 29].map((minutes) => room.offer(mentor, shifted(minutes)));
    expect(await room.outcomes(attempts)).toEqual({ done: 1, TAKEN: 3 });
    await expect(room.offer(mentor, shifted(120), shifted(130))).rejects.toMatchObject({ code: 'TAKEN' });
    expect(await room.slots.mine(mentor)).toHaveLength(1);
    // One after the other is no overlap.
    expect(await room.offer(mentor, shifted(200), shifted(230))).toHaveLength(2);
  });

  it('is not taken by somebody who has something else then', async () => {
    const [first, second] = [await room.mentor('Fay First'), await room.mentor('Sid Second')];
    const asker = await room.person('Bea Busy');
    const at = room.inHours(33);
    const [one] = await room.offer(first, at);
    const [other] = await room.offer(second, at);
    const both = [room.ask(asker, first.academicId, one?.id), room.ask(asker, second.academicId, other?.id)];
    expect(await room.outcomes(both)).toEqual({ done: 1, TAKEN: 1 });
  });

  it('is open again where the mentor declines or the asker cannot come, and gone where the mentor cancels', async () => {
    const mentor = await room.mentor('Rio Returns');
    const asker = await room.person('Abe Asker');
    const [slot] = await room.offer(mentor, room.inHours(40));
    const open = async () => (await room.mentors.of(asker, mentor.academicId, new Set(['slots'])))?.slots.length;
    const declined = await room.ask(asker, mentor.academicId, slot?.id);
    expect(await open()).toBe(0);
    await room.answering.decline(mentor, declined.id, 'I am on call that day.');
    expect(await open()).toBe(1);
    const agreed = await room.ask(asker, mentor.academicId, slot?.id);
    expect(agreed.time?.link).toBeNull();
    const accepted = await room.answering.accept(mentor, { id: agreed.id });
    expect(accepted.time?.link).toBe('https://meet.example.org/mia');
    await room.answering.cancel(asker, agreed.id);
    expect(await open()).toBe(1);
    const again = await room.ask(asker, mentor.academicId, slot?.id);
    await room.answering.accept(mentor, { id: again.id });
    await room.answering.cancel(mentor, again.id);
    expect(await open()).toBe(0);
  });

  it('is answered once: of an acceptance, a refusal and a withdrawal at the same moment one counts', async () => {
    const mentor = await room.mentor('Ada Answers');
    const asker = await room.person('Wim Withdraws');
    const [slot] = await room.offer(mentor, room.inHours(44));
    const { id } = await room.ask(asker, mentor.academicId, slot?.id);
    const counts = await room.outcomes([
      room.answering.accept(mentor, { id }),
      room.answering.decline(mentor, id, null),
      room.answering.withdraw(asker, id),
    ]);
    expect(counts).toEqual({ done: 1, WRONG_STATE: 2 });
    const { state } = await room.meetings.one(asker, id);
    const kept = await room.database.row<{ state: string }>('SELECT state FROM slot WHERE id = $1', [slot?.id]);
    expect(kept?.state).toBe(state === 'accepted' ? 'booked' : 'open');
  });

  it('is reminded of the day before, and can be marked as missed once its time has come', async () => {
    const mentor = await room.mentor('Dee Daybefore');
    const asker = await room.person('Nell Noshow');
    const [slot] = await room.offer(mentor, room.inHours(23));
    const { id } = await room.ask(asker, mentor.academicId, slot?.id);
    await room.answering.accept(mentor, { id });
    await room.jobs.remind();
    await room.jobs.remind();
    const { nodes } = await room.notifications.list(asker, { first: 10, unreadOnly: true });
    expect(nodes.map(({ kind }) => kind).sort()).toEqual(['meeting-accepted', 'meeting-reminder']);
    await expect(room.answering.noShow(mentor, id)).rejects.toMatchObject({ code: 'TOO_EARLY' });
    await room.database.affected(
      `UPDATE slot SET starts_at = starts_at - interval '2 days', ends_at = ends_at - interval '2 days' WHERE id = $1`,
      [slot?.id],
    );
    await expect(room.answering.cancel(asker, id)).rejects.toMatchObject({ code: 'TOO_LATE' });
    expect((await room.answering.noShow(mentor, id)).state).toBe('no-show');
  });

  it('is open again where nobody answered in time, and the asker is told', async () => {
    const mentor = await room.mentor('Eve Expires');
    const asker = await room.person('Pat Patient');
    const [slot] = await room.offer(mentor, room.inHours(70));
    const { id } = await room.ask(asker, mentor.academicId, slot?.id);
    await room.database.affected(`UPDATE meeting SET expires_at = now() - interval '1 hour' WHERE id = $1`, [id]);
    expect(await room.jobs.expire()).toBe(1);
    expect(await room.slots.mine(mentor)).toHaveLength(1);
    const { nodes } = await room.notifications.list(asker, { first: 10, unreadOnly: true });
    expect(nodes.map(({ kind }) => kind)).toEqual(['meeting-expired']);
  });

  it('is given where it can be opened safely, and in time to come', async () => {
    const mentor = await room.mentor('Liz Link');
    const offer = (values: object) =>
      room.slots.offer(mentor, {
        times: [room.inHours(10)],
        minutes: 20,
        idempotencyKey: randomUUID(),
        ...values,
      } as Parameters<typeof room.slots.offer>[1]);
    for (const link of ['http://example.org', 'javascript:alert(1)', 'https://me:secret@example.org', 'example.org']) {
      await expect(offer({ link })).rejects.toMatchObject({ code: 'BAD_INPUT', details: { field: 'link' } });
    }
    await expect(offer({})).rejects.toMatchObject({ details: { field: 'place' } });
    await expect(offer({ place: 'Room 1', times: [new Date(0)] })).rejects.toMatchObject({
      details: { field: 'times' },
    });
  });
});

describe('the steps of a meeting', () => {
  it('are the same in the database and in the code, and no other is possible', async () => {
    const rows = await room.database.rows<{ line: string }>(
      `SELECT concat_ws(' ', from_state, to_state, action, actor) AS line FROM meeting_transition ORDER BY 1`,
    );
    const lines = meetingTransitions.map(({ from, to, action, actor }) => `${from} ${to} ${action} ${actor}`).sort();
    expect(rows.map(({ line }) => line).sort()).toEqual(lines);
    const mentor = await room.mentor('Ivy Illegal');
    const { id } = await room.ask(await room.person('Ned Next'), mentor.academicId);
    await expect(room.database.affected(`UPDATE meeting SET state = 'no-show' WHERE id = $1`, [id])).rejects.toThrow(
      'meeting_path',
    );
  });
});
