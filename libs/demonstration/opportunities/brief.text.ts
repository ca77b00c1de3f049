import { monthAndYear } from '../dates.js';
import { capital, inWords, isWorkplace, listed, listedLong, voicesOf, withArticle, wordCount } from '../language.js';
import type { CompanySize } from '../organisations/companies.js';
import type { Subject } from './tasks.js';
import { tasksOf } from './tasks.js';

/** A company's brief, before it is written. */
export interface Brief extends Subject {
  kind: string;
  /** the name of the company, or nothing where the brief is blind */
  company: string | undefined;
  city: string | undefined;
  size: CompanySize;
  sectorName: string;
  label: string;
  why: string;
  needs: string[];
  /** professions wanted, as nouns in the plural */
  people: string[];
  trainee: boolean;
  months: number | undefined;
  fte: number;
  startsOn: string | undefined;
  placeMode: 'on-site' | 'hybrid' | 'remote';
  funding: string;
}

type Words = (b: Brief) => string;

const us = (b: Brief) => b.company ?? `a ${b.size === 'micro' ? 'very small' : b.size} ${b.sectorName} company`;
const We = (b: Brief) => (b.company ? b.company : 'Our company');
const who = (b: Brief) => listed(b.people, 'or');
const days = (b: Brief) =>
  b.fte >= 1
    ? 'full time'
    : b.fte >= 0.2
      ? `${({ 0.2: 'one day', 0.3: 'a day and a half', 0.4: 'two days', 0.5: 'two and a half days', 0.6: 'three days', 0.8: 'four days' } as Record<number, string>)[b.fte]} a week`
      : b.fte >= 0.1
        ? 'half a day a week'
        : 'about a day a month';
const span = (b: Brief) =>
  b.months
    ? b.months === 12
      ? 'one year'
      : b.months % 12 === 0
        ? `${inWords(b.months / 12)} years`
        : `${inWords(b.months)} months`
    : 'permanent';
const placeOfWork = (b: Brief) => (isWorkplace(b.setting) ? b.setting : 'in this field');
const start = (b: Brief) => (b.startsOn ? monthAndYear(b.startsOn) : 'a date that suits both');

const contexts: Words[] = [
  (b) =>
    `${b.why} ${We(b)} is working on ${b.product}, and we have reached the point where people who know ${b.strand} can still change it.`,
  (b) => `We are ${us(b)}${b.city ? ` in ${b.city}` : ''}. Our work is ${b.product}. What we do not know is ${b.ask}.`,
  (b) => `${capital(b.product)}: that is what we have. What is missing: ${b.needs[0]}. ${b.why}`,
  (b) =>
    `Two years ago we thought the difficult part would be the technology. It turned out to be ${b.strand}. ${b.why}`,
  (b) =>
    `${We(b)} has worked on ${b.product} for some time. Results so far are promising and come mostly from people who like new things; ${b.population} as they come to clinic are another matter.`,
  (b) =>
    `People told us about “${b.theme}”, and we realised that we had been measuring something else. ${We(b)} would like to put that right before ${b.product} goes further.`,
  (b) => `This brief is about ${b.strand}. ${b.why} We have ${b.product} and a budget to study it properly.`,
  (b) =>
    `There is a gap between what our data show and what happens ${b.setting}. ${We(b)}, which works on ${b.product}, wants to close it.`,
  (b) =>
    `A question from a clinician started this: who has asked ${voicesOf(b.population)}? We had not, enough. ${We(b)} is developing ${b.product} and would like help to do it well.`,
];

const works: Words[] = [
  (b) => `You would ${listedLong(tasksOf(b.kind, b, 3))}.`,
  (b) =>
    `The work, in short:\n${tasksOf(b.kind, b, 4)
      .map((task) => `- ${task}`)
      .join('\n')}`,
  (b) => {
    const [first, ...rest] = tasksOf(b.kind, b, 3);
    return `The first task is to ${first}. After that we would like you to ${listedLong(rest)}.`;
  },
  (b) => {
    const tasks = tasksOf(b.kind, b, 4);
    return `In the first ${b.months && b.months <= 6 ? 'weeks' : 'months'} you would ${listedLong(tasks.slice(0, 2))}. Later you would ${listedLong(tasks.slice(2))}.`;
  },
  (b) =>
    `What we have in mind:\n${tasksOf(b.kind, b, 3)
      .map((task, place) => `${place + 1}. ${capital(task)}.`)
      .join('\n')}`,
  (b) =>
    `We would ask you to ${listedLong(tasksOf(b.kind, b, 3))}. The rest is open, and we expect you to have better ideas than ours.`,
];

