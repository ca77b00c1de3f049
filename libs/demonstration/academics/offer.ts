import { capital, inWords, listed, voicesOf } from '../language.js';
import { at, type Voice } from './voice.js';

const clinical = (v: Voice) => v.persona.profession.code !== 'data-scientist';

/** What I offer: what a company would gain, in the terms of the person's own work. */
const plans: ((v: Voice) => string)[] = [
  (v) =>
    `${capital(at(v.assets, 0))}, and ${at(v.assets, 1)}. I can also say early whether ${at(v.outcomes, 0)} is a realistic endpoint.`,
  (v) =>
    `What I can bring: ${at(v.assets, 0)}; working skill in ${listed(v.methods.slice(0, 2))}; and the patience to set a study up properly.`,
  (v) =>
    `Through me you would reach ${at(v.assets, 0)}. I know the practical side as well, from ${at(v.methods, 0)} to what makes people leave a study: in our interviews it was “${at(v.themes, 0)}”.`,
  (v) =>
    `I can help you see your product through the eyes of ${voicesOf(at(v.populations, 0))}, and back the impression up with ${at(v.assets, 0)}.`,
  (v) =>
    `Protocols written with the people who will have to run them, ${at(v.assets, 0)}, and honest figures on who will and will not take part.`,
  (v) =>
    `${capital(listed(v.methods.slice(0, 3)))}, done to a standard that stands up to audit. ${capital(at(v.assets, 0))} can be part of a study within ${inWords(v.random.whole(2, 5))} months.`,
  (v) =>
    `For early products, structured feedback from people who do the job ${at(v.settings, 0)}. For later ones, ${at(v.assets, 0)} and a team that recruits.`,
  (v) =>
    `Three things: ${at(v.assets, 0)}; ${at(v.assets, 1)}; and a view of what would really change practice in ${v.persona.strand.area.label}.`,
  (v) =>
    `I know where studies like this fail. Ours taught us about “${at(v.themes, 0)}” and “${at(v.themes, 1)}”, and we now design for both. There is also ${at(v.assets, 0)}.`,
  (v) => `${capital(at(v.assets, 0))}. ${capital(at(v.assets, 1))}. Both come with people who know them well.`,
  (v) =>
    `Advice on design, ${at(v.methods, 0)} in practice, and an introduction to colleagues in ${inWords(v.random.whole(3, 9))} other centres. Locally there is ${at(v.assets, 0)}.`,
  (v) =>
    clinical(v)
      ? `A clinician's account of ${v.strand}, unpolished. Beyond that: ${at(v.assets, 0)}, and experience with ${listed(v.methods.slice(0, 2))}.`
      : `An account of what the data can and cannot show about ${v.strand}. Beyond that: ${at(v.assets, 0)}, and ${listed(v.methods.slice(0, 2))}.`,
  (v) =>
    `We have ${at(v.assets, 0)}, which few places can match, and a habit of finishing what we start. I look after ${at(v.methods, 0)} myself.`,
  (v) =>
    `Early answers. Before you spend on a trial I can tell you how ${voicesOf(at(v.populations, 0))} are likely to react, drawing on ${at(v.assets, 0)}.`,
  (v) =>
    `A place to test. ${capital(at(v.settings, 0))} we can compare a new approach with ${at(v.interventions, 0).against} and measure ${at(v.outcomes, 0)} without inventing a new pathway. We also have ${at(v.assets, 0)}.`,
];

/** What somebody at the start can offer: effort, curiosity and a view from the floor. */
const beginnersPlans: ((v: Voice) => string)[] = [
  (v) =>
    `Recent training, careful work and a view from the floor. I am learning ${listed(v.methods.slice(0, 2))} and work beside ${at(v.assets, 0)}.`,
  (v) =>
    `Time, curiosity and contact every week with ${at(v.populations, 0)}. My supervisors look after ${at(v.assets, 0)}.`,
  (v) =>
    `I can review prototypes and materials, help with ${at(v.methods, 0)}, and find colleagues who will say what they really think. The strength of the service: ${at(v.assets, 0)}.`,
  (v) =>
    `A fresh pair of eyes on ${v.strand}; hands-on work with ${at(v.methods, 0)}; and, through my team, ${at(v.assets, 0)}.`,
  (v) =>
    `I write clearly, read papers critically and know the day-to-day of ${v.strand}. Our team brings ${at(v.assets, 0)}.`,
  (v) =>
    `Help with small pieces of evaluation ${at(v.settings, 0)}: surveys, interviews about “${at(v.themes, 0)}”, and ${at(v.methods, 0)}. Behind me: ${at(v.assets, 0)}.`,
];

export const offerOf = (voice: Voice): string =>
  voice.random.pick(voice.seniority === 'new' && voice.random.chance(0.7) ? beginnersPlans : plans)(voice);
