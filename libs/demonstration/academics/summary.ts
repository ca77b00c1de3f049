import { capital, inWords, listed, sentence, voicesOf, withArticle } from '../language.js';
import { at, type Seniority, type Voice, workplace } from './voice.js';

type Words = (voice: Voice) => string;
interface Opening {
  words: Words;
  /** whether it suits this person; all do where it is missing */
  suits?: (voice: Voice) => boolean;
}

const role = ({ persona }: Voice) => withArticle(persona.role);
const called = ({ persona }: Voice) => {
  const { honorific, givenName, familyName } = persona;
  return honorific === 'Professor' || honorific === 'Dr' ? `${honorific} ${familyName}` : `${givenName} ${familyName}`;
};
const twoPlaces = ({ persona }: Voice) => persona.university !== undefined && persona.university !== persona.employer;
const practised = (voice: Voice) => voice.years >= 4 && voice.persona.profession.code !== 'data-scientist';

/** How a summary begins; each sets up the rest differently. */
const openings: Opening[] = [
  {
    words: (v) =>
      `I am ${role(v)} at ${workplace(v)} in ${v.persona.employer.city}, and my research asks ${at(v.asks, 0)}.`,
  },
  { words: (v) => `${at(v.why, 0)} That is the background to my work, as ${role(v)} at ${workplace(v)}.` },
  {
    words: (v) =>
      `Most of what I do comes back to one question: ${at(v.asks, 0)}. I am ${role(v)} in ${v.persona.employer.city}.`,
  },
  {
    words: (v) =>
      `Practice came first: ${inWords(Math.max(3, Math.floor(v.years / 2)))} years as ${withArticle(v.persona.profession.noun)}, much of it with ${at(v.populations, 0)}. Now, as ${role(v)}, I study ${v.strand}.`,
    suits: practised,
  },
  {
    words: (v) =>
      `${sentence(`${v.persona.role}, ${v.persona.employer.city}`)} My subject is ${v.strand}, and my question is ${at(v.asks, 0)}.`,
  },
  {
    words: (v) =>
      `My week is divided between ${workplace(v)} and ${v.university}. Both halves are about ${v.strand}: I want to know ${at(v.asks, 0)}.`,
    suits: twoPlaces,
  },
  {
    words: (v) =>
      `I work on ${v.strand}, mostly with ${at(v.populations, 0)}. My base is ${workplace(v)}, where I am ${role(v)}.`,
  },
  {
    words: (v) =>
      `What I want to find out is ${at(v.asks, 0)}. I came to it as ${withArticle(v.persona.profession.noun)} ${at(v.settings, 0)}, where the same problem kept coming back.`,
    suits: practised,
  },
  {
    words: (v) =>
      `${called(v)} is ${role(v)} at ${workplace(v)}, ${v.persona.employer.city}, and works on ${v.strand}.`,
  },
  {
    words: (v) =>
      `For ${inWords(Math.max(3, v.years - 4))} years ${called(v)} has been asking ${at(v.asks, 0)}. The answers so far come from work with ${at(v.populations, 0)} ${at(v.settings, 0)}.`,
    suits: (v) => v.years >= 8,
  },
  {
    words: (v) => `Two questions keep me busy as ${role(v)}: ${at(v.asks, 0)}, and ${at(v.asks, 1)}.`,
    suits: (v) => v.asks.length > 1,
  },
  {
    words: (v) => `${at(v.why, 0)} At ${workplace(v)} I work on what can be done about it, beginning with ${v.strand}.`,
  },
  {
    words: (v) =>
      `I qualified as ${withArticle(v.persona.profession.noun)} in ${v.persona.qualified} and now work as ${role(v)} at ${workplace(v)}. The thread through it all is ${v.strand}.`,
    suits: practised,
  },
  {
    words: (v) =>
      `If you want to understand ${v.strand}, spend a day ${at(v.settings, 0)}. I do so every week as ${role(v)}, and I study ${at(v.asks, 0)}.`,
  },
  {
    words: (v) =>
      `My research is about ${v.strand} and sits ${at(v.settings, 0)}. I am ${role(v)}, employed by ${workplace(v)}.`,
  },
  {
    words: (v) => `${called(v)}, ${role(v)} in ${v.persona.employer.city}, studies ${at(v.asks, 0)}.`,
  },
];

const joined = (methods: readonly string[]) => listed(methods);

