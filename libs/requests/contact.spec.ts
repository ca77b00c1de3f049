import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { nobody } from '#accounts';
import { type RequestsForTests, requestsForTests } from './testing.js';

let world: RequestsForTests;
beforeAll(async () => {
  world = await requestsForTests();
});
afterAll(() => world?.close());

const none: ReadonlySet<string> = new Set();
const seenEvents = async (id: string) => (await world.events(id)).filter(({ action }) => action === 'contact-seen');

const asked = async () => {
  const company = await world.organisation();
  const mel = await world.member(company, 'member', 'Mel Member');
  const ada = await world.academic('Ada Adams', { contact_email: 'Ada.Adams@clinic.example' });
  const { id } = await world.send(mel, { asOrganisationId: company, toAcademicId: ada.academicId });
  return { company, mel, ada, id };
};

describe('how to reach each other', () => {
  it.each(['delivered', 'asked', 'declined', 'withdrawn', 'expired'])(
    'is shown to nobody while it is %s',
    async (state) => {
      const { mel, ada, id } = await asked();
      if (state === 'asked') await world.answering.ask(ada, id, 'Why me?', none);
      if (state === 'declined') await world.answering.decline(ada, id, 'timing', null, none);
      if (state === 'withdrawn') await world.answering.withdraw(mel, id, null, none);
      if (state === 'expired') {
        await world.age(id, '29 days');
        await world.jobs.expire();
      }
      expect(await world.stateOf(id)).toBe(state);
      for (const person of [mel, ada]) expect(await world.contacts.ofRequest(person, id)).toBeNull();
      expect(await world.contacts.ofAcademic(mel, ada.academicId)).toBeNull();
      expect(await seenEvents(id)).toEqual([]);
    },
  );

  it('is shown to both sides once it is accepted, and the first look of each person is written down', async () => {
    const { company, mel, ada, id } = await asked();
    const max = await world.member(company, 'admin', 'Max Member');
    await world.answering.accept(ada, id, null, none);
    expect(await seenEvents(id)).toEqual([]);
    const adas = { name: 'Ada Adams', email: 'Ada.Adams@clinic.example' };
    for (const person of [mel, max, mel]) expect(await world.contacts.ofRequest(person, id)).toEqual(adas);
    expect(await world.contacts.ofAcademic(mel, ada.academicId)).toEqual(adas);
    expect(await world.contacts.ofRequest(ada, id)).toEqual({ name: 'Mel Member', email: mel.email });
    expect((await seenEvents(id)).map(({ side }) => side)).toEqual(['sender', 'sender', 'receiver']);
    expect((await world.requests.one(ada, id)).contactRule).toContain('once the request is accepted');
  });

  it('is shown to nobody else', async () => {
    const { ada, id } = await asked();
    await world.answering.accept(ada, id, null, none);
    const eve = await world.academic('Eve Else');
    for (const person of [eve, nobody, { ...eve, platformRole: 'platform-admin' as const }]) {
      expect(await world.contacts.ofRequest(person, id)).toBeNull();
      expect(await world.contacts.ofAcademic(person, ada.academicId)).toBeNull();
    }
    expect(await world.contacts.ofRequest(eve, 'not-an-id').catch(() => 'refused')).toBeNull();
  });

  it('is hidden again from an organisation that is no longer verified', async () => {
    const { company, mel, ada, id } = await asked();
    await world.answering.accept(ada, id, null, none);
    await world.database.affected(`UPDATE organisation SET verification = 'revoked' WHERE id = $1`, [company]);
    expect(await world.contacts.ofRequest(mel, id)).toBeNull();
    expect(await world.contacts.ofAcademic(mel, ada.academicId)).toBeNull();
  });

  it('is hidden again when the acceptance is taken back', async () => {
    const { mel, ada, id } = await asked();
    await world.answering.accept(ada, id, null, none);
    await world.answering.undo(ada, id, none);
    expect(await world.contacts.ofRequest(mel, id)).toBeNull();
  });

  it('is an administrator of the organisation where the person who wrote has left it', async () => {
    const { company, mel, ada, id } = await asked();
    await world.member(company, 'member', 'Mia Member');
    const max = await world.member(company, 'admin', 'Max Admin');
    await world.answering.accept(ada, id, null, none);
    await world.database.affected('DELETE FROM account_membership WHERE account_id = $1', [mel.accountId]);
    const gone = await world.viewer(mel.accountId ?? '');
    expect(await world.contacts.ofRequest(ada, id)).toEqual({ name: 'Max Admin', email: max.email });
    expect(await world.contacts.ofRequest(gone, id)).toBeNull();
  });

  it('is read for a whole page at once', async () => {
    const company = await world.organisation();
    const mel = await world.member(company);
    const people = await Promise.all(Array.from({ length: 8 }, (_, index) => world.academic(`Ada ${index}`)));
    for (const [index, ada] of people.entries()) {
      const { id } = await world.send(mel, { asOrganisationId: company, toAcademicId: ada.academicId });
      if (index % 2) await world.answering.accept(ada, id, null, none);
    }
    const statements = world.counted();
    const contacts = await Promise.all(people.map(({ academicId }) => world.contacts.ofAcademic(mel, academicId)));
    expect(statements.stop()).toBe(3);
    expect(contacts.map((contact) => contact?.name ?? null)).toEqual([
      null,
      'Ada 1',
      null,
      'Ada 3',
      null,
      'Ada 5',
      null,
      'Ada 7',
    ]);
  });
});
