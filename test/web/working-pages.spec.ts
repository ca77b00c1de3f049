import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { axe, becomes, describeInBrowser, fill, openBrowser, settled, type TestBrowser } from './browser.js';
import { type People, seedPeople, signInAs } from './people.js';
import { type Served, serve } from './served.js';
import { press, sees, write, written } from './working.js';

let served: Served;
let browser: TestBrowser;
let people: People;
let url: string;

const reason =
  'Our sensor tells people how well they inhale. Your trial on inhaler technique is the closest to it that we know of.';
const story = { requestId: '', invitationId: '', unclaimedId: '' };

const open = async (name: keyof People['actors'] | null, path: string, options = {}) => {
  const opened = await browser.open(options);
  if (name) await signInAs(opened.page, url, people.actors[name]);
  await opened.page.goto(`${url}${path}`);
  await settled(opened.page);
  return opened;
};

/** Each page, with somebody who has something to see there. */
const pages: [string, keyof People['actors'], () => string][] = [
  ['the first step of a request', 'scientist', () => `/requests/new?opportunity=${people.ids.opportunityId}&step=need`],
  ['the terms of a request', 'newcomer', () => `/requests/new?to=${people.ids.academicId}&step=terms`],
  ['the reason of a request', 'officer', () => `/requests/new?to=${people.ids.academicId}&step=reason`],
  ['the answers of a request', 'officer', () => `/requests/new?to=${people.ids.academicId}&step=check`],
  ['a request that was sent', 'scientist', () => `/requests/${story.requestId}/sent`],
  ['the inbox', 'nurse', () => '/inbox'],
  ['an empty box', 'officer', () => '/inbox?box=sent'],
  ['a request', 'nurse', () => `/requests/${story.requestId}`],
  ['my profile', 'nurse', () => '/me'],
  ['a first profile', 'newcomer', () => '/me'],
  ['my data', 'nurse', () => '/me/data'],
  ['a claim', 'newcomer', () => `/academics/${story.unclaimedId}/claim`],
  ['a new opportunity', 'scientist', () => '/opportunities/new'],
  ['an opportunity that is changed', 'scientist', () => `/opportunities/${people.ids.opportunityId}/edit`],
  ['my opportunities', 'scientist', () => '/opportunities/mine'],
  ['my organisation', 'scientist', () => `/organisations/${people.ids.organisationId}/desk`],
  ['a registration', 'newcomer', () => '/organisations/register'],
  ['an invitation', 'newcomer', () => `/invitations/${story.invitationId}`],
  ['the dashboard', 'nurse', () => '/dashboard'],
  ['an office', 'officer', () => `/office/${people.ids.hospitalId}?all=yes`],
  ['the administration', 'administrator', () => '/admin'],
  ['the topics', 'administrator', () => '/admin?part=topics'],
  ['the funders', 'administrator', () => '/admin?part=funders'],
  ['who is shown', 'administrator', () => '/admin?part=exposure'],
  ['the search index', 'administrator', () => '/admin?part=index'],
  ['the health of the service', 'administrator', () => '/admin?part=health'],
];

