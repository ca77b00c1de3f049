import { professionOf } from '../academics/professions.js';
import { filled, inWords, listed, small, withArticle, withCommas } from '../language.js';
import { Random, saying } from '../random.js';
import type { Company } from './companies.js';

interface Facts {
  company: Company;
  random: Random;
  why: string[];
  needs: string[];
  asks: string[];
  assets: string[];
  themes: string[];
  populations: string[];
  founder: string;
  people: string;
  stage: string;
  colleague: { noun: string; plural: string };
}
type Words = (f: Facts) => string;

const medicines = new Set([
  'small-molecules',
  'antibodies',
  'therapeutic-proteins',
  'rna-and-oligonucleotides',
  'cell-and-gene-therapy',
  'vaccines',
  'microbiome-products',
  'formulation-and-drug-delivery',
  'blood-and-tissue-products',
]);

const stageOf = (company: Company, random: Random, age: number): string => {
  if (company.service) {
    const early = ['Its first two projects are under way.', 'The first client came back within a year.'];
    const later = [
      'It has worked for sponsors in nine countries.',
      'Last year it supported 38 studies.',
      'Most of its clients come back.',
    ];
    return random.pick(age >= 4 ? later : early);
  }
  if (medicines.has(company.segment)) {
    const known = /phase \d|early trials/.exec(company.product);
    if (known)
      return random.pick([
        'First results are expected next year.',
        'Dosing of the second group of volunteers has finished.',
        'The next study is being designed now.',
      ]);
    return random.pick([
      'It is in phase 1.',
      'Phase 2 is half recruited.',
      'A phase 3 trial is being planned, and the comparator is still open.',
      'It is licensed for one use and being studied in two others.',
      'Animal work is complete and a first study in people is near.',
    ]);
  }
  const early = [
    () => 'A prototype has been tried by staff, and regulatory work is under way.',
    () => `Pilots have run in ${inWords(random.whole(2, 7))} places.`,
    () => 'The second version is ready to be evaluated.',
  ];
  const later = [
    () => `It is in use in ${random.whole(3, 60)} services.`,
    () =>
      `It has been on the market for ${inWords(random.whole(2, Math.min(9, age - 2)))} years, with little independent evidence.`,
    () => 'It carries the marking it needs, and now has to prove that it helps.',
  ];
  return saying(random, age >= 4 ? [...early, ...later] : early);
};

const verb = ({ company, random }: Facts): string => {
  if (company.service) return random.pick(['provides', 'offers', 'specialises in']);
  return medicines.has(company.segment)
    ? random.pick(['is developing', 'develops'])
    : random.pick(['makes', 'designs and makes', 'builds', 'has developed']);
};

const factsOf = (company: Company, random: Random, age: number): Facts => {
  const { strand } = company;
  const near = strand.professions.slice(0, 3).map((code) => professionOf(code));
  const { noun, plural } = random.pick(near);
  const other = random.pick([
    'an engineer',
    'a chemist',
    'a statistician',
    'a patient',
    'a software designer',
    'a product manager',
  ]);
  return {
    company,
    random,
    why: random.shuffle(strand.why),
    needs: random.shuffle(strand.needs),
    asks: random.shuffle(strand.asks),
    assets: random.shuffle(strand.assets).map((asset) => filled(asset, random)),
    themes: random.shuffle(strand.themes),
    populations: random.shuffle(company.intervention.populations),
    founder: saying(random, [
      () => `${withArticle(noun)} and ${other}`,
      () => `two ${plural}`,
      () => `a university group in ${company.city}`,
      () => `${withArticle(noun)} who could not find what was needed`,
      () => `people who had worked in ${strand.area.label} for years`,
    ]),
    people: `${withCommas(company.staff)} people`,
    stage: stageOf(company, random, age),
    colleague: random.pick(near),
  };
};

