import { inWords, stems } from '../language.js';
import type { Random } from '../random.js';
import type { Area, Intervention, InterventionKind, Outcome, Strand } from '../vocabulary.js';

/** What one piece of work is about. */
export interface Study {
  random: Random;
  strand: Strand;
  area: Area;
  /** the treatment, test or exposure */
  treatment: string;
  against: string;
  population: string;
  setting: string;
  outcome: Outcome;
  ask: string;
  why: string;
  themes: string[];
  methods: string[];
  /** how many months people are followed for */
  months: number;
  year: number;
  /** few people have the condition, so studies are small */
  rare: boolean;
}

/** A kind of study: how its title and each part of its abstract may be put. */
export interface Design {
  name: string;
  kind: 'publication' | 'trial' | 'product' | 'other';
  titles: ((s: Study) => string)[];
  /** the parts of the abstract in order; a part that gives an empty string is left out */
  parts: (s: Study) => { aim: string; methods: string; results: string; conclusion: string };
}

/** Areas in which few people have the condition. */
export const rareAreas =
  /^(congenital-heart|mnd|rare|childrens-cancer|limb-loss|bronchiectasis|haemophilia|retina|cerebral-palsy|neonatal)$/;

const plainAsks: Record<InterventionKind, (treatment: string, population: string) => string> = {
  test: (treatment, population) => `how well ${treatment} performs in ${population}`,
  biomarker: (treatment, population) => `what ${treatment} tells us about ${population}`,
  exposure: (treatment, population) => `what ${treatment} means for ${population}`,
  method: (treatment) => `when ${treatment} is worth the trouble`,
  service: (treatment, population) => `whether ${treatment} can be delivered to ${population}, and whether it helps`,
  drug: (treatment, population) => `whether ${treatment} helps ${population}`,
  device: (treatment, population) => `whether ${treatment} helps ${population}`,
  digital: (treatment, population) => `whether ${population} gain from ${treatment}`,
  therapy: (treatment, population) => `what ${treatment} does for ${population}`,
  surgery: (treatment, population) => `whether ${treatment} is the better choice for ${population}`,
  radiotherapy: (treatment, population) => `whether ${treatment} is safe and effective in ${population}`,
};

const near = new Map<Intervention, string[]>();

/** A question of the strand that is about this very treatment, or a plain one where there is none. */
const askOf = (strand: Strand, intervention: Intervention, population: string, random: Random): string => {
  let about = near.get(intervention);
  if (!about) {
    const own = new Set(stems(intervention.name));
    about = strand.asks.filter((ask) => stems(ask).some((stem) => own.has(stem)));
    near.set(intervention, about);
  }
  return about.length > 0 && random.chance(0.7)
    ? random.pick(about)
    : plainAsks[intervention.kind](intervention.name, population);
};

export const studyOf = (strand: Strand, intervention: Intervention, year: number, random: Random): Study => {
  const population = random.pick(intervention.populations);
  return {
    random,
    strand,
    area: strand.area,
    treatment: intervention.name,
    against: intervention.against,
    population,
    setting: random.pick(strand.settings),
    outcome: strand.outcomes[random.pick(intervention.outcomes)] ?? (strand.outcomes[0] as Outcome),
    ask: askOf(strand, intervention, population, random),
    why: random.pick(strand.why),
    themes: random.shuffle(strand.themes),
    methods: random.shuffle(strand.methods),
    months: random.pick([3, 6, 6, 12, 12, 18]),
    year,
    rare: rareAreas.test(strand.area.key),
  };
};

/** A number of participants that the condition allows. */
export const participants = ({ random, rare }: Study, low: number, high: number): number => {
  const drawn = random.whole(low, high);
  return rare ? Math.max(12, Math.round(drawn * 0.3)) : drawn;
};

/** When the outcome is measured, unless its name says so already. */
export const atTheEnd = ({ outcome, months }: Study): string =>
  /\b(?:within|at|days?|weeks?|months?|years?|hours?|a year)\b/.test(outcome.name)
    ? ''
    : ` at ${inWords(months)} months`;
