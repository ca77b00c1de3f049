import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { nobody, type SignedIn, type Viewer } from '#accounts';
import { type MeetingsForTests, meetingsForTests } from '../meetings/testing.js';
import { Introduction } from './introduction.entity.js';
import { IntroductionJobs } from './introduction.jobs.js';
import { introductionRules } from './introduction.rules.js';
import { IntroductionService } from './introduction.service.js';
import { introductionTransitions } from './introduction.states.js';
import { IntroductionsModule } from './introductions.module.js';
import { pathsBetween } from './path.queries.js';
import { PathService } from './path.service.js';
import { changedNote, introducing, secretNote } from './testing.js';

let room: MeetingsForTests;
let introductions: IntroductionService;
let paths: PathService;
let jobs: IntroductionJobs;
beforeAll(async () => {
  room = await meetingsForTests({ modules: [IntroductionsModule], more: [Introduction] });
  introductions = room.app.get(IntroductionService);
  paths = room.app.get(PathService);
  jobs = room.app.get(IntroductionJobs);
});
afterAll(() => room?.close());

const { workTogether, ask, hiddenPath, publicPath } = introducing(() => ({ room, introductions }));

describe('a path', () => {
  it('is looked for among a few of each kind, however many there are', async () => {
    const { asker, middle, sought, company } = await hiddenPath();
    await room.database.affected(
      `WITH people AS (
         INSERT INTO account_holder (name, email, email_verified)
         SELECT 'Many', 'many-' || n || '@example.org', true FROM generate_series(1, 120) n RETURNING id),
       profiles AS (
         INSERT INTO academic (given_name, family_name, profession, account_id)
         SELECT 'Aa', 'Many', 'doctor', id FROM people RETURNING id, account_id),
       choices AS (INSERT INTO introduction_choice (account_id, available) SELECT id, true FROM people)
       INSERT INTO collaboration (title, sender_academic_id, receiver_academic_id, receiver_organisation_id)
       SELECT 'One', id, $1::uuid, NULL FROM profiles UNION ALL SELECT 'Two', id, NULL, $2::uuid FROM profiles`,
      [asker.academicId, company],
    );
    const ends = { accountId: asker.accountId ?? '', academicId: asker.academicId, organisationIds: [] };
    const all = await pathsBetween(room.database, { ...ends, targetAcademicId: null, targetOrganisationId: company });
    expect(all).toHaveLength(50);
    expect((await paths.to(asker, sought)).paths).toHaveLength(1);
    const wanted = { firstLink: 'collaboration', secondLink: 'collaboration' } as const;
    const one = await pathsBetween(
      room.database,
      { ...ends, targetAcademicId: null, targetOrganisationId: company },
      { ...wanted, throughAcademicId: middle.academicId },
    );
    expect(one.map(({ name }) => name)).toEqual(['Zyxmiddle Moore']);
    expect(await paths.candidates(asker as SignedIn, { ...sought, firstLink: 'work', secondLink: 'work' })).toEqual([]);
  });

  it('names the one in the middle where both links are works that all of them show', async () => {
    const { asker, middle, target, one, two, sought } = await publicPath();
    expect(await paths.to(asker, sought)).toEqual({
      direct: [],
      paths: [
        {
          first: { kind: 'work', works: [`On ${one}`] },
          second: { kind: 'work', works: [`On ${two.toLowerCase()}`] },
          middleId: middle.academicId,
          middleName: 'Mig Middle',
        },
      ],
    });
    expect((await paths.to(target, { toAcademicId: middle.academicId })).direct).toEqual([
      { kind: 'work', works: [`On ${two.toLowerCase()}`] },
    ]);
    await expect(paths.to(nobody, sought)).rejects.toMatchObject({ code: 'SIGN_IN_NEEDED' });
    expect((await paths.to(await room.academic('Olly Outside'), sought)).paths).toEqual([]);
  });

  it('is not there where somebody on it hides their works or profile, or does not want to be asked', async () => {
    const { asker, middle, target, sought } = await publicPath();
    const found = async () => (await paths.to(asker, sought)).paths.length;
    const set = (id: string, values: string) =>
      room.database.affected(`UPDATE academic SET ${values} WHERE id = $1`, [id]);
    for (const id of [middle.academicId, target.academicId, asker.academicId]) {
      await set(id, `field_visibility = '{"works": "only-me"}'`);
      expect(await found()).toBe(0);
      await set(id, `field_visibility = '{}'`);
    }
    expect(await found()).toBe(1);
    await introductions.choose(middle, false);
    expect(await found()).toBe(0);
    await introductions.choose(middle, true);
    await set(middle.academicId, `visibility = 'hidden'`);
    expect(await found()).toBe(0);
    await set(target.academicId, `visibility = 'hidden'`);
    await expect(found()).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('that is not public says that there is one, and of what kind: neither who nor how many', async () => {
    const { asker, company, sought } = await hiddenPath();
    const second = await room.academic('Another Middle');
    await workTogether(second.academicId, { academicId: asker.academicId });
    await workTogether(second.academicId, { organisationId: company });
    const kinds = [
      {
        first: { kind: 'collaboration', works: [] },
        second: { kind: 'collaboration', works: [] },
        middleId: null,
        middleName: null,
      },
    ];
    expect((await paths.to(asker, sought)).paths).toEqual(kinds);
    await introductions.choose(second, true);
    expect((await paths.to(asker, sought)).paths).toEqual(kinds);
  });

  it('that is not public is only over those who agreed to be asked', async () => {
    const { asker, middle, sought } = await hiddenPath();
    await room.database.affected('DELETE FROM introduction_choice WHERE account_id = $1', [middle.accountId]);
    expect((await paths.to(asker, sought)).paths).toEqual([]);
    await expect(ask(asker, sought, ['collaboration', 'collaboration'])).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('leads over advice that was given, too', async () => {
    const mentor = await room.mentor('Vera Advisor');
    const asker = await room.person('Kim Advised');
    const { id } = await room.ask(asker, mentor.academicId);
    await room.answering.accept(mentor, { id, answer: 'Begin with your programme director.' });
    const company = await room.organisation('Advised Limited');
    await room.member(company);
    await workTogether(mentor.academicId, { organisationId: company });
    await introductions.choose(mentor, true);
    const [path] = (await paths.to(asker, { toOrganisationId: company })).paths;
    expect([path?.first.kind, path?.second.kind, path?.middleName]).toEqual(['mentor', 'collaboration', null]);
  });
});

describe('what is known of an introduction', () => {
  /** Everything that somebody can read of it, as text. */
  const everything = async (viewer: Viewer, id: string): Promise<string> => {
    const ways = [
      introductions.one(viewer, id),
      ...(['asker', 'middle', 'target'] as const).map((role) => introductions.list(viewer, { role, first: 100 })),
      room.notifications.list(viewer, { first: 100, unreadOnly: false }),
    ];
    const answers = await Promise.allSettled(ways);
    return JSON.stringify(answers.map((one) => (one.status === 'fulfilled' ? one.value : String(one.reason))));
  };
  const hiddenFrom = async (viewer: Viewer, id: string, ...words: (string | null)[]) => {
    const text = await everything(viewer, id);
    expect(words.filter((word) => word !== null && text.includes(word))).toEqual([]);
  };

  it('is nothing to the one to be met, to strangers or to the platform before the one in the middle agrees', async () => {
    const { asker, middle, target, sought } = await hiddenPath();
    const { id } = await ask(asker, sought, ['collaboration', 'collaboration']);
    const platform = { ...(await room.person('Pat Platform')), platformRole: 'platform-admin' as const };
    const names = [id, 'Zyxasker', 'Zyxmiddle', 'Zyxnote', asker.email, middle.email];
    for (const viewer of [target, platform, await room.academic('Sue Stranger')])
      await hiddenFrom(viewer, id, ...names);
    await expect(introductions.one(nobody, id)).rejects.toMatchObject({ code: 'SIGN_IN_NEEDED' });
    // The asker learns nothing of who it is, either.
    await hiddenFrom(asker, id, 'Zyxmiddle', middle.accountId, middle.academicId, middle.email);
    await hiddenFrom(middle, id, asker.email, target.email);
  });

  it('stays nothing, and the asker learns no more than that it is not possible, where the middle says no', async () => {
    const { asker, middle, target, sought } = await hiddenPath();
    const { id } = await ask(asker, sought, ['collaboration', 'collaboration']);
    await introductions.refuse(middle, id);
    await hiddenFrom(target, id, id, 'Zyxasker', 'Zyxmiddle', 'Zyxnote');
    await hiddenFrom(asker, id, 'Zyxmiddle', middle.accountId, middle.academicId, 'refused', 'declined');
    expect((await introductions.one(asker, id)).state).toBe('not-possible');
    const { nodes } = await room.notifications.list(asker, { first: 9, unreadOnly: false });
    expect(nodes.map(({ title }) => title)).toEqual(['An introduction to Zyxtarget Limited is not possible this time']);
    // The same person is not asked again for the same.
    await expect(ask(asker, sought, ['collaboration', 'collaboration'])).rejects.toMatchObject({
      code: 'NOT_POSSIBLE',
    });
  });

  it('is the note as it was approved, once it is, and how to reach each other only after a yes', async () => {
    const { asker, middle, target, sought } = await hiddenPath();
    const { id } = await ask(asker, sought, ['collaboration', 'collaboration']);
    await introductions.approve(middle, id, changedNote);
    await hiddenFrom(target, id, 'Zyxnote', asker.email);
    await hiddenFrom(asker, id, target.email);
    expect(await introductions.one(target, id)).toMatchObject({
      role: 'target',
      note: changedNote,
      asker: { name: 'Zyxasker Adams' },
      middle: { name: 'Zyxmiddle Moore' },
      firstLink: null,
      actions: ['accept', 'decline'],
      contactEmail: null,
    });
    expect(await introductions.one(asker, id)).toMatchObject({
      state: 'passed-on',
      middle: { name: 'Zyxmiddle Moore' },
    });
    await introductions.answer(target, id, true);
    expect((await introductions.one(asker, id)).contactEmail).toBe(target.email);
    expect((await introductions.one(target, id)).contactEmail).toBe(asker.email);
    await hiddenFrom(middle, id, asker.email, target.email, 'accepted');
  });

  it('is the same to the asker whether the middle or the one to be met says no, or nobody answers', async () => {
    const seen: unknown[] = [];
    for (const how of ['refuse', 'decline', 'expire'] as const) {
      const { asker, middle, target, sought } = await publicPath();
      const { id } = await ask(asker, sought, ['work', 'work'], { throughAcademicId: middle.academicId });
      if (how === 'refuse') await introductions.refuse(middle, id);
      if (how === 'decline') {
        await introductions.approve(middle, id, secretNote);
        await introductions.answer(target, id, false);
      }
      if (how === 'expire') {
        await room.database.affected(`UPDATE introduction SET expires_at = now() - interval '1 hour' WHERE id = $1`, [
          id,
        ]);
        expect(await jobs.expire()).toBe(1);
      }
      const { state, note, actions, contactEmail } = await introductions.one(asker, id);
      seen.push({ state, note, actions, contactEmail });
    }
    const same = { state: 'not-possible', note: secretNote, actions: [], contactEmail: null };
    expect(seen).toEqual([same, same, same]);
  });
});

describe('the steps of an introduction', () => {
  it('are the same in the database and in the code, and no other is possible', async () => {
    const rows = await room.database.rows<{ line: string }>(
      `SELECT concat_ws(' ', from_state, to_state, action, actor) AS line FROM introduction_transition`,
    );
    const lines = introductionTransitions.map(({ from, to, action, actor }) => `${from} ${to} ${action} ${actor}`);
    expect(rows.map(({ line }) => line).sort()).toEqual(lines.sort());
    const { asker, sought } = await hiddenPath();
    const { id } = await ask(asker, sought, ['collaboration', 'collaboration']);
    const skip = room.database.affected(
      `UPDATE introduction SET state = 'accepted', approved_note = note, passed_on_at = now() WHERE id = $1`,
      [id],
    );
    await expect(skip).rejects.toThrow('introduction_path');
  });

  it('are taken once, whoever takes them at the same moment, and only by those whose they are', async () => {
    const { asker, middle, target, sought } = await hiddenPath();
    const { id } = await ask(asker, sought, ['collaboration', 'collaboration']);
    await expect(introductions.approve(asker, id, secretNote)).rejects.toMatchObject({ code: 'WRONG_STATE' });
    await expect(introductions.approve(target, id, secretNote)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const counts = await room.outcomes([
      introductions.approve(middle, id, secretNote),
      introductions.refuse(middle, id),
      introductions.withdraw(asker, id),
    ]);
    expect(counts).toEqual({ done: 1, WRONG_STATE: 2 });
  });

  it('are not asked for by an organisation that nobody has verified, nor more often in a day than anybody needs', async () => {
    const { asker, middle, sought } = await publicPath();
    const organisationId = await room.organisation('AstraZeneca', { verification: 'unverified' });
    const pretender = { ...asker, memberships: [{ organisationId, role: 'admin' as const }] };
    const through = { throughAcademicId: middle.academicId };
    await expect(
      ask(pretender, sought, ['work', 'work'], { ...through, asOrganisationId: organisationId }),
    ).rejects.toMatchObject({ code: 'NOT_VERIFIED' });
    for (let at = 0; at < introductionRules.asksPerDay; at += 1) {
      const { id } = await ask(asker, sought, ['work', 'work'], through);
      await introductions.withdraw(asker, id);
    }
    await expect(ask(asker, sought, ['work', 'work'], through)).rejects.toMatchObject({ code: 'TOO_MANY' });
  });

  it('begin once for one key, and once at a time for the same person to be met', async () => {
    const { asker, middle, sought } = await publicPath();
    const key = { throughAcademicId: middle.academicId, idempotencyKey: randomUUID() };
    const [one, same] = await Promise.all([
      ask(asker, sought, ['work', 'work'], key),
      ask(asker, sought, ['work', 'work'], key),
    ]);
    expect(same.id).toBe(one.id);
    await expect(ask(asker, sought, ['work', 'work'], { throughAcademicId: middle.academicId })).rejects.toMatchObject({
      code: 'ALREADY_EXISTS',
    });
    await expect(ask(asker, sought, ['work', 'work'], { throughAcademicId: asker.academicId })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});
