import { inWords, voicesOf } from '../language.js';
import type { Random } from '../random.js';

/** What a brief is about, as far as its tasks go. */
export interface Subject {
  random: Random;
  product: string;
  strand: string;
  needs: string[];
  treatment: string;
  against: string;
  population: string;
  setting: string;
  outcome: string;
  theme: string;
  method: string;
  ask: string;
}

type Task = (s: Subject) => string;

/** Things that any company's guest might be asked to do; each begins with a verb. */
const general: Task[] = [
  (s) => `tell us what would have to be true for ${s.product} to be used ${s.setting}`,
  (s) => `help us to choose between ${s.outcome} and what patients would rather we measured`,
  () => 'speak with patients and families, with us in the room only when they agree',
  () => 'go through complaints and returns and say what they have in common',
  () => 'write a plain account of the evidence so far, including what we got wrong',
  (s) => `work with the team on ${s.needs[0]}`,
  () => 'build a small group of advisers, half of them patients',
];

const byKind: Record<string, Task[]> = {
  'out-of-programme-year': [
    (s) => `join the clinical development team and take charge of one question: ${s.ask}`,
    () => 'draft a protocol synopsis and defend it before statisticians and safety physicians',
    () => 'attend scientific advice meetings with regulators and write the notes',
    () => `spend ${inWords(2)} months each in safety, data and medical affairs`,
    (s) => `lead a short study of ${s.treatment} with a hospital partner`,
    () => 'publish at least one paper under your own name',
  ],
  'secondment-part-time': [
    (s) => `watch how ${s.product} is used ${s.setting}, and say what nobody tells us`,
    (s) => `run think-aloud sessions with ${voicesOf(s.population)}`,
    () => 'turn what you see into a ranked list of changes, and argue for them',
    (s) => `train our people in ${s.method}`,
    (s) => `plan a fair comparison with ${s.against}`,
  ],
  'secondment-full-time': [
    (s) => `own the clinical side of ${s.product} from specification to first users`,
    (s) => `set up a study in ${s.population}`,
    () => 'sit with engineers every day and with patients every week',
    (s) => `bring ${s.method} in-house`,
  ],
  'advisory-board': [
    (s) => `read the draft protocol before it is final and mark what would not work ${s.setting}`,
    () => 'meet four times a year, twice in person',
    (s) => `advise on endpoints: is ${s.outcome} the right one?`,
    (s) => `challenge our view of “${s.theme}”`,
  ],
  'principal-investigator': [
    (s) => `lead a site in a trial of ${s.treatment} against ${s.against}`,
    (s) => `recruit ${s.population} over ${inWords(s.random.whole(9, 18))} months`,
    (s) => `assess ${s.outcome} to protocol`,
    () => 'take part in the writing committee',
  ],
  'collaborative-research': [
    (s) => `design, with us, a study that asks ${s.ask}`,
    (s) => `bring access to ${s.needs[0]}`,
    (s) => `apply ${s.method} to shared samples or data`,
    () => 'agree at the outset who owns what, and publish together',
  ],
  consultancy: [
    (s) => `review our plan for ${s.product} in a written report of ten pages at most`,
    (s) => `map the pathway for ${s.population} as it really is`,
    (s) => `say whether ${s.outcome} can be collected ${s.setting}`,
  ],
  'product-evaluation': [
    (s) => `compare ${s.product} with ${s.against} in ${s.random.whole(40, 160)} people`,
    (s) => `measure ${s.outcome}, time taken and what users say`,
    () => 'report harms and failures as prominently as successes',
    () => 'include people who are usually left out',
  ],
  'product-development': [
    (s) => `work through ${inWords(s.random.whole(3, 5))} design rounds with engineers and ${voicesOf(s.population)}`,
    (s) => `set the clinical requirements, starting from ${s.needs[0]}`,
    () => 'test each version in a simulated clinic before it meets a patient',
    () => 'sign off the instructions for use, in plain language',
  ],
  'innovation-programme': [
    (s) => `bring one unsolved problem in ${s.strand} and a colleague`,
    () => 'spend half a day a week with designers, regulatory staff and a mentor from industry',
    () => 'leave with a tested prototype or a good reason to stop',
    () => 'present to a panel that includes patients and a commissioner',
  ],
  'data-science-project': [
    (s) => `analyse data on ${s.population} inside a secure environment, to a plan registered in advance`,
    (s) => `test whether ${s.outcome} can be predicted fairly across groups`,
    () => 'document code so that others can run it',
    (s) => `use ${s.method} with clinicians at your side`,
  ],
  'joint-post': [
    (s) => `lead a programme on ${s.strand} that belongs to both sides`,
    () => 'supervise two doctoral students, one in each place',
    () => 'hold a clinic or laboratory session every week, whatever the workload',
    (s) => `set the agenda for studies in ${s.population}`,
  ],
  studentship: [
    (s) => `ask, over three years, ${s.ask}`,
    () => 'spend three months of each year inside the company',
    (s) => `learn ${s.method} from the people who use it daily`,
  ],
  'investigator-initiated-study': [
    (s) => `propose your own study of ${s.treatment} in ${s.population}`,
    () => 'sponsor and run it through your university, with product and part of the funds from us',
    () => 'keep the data and the right to publish',
  ],
  'permanent-role': [
    (s) => `lead medical thinking on ${s.product}`,
    () => 'keep one clinical day a week, protected in the contract',
    (s) => `build links with teams that look after ${s.population}`,
    () => 'hire and train others from clinical academia',
  ],
};

/** Tasks for a brief of that kind: its own first, then general ones. */
export const tasksOf = (kind: string, subject: Subject, count: number): string[] => {
  const own = subject.random.sample(byKind[kind] ?? [], Math.min(count - 1, 3));
  const others = subject.random.sample(general, count - own.length);
  return [...own, ...others].map((task) => task(subject));
};