const wanted: Words[] = [
  (b) =>
    `We hope to hear from ${who(b)} who know the care of ${b.population} at first hand. Experience of ${b.method} would help; experience of industry is not needed.`,
  (b) =>
    `The right person works ${placeOfWork(b)}, has begun or finished research training, and says what does not work. ${capital(who(b))} are ${b.people.length > 1 ? 'all ' : ''}welcome.`,
  (b) =>
    `Suitable for ${who(b)}. You need to have cared for, or worked with data on, ${b.population}; everything else can be learned here.`,
  (b) =>
    `${capital(who(b))}: if you have ever wondered ${b.ask}, please read on. We care more about judgement than about a long list of papers.`,
  (b) =>
    `Who fits? ${capital(who(b))} with curiosity about how things are made, and patience with people who make them.`,
  (b) =>
    `We are looking for ${withArticle(b.trainee ? 'doctor or dentist in training' : 'clinical academic')} with a real interest in ${b.label}. Part-time workers and people returning from a break are encouraged.`,
];

const terms: Words[] = [
  (b) => `Time: ${days(b)}${b.months ? ` for ${span(b)}` : ''}, from ${start(b)}. ${placeOf(b)} ${b.funding}.`,
  (b) =>
    `${placeOf(b)} The commitment is ${days(b)}${b.months ? ` over ${span(b)}` : ''}, beginning in ${start(b)}. Money: ${b.funding.charAt(0).toLowerCase()}${b.funding.slice(1)}.`,
  (b) =>
    `${b.months ? `${capital(span(b))}, ${days(b)}` : capital(days(b))}, starting in ${start(b)}. ${b.funding}. ${placeOf(b)}`,
  (b) =>
    `Terms are simple. ${b.funding}. We think of ${days(b)}${b.months ? ` for ${span(b)}` : ''} and a start in ${start(b)}, but can move. ${placeOf(b)}`,
];

const placeOf = (b: Brief): string => {
  const where = b.city ? ` in ${b.city}` : '';
  if (b.placeMode === 'remote') return 'The work can be done from anywhere in the United Kingdom.';
  if (b.placeMode === 'hybrid') return `Some days would be on our site${where}, most from wherever you work.`;
  return `The work is on site${where}, because that is where the product is.`;
};

const returns: Words[] = [
  (b) =>
    `In return you would see how decisions about ${b.product} are really made, with a mentor who has come the same way.`,
  () =>
    'You would keep your academic title, appear as an author where you have earned it, and go back with skills that your team can use.',
  (b) =>
    `What you gain: data that nobody else has on ${b.strand}, engineering time for your own ideas, and a reference that says what you did.`,
  () =>
    'Two people before you have done this. One is back in clinic and still advises us, the other leads our trials; both will talk to you.',
  () => 'We pay for training, one conference a year and the time of the patients who work with you.',
];

const conducts: Words[] = [
  () => 'You may publish whatever you find, after thirty days for comment. We sign that first.',
  () => 'Payments are declared and published. Please tell us, and your employer, about any interests before we start.',
  () =>
    'Background stays with whoever brought it; results are shared under a model agreement that your university will know.',
  () => 'No sales role, no product endorsement, no influence over prescribing.',
  (b) =>
    b.trainee
      ? 'The dates leave time for your supervisor, programme and postgraduate dean to approve. Please speak with them early; we will write the job description that they need.'
      : 'Your employer comes first: we agree time, cover and contract with them before anything begins.',
  () => 'Patient data stay where they are; we come to the data, not the other way round.',
];

const next: Words[] = [
  () => 'Send a request with three lines on what interests you. We answer everyone within ten working days.',
  () => 'The first step is a call of half an hour. Nothing confidential will be said or asked.',
  (b) => `Tell us one thing about ${b.strand} that companies always get wrong. That is the whole application.`,
  () => 'Ask questions here before you apply; the answers will be added to this brief.',
  () => 'If you know somebody better suited, please pass it on.',
];

type Part = 'context' | 'work' | 'who' | 'terms' | 'return' | 'conduct' | 'next';

const plans: Part[][] = [
  ['context', 'work', 'who', 'terms', 'next'],
  ['context', 'who', 'work', 'terms', 'conduct'],
  ['who', 'context', 'work', 'terms', 'next'],
  ['context', 'work', 'return', 'terms', 'conduct'],
  ['work', 'context', 'who', 'terms', 'next'],
  ['context', 'work', 'terms', 'who', 'conduct'],
  ['context', 'who', 'work', 'return', 'terms'],
  ['terms', 'context', 'work', 'who', 'next'],
  ['context', 'terms', 'work', 'conduct', 'next'],
  ['work', 'who', 'context', 'conduct', 'terms'],
  ['context', 'work', 'conduct', 'who', 'terms'],
  ['who', 'work', 'terms', 'context', 'return'],
  ['context', 'return', 'work', 'who', 'terms'],
  ['context', 'work', 'who', 'return', 'terms', 'next'],
];

const spare: Part[] = ['conduct', 'return', 'next', 'who'];
const least = 130;
const most = 295;

