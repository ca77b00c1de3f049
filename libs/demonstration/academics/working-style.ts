import { inWords } from '../language.js';
import { at, type Voice } from './voice.js';

type Words = (v: Voice) => string;

/** Rhythm: how and when the person works with others. */
const rhythms: Words[] = [
  (v) =>
    `A short call every ${v.random.pick(['week', 'fortnight'])} and a shared list of decisions; longer meetings only when there is something to look at.`,
  (v) =>
    `${v.random.pick(['Tuesdays', 'Wednesdays', 'Thursdays', 'Fridays'])} are my research days; on clinic days I reply in the evening.`,
  () => 'I like to begin with half a day in the clinic together: it saves months of correspondence.',
  (v) => `Small steps: a pilot with ${v.random.whole(8, 30)} people, an honest look, then a decision to go on or stop.`,
  () => 'I work best with one named person on the other side, a written question and a date.',
  () => 'Drafts early and often. I would rather correct a bad first version than wait for a perfect one.',
  (v) =>
    `In blocks of ${inWords(v.random.whole(2, 4))} weeks with clear aims, so that clinical work is not interrupted every day.`,
  () => 'Mornings for deep work, afternoons for calls. I keep minutes and I keep to them.',
  (v) =>
    `We would meet your engineers or scientists and our ${v.persona.profession.plural} in the same room at least once a quarter.`,
  () => 'I bring a patient partner to the first meeting, and expect the company to pay for their time.',
];

const places: Record<string, Words[]> = {
  remote: [
    () => 'Remote by preference, with a visit at the start and one at the end.',
    (v) => `I work from ${v.persona.employer.city} and am happy to do almost everything by video.`,
    () => 'Everything except the kick-off can be done at a distance.',
  ],
  hybrid: [
    (v) => `Hybrid: some days with you, most in ${v.persona.employer.city}.`,
    () => 'One or two days on your site each month, the rest from here.',
    (v) => `I can travel from ${v.persona.employer.city} when it matters and work remotely when it does not.`,
  ],
  'on-site': [
    () => 'On site: I learn most by being where the work is done.',
    (v) => `Come to us in ${v.persona.employer.city}, or I come to you; I prefer not to do this on a screen.`,
    () => 'In person as far as possible, at your place or ours.',
  ],
};

/** What has to be in order first, as far as the person's own position goes. */
const orders: Record<'trainee' | 'employed' | 'university', Words[]> = {
  trainee: [
    () =>
      'My educational supervisor knows that I am looking; my programme would need to approve dates and duties well in advance.',
    () =>
      'Anything longer than a few weeks has to fit my training programme, so please allow time for approval before a start date is fixed.',
    () =>
      'I would agree the plan with my supervisor and training programme first, and keep some clinical sessions if the post allows.',
    () => 'Exams and assessments come first in spring; otherwise I am flexible, once the programme has agreed.',
  ],
  employed: [
    () => 'My manager supports the idea. We would use a secondment agreement, with my time reimbursed to the employer.',
    () => 'I would declare the work in the register of interests and agree it with my line manager before we start.',
    () => 'The research office here likes to see an outline early and is quick when it does.',
    () => 'Backfill is what makes it possible: if my clinics are covered, I can start.',
    () =>
      'Contracts go through the research office; I can start talking at once under a simple confidentiality agreement.',
  ],
  university: [
    () => 'Contracts go through the university; I can say early which terms will be difficult.',
    () => 'The freedom to publish, after fair time for comment, is the one thing I do not negotiate.',
    () => 'Interests declared at the outset, on the public register, and repeated in every paper.',
    () => 'Ownership of results and of background is written down before the first data are shared.',
    () => 'I work through model agreements wherever we can: it is faster for everyone.',
  ],
};

const manners: Words[] = [
  () => 'I say what I think, politely.',
  (v) =>
    `Expect questions about ${at(v.themes, 1) === at(v.themes, 0) ? 'the people who drop out' : 'who is missing from the data'}.`,
  () => 'If it is not working I will say so, and expect the same.',
  () => 'Credit is shared, and agreed at the start.',
  () => 'I return calls.',
  () => 'Numbers before slides, please.',
  () => 'I ask to see the negative results too.',
  () => '',
  () => '',
];

/** How I would work with you: rhythm, place, what has to be in order, manner; in an order that differs. */
export const workingStyleOf = (voice: Voice): string => {
  const { persona, random } = voice;
  const position =
    persona.trainingStatus === 'in-programme'
      ? 'trainee'
      : persona.employer.type === 'university'
        ? 'university'
        : 'employed';
  const rhythm = random.pick(rhythms)(voice);
  const place = random.pick(places[persona.placeMode] as Words[])(voice);
  const order = random.pick(orders[position])(voice);
  const manner = random.pick(manners)(voice);
  const plans = [
    [rhythm, place, order],
    [place, rhythm, order, manner],
    [order, rhythm, place],
    [rhythm, order, manner],
    [place, order, rhythm],
    [rhythm, manner, place, order],
    [order, place, manner],
    [manner, rhythm, order],
  ];
  return random.pick(plans).filter(Boolean).join(' ');
};
