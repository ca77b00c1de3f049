import type { Random } from './random.js';

/** The first letter as a capital, the rest as it is. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The first letter small, unless the word is an abbreviation, a name or a drug target such as CPAP or Parkinson's. */
export const small = (text: string): string =>
  /^[A-Z][a-z]+(?:[\s,.:-]|$)/.test(text) && !properNoun.test(text)
    ? text.charAt(0).toLowerCase() + text.slice(1)
    : text;

const properNoun =
  /^(?:Parkinson|Alzheimer|Crohn|Doppler|Roland|Oxford|Edinburgh|Kansas|Barthel|Zarit|Glasgow|Warwick|Epworth|Rivermead|Seattle|Haem|Edin|Bayley|Addenbrooke|Fugl|Montgomery|Tampa|Chalder|Vancouver|Oswestry|Children's Fear|Black|South Asian|Urdu|Punjabi|English|Monday|Friday|Tuesday|Ramadan)/;

const silentH = /^(?:hour|honest|honorary|heir)/i;
const consonantVowel = /^(?:uni|use|usual|one|once|eu|ur[io]|UK|US)/;
/** Letters that are spoken with a vowel first: an MRI, an NHS trust, an X-ray. */
const spokenVowel = /^[AEFHILMNORSX](?:[A-Z\d-]|$)/;

/** The words with "a" or "an" before them. */
export const withArticle = (words: string): string => {
  const first = words.charAt(0);
  const vowel = /[aeiou]/i.test(first) ? !consonantVowel.test(words) : silentH.test(words);
  return `${vowel || spokenVowel.test(words) || /^8/.test(words) ? 'an' : 'a'} ${words}`;
};

/** "a", "a and b", "a, b and c". */
export const listed = (items: readonly string[], joint = 'and'): string =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} ${joint} ${items.at(-1)}`;

/** A list of longer phrases, parted by semicolons where a phrase has commas or an "and" of its own. */
export const listedLong = (items: readonly string[]): string =>
  items.length > 1 && items.some((item) => /,| and /.test(item))
    ? `${items.slice(0, -1).join('; ')}; and ${items.at(-1)}`
    : listed(items);

const wordsBelowTen = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** Small numbers in words, as running text has them. */
export const inWords = (count: number): string => wordsBelowTen[count] ?? withCommas(count);

/** 12345 as 12,345. */
export const withCommas = (count: number): string =>
  count < 1000 ? String(count) : String(count).replace(/\B(?=(\d{3})+(?!\d))/g, ',');

const slot = /\{([\d,]+(?:\.\d+)?)-([\d,]+(?:\.\d+)?)(?:\/([\d,]+(?:\.\d+)?))?\}/g;

/** Fills the ranges of a phrase with drawn numbers: "about {300-700/10} people" becomes "about 480 people". */
export const filled = (phrase: string, random: Random): string =>
  phrase.includes('{')
    ? phrase.replace(slot, (_, low: string, high: string, step: string | undefined) => {
        const [from, to, by] = [low, high, step ?? '1'].map((digits) => Number(digits.replaceAll(',', ''))) as [
          number,
          number,
          number,
        ];
        const value = from + by * random.whole(0, Math.round((to - from) / by));
        const year = from > 1950 && to < 2100 && !step;
        return by < 1 ? String(Number(value.toFixed(1))) : year ? String(value) : withCommas(value);
      })
    : phrase;

/** How many words a text has that keeps one space between them. */
export const wordCount = (text: string): number => {
  let count = text === '' ? 0 : 1;
  for (let place = text.indexOf(' '); place !== -1; place = text.indexOf(' ', place + 1)) count += 1;
  return count;
};

/** Title case for posts and specialties: small words stay small. */
export const titled = (words: string): string =>
  words
    .split(' ')
    .map((word, index) => (index > 0 && /^(?:and|of|in|for|the|with|to|or)$/.test(word) ? word : capital(word)))
    .join(' ');

/** A sentence: a capital first, one full stop last. */
export const sentence = (words: string): string => {
  const text = capital(words.trim());
  return /[.?!]$/.test(text) ? text : `${text}.`;
};

/** The name of an organisation inside a sentence: "the University of Wexmoor". */
export const inText = (name: string): string =>
  name.replace(/^The /, 'the ').replace(/^University of /, 'the University of ');

/** Those who can speak for a population: parents for babies, survivors and families for the critically ill. */
export const voicesOf = (population: string): string => {
  if (/\b(?:babies|infants|newborn|toddlers)\b/.test(population))
    return `parents of ${population.replace(/ and their (?:parents|families)/, '')}`;
  if (/^(?:young |preschool |critically ill |minimally speaking )?(?:autistic )?children\b/.test(population))
    return `families of ${population}`;
  if (/ventilated|cardiac arrest|severely injured|critically ill/.test(population))
    return 'survivors and their families';
  if (/women in labour/.test(population)) return 'women who had given birth';
  if (/in-patient|delirium/.test(population)) return `families of ${population}`;
  return population;
};

/** Whether somebody can be said to work there: in a clinic, but not at home or by post. */
export const isWorkplace = (setting: string): boolean => /^(?:in|on|across) /.test(setting);

/** Words long enough to say what something is about, cut to their stems. */
export const stems = (words: string): string[] =>
  (words.toLowerCase().match(/[a-z]{5,}/g) ?? []).map((word) => word.slice(0, 6));
