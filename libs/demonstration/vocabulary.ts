import { readdirSync, readFileSync } from 'node:fs';
import { projectPath } from '#config';

/** What a study measures, with the numbers that make its results plausible. */
export interface Outcome {
  name: string;
  measure: 'score' | 'event' | 'rate' | 'value';
  better: 'higher' | 'lower';
  /** what the comparison group has: a mean, a percentage of people, or a rate a year */
  base: number;
  /** the difference a good treatment makes, in the same unit */
  change: number;
  unit?: string;
}

export type InterventionKind =
  | 'drug'
  | 'device'
  | 'digital'
  | 'therapy'
  | 'service'
  | 'test'
  | 'biomarker'
  | 'exposure'
  | 'surgery'
  | 'radiotherapy'
  | 'method';

/** Something that is tried, with what it is compared to, in whom, and which outcomes of its strand suit it. */
export interface Intervention {
  name: string;
  kind: InterventionKind;
  against: string;
  populations: string[];
  outcomes: number[];
}

export interface Product {
  name: string;
  /** which intervention of its strand it is most like */
  intervention: number;
  segment: string;
  sector: string;
}

/** One line of research inside a clinical area, small enough that a person's whole profile can be about it. */
export interface Strand {
  key: string;
  name: string;
  kind: string;
  professions: string[];
  topics: string[];
  /** whole sentences: why it matters */
  why: string[];
  /** clauses that begin with whether, why, how, which, what, when or who */
  asks: string[];
  interventions: Intervention[];
  /** with their preposition: "in general practice" */
  settings: string[];
  outcomes: Outcome[];
  /** what people say when they are asked */
  themes: string[];
  methods: string[];
  /** what a person in this work can bring */
  assets: string[];
  /** the partner in industry such a person hopes for */
  hooks: string[];
  products: Product[];
  /** what a company lacks */
  needs: string[];
  area: Area;
}

export interface Area {
  key: string;
  /** as it is said in running text: "heart failure" */
  label: string;
  /** as it stands before a post: "heart failure nurse" */
  field: string;
  specialties: { doctor: string[]; 'healthcare-scientist': string[]; dentist?: string[] };
  topics: string[];
  meshHeadings: string[];
  strands: Strand[];
}

const dataFolder = projectPath('libs', 'demonstration', 'data');

/** A data file of this library, as it is; the types are proved by the specs. */
export const readData = <Shape>(file: string): Shape =>
  JSON.parse(readFileSync(`${dataFolder}/${file}`, 'utf8')) as Shape;

const loadAreas = (): Area[] => {
  const areas = readdirSync(dataFolder)
    .filter((file) => /^areas-.*\.json$/.test(file))
    .sort()
    .flatMap((file) => readData<Area[]>(file));
  for (const area of areas) for (const strand of area.strands) strand.area = area;
  return areas;
};

export const areas: readonly Area[] = loadAreas();
export const strands: readonly Strand[] = areas.flatMap((area) => area.strands);

const byKey = new Map(strands.map((strand) => [strand.key, strand]));

/** @throws {RangeError} if there is no such strand */
export const strandOf = (key: string): Strand => {
  const strand = byKey.get(key);
  if (!strand) throw new RangeError(`there is no strand "${key}"`);
  return strand;
};

const byProfession = new Map<string, Strand[]>();
for (const strand of strands) {
  for (const profession of strand.professions) {
    byProfession.set(profession, [...(byProfession.get(profession) ?? []), strand]);
  }
}

/** The lines of research in which people of a profession are found. */
export const strandsFor = (profession: string): readonly Strand[] => byProfession.get(profession) ?? [];