/** Sentences about the work itself, without "I" so that they follow any opening. */
const studies: Words[] = [
  (v) =>
    `The current study sets ${at(v.interventions, 0).name} against ${at(v.interventions, 0).against} in ${at(v.populations, 0)}; the main measure is ${at(v.outcomes, 0)}.`,
  (v) =>
    `Work under way looks at ${at(v.interventions, 0).name}, ${at(v.settings, 0)}, in a study of ${at(v.populations, 0)} that follows ${at(v.outcomes, 0)}.`,
  (v) =>
    v.interventions.length > 1
      ? `Earlier work dealt with ${at(v.interventions, 0).name}; the next step is ${at(v.interventions, 1).name}.`
      : `Earlier work asked whether ${at(v.interventions, 0).name} is feasible; the next step is a larger comparison.`,
  (v) =>
    `Recent papers cover ${at(v.interventions, 0).name}, judged by ${at(v.outcomes, 0)}, and what people told us about “${at(v.themes, 0)}”.`,
  (v) => `The present focus is ${at(v.interventions, 0).name}, and who is left out when it works.`,
  (v) =>
    `One project compares ${at(v.interventions, 0).name} with ${at(v.interventions, 0).against}; another listens to ${voicesOf(at(v.populations, 1))} talk about “${at(v.themes, 0)}”.`,
  (v) =>
    `So far that has meant ${at(v.interventions, 0).name}, tested ${at(v.settings, 0)}, with ${at(v.outcomes, 0)} as the yardstick.`,
  (v) => `A study of ${at(v.interventions, 0).name} in ${at(v.populations, 0)} is recruiting now.`,
];

const toolbox: Words[] = [
  (v) => `The tools are ${joined(v.methods.slice(0, 3))}.`,
  (v) => `Day to day this means ${joined(v.methods.slice(0, 2))}.`,
  (v) => `Colleagues elsewhere ask for help with ${at(v.methods, 0)} and ${at(v.methods, 1)}.`,
  (v) => `Skills that travel well: ${joined(v.methods.slice(0, 3))}.`,
  (v) => `${capital(at(v.methods, 0))} and ${at(v.methods, 1)} are the methods used most.`,
  (v) => `Training in ${at(v.methods, 0)} came first, ${at(v.methods, 1)} later.`,
];

/** Where the person stands, which a reader in industry wants to know. */
const standing: Record<Seniority, Words[]> = {
  new: [
    () => 'A doctoral application is in preparation, with clinical and methodological supervisors already on board.',
    () => "The research side is new: one master's dissertation, one poster, and a growing list of questions.",
    (v) => `Research time is one day a week until ${v.year + 1}, with a doctoral fellowship as the aim.`,
    () => 'This is a first research post, and a good moment to see how industry develops evidence.',
    (v) =>
      `The first study, with ${v.random.whole(14, 60)} participants, has been presented to colleagues and is being written up.`,
  ],
  doctoral: [
    (v) => `The PhD, at ${v.university}, is due in ${v.year + v.random.whole(1, 2)}.`,
    (v) =>
      `A doctoral fellowship at ${v.university} protects the research time until ${v.year + v.random.whole(1, 2)}.`,
    (v) =>
      `Half of the PhD is done: a review is published and recruitment to the main study stands at ${v.random.whole(35, 80)} per cent.`,
    () => 'The doctoral project has three parts: a review, a qualitative study and a feasibility trial.',
    (v) => `Supervision is shared between ${v.university} and a trials unit, with a lay adviser on the team.`,
  ],
  middle: [
    (v) =>
      `A post-doctoral fellowship runs until ${v.year + v.random.whole(2, 4)}, and a first doctoral student has started.`,
    (v) =>
      `The PhD was finished in ${v.year - v.random.whole(4, 9)}; since then there have been ${inWords(v.random.whole(2, 3))} funded studies.`,
    (v) => `Half the week is protected for research, shared with a team of ${inWords(v.random.whole(3, 6))}.`,
    () => 'The step now is from running studies to leading them across several sites.',
    (v) => `${capital(inWords(v.random.whole(2, 5)))} hospitals or practices take part in the present programme.`,
  ],
  senior: [
    (v) => `The team has ${inWords(v.random.whole(5, 9))} people from ${inWords(v.random.whole(3, 5))} professions.`,
    (v) =>
      `${capital(inWords(v.random.whole(3, 7)))} multi-centre studies have been led from here, and two steering committees chaired.`,
    (v) => `Doctoral students: ${inWords(v.random.whole(3, 6))} at present, most of them clinicians.`,
    () => 'Part of the job is now making research possible for others: approvals, data, contracts and protected time.',
    (v) => `Results have gone into ${inWords(v.random.whole(2, 4))} national guidelines.`,
  ],
  professor: [
    (v) =>
      `The group has ${v.random.whole(12, 34)} members: clinicians, methodologists, data people and a patient partner on the payroll.`,
    (v) => `More than ${v.random.whole(12, 40)} doctoral students have passed through, from every health profession.`,
    (v) => `Over ${inWords(v.random.whole(2, 3))} decades the programme has moved from first ideas to guidelines.`,
    (v) =>
      `Responsibilities include ${inWords(v.random.whole(3, 6))} trial steering committees and a national funding panel.`,
    () => 'The group works with industry when the question is shared, the data are shared and the answer is published.',
  ],
};

