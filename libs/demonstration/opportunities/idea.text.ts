import { at, type Voice } from '../academics/voice.js';
import { capital, inText, inWords, listed, wordCount } from '../language.js';

/** An academic's project idea, before it is written. */
export interface Idea {
  voice: Voice;
  kind: string;
  months: number;
  people: number;
  funding: string;
  /** where the work is, or nothing where the idea is blind */
  place: string | undefined;
}

type Words = (i: Idea) => string;

const treatment = ({ voice }: Idea) => at(voice.interventions, 0).name;
const against = ({ voice }: Idea) => at(voice.interventions, 0).against;
const people = ({ voice }: Idea) => at(voice.populations, 0);
const setting = ({ voice }: Idea) => at(voice.settings, 0);
const outcome = ({ voice }: Idea) => at(voice.outcomes, 0);
const noun = ({ voice }: Idea) => voice.persona.profession.noun;
const nouns = ({ voice }: Idea) => voice.persona.profession.plural;

const problems: Words[] = [
  (i) => `${at(i.voice.why, 0)} We see it every week ${setting(i)}.`,
  (i) => `${at(i.voice.why, 0)} The question we keep returning to is ${at(i.voice.asks, 0)}.`,
  (i) => `In interviews, ${people(i)} told us about “${at(i.voice.themes, 0)}”. Nothing on the market deals with it.`,
  (i) => `Nobody can tell ${people(i)} ${at(i.voice.asks, 0)}. ${at(i.voice.why, 0)}`,
  (i) =>
    `The idea came from a clinic: one person in ${inWords(i.voice.random.whole(3, 6))} asked the same thing, and we had no answer. ${at(i.voice.why, 0)}`,
  (i) =>
    `${at(i.voice.why, 0)} Our group has worked on ${i.voice.strand} for ${inWords(Math.max(2, Math.min(i.voice.years - 3, 14)))} years and thinks there is a better way.`,
];

const trials: Words[] = [
  (i) =>
    `We propose a study of ${treatment(i)} against ${against(i)} in ${i.people} ${people(i)}, followed for ${inWords(i.months)} months, with ${outcome(i)} as the main measure.`,
  (i) =>
    `The plan has three steps: refine ${treatment(i)} with users; a pilot in ${Math.round(i.people / 5)} ${people(i)}; then a comparison with ${against(i)} in ${i.people}.`,
  (i) =>
    `What we want to try is ${treatment(i)}, ${setting(i)}, for ${people(i)}. A pilot with ${Math.round(i.people / 6)} people went well enough to go on, and taught us to measure ${outcome(i)} differently.`,
  (i) =>
    `The project would take ${treatment(i)} from an idea that works in our hands to something that others can use. ${capital(outcome(i))} is what should change.`,
  (i) =>
    `We would like to answer it with ${treatment(i)}: ${i.people} participants, ${against(i)} for comparison, and results within ${inWords(i.months)} months of opening.`,
];

/** Medicines are not refined in workshops: they are given, in few people first. */
const medicines: Words[] = [
  (i) =>
    `We propose a trial of ${treatment(i)} against ${against(i)} in ${i.people} ${people(i)}, with ${outcome(i)} as the main measure and an independent committee to watch over safety.`,
  (i) =>
    `The plan is a two-stage study: safety and dose of ${treatment(i)} in a first group of ${people(i)}, then a comparison with ${against(i)} in ${i.people} people in all, judged by ${outcome(i)}.`,
  (i) =>
    `What we want to learn is whether ${treatment(i)} does as much ${setting(i)} as it has done in selected centres. ${i.people} ${people(i)} would take part, and ${outcome(i)} would tell.`,
];

/** A test is judged, a marker or an exposure is followed, a method is tried; none of them is given to anybody. */
const judgements: Words[] = [
  (i) =>
    `We propose to use ${treatment(i)} beside ${against(i)} in ${i.people} ${people(i)} and to find out which result would have changed what was done.`,
  (i) =>
    `The plan is a prospective accuracy study of ${treatment(i)} ${setting(i)}: ${i.people} ${people(i)}, a blinded reference, and a count of what could not be read.`,
  (i) =>
    `What we want to know is how ${treatment(i)} performs outside selected samples. ${i.people} ${people(i)} would have both ${treatment(i)} and ${against(i)}, and a panel would decide who was right.`,
];