/** How a company is described. */
const summaries: Words[] = [
  (f) =>
    `${f.company.name} ${verb(f)} ${f.company.product}. The company was founded in ${f.company.established} by ${f.founder} and employs ${f.people}, most of them in ${f.company.city}. ${f.stage}`,
  (f) =>
    `${f.why[0]} ${f.company.name} works on that problem: it ${verb(f)} ${f.company.product}. ${f.stage} ${f.people} work here, ${f.random.pick(['some of them clinicians', 'several with clinical posts as well', 'and two patients sit on the board'])}.`,
  (f) =>
    `At ${f.company.name} in ${f.company.city}, ${f.people} work on ${f.company.strand.name}. The main product is ${f.company.product}. ${f.stage} ${f.why[0]}`,
  (f) =>
    `Founded in ${f.company.established} by ${f.founder}, ${f.company.name} set out to learn ${f.asks[0]}. Out of that came ${f.company.product}. ${f.stage}`,
  (f) =>
    `${capitalised(f.company.product)} is what ${f.company.name} is known for. ${f.stage} Behind it are ${f.people} in ${f.company.city}, and a habit of asking ${f.asks[0]} before building anything.`,
  (f) =>
    `${f.company.name} is ${withArticle(sizeWords[f.company.size])} company with one idea: better care for ${f.populations[0]}. It ${verb(f)} ${f.company.product}. ${f.stage}`,
  (f) =>
    `We ${plain(verb(f))} ${f.company.product}. ${f.stage} We are ${f.people}, based in ${f.company.city} since ${f.company.established}, and our users are ${f.populations[0]} and the ${f.colleague.plural} who look after them.`,
  (f) =>
    `${f.company.name} began in ${f.company.established} with a single question: ${f.asks[0]}. Today ${f.people} work on ${f.company.product}, mainly for ${f.populations[0]}. ${f.stage}`,
  (f) =>
    `In ${f.company.strand.area.label}, ${small(f.why[0] ?? '')} ${f.company.name} answers with ${f.company.product}. ${f.stage} The team of ${withCommas(f.company.staff)} is led from ${f.company.city}.`,
  (f) =>
    `Our subject is ${f.company.strand.name}; our product is ${f.company.product}. ${f.stage} ${f.company.name} has been independent since ${f.company.established} and publishes every study it pays for.`,
  (f) => `${f.company.name} (${f.company.city}, ${f.people}) ${verb(f)} ${f.company.product}. ${f.why[0]} ${f.stage}`,
  (f) =>
    `People told our founders about “${f.themes[0]}”. The reply was ${f.company.product}, and ${f.company.name}, a company that now employs ${f.people} in ${f.company.city}. ${f.stage}`,
  (f) =>
    `A ${sizeWords[f.company.size]} company from ${f.company.city}, ${f.company.name} works with ${f.populations[0]} and their clinicians. Its main line is ${f.company.product}. ${f.stage}`,
  (f) =>
    `${f.company.name}: ${f.company.product}, developed since ${f.company.established} with ${f.colleague.plural} and patients. ${f.stage} ${f.people} work for the company.`,
];

const capitalised = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
const plain = (words: string) =>
  words === 'is developing'
    ? 'are developing'
    : words
        .replace('designs and makes', 'design and make')
        .replace('has developed', 'have developed')
        .replace(/^specialises/, 'specialise')
        .replace(/s$/, '');
const sizeWords = { micro: 'very small', small: 'small', medium: 'medium-sized', large: 'large' };

/** What a company looks for in clinical academics. */
const lookings: Words[] = [
  (f) =>
    `Clinical academics in ${f.company.strand.area.label} who can bring ${f.needs[0]}. We also need ${f.needs[1]}.`,
  (f) =>
    `What we lack is ${f.needs[0]}, and ${f.needs[1]}. ${capitalised(f.colleague.plural)} with research time would be ideal, for a day a week or more.`,
  (f) =>
    `We want to know ${f.asks[0]}, and cannot find out from inside a company. Partners with access to ${f.populations[0]} are welcome, and will be free to publish.`,
  (f) => `Three things are missing here: ${listed(f.needs)}. We are happy to start with a small paid piece of advice.`,
  (f) =>
    `${capitalised(withArticle(f.colleague.noun))} for our team, on secondment; an adviser who will disagree with us; and sites for a study with ${f.populations[0]}.`,
  (f) => `People who know ${f.company.strand.name} from the inside. First task: ${f.needs[0]}. Later: ${f.needs[1]}.`,
  (f) =>
    `We look for collaborators with, say, ${f.assets[0]}. In return we offer product, engineering time and honest data.`,
  (f) => `Somebody to tell us how “${f.themes[0]}” should change the product; then ${f.needs[0]}.`,
  (f) =>
    `Our next study turns on ${f.needs[0]}. We would like to hear from ${f.colleague.plural} and others who work with ${f.populations[0]}.`,
  (f) => `Long-term partners, not one-off reviewers: people who ask ${f.asks[0]} and would like to answer it with us.`,
  (f) =>
    `We can make things; we cannot judge them fairly. Wanted: ${f.needs[0]}, ${f.needs[1]}, and a comparison that a sceptic would accept.`,
  (f) =>
    `For the coming year we need ${f.needs[0]}. Trainees planning time out of programme and senior staff with a few days a month would both fit.`,
  (f) =>
    `Independent evaluation, first of all. After that ${f.needs[0]}. Our budget covers staff time, backfill and patient involvement.`,
  (f) =>
    `Advice early: ${small(f.needs[0] ?? '')}; ${small(f.needs[1] ?? '')}. And, once we are ready, investigators who recruit ${f.populations[0]}.`,
];

/** What a company says of itself, and what it looks for. */
export const companyTexts = (company: Company, seed: string, asOf: string): { summary: string; lookingFor: string } => {
  const random = new Random(`${seed}:company-text:${company.index}`);
  const facts = factsOf(company, random, Number(asOf.slice(0, 4)) - company.established);
  return { summary: random.pick(summaries)(facts), lookingFor: random.pick(lookings)(facts) };
};