const public_: Words[] = [
  (v) => `A panel of ${v.random.whole(6, 22)} patients and carers helps to choose what is studied.`,
  () => 'Patients are co-applicants, and are paid for their time.',
  () => 'Every study begins with people who live with the condition, and its findings go back to them in plain words.',
  () => 'Lay members sit on each study team and see the results first.',
  (v) => `People told us that “${at(v.themes, 1)}” mattered more than anything we had planned to measure.`,
];

const seconds: Words[] = [
  (v) => `A second line of work asks ${v.secondAsk}.`,
  (v) => `There is a smaller programme on ${v.secondStrand}, too.`,
  (v) => `Alongside this runs work on ${v.secondStrand}: ${v.secondAsk}.`,
];

const asides: Words[] = [
  () => 'Teaching takes one day a fortnight and includes a session on reading a product claim.',
  () => 'A regional guideline group takes up the rest.',
  () => "Plain summaries of every paper are on the team's page.",
  () => 'Colleagues from professions that rarely lead research are mentored here.',
  () => 'Null results are published as fast as the others.',
  () => 'Reviewing for two funding panels keeps the methods honest.',
  (v) => `Much of the work happens outside hospital, in ${v.persona.employer.city} and the towns around it.`,
  () => 'Equity is part of every protocol: who is asked, who says no, and why.',
];

/** What somebody at the start may add. */
const beginnersAsides: Words[] = [
  () => 'A journal club for all professions meets here every month.',
  (v) => `Much of the work happens outside hospital, in ${v.persona.employer.city} and the towns around it.`,
  () => 'Next on the list is a course in statistics.',
  () => 'Presenting to patients is the part that teaches most.',
];

const closings: Words[] = [
  () => 'Companies are welcome early, before the design is fixed.',
  (v) => `Partners in industry should bring a question, not only a product for ${at(v.populations, 0)}.`,
  () => 'Looking for partners who will share data in both directions.',
  () => 'Open to working with industry on studies that would be worth doing whatever the result.',
  (v) => `Anyone developing something for ${at(v.populations, 0)} is invited to see the service first.`,
  () => 'Good at saying early that an idea will not work in a clinic.',
];

type Block = 'study' | 'tools' | 'standing' | 'public' | 'why' | 'second' | 'aside' | 'closing';

/** The order of what follows the opening. */
const plans: Block[][] = [
  ['study', 'tools', 'standing'],
  ['standing', 'study', 'public'],
  ['tools', 'study', 'closing'],
  ['study', 'second', 'standing'],
  ['why', 'study', 'tools', 'standing'],
  ['standing', 'second', 'tools', 'aside'],
  ['study', 'public', 'closing'],
  ['second', 'study', 'standing'],
  ['tools', 'standing', 'public'],
  ['study', 'aside', 'standing', 'closing'],
  ['why', 'standing', 'study'],
  ['public', 'study', 'tools'],
  ['standing', 'study', 'tools', 'aside'],
  ['study', 'standing', 'second', 'closing'],
];

/** The summary of a profile: what the person works on, how, and how far along they are. */
export const summaryOf = (voice: Voice): string => {
  const { random } = voice;
  const opening = random.pick(openings.filter(({ suits }) => suits?.(voice) ?? true));
  const used = opening.words(voice);
  const blocks: Record<Block, () => string> = {
    study: () => random.pick(studies)(voice),
    tools: () => random.pick(toolbox)(voice),
    standing: () => random.pick(standing[voice.seniority])(voice),
    public: () => random.pick(public_)(voice),
    why: () => voice.why.find((reason) => !used.includes(reason)) ?? '',
    second: () => (voice.secondAsk ? random.pick(seconds)(voice) : ''),
    aside: () => random.pick(/new|doctoral/.test(voice.seniority) ? beginnersAsides : asides)(voice),
    closing: () => random.pick(closings)(voice),
  };
  return [used, ...random.pick(plans).map((block) => blocks[block]())].filter(Boolean).join(' ');
};
