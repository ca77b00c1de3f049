import { filled, inText, isWorkplace, stems } from '../language.js';
import { Random } from '../random.js';
import type { Intervention, Strand } from '../vocabulary.js';
import type { Persona } from './persona.js';
import { focusOf, inOrder } from './professions.js';

/** How far along a person is, as far as texts care. */
export type Seniority = 'new' | 'doctoral' | 'middle' | 'senior' | 'professor';

/** Everything a profile's texts draw on, drawn once, so that its fields speak of the same things without repeating them. */
export interface Voice {
  persona: Persona;
  random: Random;
  seniority: Seniority;
  asks: string[];
  interventions: Intervention[];
  populations: string[];
  settings: string[];
  outcomes: string[];
  themes: string[];
  methods: string[];
  assets: string[];
  hooks: string[];
  why: string[];
  strand: string;
  /** a question from the second line of work */
  secondAsk?: string;
  secondStrand?: string;
  /** years since qualification */
  years: number;
  year: number;
  university: string;
}

const seniorities: Record<string, Seniority> = {
  'student-or-foundation': 'new',
  'pre-doctoral': 'new',
  doctoral: 'doctoral',
  'early-post-doctoral': 'middle',
  intermediate: 'middle',
  senior: 'senior',
  professor: 'professor',
};

/** The item at that place, going round where there are fewer. */
export const at = <Item>(items: readonly Item[], place: number): Item => items[place % items.length] as Item;

const asksOf = (strand: Strand, persona: Persona, random: Random): string[] =>
  inOrder(focusOf(strand, persona.profession).asks, random);

/** The intervention and the partner that have most to do with each other. */
const matchOf = (interventions: readonly Intervention[], hooks: readonly string[]): [Intervention, string] => {
  let best: [Intervention, string] = [at(interventions, 0), at(hooks, 0)];
  let most = 0;
  for (const intervention of interventions) {
    const own = new Set(stems(intervention.name));
    for (const hook of hooks) {
      const shared = stems(hook).filter((stem) => own.has(stem)).length;
      if (shared > most) {
        most = shared;
        best = [intervention, hook];
      }
    }
  }
  return best;
};

/** @param paired whether the first intervention and the first partner should belong together, as in one project */
export const voiceOf = (persona: Persona, seed: string, asOf: string, paired = false): Voice => {
  const random = new Random(`${seed}:voice:${persona.index}`);
  const { strand, second, profession } = persona;
  const focus = focusOf(strand, profession);
  let interventions = random.shuffle(focus.interventions);
  let hooks = inOrder(focus.hooks, random);
  if (paired) {
    const [intervention, hook] = matchOf(interventions, hooks);
    interventions = [intervention, ...interventions.filter((other) => other !== intervention)];
    hooks = [hook, ...hooks.filter((other) => other !== hook)];
  }
  const first = at(interventions, 0);
  const year = Number(asOf.slice(0, 4));
  const voice: Voice = {
    persona,
    random,
    seniority: seniorities[persona.stage] ?? 'middle',
    asks: asksOf(strand, persona, random),
    interventions,
    populations: [
      ...new Set([
        random.pick(first.populations),
        ...random.shuffle(interventions.flatMap((item) => item.populations)),
      ]),
    ],
    settings: random
      .shuffle(strand.settings)
      .sort((one, other) => Number(isWorkplace(other)) - Number(isWorkplace(one))),
    outcomes: first.outcomes.map((place) => at(strand.outcomes, place).name),
    themes: random.shuffle(strand.themes),
    methods: random.shuffle(strand.methods),
    assets: inOrder(focus.assets, random).map((asset) => filled(asset, random)),
    hooks,
    why: random.shuffle(strand.why),
    strand: strand.name,
    years: year - persona.qualified,
    year,
    university: inText(persona.university?.name ?? persona.employer.name),
  };
  if (second) {
    voice.secondAsk = at(asksOf(second, persona, random), 0);
    voice.secondStrand = second.name;
  }
  return voice;
};

/** "the university" or the hospital by name, where a sentence would repeat it. */
export const workplace = ({ persona }: Voice): string => inText(persona.employer.name);