const followings: Words[] = [
  (i) =>
    `We propose to look at ${treatment(i)} in ${people(i)}, with ${against(i)} for comparison and ${outcome(i)} as the result of interest. The analysis plan would be public before the data are opened.`,
  (i) =>
    `The first step is a study of ${treatment(i)} in ${i.people} ${people(i)}; the second repeats it elsewhere. ${capital(outcome(i))} is what we would like to explain.`,
  (i) =>
    `Our way to an answer is ${treatment(i)}, set against ${against(i)} in work with ${people(i)}. Results would be ready within ${inWords(i.months)} months.`,
];

const proposals: Words[] = [
  (i) => {
    const { kind } = at(i.voice.interventions, 0);
    const ways =
      kind === 'test'
        ? judgements
        : kind === 'drug'
          ? medicines
          : /exposure|biomarker|method/.test(kind)
            ? followings
            : trials;
    return i.voice.random.pick(ways)(i);
  },
];

const haves: Words[] = [
  (i) =>
    `What is ready: ${at(i.voice.assets, 0)}; ${listed(i.voice.methods.slice(0, 2))}; and a patient panel of ${i.voice.random.whole(6, 20)}.`,
  (i) => `We have ${at(i.voice.assets, 0)}, a draft protocol and a ${noun(i)} with time to run it.`,
  (i) =>
    `${capital(at(i.voice.assets, 0))} will carry the study. Ethics advice has been taken and the sponsor is in place.`,
  (i) =>
    `On our side: ${at(i.voice.assets, 0)}, and experience of ${at(i.voice.methods, 0)}. The statistician and the lay lead are named.`,
  (i) =>
    `The team includes ${nouns(i)}, a statistician, a health economist and two people who live with the problem. We also have ${at(i.voice.assets, 0)}.`,
];

const lacks: Words[] = [
  (i) => `What is missing is a partner: ${at(i.voice.hooks, 0)}.`,
  (i) => `We cannot make things. For that we need ${at(i.voice.hooks, 0)}, or perhaps ${at(i.voice.hooks, 1)}.`,
  (i) => `The partner we hope for is ${at(i.voice.hooks, 0)}. Size does not matter; willingness to share data does.`,
  (i) => `We are looking for ${at(i.voice.hooks, 0)}, early enough to shape the design together.`,
  (i) => `${capital(at(i.voice.hooks, 0))} would complete the team.`,
];

const gains: Words[] = [
  (i) =>
    `A company would gain independent evidence in ${people(i)}, access to users from the first week and advice on where the product fits ${setting(i)}.`,
  () => 'In return: honest feedback, a study design that payers and regulators can use, and joint authorship.',
  (i) =>
    `The commercial case is real. If ${outcome(i)} improves as we expect, services will save more than they spend, and we will publish the model.`,
  (i) =>
    `You would come away with data on ${treatment(i)} that a sceptic would accept, and with people who know how to deliver it.`,
];

const rules: Words[] = [
  () =>
    'Results will be published whatever they show. Background belongs to whoever brings it; new results are shared under a model agreement.',
  () => 'We would use a standard collaboration agreement. Interests are declared on the public register.',
  () => 'Data stay in a secure environment, where your analysts are welcome.',
  () => 'The university’s office knows about this idea and is ready to talk about terms.',
  () => 'Nothing here is confidential; a two-way agreement can be signed before we show the rest.',
];

const steps: Words[] = [
  () => 'A first call of thirty minutes would tell us both whether it is worth more.',
  (i) => `If it appeals, come and spend a morning ${setting(i)}.`,
  () => 'Please say in your message what you would want to learn from the study.',
  (i) =>
    i.place
      ? `The work is based at ${inText(i.place)}.`
      : 'We will say who we are once there is interest on both sides.',
];

const times: Words[] = [
  () =>
    'Set-up would take about four months; the first findings could be shown to patients and to you half a year later.',
  (i) =>
    `A pilot phase of ${inWords(i.voice.random.whole(3, 6))} months comes first, with a clear rule for going on or stopping.`,
];

