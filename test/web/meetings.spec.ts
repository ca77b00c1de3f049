import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { axe, describeInBrowser, openBrowser, settled, type TestBrowser } from './browser.js';
import { type People, seedPeople, signInAs } from './people.js';
import { type Served, serve } from './served.js';
import { choose, press, sees, write } from './working.js';

let served: Served;
let browser: TestBrowser;
let people: People;
let url: string;
let eventId = '';

const open = async (name: keyof People['actors'], path: string) => {
  const opened = await browser.open();
  await signInAs(opened.page, url, people.actors[name]);
  await opened.page.goto(`${url}${path}`);
  await settled(opened.page);
  return opened;
};

const question = 'I think of a day a week with a sensor company: how did you arrange it with your employer?';
const hour = 3_600_000;
const inHours = (hours: number) => new Date(Math.floor(Date.now() / hour) * hour + hours * hour).toISOString();
/** One moment for the whole file, also when the hour ends meanwhile. */
const openTime = inHours(30);

describeInBrowser('mentors, events and introductions', () => {
  beforeAll(async () => {
    served = await serve();
    url = served.benchside.url;
    people = await seedPeople(served.benchside);
    const { nurse, scientist, officer, newcomer } = people.actors;
    await nurse.ask('mutation ($input: SaveMentorInput!) { saveMentoring(input: $input) { academicId } }', {
      input: {
        grounds: ['industry-year'],
        experience: 'A year in clinical development at a device company.',
        helpWith: 'How to arrange leave, pay and the way back.',
        sectors: ['medical-technology'],
        mostOpen: 3,
      },
    });
    await nurse.ask('mutation ($input: OfferSlotsInput!) { offerSlots(input: $input) { id } }', {
      input: {
        times: [openTime],
        minutes: 30,
        link: 'https://meet.example.org/ada',
        idempotencyKey: 'times-of-ada',
      },
    });
    const made = await scientist.ask<{ createEvent: { id: string; times: string[] } }>(
      'mutation ($input: CreateEventInput!) { createEvent(input: $input) { id times } }',
      {
        input: {
          organisationId: people.ids.organisationId,
          name: 'Respiratory industry day',
          kind: 'conference',
          startsAt: inHours(100),
          endsAt: inHours(102),
          place: 'Leeds',
          description: 'A day for those who work on inhaled medicines.',
          topics: ['asthma'],
          sectors: ['medical-technology'],
          slotMinutes: 30,
          tables: 4,
          idempotencyKey: 'respiratory-day',
        },
      },
    );
    eventId = made.createEvent.id;
    await scientist.ask('mutation ($id: ID!) { publishEvent(id: $id) { id } }', { id: eventId });
    const go = 'mutation ($input: GoToEventInput!) { goToEvent(input: $input) { id } }';
    const input = { eventId, visible: true, times: made.createEvent.times };
    await scientist.ask(go, { input: { ...input, asOrganisationId: people.ids.organisationId } });
    // The nurse has worked with the hospital, and knows the newcomer as a mentor.
    await nurse.ask('mutation { chooseIntroductions(available: true) }', {});
    const asked = await newcomer.ask<{ askMentor: { id: string } }>(
      'mutation ($input: AskMentorInput!) { askMentor(input: $input) { id } }',
      { input: { academicId: people.ids.academicId, message: question, idempotencyKey: 'newcomer-asks' } },
    );
    await nurse.ask('mutation ($input: AcceptMeetingInput!) { acceptMeeting(input: $input) { id } }', {
      input: { id: asked.askMentor.id, answer: 'Begin with your line manager, six months ahead.' },
    });
    await served.benchside.database.affected(
      `INSERT INTO collaboration (title, sender_academic_id, receiver_organisation_id) VALUES ('A trial', $1, $2)`,
      [people.ids.academicId, people.ids.hospitalId],
    );
    expect(officer.accountId).toBeTruthy();
    browser = await openBrowser();
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    await served?.benchside.stop();
  });

  it('lead from a question to an answered meeting, and from a suggestion to a table', async () => {
    const newcomer = await open('officer', '/mentors');
    await press(newcomer.page, 'Ask for advice from Ada Nwosu');
    await choose(newcomer.page, new Intl.DateTimeFormat('en-GB', { weekday: 'short' }).format(Date.parse(openTime)));
    await write(newcomer.page, `message-${people.ids.academicId}`, question);
    await press(newcomer.page, 'Send the question');
    await sees(newcomer.page, 'Your question is on its way.');
    const nurse = await open('nurse', '/me/meetings');
    await sees(nurse.page, 'A talk with Ines Marsh');
    await press(nurse.page, 'Accept');
    await sees(nurse.page, 'No question waits');
    await nurse.page.goto(`${url}/me/meetings?box=agreed`);
    await sees(nurse.page, 'Join the call');
    await nurse.page.goto(`${url}/events/${eventId}`);
    await press(nurse.page, 'All of them');
    await press(nurse.page, 'I am going');
    await sees(nurse.page, 'Sam Okafor, Breathe Devices');
    await sees(nurse.page, 'You are both free on');
    expect([newcomer.problems, nurse.problems]).toEqual([[], []]);
  });

  it('pass a note on over somebody who stays unnamed until they agree', async () => {
    const newcomer = await open('newcomer', `/organisations/${people.ids.hospitalId}`);
    await sees(newcomer.page, 'You could be introduced');
    await sees(newcomer.page, 'Who it is stays hidden until they agree.');
    await press(newcomer.page, 'Ask for an introduction');
    await write(
      newcomer.page,
      'introduction-note',
      'I am new to research and would like to see how your trials office works.',
    );
    await press(newcomer.page, 'Ask for the introduction');
    await sees(newcomer.page, 'Your note is with the person in the middle.');
    const nurse = await open('nurse', '/introductions');
    await sees(nurse.page, 'Lee Ferris would like to meet Moorside Teaching Hospital');
    await press(nurse.page, 'Pass it on');
    await sees(nurse.page, 'Passed on');
    const officer = await open('officer', '/introductions?role=target');
    await sees(officer.page, 'Ada Nwosu introduces Lee Ferris');
    await press(officer.page, 'Yes, show us how to reach each other');
    await sees(officer.page, 'lee@example.org');
    expect([newcomer.problems, nurse.problems, officer.problems]).toEqual([[], [], []]);
  });

  it('have nothing that WCAG 2.2 AA forbids, light and dark, narrow and wide', async () => {
    const found: string[] = [];
    const pages = [
      ['officer', '/mentors'],
      ['scientist', '/events'],
      ['scientist', `/events/${eventId}`],
      ['nurse', '/me/meetings?box=agreed'],
      ['newcomer', '/introductions?role=asker'],
    ] as const;
    for (const [name, path] of pages) {
      const { page, problems } = await open(name, path);
      for (const [width, scheme] of [
        [1280, 'light'],
        [320, 'dark'],
      ] as const) {
        await page.setViewport({ width, height: 900 });
        await page.emulateMediaFeatures([
          { name: 'prefers-color-scheme', value: scheme },
          { name: 'prefers-reduced-motion', value: 'reduce' },
        ]);
        await settled(page);
        found.push(...(await axe(page)).map((line) => `${path} ${width} ${scheme} ${line}`));
        const wide = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        if (wide > 0) found.push(`${path} ${width} ${scheme}: ${wide} px wider than the window`);
      }
      found.push(...problems);
    }
    expect(found).toEqual([]);
  });
});
