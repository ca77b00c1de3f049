import { monthAndYear } from '../dates.js';
import { capital, listed } from '../language.js';
import { at, type Voice } from './voice.js';

type Words = (v: Voice) => string;
const from = (v: Voice) => monthAndYear(v.persona.availableFrom);
const share = (v: Voice) => {
  const { availableFte } = v.persona;
  if (availableFte >= 1) return 'full time';
  if (availableFte >= 0.2)
    return `${({ 0.2: 'one day', 0.3: 'a day and a half', 0.4: 'two days', 0.5: 'half', 0.6: 'three days' } as Record<number, string>)[availableFte] ?? 'part'} a week`.replace(
      'half a week',
      'half of each week',
    );
  return availableFte >= 0.1 ? 'half a day a week' : 'a day a month';
};

/** What I want, by the kind of work wanted most; the partner hoped for stands in every one. */
const wants: Record<string, Words[]> = {
  'out-of-programme-year': [
    (v) =>
      `A year out of programme from ${from(v)}, ideally with ${at(v.hooks, 0)}. I want to see how decisions are made between a promising result and a product, and to come back and finish training.`,
    (v) =>
      `I am planning twelve months in industry from ${from(v)} before returning to my programme. ${capital(at(v.hooks, 0))} would be the best fit. A real project matters more to me than a title.`,
    (v) =>
      `Twelve months away from the rota, beginning ${from(v)}, on a project about ${v.strand}. Looking for ${at(v.hooks, 0)}, and for a supervisor who has worked on both sides.`,
    (v) =>
      `To spend a year with ${at(v.hooks, 0)}, starting in ${from(v)}. My programme needs a clear job description early, so an exploratory talk now would help both of us.`,
    (v) =>
      `An out-of-programme post for the year from ${from(v)}. I would like to learn trial design from the sponsor's side, and could bring ${listed(v.methods.slice(0, 2))} to ${at(v.hooks, 0)}.`,
    (v) =>
      `A host for a one-year placement from ${from(v)}: ${at(v.hooks, 0)}. The question I would bring is ${at(v.asks, 0)}.`,
  ],
  'secondment-part-time': [
    (v) =>
      `A part-time secondment, ${share(v)} from ${from(v)}, with ${at(v.hooks, 0)}. I would keep my clinical days; that is where the ideas come from.`,
    (v) =>
      `${capital(share(v))} with a company from ${from(v)}, with my employer reimbursed. Best suited: ${at(v.hooks, 0)}.`,
    (v) =>
      `To work ${share(v)} inside a product team and bring the clinic with me. ${capital(at(v.hooks, 0))} would be ideal.`,
    (v) =>
      `I would like to be lent out for ${share(v)}, six to twelve months from ${from(v)}, to ${at(v.hooks, 0)}, and to return with skills my service does not have.`,
    (v) =>
      `A secondment that fits around patients: ${share(v)}. I am hoping for ${at(v.hooks, 0)}; ${at(v.hooks, 1)} would interest me as well.`,
  ],
  'secondment-full-time': [
    (v) => `Six to twelve months full time with ${at(v.hooks, 0)}, from ${from(v)}, and a guaranteed way back.`,
    (v) =>
      `To step into industry for a year from ${from(v)} and see a product through from specification to first users. Ideal host: ${at(v.hooks, 0)}.`,
  ],
  'joint-post': [
    (v) =>
      `A joint post: ${share(v)} with a company, the rest here, for three years or more. ${capital(at(v.hooks, 0))} would be a natural partner.`,
    (v) =>
      `Rather than a contract at a time, a shared appointment from ${from(v)} with ${at(v.hooks, 0)}, answering to both sides and open about it.`,
    (v) => `I would like to split my week between my present post and ${at(v.hooks, 0)}, with the terms published.`,
  ],
  'advisory-board': [
    (v) => `A seat on an advisory board where advice can still change the plan. Most useful to ${at(v.hooks, 0)}.`,
    (v) =>
      `Advisory work, ${share(v)}, for ${at(v.hooks, 0)}. I would rather be asked before the protocol is final than after it has failed.`,
    (v) =>
      `To advise ${at(v.hooks, 0)}. I declare every payment, and I say no when the question has already been decided.`,
    (v) =>
      `Companies working on ${v.strand} that want criticism, not endorsement. Closest to my interests: ${at(v.hooks, 0)}.`,
  ],
  consultancy: [
    (v) =>
      `Short pieces of consultancy from ${from(v)}: protocol review, endpoint choice, pathway design. Especially for ${at(v.hooks, 0)}.`,
    (v) =>
      `Consultancy through the university's own office, a few days at a time. I am best used by ${at(v.hooks, 0)}.`,
    (v) => `To be useful to ${at(v.hooks, 0)} for a handful of days each quarter, on questions close to ${v.strand}.`,
  ],
  'principal-investigator': [
    (v) => `To lead a site, or the whole of a trial, for ${at(v.hooks, 0)}. We open quickly and close on target.`,
    (v) =>
      `Commercial trials in ${at(v.populations, 0)} that answer a question patients ask. I would welcome ${at(v.hooks, 0)}.`,
    (v) => `A principal investigator role from ${from(v)}, with a say in the design. Looking for ${at(v.hooks, 0)}.`,
  ],
  'investigator-initiated-study': [
    (v) =>
      `Support, in product or in funds, for our own study of ${at(v.interventions, 0).name}. The right partner is ${at(v.hooks, 0)}.`,
    (v) => `We have a protocol that asks ${at(v.asks, 0)}, with approvals in sight. Missing: ${at(v.hooks, 0)}.`,
    (v) =>
      `An investigator-initiated study with company support and university sponsorship. I am looking for ${at(v.hooks, 0)}, and would publish whatever we find.`,
  ],
  'collaborative-research': [
    (v) =>
      `A true collaboration, shared questions and shared data, with ${at(v.hooks, 0)}. The first question would be ${at(v.asks, 0)}.`,
    (v) => `Partners for a joint grant application on ${v.strand}: ${at(v.hooks, 0)}, or ${at(v.hooks, 1)}.`,
    (v) =>
      `${capital(at(v.hooks, 0))}. Together we could settle ${at(v.asks, 0)} in about ${v.random.pick(['eighteen months', 'two years', 'three years'])}.`,
    (v) =>
      `To find out ${at(v.asks, 0)} with somebody who can make the thing we are missing. I have in mind ${at(v.hooks, 0)}.`,
  ],
  'product-evaluation': [
    (v) =>
      `Products that are ready to be tried by ${at(v.populations, 0)}, and makers who accept the result. I am hoping to hear from ${at(v.hooks, 0)}.`,
    (v) =>
      `To run fair evaluations from ${from(v)}: against ${at(v.interventions, 0).against}, not against nothing. ${capital(at(v.hooks, 0))} would fit well.`,
    (v) => `Early access to prototypes, and a real chance to change them. I would start with ${at(v.hooks, 0)}.`,
  ],
  'data-science-project': [
    (v) =>
      `A well-defined data project, ${share(v)} for six months or so, with ${at(v.hooks, 0)}. Analysis plan first, data second.`,
    (v) =>
      `Questions that need ${at(v.methods, 0)} and clinicians in the same room. Partner of choice: ${at(v.hooks, 0)}.`,
    (v) => `To work with ${at(v.hooks, 0)} on data that never leave the secure environment.`,
    (v) =>
      `Something to build that will be used: I want to know ${at(v.asks, 0)}, and would like ${at(v.hooks, 0)} to want to know as well.`,
  ],
  studentship: [
    (v) =>
      `A co-funded doctoral project on ${v.strand}, with time spent inside the company. ${capital(at(v.hooks, 0))} would be a good home for it.`,
    (v) => `Industry sponsorship for a PhD that asks ${at(v.asks, 0)}. I hope to find ${at(v.hooks, 0)}.`,
  ],
  mentoring: [
    (v) =>
      `A mentor who has moved between clinic and industry and back, preferably in ${v.persona.strand.area.label}. One day I would like to work with ${at(v.hooks, 0)}.`,
    (v) =>
      `Conversations, at first. I would like to meet people from ${at(v.hooks, 0)} and to understand what a year there would involve.`,
    (v) => `Somebody to talk to, every month or two, about careers that cross the line. My interest is ${v.strand}.`,
  ],
  'training-or-cpd': [
    (v) => `Short placements, courses or a week of shadowing with ${at(v.hooks, 0)}, from ${from(v)}.`,
    (v) =>
      `To learn how evidence is made outside the NHS: regulation, design, market access. A visit to ${at(v.hooks, 0)} would be a start.`,
    (v) =>
      `Training in ${at(v.methods, 1)} from the people who built the tools, and an idea of where ${v.strand} is going in industry.`,
  ],
  'licensing-or-spin-out': [
    (v) =>
      `A licensee or co-founder for what came out of our work on ${at(v.interventions, 0).name}. Ideally ${at(v.hooks, 0)}.`,
    (v) =>
      `We have something that works in our hands and belongs in a company's. I would like to talk to ${at(v.hooks, 0)}.`,
  ],
  'knowledge-transfer-partnership': [
    (v) => `A knowledge transfer partnership of one to two years with ${at(v.hooks, 0)}, with a shared associate.`,
    (v) =>
      `To place what we know about ${v.strand} inside a company for good, through ${at(v.hooks, 0)} and a jointly supervised associate.`,
  ],
};

const extras: Words[] = [
  () => 'I am open to other ideas.',
  (v) => `${capital(at(v.hooks, 1))} would also interest me.`,
  () => 'Size of company does not matter; openness does.',
  (v) => `Not looking for: speaker fees, or studies without a comparison${v.seniority === 'new' ? '' : ' group'}.`,
  () => 'I answer every message within a week.',
];

/** What I want: the kind of work and the partner hoped for. */
export const wantOf = (voice: Voice): string => {
  const { persona, random } = voice;
  const words = random.pick(wants[persona.main] ?? (wants['collaborative-research'] as Words[]))(voice);
  return random.chance(0.3) ? `${words} ${random.pick(extras)(voice)}` : words;
};