/** What is particular to some kinds, said first. */
const particular: Record<string, Words> = {
  'out-of-programme-year': () =>
    'I am a doctor in training, and this is the project that I would bring to a year out of programme. I am looking for a host; my supervisor supports the plan and the programme would be asked in good time.',
  'secondment-part-time': (i) =>
    `I would like to do this as a part-time secondment: I bring the clinical side of ${i.voice.strand}, you bring the team, and my employer is reimbursed.`,
  studentship: () => 'This is an outline for a doctoral project with a company as partner and part-funder.',
  'licensing-or-spin-out': (i) =>
    `Our work on ${treatment(i)} has produced something that deserves to leave the university. We are open to a licence or to forming a company.`,
  'data-science-project': () =>
    'The data exist, the question is clear and the environment is approved. What follows could begin within two months.',
};

type Part = 'problem' | 'proposal' | 'have' | 'lack' | 'gain' | 'rule' | 'step' | 'time';
const words: Record<Part, Words[]> = {
  problem: problems,
  proposal: proposals,
  have: haves,
  lack: lacks,
  gain: gains,
  rule: rules,
  step: steps,
  time: times,
};

const plans: Part[][] = [
  ['problem', 'proposal', 'have', 'lack', 'step'],
  ['problem', 'proposal', 'lack', 'gain', 'rule'],
  ['proposal', 'problem', 'have', 'lack', 'step'],
  ['problem', 'have', 'proposal', 'lack', 'gain'],
  ['lack', 'problem', 'proposal', 'have', 'rule'],
  ['problem', 'lack', 'proposal', 'have', 'gain', 'step'],
  ['have', 'problem', 'proposal', 'lack', 'rule'],
  ['problem', 'proposal', 'gain', 'lack', 'step'],
  ['proposal', 'have', 'lack', 'problem', 'gain'],
  ['problem', 'proposal', 'have', 'gain', 'lack', 'rule'],
  ['proposal', 'problem', 'lack', 'gain', 'step'],
  ['have', 'lack', 'problem', 'proposal', 'step'],
];

const least = 132;
const count = (paragraphs: readonly string[]) => wordCount(paragraphs.join(' '));

export const ideaText = (idea: Idea): string => {
  const { random } = idea.voice;
  const plan = random.pick(plans);
  const opening = particular[idea.kind];
  const paragraphs = [...(opening ? [opening(idea)] : []), ...plan.map((part) => random.pick(words[part])(idea))];
  for (const part of ['gain', 'rule', 'step', 'have', 'time'] as const) {
    if (count(paragraphs) >= least) break;
    if (!plan.includes(part)) paragraphs.push(random.pick(words[part])(idea));
  }
  // Short paragraphs read better in pairs.
  const pairs: string[] = [];
  for (let place = 0; place < paragraphs.length; place += 2) pairs.push(paragraphs.slice(place, place + 2).join(' '));
  return pairs.join('\n\n');
};

const titles: Words[] = [
  (i) => `Project idea: ${treatment(i)} for ${people(i)}`,
  (i) => `Partner sought to find out ${at(i.voice.asks, 0)}`,
  (i) => `${capital(treatment(i))} ${setting(i)}: looking for an industry partner`,
  (i) => `Help us test ${treatment(i)}`,
  (i) => `Idea from practice: ${i.voice.strand}`,
  (i) => `${capital(treatment(i))} against ${against(i)}: who will join us?`,
  (i) => `Who would like to know ${at(i.voice.asks, 0)}?`,
];

export const ideaTitle = (idea: Idea): string => idea.voice.random.pick(titles)(idea);

const summaries: Words[] = [
  (i) =>
    `A ${noun(i)}-led project on ${i.voice.strand}. We have ${at(i.voice.assets, 0)} and are looking for ${at(i.voice.hooks, 0)}.`,
  (i) => `We want to test ${treatment(i)} in ${people(i)}. The partner we hope for: ${at(i.voice.hooks, 0)}.`,
  (i) =>
    `The question: ${at(i.voice.asks, 0)}. The plan: ${i.people} people, ${inWords(i.months)} months, ${outcome(i)}.`,
  (i) => `Ready to start: ${at(i.voice.assets, 0)}. Missing: ${at(i.voice.hooks, 0)}.`,
  (i) => `An idea from people who look after ${people(i)}, for a company that would like to see it work ${setting(i)}.`,
];

export const ideaSummary = (idea: Idea): string => idea.voice.random.pick(summaries)(idea);
