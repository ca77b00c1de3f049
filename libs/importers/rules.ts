import { readFileSync } from 'node:fs';
import { projectPath } from '#config';

/** One rule on organisation types as its file states it; what is left out does not matter. */
interface TypeRule {
  types?: string[];
  classes?: string[];
  /** as a condition on ROR records; as a consequence for ClinicalTrials.gov, which names no country */
  country?: string;
  name?: string;
  parent?: string;
  type: string;
  because: string;
}

interface SectorRule {
  name: string;
  sector: string;
  because: string;
}

interface Credentials {
  professions: Record<string, string[]>;
  others: string[];
  honorifics: Record<string, string[]>;
  jobTitles: Record<string, string[]>;
  generations: string[];
  particles: string[];
}

type Placeholders = Record<
  'persons' | 'organisations' | 'references' | 'roles' | 'saysNothing' | 'parts' | 'organisationWords',
  string
>;

const files = new Map<string, unknown>();

/** A file of rules, read once. */
const read = <Content>(name: string): Content => {
  if (!files.has(name)) files.set(name, JSON.parse(readFileSync(projectPath('libs/importers/data', name), 'utf8')));
  return files.get(name) as Content;
};

const patterns = new Map<string, RegExp>();

/** The pattern of a rule, compiled once. */
const pattern = (source: string): RegExp => {
  let compiled = patterns.get(source);
  if (!compiled) {
    compiled = new RegExp(source, 'iu');
    patterns.set(source, compiled);
  }
  return compiled;
};

const overlaps = (wanted: string[] | undefined, held: readonly string[]) =>
  !wanted || wanted.some((one) => held.includes(one));
const fits = (wanted: string | undefined, texts: readonly string[]) =>
  wanted === undefined || texts.some((text) => pattern(wanted).test(text));

/** The organisation type of a ROR record. */
export const typeOfRorRecord = (record: {
  types: readonly string[];
  country: string | undefined;
  names: readonly string[];
  parents: readonly string[];
}): string => {
  const rules = read<{ ror: TypeRule[] }>('organisation-types.json').ror;
  const rule = rules.find(
    ({ types, country, name, parent }) =>
      overlaps(types, record.types) &&
      (!country || country === record.country) &&
      fits(name, record.names) &&
      fits(parent, record.parents),
  );
  return rule?.type ?? 'other';
};

/** The organisation type, and the country where that is certain, of a sponsor or affiliation in ClinicalTrials.gov. */
export const typeOfSponsor = (name: string, sponsorClass: string | undefined): { type: string; country?: string } => {
  const rules = read<{ clinicaltrials: TypeRule[] }>('organisation-types.json').clinicaltrials;
  const rule = rules.find((one) => overlaps(one.classes, sponsorClass ? [sponsorClass] : []) && fits(one.name, [name]));
  return { type: rule?.type ?? 'other', ...(rule?.country ? { country: rule.country } : {}) };
};

/** The sector of a company, where its name makes it evident. */
export const sectorOf = (name: string): string | undefined =>
  read<{ rules: SectorRule[] }>('sectors.json').rules.find((rule) => pattern(rule.name).test(name))?.sector;

/** What stands around names in a register. */
export const credentials = (): Credentials => read<Credentials>('credentials.json');

/** Whether a text is what a register writes in the place of something else. */
export const is = (what: keyof Placeholders, text: string): boolean =>
  pattern(read<Placeholders>('placeholders.json')[what]).test(text);

let places: Map<string, string> | undefined;

/** The region of a town in the United Kingdom, where its name stands for one town. */
export const regionOfPlace = (town: string): string | undefined => {
  if (!places) {
    places = new Map();
    for (const [region, towns] of Object.entries(read<Record<string, string | string[]>>('gb-places.json'))) {
      if (Array.isArray(towns)) for (const one of towns) places.set(one.toLowerCase(), region);
    }
  }
  return places.get(town.toLowerCase());
};