describeInBrowser('the pages for signed-in people', () => {
  beforeAll(async () => {
    served = await serve();
    url = served.benchside.url;
    people = await seedPeople(served.benchside);
    const { scientist, newcomer } = people.actors;
    const { organisationId, academicId } = people.ids;
    const sent = await scientist.ask<{ sendRequest: { request: { id: string } } }>(
      `mutation ($input: SendRequestInput!) { sendRequest(input: $input) { ... on RequestSent { request { id } } } }`,
      {
        input: {
          toAcademicId: academicId,
          asOrganisationId: organisationId,
          type: 'consultancy',
          reason,
          idempotencyKey: 'sensor-for-ada',
        },
      },
    );
    story.requestId = sent.sendRequest.request.id;
    const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
    await scientist.ask('mutation ($input: PostRequestMessageInput!) { postRequestMessage(input: $input) { id } }', {
      input: {
        requestId: story.requestId,
        idempotencyKey: 'times-for-ada',
        text: 'Shall we talk?',
        times: [day(2), day(3), day(5)],
      },
    });
    const invited = await scientist.ask<{ inviteMember: { id: string } }>(
      `mutation ($id: ID!) { inviteMember(organisationId: $id, email: "lee@example.org", role: "member") { id } }`,
      { id: organisationId },
    );
    story.invitationId = invited.inviteMember.id;
    await people.actors.administrator.ask(
      'mutation ($input: RegisterOrganisationInput!) { registerOrganisation(input: $input) { id } }',
      { input: { idempotencyKey: 'waiting-company', name: 'Waiting Works', type: 'company' } },
    );
    const found = await newcomer.ask<{ academics: { nodes: { id: string }[] } }>(
      '{ academics(filter: { claimed: ["no"] }, first: 1) { nodes { id } } }',
    );
    story.unclaimedId = found.academics.nodes[0]?.id ?? '';
    browser = await openBrowser();
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    await served?.benchside.stop();
  });

  it.each(pages)(
    '%s has nothing that WCAG 2.2 AA forbids, light and dark, narrow and wide',
    async (_name, actor, path) => {
      const { page, problems } = await open(actor, path());
      const found: string[] = [];
      for (const width of [1280, 320]) {
        for (const scheme of ['light', 'dark']) {
          await page.setViewport({ width, height: 900 });
          await page.emulateMediaFeatures([
            { name: 'prefers-color-scheme', value: scheme },
            { name: 'prefers-reduced-motion', value: 'reduce' },
          ]);
          await settled(page);
          found.push(...(await axe(page)).map((line) => `${width} ${scheme} ${line}`));
          const wide = await page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          );
          if (wide > 0) found.push(`${width} ${scheme}: ${wide} px wider than the window`);
        }
      }
      expect(found).toEqual([]);
      expect(problems).toEqual([]);
    },
  );

  it.each(['/inbox', '/me', '/dashboard', '/opportunities/new', '/admin', `/requests/new`])(
    '%s asks a visitor to sign in, and comes back here',
    async (path) => {
      const { page } = await open(null, path);
      await sees(page, 'Open an account');
      const link = await page.waitForSelector('main a[href^="/sign-in"]');
      const next = await link?.evaluate((element) => element.getAttribute('href'));
      expect(decodeURIComponent(next ?? '')).toContain(`next=${path}`);
    },
  );

  it('an account is erased when its person has typed the address, and kept when they change their mind', async () => {
    const { page, problems } = await open('newcomer', '/me/data');
    await press(page, 'Show what would go, and go on');
    await sees(page, 'What stays, and why');
    await fill(page, 'input[name="confirmation"]', 'somebody@example.org');
    await press(page, 'Erase my account in 14 days');
    await sees(page, 'Nothing is erased yet');
    await fill(page, 'input[name="confirmation"]', 'lee@example.org');
    await press(page, 'Erase my account in 14 days');
    await sees(page, 'Your account is erased on');
    await page.setViewport({ width: 320, height: 900 });
    await settled(page);
    expect(await axe(page)).toEqual([]);
    await press(page, 'Keep my account');
    await sees(page, 'Show what would go, and go on');
    expect(problems).toEqual([]);
  });

  it('a profile that was changed elsewhere is not overwritten unseen, and the form is kept', async () => {
    const { page } = await open('nurse', '/me');
    await write(page, 'jobTitle', 'Nurse consultant');
    const { actors, ids } = people;
    const { academic } = await actors.nurse.ask<{ academic: { version: number } }>(
      'query ($id: ID!) { academic(id: $id) { version } }',
      { id: ids.academicId },
    );
    await actors.nurse.ask('mutation ($input: UpdateAcademicInput!) { updateAcademic(input: $input) { id } }', {
      input: { id: ids.academicId, version: academic.version, specialty: 'Respiratory' },
    });
    await press(page, 'Save');
    await sees(page, 'This profile has changed meanwhile');
    expect(await page.$eval('#jobTitle', (field) => (field as HTMLInputElement).value)).toBe('Nurse consultant');
    await press(page, 'Save mine over it');
    await sees(page, 'Saved');
  });

  it('who sees what of a profile is shown as it is', async () => {
    const { nurse } = people.actors;
    const { academic } = await nurse.ask<{ academic: { version: number } }>(
      'query ($id: ID!) { academic(id: $id) { version } }',
      { id: people.ids.academicId },
    );
    const fieldVisibility = [
      { field: 'university', visibility: 'members' },
      { field: 'workingStyle', visibility: 'only-me' },
    ];
    await nurse.ask('mutation ($input: UpdateAcademicInput!) { updateAcademic(input: $input) { id } }', {
      input: { id: people.ids.academicId, version: academic.version, visibility: 'members', fieldVisibility },
    });
    const { page } = await open('nurse', '/me');
    await becomes(() => written(page, 'visibility'), 'members');
    // Both fields are empty: what is shown to others would not tell.
    const reader = (part: string) =>
      page.$eval(`select[aria-label="Who sees: ${part}"]`, (select) => (select as HTMLSelectElement).value);
    await becomes(() => reader('University'), 'members');
    await becomes(() => reader('How I like to work'), 'only-me');
    await becomes(() => reader('Topics'), 'public');
  });

  it('an error on the way keeps the page, says its number, and can be tried again', async () => {
    const opened = await browser.open();
    await signInAs(opened.page, url, people.actors.nurse);
    await opened.page.setRequestInterception(true);
    let broken = true;
    opened.page.on('request', (request) => {
      const text = request.postData() ?? '';
      if (broken && request.url().endsWith('/graphql') && text.includes('"box"')) {
        const errors = [{ message: 'Something went wrong here.', extensions: { code: 'INTERNAL_SERVER_ERROR' } }];
        return void request.respond({
          status: 200,
          contentType: 'application/json',
          headers: { 'x-request-id': 'req-4711' },
          body: JSON.stringify({ errors }),
        });
      }
      void request.continue();
    });
    await opened.page.goto(`${url}/inbox`);
    await sees(opened.page, 'Request req-4711');
    broken = false;
    await press(opened.page, 'Try again');
    await sees(opened.page, 'Breathe Devices');
  });

  it('somebody else’s request, office and organisation are the same page as nothing at all', async () => {
    const { page } = await open('newcomer', `/requests/${story.requestId}`);
    await sees(page, 'There is nothing at this address');
    for (const path of [`/office/${people.ids.hospitalId}`, `/organisations/${people.ids.hospitalId}/desk`, '/admin']) {
      await page.goto(`${url}${path}`);
      await sees(page, 'There is nothing at this address');
    }
  });
});
