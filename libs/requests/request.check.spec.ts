import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ConsentService, nobody, type Viewer } from '#accounts';
import { type RequestsForTests, requestsForTests } from './testing.js';

let world: RequestsForTests;
beforeAll(async () => {
  world = await requestsForTests();
});
afterAll(() => world?.close());

const codes = (found: { code: string }[]) => found.map(({ code }) => code);
const hasNoOwner = { code: 'NOT_FOUND' };

describe('who may ask whom', () => {
  it('asks for a sign-in', async () => {
    const ada = await world.academic();
    await expect(world.attempt(nobody, { toAcademicId: ada.academicId })).rejects.toMatchObject({
      code: 'SIGN_IN_NEEDED',
    });
  });

  it('asks for a profile, or an organisation to ask for', async () => {
    const ada = await world.academic();
    const guest = await world.viewer(await world.account('Gus Guest'));
    expect(world.codesOf(await world.attempt(guest, { toAcademicId: ada.academicId }))).toEqual(['no-profile']);
  });

  it('asks for a profile that the other side can read', async () => {
    const ada = await world.academic();
    const shy = await world.academic('Shy Sam', { visibility: 'hidden' });
    expect(world.codesOf(await world.attempt(shy, { toAcademicId: ada.academicId }))).toEqual(['profile-hidden']);
  });

  it.each(['unverified', 'pending', 'revoked'])('lets no %s organisation ask', async (verification) => {
    const ada = await world.academic();
    const company = await world.organisation('Early Ltd', { verification });
    const mel = await world.member(company, 'admin');
    const result = await world.attempt(mel, { toAcademicId: ada.academicId, asOrganisationId: company });
    expect(world.codesOf(result)).toEqual(['sender-unverified']);
  });

  it('knows no organisation of others', async () => {
    const ada = await world.academic();
    const company = await world.organisation();
    await expect(
      world.attempt(ada, { toAcademicId: (await world.academic()).academicId, asOrganisationId: company }),
    ).rejects.toMatchObject(hasNoOwner);
  });

  it.each(['toAcademicId', 'toOrganisationId', 'opportunityId'] as const)('knows no such %s', async (field) => {
    const ada = await world.academic();
    await expect(world.attempt(ada, { [field]: randomUUID() })).rejects.toMatchObject(hasNoOwner);
  });

  it('knows no hidden profile, no hidden organisation and no draft', async () => {
    const ada = await world.academic();
    const hidden = await world.academic('Hidden Hal', { visibility: 'hidden' });
    const organisation = await world.organisation('Hidden Ltd', { visibility: 'hidden' });
    const draft = await world.opportunity({ academicId: (await world.academic()).academicId }, { state: 'draft' });
    for (const to of [
      { toAcademicId: hidden.academicId },
      { toOrganisationId: organisation },
      { opportunityId: draft },
    ]) {
      await expect(world.attempt(ada, to)).rejects.toMatchObject(hasNoOwner);
    }
  });

  it('refuses requests to the own side', async () => {
    const company = await world.organisation();
    const mel = await world.member(company);
    const ada = await world.academic();
    await world.database.affected('INSERT INTO account_membership (organisation_id, account_id) VALUES ($1, $2)', [
      company,
      ada.accountId,
    ]);
    const adaToo = { ...(await world.viewer(ada.accountId ?? '')), academicId: ada.academicId };
    const brief = await world.opportunity({ organisationId: company });
    const idea = await world.opportunity({ academicId: ada.academicId });
    const results = [
      await world.attempt(ada, { toAcademicId: ada.academicId }),
      await world.attempt(ada, { opportunityId: idea }),
      await world.attempt(adaToo, { toOrganisationId: company }),
      await world.attempt(adaToo, { opportunityId: brief }),
      await world.attempt(adaToo, { toAcademicId: ada.academicId, asOrganisationId: company }),
      await world.attempt(mel, { toAcademicId: ada.academicId, asOrganisationId: company }),
    ];
    expect(results.map((result) => world.codesOf(result).join())).toEqual(Array(6).fill('own-side'));
  });

  it('says why an unclaimed profile cannot be asked, and what can be done instead', async () => {
    const ada = await world.academic();
    const [problem] = (await world.checker.check(ada, { toAcademicId: await world.unclaimed() })).problems;
    expect(problem).toMatchObject({
      code: 'unclaimed',
      message: expect.stringContaining('public register'),
      fix: expect.stringContaining('claimed profile'),
    });
  });

  it('keeps companies from people who took back that companies may contact them, unless they published an idea', async () => {
    const company = await world.organisation();
    const charity = await world.organisation('Asthma Aid', { type: 'charity' });
    const [mel, cat] = [await world.member(company), await world.member(charity)];
    const ada = await world.academic();
    const consents = world.app.get(ConsentService);
    const check = async (as: Viewer, asOrganisationId: string, to: object) =>
      codes((await world.checker.check(as, { asOrganisationId, ...to })).problems);
    const toAda = { toAcademicId: ada.academicId };
    expect(await check(mel, company, toAda)).toEqual([]);
    await consents.give(ada, 'contact-by-companies', 'v1');
    await consents.withdraw(ada, 'contact-by-companies');
    expect([await check(mel, company, toAda), await check(cat, charity, toAda)]).toEqual([['no-companies'], []]);
    const idea = await world.opportunity({ academicId: ada.academicId });
    expect(await check(mel, company, { opportunityId: idea })).toEqual([]);
    await consents.give(ada, 'contact-by-companies', 'v1');
    expect(await check(mel, company, toAda)).toEqual([]);
  });

  it('asks organisations that are verified and have somebody to answer', async () => {
    const ada = await world.academic();
    const empty = await world.organisation('Empty Ltd');
    const early = await world.organisation('Early Ltd', { verification: 'pending' });
    await world.member(early);
    const check = async (id: string) => codes((await world.checker.check(ada, { toOrganisationId: id })).problems);
    expect([await check(empty), await check(early)]).toEqual([['unclaimed'], ['receiver-unverified']]);
  });

  it.each([
    ['is closed', { state: 'closed' }],
    ['has expired', { state: 'expired' }],
    ['has a last day that has passed', { deadline: '2020-02-29' }],
  ])('takes no requests for an opportunity that %s', async (_, values) => {
    const ada = await world.academic();
    const idea = await world.opportunity({ academicId: (await world.academic()).academicId }, values);
    expect(codes((await world.checker.check(ada, { opportunityId: idea })).problems)).toEqual(['opportunity-closed']);
  });
});

