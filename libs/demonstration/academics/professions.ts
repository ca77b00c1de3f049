import type { Random } from '../random.js';
import { type Intervention, readData, type Strand } from '../vocabulary.js';

export type CareerStage =
  | 'student-or-foundation'
  | 'pre-doctoral'
  | 'doctoral'
  | 'early-post-doctoral'
  | 'intermediate'
  | 'senior'
  | 'professor';

export const careerStages: readonly CareerStage[] = [
  'student-or-foundation',
  'pre-doctoral',
  'doctoral',
  'early-post-doctoral',
  'intermediate',
  'senior',
  'professor',
];

/** What is particular to a profession: how many there are, what they are called at each stage, where they work. */
export interface ProfessionProfile {
  code: string;
  weight: number;
  noun: string;
  plural: string;
  /** the name of the practice, or {Specialty} where the specialty stands alone */
  practice: string;
  regulators: string[];
  /** words of a strand that this profession would choose first */
  prefer: string;
  stages: Record<CareerStage, number>;
  posts: Record<CareerStage, { title: string; role: string }[]>;
  employers: string[];
  /** the share of women among them */
  women: number;
}

export const professions: readonly ProfessionProfile[] = readData<ProfessionProfile[]>('professions.json');

/** @throws {RangeError} if there is no such profession */
export const professionOf = (code: string): ProfessionProfile => {
  const profession = professions.find((other) => other.code === code);
  if (!profession) throw new RangeError(`there is no profession "${code}"`);
  return profession;
};

const totalWeight = professions.reduce((sum, { weight }) => sum + weight, 0);
const goldenRatio = 0.618033988749895;

/**
 * The profession of the person with that number. The golden ratio spreads them evenly, so that even a few hundred people
 * hold every profession in its share.
 */
export const professionAt = (index: number, offset: number): ProfessionProfile => {
  let left = ((index * goldenRatio + offset) % 1) * totalWeight;
  for (const profession of professions) {
    left -= profession.weight;
    if (left < 0) return profession;
  }
  return professions[0] as ProfessionProfile;
};

/** What of a strand a person would speak of; their own profession's part of it stands first. */
export interface Focus {
  asks: Ranked;
  assets: Ranked;
  hooks: Ranked;
  interventions: Intervention[];
}

/** Lines that a profession would call its own, and the others of the strand. */
export interface Ranked {
  own: string[];
  others: string[];
}

const focuses = new Map<string, Focus>();

/** Those who may speak of anything in a strand. */
const broad = /^(doctor|nurse)$/;

/** What a profession would pick out of a strand: a music therapist does not lead with antibodies. */
export const focusOf = (strand: Strand, profession: ProfessionProfile): Focus => {
  const key = `${strand.key}:${profession.code}`;
  const known = focuses.get(key);
  if (known) return known;
  const pattern = broad.test(profession.code) ? /(?:)/ : new RegExp(profession.prefer, 'i');
  const ranked = (lines: string[]): Ranked => ({
    own: lines.filter((line) => pattern.test(line)),
    others: lines.filter((line) => !pattern.test(line)),
  });
  const suited = strand.interventions.filter(({ name }) => pattern.test(name));
  const focus: Focus = {
    asks: ranked(strand.asks),
    assets: ranked(strand.assets),
    hooks: ranked(strand.hooks),
    interventions: suited.length > 0 ? suited : strand.interventions,
  };
  focuses.set(key, focus);
  return focus;
};

/** All lines in drawn order, a profession's own before the others. */
export const inOrder = ({ own, others }: Ranked, random: Random): string[] => [
  ...random.shuffle(own),
  ...random.shuffle(others),
];
