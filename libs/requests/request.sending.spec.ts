import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { goodReason, type RequestsForTests, requestsForTests } from './testing.js';

let world: RequestsForTests;
beforeAll(async () => {
  world = await requestsForTests();
});
afterAll(() => world?.close());

const twenty = Array.from({ length: 20 }, (_, index) => index);
const pair = async () => ({ ada: await world.academic('Ada Adams'), ben: await world.academic('Ben Brown') });
const countBetween = async (a: string, b: string) =>
  (
    await world.database.row<{ count: number }>(
      'SELECT count(*)::int AS count FROM collaboration_request WHERE sender_id IN ($1, $2) AND receiver_id IN ($1, $2)',
      [a, b],
    )
  )?.count;

describe('sending a request', () => {
  it('brings it to the other side, with its terms, and writes the first event', async () => {
    const ada = await world.academic('Ada Adams');
    const company = await world.organisation();
    const mel = await world.member(company);
    const startsOn = new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10);
    const sent = await world.send(mel, {
      asOrganisationId: company,
      toAcademicId: ada.academicId,
      terms: { startsOn, lengthMonths: 12, fte: 0.2, placeMode: 'hybrid', funding: ' by us ', note: '' },
    });
    expect(sent).toMatchObject({ state: 'delivered', role: 'sender', replyDue: false, unread: 0 });
    expect(sent.actions).toEqual(['withdraw', 'write']);
    expect(sent.sender).toMatchObject({
      kind: 'organisation',
      name: 'Novara Inhalers',
      mine: true,
      person: 'Mel Member',
    });
    const received = await world.requests.one(ada, sent.id, new Set(['organisation', 'academic']));
    expect(received).toMatchObject({ role: 'receiver', replyDue: true, unread: 1, reason: goodReason });
    expect(received.terms).toEqual({
      startsOn,
      lengthMonths: 12,
      fte: expect.closeTo(0.2),
      placeMode: 'hybrid',
      funding: 'by us',
      note: null,
    });
    expect(received.actions).toEqual(['accept', 'decline', 'ask', 'refer', 'write']);
    expect(received.sender.organisation?.name).toBe('Novara Inhalers');
    expect(received.type.label).toBe('Advisory board');
    expect(await world.events(sent.id)).toEqual([
      { action: 'send', from: 'draft', to: 'delivered', side: 'sender', note: null },
    ]);
  });

  it('goes to whoever offers the opportunity', async () => {
    const company = await world.organisation();
    const mel = await world.member(company);
    const ada = await world.academic();
    const brief = await world.opportunity({ organisationId: company });
    const sent = await world.send(ada, { opportunityId: brief });
    expect(sent.receiver.name).toBe('Novara Inhalers');
    expect((await world.requests.one(mel, sent.id, new Set(['opportunity']))).opportunity?.id).toBe(brief);
  });

  it('offers an opportunity of the own side to somebody, and of no other side', async () => {
    const { ada, ben } = await pair();
    const idea = await world.opportunity({ academicId: ada.academicId });
    expect(await world.send(ada, { toAcademicId: ben.academicId, opportunityId: idea })).toMatchObject({
      opportunityOf: 'sender',
    });
    const other = await world.academic('Cem Can');
    await expect(world.attempt(other, { toAcademicId: ada.academicId, opportunityId: idea })).rejects.toMatchObject({
      code: 'BAD_INPUT',
      details: { field: 'opportunityId' },
    });
  });

  it.each([
    ['too short', { reason: 'Let us talk.' }, 'reason'],
    ['only space', { reason: ' '.repeat(200) }, 'reason'],
    ['too long', { reason: 'a'.repeat(601) }, 'reason'],
    ['49 characters of two code units each', { reason: '🫁'.repeat(49) }, 'reason'],
    ['control characters', { reason: `${goodReason}\u0000` }, 'reason'],
    ['an unknown way of working', { type: 'friendship' }, 'type'],
    ['two receivers', { toOrganisationId: randomUUID() }, 'toOrganisationId'],
    ['a start that has passed', { terms: { startsOn: '2020-02-29' } }, 'startsOn'],
    ['too long a note', { terms: { note: 'n'.repeat(1_001) } }, 'note'],
  ])('refuses %s, naming the field, and writes nothing', async (_, values, field) => {
    const { ada, ben } = await pair();
    await expect(world.attempt(ada, { toAcademicId: ben.academicId, ...values })).rejects.toMatchObject({
      code: 'BAD_INPUT',
      details: { field },
    });
    expect(await countBetween(ada.academicId, ben.academicId)).toBe(0);
  });

  it('takes a reason of 600 characters that each are two code units', async () => {
    const { ada, ben } = await pair();
    await world.send(ada, { toAcademicId: ben.academicId, reason: '🫁'.repeat(600) });
  });

  it('removes the draft that it was written in', async () => {
    const { ada, ben } = await pair();
    const draft = await world.drafts.save(ada, { id: randomUUID(), toAcademicId: ben.academicId });
    await world.send(ada, { toAcademicId: ben.academicId, draftId: draft.id });
    expect(await world.drafts.mine(ada)).toEqual([]);
  });
});