describe('a mismatch', () => {
  const nurseNoWales = {
    must_have: JSON.stringify([{ facet: 'profession', code: 'nurse' }]),
    exclude: JSON.stringify([{ facet: 'nation', code: 'wales' }]),
  };

  it('is said before sending, and sent only when it is acknowledged; the receiver reads it', async () => {
    const company = await world.organisation();
    const mel = await world.member(company);
    const brief = await world.opportunity({ organisationId: company }, nurseNoWales);
    const ada = await world.academic('Ada Adams', { profession: 'doctor', nation: 'wales' });
    const check = await world.checker.check(ada, { opportunityId: brief });
    expect(check).toMatchObject({ canSend: true, warnings: [] });
    expect(check.problems).toMatchObject([
      { code: 'must-have-unmet', acknowledgeable: true, criteria: [{ code: 'nurse', label: 'Nurse' }] },
      { code: 'exclusion-hit', acknowledgeable: true, criteria: [{ code: 'wales', label: 'Wales' }] },
    ]);
    expect(world.codesOf(await world.attempt(ada, { opportunityId: brief }))).toEqual([
      'must-have-unmet',
      'exclusion-hit',
    ]);
    const { id } = await world.send(ada, { opportunityId: brief, acknowledgeMismatch: true });
    expect((await world.requests.one(mel, id)).mismatch.map(({ label }) => label)).toEqual(['Nurse', 'Wales']);
  });

  it('is none where the conditions are met, by a narrower term too', async () => {
    const company = await world.organisation();
    await world.member(company);
    const brief = await world.opportunity(
      { organisationId: company },
      { must_have: JSON.stringify([{ facet: 'profession', code: 'allied-health-professional' }]) },
    );
    const pia = await world.academic('Pia Physio', { profession: 'physiotherapist' });
    expect(await world.checker.check(pia, { opportunityId: brief })).toEqual({
      canSend: true,
      problems: [],
      warnings: [],
    });
  });

  it('is found between the own opportunity and the person it is offered to, by what that person shows', async () => {
    const company = await world.organisation();
    const mel = await world.member(company);
    const brief = await world.opportunity({ organisationId: company }, nurseNoWales);
    const nell = await world.academic('Nell Nurse', {
      profession: 'nurse',
      nation: 'wales',
      field_visibility: JSON.stringify({ place: 'only-me' }),
    });
    const input = { asOrganisationId: company, toAcademicId: nell.academicId, opportunityId: brief };
    expect((await world.checker.check(mel, input)).problems).toEqual([]);
    expect(codes((await world.checker.check(nell, { opportunityId: brief })).problems)).toEqual(['exclusion-hit']);
  });
});

it('a check writes nothing', async () => {
  const [ada, ben] = [await world.academic(), await world.academic()];
  expect(await world.checker.check(ada, { toAcademicId: ben.academicId })).toMatchObject({ canSend: true });
  expect(await world.requests.counts(ben)).toMatchObject({ received: { total: 0 } });
});