const words: Record<Part, Words[]> = {
  context: contexts,
  work: works,
  who: wanted,
  terms,
  return: returns,
  conduct: conducts,
  next,
};
const count = (paragraphs: readonly string[]) => wordCount(paragraphs.join(' ').replace(/\s+/g, ' ').trim());

/** The text of a company's brief: paragraphs in one of many orders, of a length that somebody will read. */
export const briefText = (brief: Brief): string => {
  const { random } = brief;
  const plan = random.pick(plans);
  const paragraphs = plan.map((part) => random.pick(words[part])(brief));
  for (const part of spare) {
    if (count(paragraphs) >= least) break;
    if (!plan.includes(part)) paragraphs.push(random.pick(words[part])(brief));
  }
  while (count(paragraphs) > most) paragraphs.pop();
  return paragraphs.join('\n\n');
};

const titles: Record<string, Words[]> = {
  'out-of-programme-year': [
    (b) => `Out-of-programme year: ${b.strand}`,
    (b) => `Twelve months in ${b.sectorName}: help us learn ${b.ask}`,
    (b) => `A year in clinical development for a doctor in training, ${b.label}`,
    (b) => `One year, one question: ${b.ask}`,
  ],
  'secondment-part-time': [
    (b) => `Part-time secondment: ${b.strand}`,
    (b) => `${capital(days(b))} with a product team working on ${b.product}`,
    (b) => `Clinician in residence, ${b.label}`,
    (b) => `Lend us your judgement: ${b.strand}, ${days(b)}`,
  ],
  'secondment-full-time': [
    (b) => `Full-time secondment on ${b.product}`,
    (b) => `${capital(span(b))} as clinical lead for ${b.product}`,
  ],
  'advisory-board': [
    (b) => `Advisers wanted: ${b.strand}`,
    (b) => `Advisory board for ${b.product}`,
    (b) => `Critical friends for a study in ${b.population}`,
  ],
  'principal-investigator': [
    (b) => `Investigators for a trial in ${b.population}`,
    (b) => `Sites and investigators: ${b.strand}`,
    (b) => `Lead a trial site, ${b.label}`,
  ],
  'collaborative-research': [
    (b) => `Research partner sought: ${b.ask}`,
    (b) => `Shared project on ${b.strand}`,
    (b) => `Can we find out together ${b.ask}?`,
  ],
  consultancy: [
    (b) => `Short review: is ${b.outcome} the right endpoint?`,
    (b) => `Consultancy on ${b.strand}`,
    (b) => `A second opinion on ${b.product}`,
  ],
  'product-evaluation': [
    (b) => `Independent evaluation of ${b.product}`,
    (b) => `Does it help? A fair test of ${b.product}`,
    (b) => `Evaluation partner, ${b.label}: ${b.product}`,
  ],
  'product-development': [
    (b) => `Design with us: ${b.product}`,
    (b) => `Clinical partner for developing ${b.product}`,
    (b) => `From prototype to clinic, ${b.label}`,
  ],
  'innovation-programme': [
    (b) => `Innovation programme: ${b.strand}`,
    (b) => `Places for clinical teams with an unsolved problem in ${b.label}`,
  ],
  'data-science-project': [
    (b) => `Data project: ${b.ask}`,
    (b) => `Analyst or clinician with data on ${b.population}`,
    (b) => `Fair prediction in ${b.label}: a data science project`,
  ],
  'joint-post': [(b) => `Joint clinical and industry post in ${b.label}`, (b) => `Shared appointment: ${b.strand}`],
  studentship: [(b) => `Doctoral studentship: ${b.ask}`, (b) => `Industry-sponsored PhD on ${b.strand}`],
  'investigator-initiated-study': [
    (b) => `Support for investigator-initiated studies of ${b.strand}`,
    (b) => `Bring us your protocol: ${b.label}`,
  ],
  'permanent-role': [
    (b) => `Medical lead, ${b.label}, with a protected clinical day`,
    (b) => `Clinical scientist for ${b.product}`,
  ],
};

export const briefTitle = (brief: Brief): string =>
  capital(brief.random.pick(titles[brief.kind] ?? [(b: Brief) => b.strand])(brief));

const summaries: Words[] = [
  (b) => `${capital(us(b))} seeks ${who(b)} to help with ${b.strand}: ${days(b)}${b.months ? `, ${span(b)}` : ''}.`,
  (b) => `Work with ${us(b)} on ${b.product}. The question: ${b.ask}.`,
  (b) => `For ${who(b)}: ${b.months ? `${span(b)}, ` : ''}${days(b)}, on ${b.product}.`,
  (b) => `We need ${b.needs[0]}, and people who know ${b.population}. ${placeOf(b)}`,
  (b) => `A chance to shape ${b.product} before it is finished, with ${b.population} in mind.`,
  (b) => `We lack ${b.needs[0]}. ${capital(who(b))} who work ${placeOfWork(b)} could help, ${days(b)}.`,
];

export const briefSummary = (brief: Brief): string => brief.random.pick(summaries)(brief);