describe('a repeated sending', () => {
  it('answers with the same request, also when it has ended meanwhile', async () => {
    const { ada, ben } = await pair();
    const same = world.input({ toAcademicId: ben.academicId });
    const first = await world.send(ada, same);
    expect((await world.send(ada, same)).id).toBe(first.id);
    await world.answering.decline(ben, first.id, 'timing', null, world.nothing);
    await world.database.affected('UPDATE academic SET account_id = NULL WHERE id = $1', [ben.academicId]);
    expect(await world.send(ada, same)).toMatchObject({ id: first.id, state: 'declined' });
    expect(await countBetween(ada.academicId, ben.academicId)).toBe(1);
  });

  it('makes one request, however many repeats come at the same moment', async () => {
    const { ada, ben } = await pair();
    const same = world.input({ toAcademicId: ben.academicId });
    const sent = await Promise.all(twenty.map(() => world.send(ada, same)));
    expect(new Set(sent.map(({ id }) => id)).size).toBe(1);
    expect(await countBetween(ada.academicId, ben.academicId)).toBe(1);
    expect(await world.events(sent[0]?.id ?? '')).toHaveLength(1);
    expect(await world.notifications.unread(ben)).toBe(1);
  });

  it('is refused when the key was for something else', async () => {
    const { ada, ben } = await pair();
    const same = world.input({ toAcademicId: ben.academicId });
    await world.send(ada, same);
    await expect(world.attempt(ada, { ...same, reason: `${goodReason} Truly.` })).rejects.toMatchObject({
      code: 'IDEMPOTENCY_KEY_REUSED',
    });
  });

  it('may use the key again where the first attempt sent nothing', async () => {
    const ada = await world.academic();
    const una = await world.unclaimed();
    const same = world.input({ toAcademicId: una });
    expect(world.codesOf(await world.attempt(ada, same))).toEqual(['unclaimed']);
    await world.database.affected('UPDATE academic SET account_id = $2 WHERE id = $1', [
      una,
      await world.account('Una'),
    ]);
    expect(world.codesOf(await world.attempt(ada, same))).toEqual(['sent']);
  });
});

describe('two requests about the same thing', () => {
  it('are not open at once, whoever asks', async () => {
    const { ada, ben } = await pair();
    const { id } = await world.send(ada, { toAcademicId: ben.academicId });
    const again = await world.attempt(ada, { toAcademicId: ben.academicId, type: 'mentoring' });
    const back = await world.attempt(ben, { toAcademicId: ada.academicId });
    expect([again, back]).toMatchObject([
      { problems: [{ code: 'duplicate', requestId: id }] },
      { problems: [{ code: 'duplicate', requestId: id }] },
    ]);
  });

  it('may be open when one is about an opportunity', async () => {
    const { ada, ben } = await pair();
    const ideas = [
      await world.opportunity({ academicId: ben.academicId }),
      await world.opportunity({ academicId: ben.academicId }),
    ];
    await world.send(ada, { toAcademicId: ben.academicId });
    for (const opportunityId of ideas) await world.send(ada, { opportunityId });
    expect(world.codesOf(await world.attempt(ada, { opportunityId: ideas[0] ?? '' }))).toEqual(['duplicate']);
    expect(await countBetween(ada.academicId, ben.academicId)).toBe(3);
  });

  it('may follow each other', async () => {
    const { ada, ben } = await pair();
    const { id } = await world.send(ada, { toAcademicId: ben.academicId });
    await world.answering.withdraw(ada, id, null, world.nothing);
    await world.send(ada, { toAcademicId: ben.academicId });
  });

  it('never come of a race: of 20 with keys of their own, from both sides, one is sent', async () => {
    const { ada, ben } = await pair();
    const results = await Promise.all(
      twenty.map((index) =>
        index % 2 === 0
          ? world.attempt(ada, { toAcademicId: ben.academicId })
          : world.attempt(ben, { toAcademicId: ada.academicId }),
      ),
    );
    const codes = results.map((result) => world.codesOf(result).join());
    expect(codes.filter((code) => code === 'sent')).toHaveLength(1);
    expect(codes.filter((code) => code === 'duplicate')).toHaveLength(19);
    expect(await countBetween(ada.academicId, ben.academicId)).toBe(1);
  });
});

describe('the limits', () => {
  it('let somebody who was declined ask again only after 21 days, and the other side at once', async () => {
    const { ada, ben } = await pair();
    const { id } = await world.send(ada, { toAcademicId: ben.academicId });
    await world.answering.decline(ben, id, 'timing', null, world.nothing);
    await world.age(id, '20 days 23 hours');
    const early = await world.attempt(ada, { toAcademicId: ben.academicId });
    expect(early).toMatchObject({ problems: [{ code: 'cool-down', until: expect.any(Date) }] });
    const other = await world.send(ben, { toAcademicId: ada.academicId });
    await world.answering.withdraw(ben, other.id, null, world.nothing);
    await world.age(id, '2 hours');
    await world.send(ada, { toAcademicId: ben.academicId });
  });

  it('let one organisation send 20 new requests in seven days, whoever of its people sends them at once', async () => {
    const company = await world.organisation();
    const [mel, max] = [await world.member(company), await world.member(company, 'admin')];
    const people = await Promise.all(Array.from({ length: 24 }, () => world.academic()));
    const results = await Promise.all(
      people.map(({ academicId }, index) =>
        world.attempt(index % 2 ? mel : max, { asOrganisationId: company, toAcademicId: academicId }),
      ),
    );
    const codes = results.map((result) => world.codesOf(result).join());
    expect(codes.filter((code) => code === 'sent')).toHaveLength(20);
    expect(codes.filter((code) => code === 'weekly-limit')).toHaveLength(4);
    await world.database.affected(
      `UPDATE collaboration_request SET created_at = created_at - interval '7 days' WHERE sender_organisation_id = $1`,
      [company],
    );
    const last = people.find((_, index) => codes[index] === 'weekly-limit');
    await world.send(mel, { asOrganisationId: company, toAcademicId: last?.academicId ?? null });
  });
});
